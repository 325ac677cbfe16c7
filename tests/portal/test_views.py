"""The first page of the day, the pages that say no, and sources of any record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.core.clock import today
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.portal.overviews import day_of
from tests import factories

Browse = Callable[[User], Client]
DAY = "/arbetsyta/"


def test_the_day_starts_with_the_oldest_promise(alva: User, browse: Browse) -> None:
    for what, due in (("Sist", ""), ("Snart", "2030-01"), ("Först", "2020")):
        factories.followup(what, due=due)
    day = browse(alva).get(DAY).context["day"]
    assert [(str(p.followup), p.when) for p in day.promises] == [("Först", "late"), ("Snart", ""), ("Sist", "")]


@pytest.mark.parametrize(
    ("days", "when"), [(-1, "late"), (0, "soon"), (14, "soon"), (15, "")], ids=["yesterday", "today", "14", "15"]
)
def test_a_promise_is_late_the_day_after_and_soon_within_a_fortnight(alva: User, days: int, when: str) -> None:
    factories.followup("Svara", due=(today() + dt.timedelta(days=days)).isoformat())
    assert [promise.when for promise in day_of(alva, at=today()).promises] == [when]


def test_a_promise_for_this_month_is_not_late_before_the_month_is_over(alva: User) -> None:
    factories.followup("Svara", due="2021-10")
    whens = [day_of(alva, at=dt.date(2021, *day)).promises[0].when for day in ((10, 31), (11, 1))]
    assert whens == ["soon", "late"]


def test_gaps_in_the_picture_are_counted(alva: User) -> None:
    action = factories.action(factories.strategy())
    gaps = day_of(alva, at=today()).gaps
    assert (gaps.actions, gaps.not_read, gaps.without_responsible, gaps.without_source) == (1, 1, 1, 1)
    add_evidence(to=action, passage=cite(document=factories.document(), by=alva), by=alva)
    assert day_of(alva, at=today()).gaps.without_source == 0


def test_an_empty_day_says_so(alva: User, browse: Browse) -> None:
    page = browse(alva).get(DAY)
    assert page.context["day"].is_empty
    assert "Allt är gjort" in page.content.decode()


def test_a_member_sees_the_day_without_the_log(bo: User, browse: Browse) -> None:
    factories.followup("Svara")
    page = browse(bo).get(DAY)
    labels = [str(item.label) for group in page.context["workspace"].nav for item in group.items]
    assert (page.status_code, list(page.context["day"].log), "Logg" in labels) == (200, [], False)


def test_the_day_asks_as_many_questions_at_30_rows_as_at_1(alva: User, browse: Browse) -> None:
    client = browse(alva)
    strategy = factories.strategy()

    def questions(more: int) -> int:
        for number in range(more):
            factories.followup("Svara", owner=factories.organisation(f"Nr {number}"))
            factories.action(strategy)
            factories.meeting(starts_on="2999-01-01")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(DAY).status_code == 200
        return len(asked)

    questions(1)
    assert questions(1) == questions(30)


def test_an_anonymous_visitor_is_told_to_sign_in_perhaps(client: Client, db: None) -> None:
    page = client.get("/arbetsyta/organ/?x=1")
    assert page.status_code == 404
    assert f'href="{reverse("accounts:sign-in")}?next=/arbetsyta/organ/%3Fx%3D1"' in page.content.decode()


def test_cia_meets_a_plain_404_without_a_word_of_signing_in(cia: User, browse: Browse) -> None:
    page = browse(cia).get("/arbetsyta/organ/")
    assert (page.status_code, page.context["offer_sign_in"]) == (404, False)
    assert reverse("accounts:sign-in") not in page.content.decode()


def test_what_was_typed_is_shown_to_somebody_whose_session_ran_out(client: Client, db: None) -> None:
    page = client.post("/arbetsyta/organ/nytt/", {"name_sv": "Styrgruppen <x>", "kind": "", "version": "3"})
    assert (page.status_code, page.context["typed"]) == (404, [("name_sv", "Styrgruppen <x>")])
    assert "Styrgruppen &lt;x&gt;</textarea>" in page.content.decode()


def test_bo_may_look_but_is_told_that_he_may_not_change(bo: User, browse: Browse) -> None:
    page = browse(bo).post("/arbetsyta/organ/nytt/", {"name_sv": "Mitt organ"})
    assert (page.status_code, page.context["typed"]) == (403, [("name_sv", "Mitt organ")])


def test_a_form_that_is_too_old_gives_back_what_was_typed(alva: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    typed = {"name_sv": "Styrgruppen", "password": "x", "csrfmiddlewaretoken": "y"}
    page = client.post("/arbetsyta/organ/nytt/", typed)
    assert page.status_code == 403
    assert page.content.decode().count("</textarea>") == 1
    assert ">Styrgruppen</textarea>" in page.content.decode()


def test_alva_adds_a_source_and_takes_it_away(alva: User, browse: Browse) -> None:
    body = factories.body()
    document = factories.document("Anteckningar 3 mars", publicity="quotes")
    client = browse(alva)
    address = reverse("portal:evidence-add", args=["bodies.body", body.pk]) + "?tillbaka=/arbetsyta/organ/"
    response = client.post(address, {"document": "anteckningar 3 MARS", "quote": "Gruppen bildas.", "note_sv": ""})
    assert (response.status_code, response["Location"]) == (302, "/arbetsyta/organ/")
    passage = body.passages.get()
    assert (passage.document, passage.quote) == (document, "Gruppen bildas.")

    remove = reverse("portal:evidence-remove", args=["bodies.body", body.pk, passage.pk])
    assert client.get(remove).status_code == 405
    assert client.post(remove).status_code == 302
    assert body.passages.count() == 0


def test_a_document_that_is_not_there_is_named(alva: User, browse: Browse) -> None:
    body = factories.body()
    page = browse(alva).post(
        reverse("portal:evidence-add", args=["bodies.body", body.pk]), {"document": "Finns ej", "quote": "Ord"}
    )
    assert page.status_code == 422
    assert page.context["form"].errors == {
        "document": ["”Finns ej” finns inte. Kontrollera stavningen, eller lägg till posten först."]
    }
    assert page.context["form"]["quote"].value() == "Ord"


@pytest.mark.parametrize("kind", ["accounts.user", "nonsense", "library.document", "bodies.nothing"])
def test_only_records_that_quote_sources_can_be_given_one(alva: User, browse: Browse, kind: str) -> None:
    assert browse(alva).get(reverse("portal:evidence-add", args=[kind, 1])).status_code == 404


def test_a_member_may_not_add_sources_and_a_stranger_finds_nothing(bo: User, cia: User, browse: Browse) -> None:
    body = factories.body()
    address = reverse("portal:evidence-add", args=["bodies.body", body.pk])
    assert [browse(who).post(address).status_code for who in (bo, cia)] == [403, 404]


def test_a_source_is_never_followed_by_a_leap_to_another_site(alva: User, browse: Browse) -> None:
    body, document = factories.body(), factories.document()
    address = reverse("portal:evidence-add", args=["bodies.body", body.pk]) + "?tillbaka=https://example.com/"
    assert browse(alva).post(address, {"document": document.title})["Location"] == DAY
