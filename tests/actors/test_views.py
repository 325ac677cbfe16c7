"""The registers of organisations and people, page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Engagement, Organisation, Person
from kraftsamla.actors.operations import add_other_name, change_organisation, create_engagement, end_organisation
from tests import factories

Browse = Callable[[User], Client]
LIST = "/arbetsyta/organisationer/"
PEOPLE = "/arbetsyta/personer/"


def posted(page: Any, **typed: object) -> dict[str, object]:
    """What a browser would send back from a page with a form, with some fields written over."""
    form = page.context["form"]
    sent = {bound.html_name: bound.value() for bound in form}
    return {name: "" if value is None else value for name, value in {**sent, **typed}.items()}


def names(page: Any) -> list[str]:
    return [str(row) for row in page.context["page"]]


def test_organisations_stand_in_swedish_order(bo: User, browse: Browse) -> None:
    for name in ("Örebro", "Zeta", "Ängelholm", "Åmål", "alfa"):
        factories.organisation(name)
    assert names(browse(bo).get(LIST)) == ["alfa", "Zeta", "Åmål", "Ängelholm", "Örebro"]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("västra", ["Västra Götalandsregionen"]),
        ("VÄSTRA", ["Västra Götalandsregionen"]),
        ("vgr", ["Västra Götalandsregionen"]),
        ("vastra", []),
        ("region", ["Region Skåne", "Västra Götalandsregionen"]),
    ],
)
def test_an_organisation_is_found_by_any_name_in_any_case(
    alva: User, browse: Browse, sought: str, found: list[str]
) -> None:
    add_other_name(organisation=factories.organisation("Västra Götalandsregionen"), name="VGR", kind="other", by=alva)
    factories.organisation("Region Skåne")
    assert names(browse(alva).get(LIST, {"sok": sought})) == found


def test_the_list_is_narrowed_by_sector_and_kind(bo: User, browse: Browse) -> None:
    factories.organisation("Bolaget", sector="private", kind="company")
    factories.organisation("Verket", sector="public", kind="agency")
    client = browse(bo)
    assert names(client.get(LIST, {"sektor": "private"})) == ["Bolaget"]
    assert names(client.get(LIST, {"slag": "agency"})) == ["Verket"]
    assert names(client.get(LIST, {"slag": "nonsense"})) == ["Bolaget", "Verket"]
    assert "Ingen organisation hittades" in client.get(LIST, {"sok": "quux"}).content.decode()


def test_fifty_a_page(bo: User, browse: Browse) -> None:
    for number in range(51):
        factories.organisation(f"Nr {number}")
    assert [len(names(browse(bo).get(LIST, {"sida": page}))) for page in ("1", "2", "99", "x")] == [50, 1, 1, 50]


@pytest.mark.parametrize("address", [LIST, PEOPLE])
def test_a_list_asks_as_many_questions_at_30_rows_as_at_1(alva: User, browse: Browse, address: str) -> None:
    client = browse(alva)

    def questions(more: int) -> int:
        for number in range(more):
            organisation = factories.organisation(f"Nr {number}")
            add_other_name(organisation=organisation, name=f"N{number}", kind="other", by=alva)
            values = {"person": factories.person(f"Ek {number}"), "organisation": organisation}
            create_engagement(values=values, by=alva)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    assert questions(1) == questions(29)


def test_an_organisations_page_asks_as_many_questions_at_30_people_as_at_1(alva: User, browse: Browse) -> None:
    organisation = factories.organisation()
    client = browse(alva)

    def questions(more: int) -> int:
        for number in range(more):
            values = {"person": factories.person(f"Ek {number}"), "organisation": organisation}
            create_engagement(values=values, by=alva)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("actors:organisation", args=[organisation.slug]))
        return len(asked)

    assert questions(1) == questions(29)


def test_alva_adds_an_organisation(alva: User, browse: Browse) -> None:
    above = factories.organisation("Regeringskansliet")
    client = browse(alva)
    page = client.get("/arbetsyta/organisationer/ny/")
    sent = posted(page, name="Kansliet", sector="public", kind="ministry", parent="regeringskansliet",
                  website="example.org", valid_from="feb 2018")  # fmt: skip
    response = client.post("/arbetsyta/organisationer/ny/", sent)
    made = Organisation.objects.get(name="Kansliet")
    assert response["Location"] == reverse("actors:organisation", args=["kansliet"])
    assert (made.parent, made.website, made.valid_from) == (above, "https://example.org", "2018-02")
    assert "Organisationen är tillagd." in client.get(response["Location"]).content.decode()


def test_a_form_with_faults_names_the_fields_and_keeps_what_was_typed(alva: User, browse: Browse) -> None:
    sent = {"name": "", "sector": "public", "kind": "agency", "country": "Sverige", "valid_from": "31 feb 2021",
            "parent": "Ingen"}  # fmt: skip
    page = browse(alva).post("/arbetsyta/organisationer/ny/", sent)
    assert page.status_code == 422
    assert page.context["form"].errors == {
        "name": ["Fyll i fältet."],
        "country": ["Texten har 7 tecken. Korta den till högst 2."],
        "valid_from": ["2021-02-31 finns inte. Den månaden har 28 dagar."],
        "parent": ["”Ingen” finns inte. Kontrollera stavningen, eller lägg till posten först."],
    }
    assert {name: page.context["form"][name].value() for name in sent} == sent
    assert not Organisation.objects.exists()


def test_what_the_deed_refuses_comes_back_at_its_field(alva: User, browse: Browse) -> None:
    above = factories.organisation("Över")
    below = factories.organisation("Under", parent=above)
    client = browse(alva)
    address = reverse("actors:organisation-edit", args=[above.slug])
    page = client.post(address, posted(client.get(address), parent="Under", country="xx"))
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["parent"])
    page = client.post(address, posted(client.get(address), country="xx"))
    assert page.context["form"].errors == {"country": ["Skriv landet med två stora bokstäver, till exempel SE."]}
    above.refresh_from_db()
    assert (above.parent, below.parent) == (None, above)


def test_two_who_write_at_once_see_what_the_other_wrote(alva: User, browse: Browse) -> None:
    organisation = factories.organisation("Verket", region="Norr")
    client = browse(alva)
    address = reverse("actors:organisation-edit", args=[organisation.slug])
    opened = posted(client.get(address), region="Söder")
    change_organisation(
        organisation=organisation, values={"region": "Öster", "kind": "inquiry", "name_en": "The Agency"}, version=1,
        by=alva,
    )  # fmt: skip

    conflict = client.post(address, opened)
    form = conflict.context["form"]
    assert conflict.status_code == 409
    assert form.standing == {"region": "Öster"}
    assert form.taken == {"kind", "name_en"}
    assert [form[name].value() for name in ("region", "kind", "name_en", "version")] == [
        "Söder", "inquiry", "The Agency", "2",
    ]  # fmt: skip

    assert client.post(address, posted(conflict)).status_code == 302
    organisation = Organisation.objects.get(pk=organisation.pk)
    assert [organisation.region, organisation.kind, organisation.name_en, organisation.version] == [
        "Söder", "inquiry", "The Agency", 3,
    ]  # fmt: skip


def test_a_form_without_its_version_is_never_saved_over_anything(alva: User, browse: Browse) -> None:
    organisation = factories.organisation("Verket")
    client = browse(alva)
    address = reverse("actors:organisation-edit", args=[organisation.slug])
    page = client.post(address, posted(client.get(address), name="Annat", version=""))
    organisation.refresh_from_db()
    assert (page.status_code, organisation.name) == (409, "Verket")


def test_what_a_form_was_opened_with_is_saved_unchanged(alva: User, browse: Browse) -> None:
    above = factories.organisation("Över")
    organisation = factories.organisation("Verket", parent=above, website="https://example.org/", valid_from="2018-02")
    client = browse(alva)
    address = reverse("actors:organisation-edit", args=[organisation.slug])
    assert client.post(address, posted(client.get(address))).status_code == 302
    after = Organisation.objects.get(pk=organisation.pk)
    assert (after.parent, after.website, after.valid_from, after.version) == (
        above, "https://example.org/", "2018-02", 1,
    )  # fmt: skip


def test_a_parent_that_somebody_else_chose_meanwhile_is_taken_in(alva: User, browse: Browse) -> None:
    first, second = factories.organisation("Första"), factories.organisation("Andra")
    organisation = factories.organisation("Verket", parent=first)
    client = browse(alva)
    address = reverse("actors:organisation-edit", args=[organisation.slug])
    opened = posted(client.get(address), region="Norr")
    change_organisation(organisation=organisation, values={"parent": second}, version=1, by=alva)
    conflict = client.post(address, opened)
    assert (conflict.context["form"].taken, conflict.context["form"]["parent"].value()) == ({"parent"}, "Andra [andra]")
    client.post(address, posted(conflict))
    after = Organisation.objects.get(pk=organisation.pk)
    assert (after.parent, after.region) == (second, "Norr")


def test_another_name_is_added_and_removed(alva: User, browse: Browse) -> None:
    organisation = factories.organisation("Verket")
    client = browse(alva)
    client.post(reverse("actors:other-name-add", args=["verket"]), {"name": "VRK", "kind": "abbreviation"})
    other = organisation.other_names.get()
    assert (other.name, other.kind) == ("VRK", "abbreviation")
    twice = client.post(reverse("actors:other-name-add", args=["verket"]), {"name": "VRK", "kind": "other"})
    assert (twice.status_code, organisation.other_names.count()) == (422, 1)
    remove = reverse("actors:other-name-remove", args=["verket", other.pk])
    assert client.get(remove).status_code == 405
    client.post(remove)
    assert organisation.other_names.count() == 0


def test_an_organisation_ends_and_says_into_what(alva: User, browse: Browse) -> None:
    old, new = factories.organisation("Gamla"), factories.organisation("Nya")
    client = browse(alva)
    address = reverse("actors:organisation-end", args=[old.slug])
    page = client.post(address, posted(client.get(address), ending="merged", valid_to="2020"))
    assert page.context["form"].errors == {"successor": ["Välj den organisation som den har uppgått i."]}
    assert client.post(address, posted(page, successor="Nya")).status_code == 302
    old.refresh_from_db()
    assert (old.valid_to, old.ending, old.successor) == ("2020", "merged", new)


def test_merging_says_what_moves_and_asks_once(alva: User, browse: Browse) -> None:
    kept, gone = factories.organisation("Vinnova"), factories.organisation("Vinova")
    create_engagement(values={"person": factories.person(), "organisation": gone}, by=alva)
    client = browse(alva)
    address = reverse("actors:organisation-merge", args=[gone.slug])
    asked = client.get(address, {"kept": "vinnova"})
    assert asked.context["consequences"][1] == "Detta flyttas till ”Vinnova”: anställning eller uppdrag 1."
    gone.refresh_from_db()
    assert gone.ending == ""

    response = client.post(address, {"kept": "vinnova"})
    gone.refresh_from_db()
    assert response["Location"] == reverse("actors:organisation", args=[kept.slug])
    assert (gone.ending, gone.successor, kept.engagements.count()) == ("duplicate", kept, 1)
    assert names(client.get(LIST)) == ["Vinnova"]


@pytest.mark.parametrize(("kept", "status"), [("Finns ej", 422), ("Vinova", 409)])
def test_merging_with_nothing_or_itself_is_refused(alva: User, browse: Browse, kept: str, status: int) -> None:
    gone = factories.organisation("Vinova")
    page = browse(alva).post(reverse("actors:organisation-merge", args=[gone.slug]), {"kept": kept})
    gone.refresh_from_db()
    assert (page.status_code, gone.ending) == (status, "")


def test_a_record_in_use_is_not_taken_back(alva: User, browse: Browse) -> None:
    used, unused = factories.organisation("Använd"), factories.organisation("Oanvänd")
    create_engagement(values={"person": factories.person(), "organisation": used}, by=alva)
    client = browse(alva)
    refused = client.post(reverse("actors:organisation-withdraw", args=[used.slug]))
    assert refused.status_code == 409
    assert refused.context["refusal"].startswith("Posten kan inte tas bort, för den används")
    assert client.post(reverse("actors:organisation-withdraw", args=[unused.slug]))["Location"] == LIST
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Använd"]


def test_typing_a_few_letters_lists_those_that_begin_so_first(bo: User, browse: Browse) -> None:
    for name in ("Region Skåne", "Skånetrafiken", "Skansen"):
        factories.organisation(name)
    rows = browse(bo).get("/arbetsyta/organisationer/val/", {"q": "skå"}).context["rows"]
    assert [row["label"] for row in rows] == ["Skånetrafiken", "Region Skåne"]
    assert browse(bo).get("/arbetsyta/organisationer/val/", {"q": " "}).context["rows"] == []


def test_two_of_the_same_name_are_told_apart(alva: User, browse: Browse) -> None:
    first, second = factories.person("Anna Berg"), factories.person("Anna Berg")
    organisation = factories.organisation("Verket")
    client = browse(alva)
    rows = client.get("/arbetsyta/personer/val/", {"q": "anna"}).context["rows"]
    assert [row["label"] for row in rows] == ["Anna Berg [anna-berg]", "Anna Berg [anna-berg-2]"]
    sent = {"person": "Anna Berg", "organisation": "Verket"}
    page = client.post("/arbetsyta/uppdrag/ny/", sent)
    assert page.context["form"].errors == {
        "person": [
            (
                "Det går inte att veta vilken som menas med ”Anna Berg”. "
                "Skriv en av: Anna Berg [anna-berg]; Anna Berg [anna-berg-2]."
            )
        ]
    }
    client.post("/arbetsyta/uppdrag/ny/", {**sent, "person": "Anna Berg [anna-berg-2]"})
    engagement = Engagement.objects.get()
    assert (engagement.person, engagement.organisation) == (second, organisation)
    assert first.engagements.count() == 0


def test_a_person_gets_an_engagement_that_is_changed_and_taken_back(alva: User, browse: Browse) -> None:
    factories.person("Gunvor Ek")
    factories.organisation("Verket")
    client = browse(alva)
    new = client.get("/arbetsyta/uppdrag/ny/", {"person": "gunvor-ek"})
    assert new.context["form"]["person"].value() == "Gunvor Ek"
    response = client.post("/arbetsyta/uppdrag/ny/", posted(new, organisation="Verket", title_sv="Chef"))
    assert response["Location"] == "/arbetsyta/person/gunvor-ek/"
    engagement = Engagement.objects.get()
    edit = reverse("actors:engagement-edit", args=[engagement.pk])
    wrong = client.post(edit, posted(client.get(edit), valid_from="2021", valid_to="2020"))
    assert wrong.context["form"].non_field_errors() == ["Slutdatumet ligger före startdatumet."]
    client.post(edit, posted(wrong, valid_to="2022"))
    engagement.refresh_from_db()
    assert (engagement.valid_from, engagement.valid_to) == ("2021", "2022")
    client.post(reverse("actors:engagement-withdraw", args=[engagement.pk]))
    assert not Engagement.objects.exists()


def test_people_are_added_respelt_merged_and_taken_back(alva: User, browse: Browse) -> None:
    client = browse(alva)
    for name in ("Eva Jansson", "Eva Janson", "Fel"):
        client.post("/arbetsyta/personer/ny/", {"name": name})
    client.post(reverse("actors:spelling-add", args=["eva-jansson"]), {"name": "E. Jansson"})
    assert names(client.get(PEOPLE, {"sok": "E. JANSSON"})) == ["Eva Jansson"]
    edit = reverse("actors:person-edit", args=["eva-jansson"])
    client.post(edit, posted(client.get(edit), name="Eva Maria Jansson"))
    client.post(reverse("actors:person-merge", args=["eva-janson"]), {"kept": "Eva Maria Jansson"})
    client.post(reverse("actors:person-withdraw", args=["fel"]))
    assert names(client.get(PEOPLE)) == ["Eva Maria Jansson"]
    assert Person.objects.get(slug="eva-janson").merged_into == Person.objects.get(slug="eva-jansson")


def test_a_page_tells_what_was_done_in_words(alva: User, browse: Browse) -> None:
    organisation = factories.organisation("Verket", by=alva)
    change_organisation(
        organisation=organisation, values={"kind": "inquiry", "parent": factories.organisation("Över")}, version=1,
        by=alva,
    )  # fmt: skip
    history = browse(alva).get("/arbetsyta/organisation/verket/").context["overview"].history
    assert [str(line.sentence) for line in history] == ["ändrade organisationen", "lade till organisationen"]
    assert [(c.label, c.before, c.after) for c in history[0].changes] == [
        ("Slag", "myndighet", "utredning"), ("Del av", "", "Över"),
    ]  # fmt: skip


def test_an_ended_organisation_points_at_its_successor(alva: User, browse: Browse) -> None:
    old = factories.organisation("Gamla")
    end_organisation(
        organisation=old, on="2020", ending="merged", successor=factories.organisation("Nya"), version=1, by=alva
    )
    page = browse(alva).get("/arbetsyta/organisation/gamla/").content.decode()
    assert '<a href="/arbetsyta/organisation/nya/">Nya</a>' in page


def _addresses() -> list[str]:
    organisation, person = factories.organisation("Verket"), factories.person("Gunvor Ek")
    engagement = create_engagement(values={"person": person, "organisation": organisation}, by=system_account())
    return [
        LIST, PEOPLE, "/arbetsyta/organisation/verket/", "/arbetsyta/person/gunvor-ek/", f"{LIST}val/", f"{PEOPLE}val/",
        *[f"/arbetsyta/organisation/verket/{deed}/" for deed in ("andra", "avsluta", "sla-ihop", "ta-tillbaka")],
        "/arbetsyta/organisation/verket/namn/",
        *[f"/arbetsyta/person/gunvor-ek/{deed}/" for deed in ("andra", "stavning", "sla-ihop", "ta-tillbaka")],
        f"{LIST}ny/", f"{PEOPLE}ny/", "/arbetsyta/uppdrag/ny/", f"/arbetsyta/uppdrag/{engagement.pk}/",
        f"/arbetsyta/uppdrag/{engagement.pk}/ta-tillbaka/",
    ]  # fmt: skip


def test_who_may_see_what(alva: User, bo: User, cia: User, browse: Browse, client: Client) -> None:
    addresses = _addresses()
    seen = {
        who: [visitor.get(address).status_code for address in addresses]
        for who, visitor in {"alva": browse(alva), "bo": browse(bo), "cia": browse(cia), "nobody": client}.items()
    }
    many = len(addresses)
    assert seen == {"alva": [200] * many, "bo": [200] * 6 + [403] * (many - 6), "cia": [404] * many,
                    "nobody": [404] * many}  # fmt: skip


def test_a_page_to_look_at_takes_no_post(alva: User, browse: Browse) -> None:
    assert [browse(alva).post(address).status_code for address in _addresses()[:6]] == [405] * 6
