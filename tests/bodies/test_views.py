"""Bodies and appointments, page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.bodies.operations import appoint, change_body
from tests import factories

Browse = Callable[[User], Client]
LIST = "/arbetsyta/organ/"
PAGE = "/arbetsyta/organ/om/styrgruppen/"


def posted(page: Any, **typed: object) -> dict[str, object]:
    """What a browser would send back from a page with a form, with some fields written over."""
    sent = {bound.html_name: bound.value() for bound in page.context["form"]}
    kept = {name: "" if value is None else value for name, value in {**sent, **typed}.items()}
    return {name: value for name, value in kept.items() if value is not False}


def seat(body: Body, name: str, *, by: User, **values: Any) -> Appointment:
    return appoint(values={"body": body, "person": factories.person(name), **values}, by=by)


def test_alva_sets_up_a_body_and_changes_it(alva: User, browse: Browse) -> None:
    host = factories.organisation("Kansliet")
    client = browse(alva)
    sent = posted(client.get(f"{LIST}nytt/"), name_sv="Styrgruppen", kind="steering_group", host="kansliet",
                  valid_from="2018-02")  # fmt: skip
    assert client.post(f"{LIST}nytt/", sent)["Location"] == PAGE
    body = Body.objects.get()
    assert (body.host, body.valid_from, body.is_public) == (host, "2018-02", True)
    client.post(f"{PAGE}andra/", posted(client.get(f"{PAGE}andra/"), mandate_sv="Leder.", is_public=False))
    body.refresh_from_db()
    assert (body.mandate_sv, body.is_public, body.version) == ("Leder.", False, 2)


def test_a_body_without_name_or_with_a_date_that_does_not_exist(alva: User, browse: Browse) -> None:
    typed = {"name_sv": "", "kind": "office", "valid_to": "2021-02-30", "minutes_word": "notes"}
    page = browse(alva).post(f"{LIST}nytt/", typed)
    assert (page.status_code, page.context["form"].errors) == (
        422,
        {
            "name_sv": ["Fyll i fältet."],
            "valid_to": ["2021-02-30 finns inte. Den månaden har 28 dagar."],
        },
    )


def test_a_tick_that_somebody_else_took_away_stays_away(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    client = browse(alva)
    opened = posted(client.get(f"{PAGE}andra/"), name_en="The steering group")
    change_body(body=body, values={"is_public": False}, version=1, by=alva)
    conflict = client.post(f"{PAGE}andra/", opened)
    assert (conflict.status_code, conflict.context["form"].taken) == (409, {"is_public"})
    client.post(f"{PAGE}andra/", posted(conflict))
    body.refresh_from_db()
    assert (body.is_public, body.name_en) == (False, "The steering group")


def test_somebody_is_appointed_changed_ended_and_shown_as_before(alva: User, browse: Browse) -> None:
    factories.body("Styrgruppen")
    person, organisation = factories.person("Gunvor Ek"), factories.organisation("Verket")
    client = browse(alva)
    new = client.get(f"{PAGE}forordna/")
    client.post(f"{PAGE}forordna/", posted(new, person="gunvor ek", on_behalf_of="Verket", role="chair"))
    appointment = Appointment.objects.get()
    assert (appointment.person, appointment.on_behalf_of, appointment.role) == (person, organisation, "chair")
    address = f"/arbetsyta/forordnande/{appointment.pk}/"
    client.post(address, posted(client.get(address), valid_from="2018"))
    missing = client.post(f"{address}avsluta/", posted(client.get(f"{address}avsluta/")))
    assert missing.context["form"].errors == {"valid_to": ["Fyll i fältet."]}
    client.post(f"{address}avsluta/", posted(missing, valid_to="2020-08"))
    overview = client.get(PAGE).context["overview"]
    assert ([str(each) for each in overview.sitting], overview.others) == ([], 1)
    assert "Gunvor Ek" in client.get(f"{PAGE}over-tid/").content.decode()
    assert client.post(f"{address}ta-tillbaka/")["Location"] == PAGE
    assert not Appointment.objects.exists()


def test_appointments_stand_in_the_order_of_protocol(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    for name, role in (("Örjan", "member"), ("Åsa", "member"), ("Bertil", "secretary"), ("Ylva", "chair")):
        seat(body, name, by=alva, role=role)
    rows = browse(bo).get(PAGE).context["overview"].sitting
    assert [str(row.appointment.person) for row in rows] == ["Ylva", "Bertil", "Åsa", "Örjan"]


def test_a_body_ends_with_its_appointments_and_says_so_first(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    seat(body, "Gunvor Ek", by=alva)
    client = browse(alva)
    page = client.get(f"{PAGE}avsluta/")
    assert page.context["consequences"] == ["1 förordnande som löper avslutas samma dag."]
    client.post(f"{PAGE}avsluta/", posted(page, valid_to="22 okt 2021"))
    body.refresh_from_db()
    assert (body.valid_to, Appointment.objects.get().valid_to) == ("2021-10-22", "2021-10-22")


def test_a_body_in_use_is_not_taken_back(alva: User, browse: Browse) -> None:
    seat(factories.body("Styrgruppen"), "Gunvor Ek", by=alva)
    factories.body("Misstaget")
    client = browse(alva)
    assert client.post(f"{PAGE}ta-tillbaka/").status_code == 409
    assert client.post("/arbetsyta/organ/om/misstaget/ta-tillbaka/")["Location"] == LIST
    assert list(Body.objects.values_list("slug", flat=True)) == ["styrgruppen"]


def test_the_list_and_a_page_ask_as_many_questions_at_30_rows_as_at_1(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    client = browse(alva)

    def questions(more: int) -> list[int]:
        for number in range(more):
            host = factories.organisation(f"Nr {number}")
            factories.body(f"Grupp {number}", host=host, parent=body)
            seat(body, f"Ek {number}", by=alva, on_behalf_of=host)
        change_body(body=body, values={"mandate_sv": f"Nummer {more}"}, version=body.version, by=alva)
        counts = []
        for address in (LIST, PAGE):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    assert questions(1) == questions(29)


def test_who_may_see_what(alva: User, bo: User, cia: User, browse: Browse, client: Client) -> None:
    appointment = seat(factories.body("Styrgruppen"), "Gunvor Ek", by=alva)
    mine = f"/arbetsyta/forordnande/{appointment.pk}/"
    look = [LIST, PAGE]
    edit = [f"{LIST}nytt/", *[f"{PAGE}{deed}/" for deed in ("andra", "avsluta", "ta-tillbaka", "forordna")],
            mine, f"{mine}avsluta/", f"{mine}ta-tillbaka/"]  # fmt: skip
    seen = {
        who: [visitor.get(address).status_code for address in look + edit]
        for who, visitor in {"alva": browse(alva), "bo": browse(bo), "cia": browse(cia), "nobody": client}.items()
    }
    assert seen == {"alva": [200] * 10, "bo": [200] * 2 + [403] * 8, "cia": [404] * 10, "nobody": [404] * 10}
    assert [browse(alva).post(address).status_code for address in look] == [405, 405]
