"""From an open seat to an appointment, or to a decision that says why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Appointment, Interest, Nomination
from kraftsamla.bodies.operations import (
    appoint,
    appoint_nominee,
    change_nomination,
    decline_nomination,
    erase_nomination,
    nominate,
    take_back_nomination,
)
from kraftsamla.bodies.overviews import nominations_overview
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed, Refused
from tests import factories
from tests.bodies.test_seats import a_seat
from tests.bodies.test_views import posted

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/organ/om/styrgruppen/"


def nominated(name: str = "Greta Gran", *, by: User, **values: Any) -> Nomination:
    seat = values.pop("seat", None) or a_seat(factories.body("Styrgruppen"), "Ledamot", role="vice_chair")
    return nominate(seat=seat, values={"name": name, "received_on": "2026-10-01", **values}, by=by)


def test_the_nominated_becomes_somebody_in_the_register_with_what_they_declared(alva: User) -> None:
    agency = factories.organisation()
    one = nominated(by=alva, organisation=agency, email="greta@example.org",
                    interests="Sitter i styrelsen för Bolaget\n\nÄger aktier i Firman")  # fmt: skip
    made = appoint_nominee(nomination=one, person=None, values={"valid_from": "2027-01"}, version=1, by=alva)
    assert (made.person.name, made.on_behalf_of, made.role, made.seat, made.email, made.valid_from) == (
        "Greta Gran", agency, "vice_chair", one.seat, "greta@example.org", "2027-01",
    )  # fmt: skip
    one.refresh_from_db()
    assert (one.state, one.appointment, one.decided_on) == ("appointed", made, today().isoformat())
    assert [(each.words, each.declared_on) for each in Interest.objects.all()] == [
        ("Sitter i styrelsen för Bolaget", "2026-10-01"),
        ("Äger aktier i Firman", "2026-10-01"),
    ]


def test_a_taken_seat_leaves_the_nomination_undecided_and_nobody_new_in_the_register(alva: User) -> None:
    one = nominated(by=alva)
    sitting = {"body": one.seat.body, "seat": one.seat, "person": factories.person("Gunvor Ek"), "valid_from": "2020"}
    appoint(values=sitting, by=alva)
    with pytest.raises(ValidationError, match="Gunvor Ek sitter på platsen"):
        appoint_nominee(nomination=one, person=None, values={"valid_from": "2026"}, version=1, by=alva)
    one.refresh_from_db()
    assert (one.state, Person.objects.count(), Appointment.objects.count()) == ("received", 1, 1)


def test_to_decline_takes_a_reason_and_a_decision_is_made_once(alva: User) -> None:
    one = nominated(by=alva)
    with pytest.raises(ValidationError, match="Skriv skälet"):
        decline_nomination(nomination=one, reason=" ", on="", version=1, by=alva)
    decline_nomination(nomination=one, reason="Annan region behövs", on="2026-11", version=1, by=alva)
    one.refresh_from_db()
    assert (one.state, one.reason, one.decided_on) == ("declined", "Annan region behövs", "2026-11")
    for deed in (
        lambda: appoint_nominee(nomination=one, person=None, values={"valid_from": "2027"}, version=2, by=alva),
        lambda: take_back_nomination(nomination=one, reason="", on="", version=2, by=alva),
        lambda: change_nomination(nomination=one, values={"name": "Annan"}, version=2, by=alva),
    ):
        with pytest.raises(Refused, match="redan avgjord: inte utsedd"):
            deed()


def test_who_was_not_appointed_can_be_erased_and_the_log_never_knew_the_name(alva: User) -> None:
    one = nominated(by=alva, email="greta@example.org")
    with pytest.raises(Refused, match="inte avgjord"):
        erase_nomination(nomination=one, by=alva)
    take_back_nomination(nomination=one, reason="Har bytt arbete", on="", version=1, by=alva)
    erase_nomination(nomination=one, by=alva)
    assert not Nomination.objects.exists()
    said = [f"{each.subject_name}{each.note}{each.changes}" for each in Entry.objects.all()]
    assert [words for words in said if "Greta" in words or "greta@" in words] == []


def test_a_member_neither_nominates_nor_decides(alva: User, bo: User) -> None:
    one = nominated(by=alva)
    for deed in (
        lambda: nominate(seat=one.seat, values={"name": "X", "received_on": "2026"}, by=bo),
        lambda: decline_nomination(nomination=one, reason="X", on="", version=1, by=bo),
        lambda: take_back_nomination(nomination=one, reason="", on="", version=1, by=bo),
        lambda: appoint_nominee(nomination=one, person=None, values={}, version=1, by=bo),
        lambda: erase_nomination(nomination=one, by=bo),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_balance_counts_organisations_of_those_who_sit_and_of_those_who_wait(alva: User) -> None:
    body = factories.body()
    seat = a_seat(body, "Ledamot")
    region = factories.organisation("Regionen", kind="region", region="Skåne")
    firm = factories.organisation("Firman", sector="private", kind="company")
    ordinary = appoint(values={"body": body, "person": factories.person("A"), "on_behalf_of": region}, by=alva)
    appoint(values={"body": body, "person": factories.person("B"), "substitute_for": ordinary,
                    "on_behalf_of": firm}, by=alva)  # fmt: skip
    appoint(values={"body": body, "person": factories.person("C")}, by=alva)
    nominated(by=alva, seat=seat, organisation=firm)
    decline_nomination(nomination=nominated("D", by=alva, seat=seat, organisation=firm), reason="Nej", on="",
                       version=1, by=alva)  # fmt: skip
    overview = nominations_overview(body, at=today())
    counted = [[(str(s.name), s.sitting, s.nominated) for s in each.shares] for each in overview.balance]
    assert counted == [
        [("offentlig", 1, 0), ("utan organisation", 1, 0), ("privat", 0, 1)],
        [("region", 1, 0), ("utan organisation", 1, 0), ("företag", 0, 1)],
        [("Skåne", 1, 0), ("utan organisation", 1, 0), ("uppgift saknas", 0, 1)],
    ]


def test_alva_takes_a_nomination_from_the_seat_to_the_appointment(alva: User, browse: Browse) -> None:
    agency = factories.organisation("Verket")
    seat = a_seat(factories.body("Styrgruppen"), "Ledamot", nominated_by=agency)
    client = browse(alva)
    new = client.get(f"{PAGE}platser/{seat.pk}/nominera/")
    assert new.context["form"]["nominated_by"].value() == "Verket"
    missing = client.post(f"{PAGE}platser/{seat.pk}/nominera/", posted(new, words="Kan frågan"))
    assert (missing.status_code, missing.context["form"].errors) == (422, {"name": ["Fyll i fältet."]})
    assert missing.context["form"]["words"].value() == "Kan frågan"
    client.post(f"{PAGE}platser/{seat.pk}/nominera/", posted(missing, name="Greta Gran", organisation="Verket"))
    one = Nomination.objects.get()
    assert (one.nominated_by, one.organisation) == (agency, agency)
    address = f"{PAGE}nomineringar/{one.pk}/"
    client.post(address, posted(client.get(address), approved_by="GD Sten"))
    assert "GD Sten" in client.get(f"{PAGE}nomineringar/").content.decode()
    answer = client.post(f"{address}forordna/", posted(client.get(f"{address}forordna/"), valid_from="2026-11"))
    assert answer["Location"] == PAGE
    assert (str(Appointment.objects.get().person), Appointment.objects.get().seat) == ("Greta Gran", seat)


def test_a_namesake_in_the_register_is_asked_about(alva: User, browse: Browse) -> None:
    one = nominated("Greta Gran", by=alva)
    known = factories.person("Greta Gran")
    client = browse(alva)
    address = f"{PAGE}nomineringar/{one.pk}/forordna/"
    page = client.get(address)
    assert page.context["form"]["person"].value() == "Greta Gran"
    unsure = client.post(address, posted(page, person="", valid_from="2026"))
    assert list(unsure.context["form"].errors) == ["person"]
    client.post(address, posted(page, person="", is_another="on", valid_from="2026"))
    made = Appointment.objects.get()
    assert made.person != known
    assert made.person.name == "Greta Gran"


def test_alva_declines_and_erases_on_the_pages(alva: User, browse: Browse) -> None:
    one = nominated(by=alva)
    client = browse(alva)
    address = f"{PAGE}nomineringar/{one.pk}/"
    bare = client.post(f"{address}utses-inte/", posted(client.get(f"{address}utses-inte/")))
    assert bare.context["form"].errors == {"reason": ["Fyll i fältet."]}
    client.post(f"{address}utses-inte/", posted(bare, reason="Annan region behövs"))
    assert "Annan region behövs" in client.get(f"{PAGE}nomineringar/").content.decode()
    assert client.post(f"{address}atertagen/", posted(client.get(f"{address}atertagen/"))).status_code == 409
    assert client.post(f"{address}radera/")["Location"] == f"{PAGE}nomineringar/"
    assert not Nomination.objects.exists()


def test_who_may_see_nominations(alva: User, bo: User, cia: User, browse: Browse) -> None:
    one = nominated(by=alva)
    address = f"{PAGE}nomineringar/{one.pk}/"
    pages = [f"{PAGE}nomineringar/", f"{PAGE}platser/{one.seat.pk}/nominera/", address,
             *[f"{address}{deed}/" for deed in ("forordna", "utses-inte", "atertagen", "radera")]]  # fmt: skip
    for user, status in ((alva, 200), (bo, 403), (cia, 404)):
        assert [browse(user).get(page).status_code for page in pages] == [status] * 7
