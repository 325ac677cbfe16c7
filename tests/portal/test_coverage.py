"""What the strategy lacks, whom it asks too often, and the weakest link of every chain of proof."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.clock import today
from kraftsamla.editions.content import STALE_AFTER_DAYS
from kraftsamla.editions.selection.sources import Names
from kraftsamla.editions.selection.strategy import actions_of, select_action
from kraftsamla.followup.operations import open_round
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.portal.overviews.coverage import coverage
from kraftsamla.portal.proof import with_weakest
from kraftsamla.strategy.models import Action, Objective
from kraftsamla.strategy.operations import (
    assign,
    change_objective,
    claim_result,
    decline_assignment,
    end_assignment,
    examine_result,
    propose_changes,
    report_status,
)
from tests import factories
from tests.followup.conftest import contact, update_round

Browse = Callable[[User], Client]
PAGE, LINKS = reverse("portal:coverage"), reverse("portal:weak-link-list")


def gaps(visitor: User) -> dict[str, int | None]:
    return {gap.code: gap.number for gap in coverage(visitor, shown="", at=today()).gaps}


def test_objectives_are_counted_by_what_they_lack(alva: User) -> None:
    area = factories.area(factories.strategy())
    bare, served = factories.objective(area, "1.1"), factories.objective(area, "1.2")
    action = factories.action(area.strategy, objectives=[served])
    assert gaps(alva) == {"insats": 1, "ansvarig": 2, "patienter": 2, "region": 2, "indikator": None}
    factories.accepted(action, factories.organisation("Region Öst", kind="region"))
    assert gaps(alva) == {"insats": 1, "ansvarig": 1, "patienter": 2, "region": 1, "indikator": None}
    assign(action=action, organisation=factories.organisation("Patienterna", kind="patient_organisation"),
           role="partner", by=alva)  # fmt: skip
    found = coverage(alva, shown="patienter", at=today())
    assert list(found.objectives) == [bare]


def test_a_seat_in_a_working_group_is_a_voice_while_it_lasts(alva: User) -> None:
    objective = factories.objective(factories.area(factories.strategy()))
    group, patients = factories.body(), factories.organisation("Patienterna", kind="patient_organisation")
    change_objective(objective=objective, values={"bodies": [group]}, version=1, by=alva)
    seat = {"body": group, "person": factories.person(), "on_behalf_of": patients}
    appoint(values={**seat, "valid_from": "2020", "valid_to": "2021"}, by=alva)
    assert gaps(alva)["patienter"] == 1
    appoint(values={**seat, "valid_from": "2022", "valid_to": today().isoformat()[:4]}, by=alva)
    assert gaps(alva)["patienter"] == 0


def chain(alva: User, link: str) -> Action:
    """An action whose chain of proof is whole until a link."""
    strategy = factories.strategy(f"Strategi {link}")
    action = factories.action(strategy, f"Insats {link}")
    if link == "no_source":
        return action
    document = factories.document(f"Källa {link}", publicity="quotes")
    add_evidence(to=action, passage=cite(document=document, by=alva), by=alva)
    agency = factories.organisation(f"Verket {link}")
    if link in {"no_responsible", "not_accepted", "declined", "changes_proposed"}:
        return _unanswered(action, agency, link, alva)
    taken = factories.accepted(action, agency)
    if link == "ended":
        end_assignment(assignment=taken, reason="Klart.", version=taken.version, by=alva)
    limit = (today() - dt.timedelta(days=STALE_AFTER_DAYS)).isoformat()
    before = (today() - dt.timedelta(days=STALE_AFTER_DAYS + 1)).isoformat()
    on, progress = {
        "no_status": ("", ""), "stale": (before, "under_way"), "stale_year": (str(today().year - 2), "decided"),
        "fresh_day": (limit, "decided"), "fresh_month": (limit[:7], "under_way"), "old_but_done": ("2020", "done"),
    }.get(link, (today().isoformat(), "done"))  # fmt: skip
    if on:
        report_status(action=action, values={"on": on, "progress": progress}, by=alva)
    if link in {"not_verified", "verified", "disputed", "no_evidence"}:
        values = {"what_sv": "Det blev gjort.", "on": today().isoformat()[:4], "evidence": "Rapport"}
        result = claim_result(
            action=action, values=values, voice=factories.recorded(agency), by=system_account()
        )  # fmt: skip
        if link != "not_verified":
            other = factories.recorded(factories.organisation(f"Granskaren {link}"), name="Hugo Hed")
            found = {"finding": link, "on": today().isoformat(), "words": "Genomgång"}
            examine_result(result=result, values=found, voice=other, by=alva)
    return action


def _unanswered(action: Action, agency: Organisation, link: str, alva: User) -> Action:
    if link == "no_responsible":
        assign(action=action, organisation=agency, role="partner", by=alva)
        return action
    asked = factories.asked(action, agency)
    voice = factories.recorded(agency)
    if link == "declined":
        decline_assignment(assignment=asked, reason="Inte vårt.", voice=voice, version=asked.version, by=alva)
    elif link == "changes_proposed":
        terms = {"what_sv": "Hälften"}
        propose_changes(assignment=asked, terms=terms, voice=voice, version=asked.version, by=alva)
    return action


CHAINS = {
    "no_source": "no_source", "no_responsible": "no_responsible", "not_accepted": "not_accepted",
    "declined": "declined", "changes_proposed": "changes_proposed", "no_status": "no_status", "stale": "stale",
    "stale_year": "stale", "fresh_day": "", "fresh_month": "", "old_but_done": "no_result", "ended": "no_responsible",
    "no_result": "no_result", "not_verified": "not_verified", "disputed": "disputed", "no_evidence": "no_evidence",
    "verified": "",
}  # fmt: skip


@pytest.mark.parametrize("link", CHAINS)
def test_the_weakest_link_is_found_and_is_the_one_that_the_edition_tells(alva: User, link: str) -> None:
    action = chain(alva, link)
    found: Any = with_weakest(Action.objects.all(), at=today()).get(pk=action.pk)
    assert found.weakest == CHAINS[link]
    (record,) = actions_of(action.strategy)
    assert select_action(record, Names(), at=today()).weakest == CHAINS[link]


def test_the_links_are_listed_by_link_and_area(alva: User, browse: Browse) -> None:
    area = factories.area(factories.strategy(), "2")
    objective = factories.objective(area)
    first = factories.action(area.strategy, "Första", objectives=[objective])
    second = factories.action(area.strategy, "Andra")
    add_evidence(to=second, passage=cite(document=factories.document(), by=alva), by=alva)
    client = browse(alva)
    rows = {query: list(client.get(LINKS + query).context["rows"]) for query in ("", "?lank=no_source", "?omrade=2")}
    assert rows == {"": [second, first], "?lank=no_source": [first], "?omrade=2": [first]}
    assert list(client.get(LINKS + "?lank=no_responsible&omrade=2").context["rows"]) == []


def test_the_numbers_lead_to_what_they_count(alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(factories.strategy()), title="Ett ensamt mål")
    client = browse(alva)
    page = client.get(PAGE)
    assert 'href="?visa=insats#mal"' in page.content.decode()
    assert "Indikatorer finns inte i programmet än." in page.content.decode()
    shown = client.get(PAGE + "?visa=insats")
    assert list(shown.context["coverage"].objectives) == [objective]
    assert "Ett ensamt mål" in shown.content.decode()
    assert client.get(PAGE + "?visa=finns-ej").status_code == 200


def test_members_see_it_and_strangers_do_not(bo: User, cia: User, browse: Browse) -> None:
    assert [browse(who).get(page).status_code for who in (bo, cia) for page in (PAGE, LINKS)] == [200, 200, 404, 404]


@pytest.mark.parametrize("page", [PAGE, PAGE + "?visa=insats", LINKS])
def test_it_asks_as_many_questions_at_30_rows_as_at_1(alva: User, browse: Browse, page: str) -> None:
    client, area = browse(alva), factories.area(factories.strategy())

    def questions(start: int, more: int) -> int:
        for number in range(start, start + more):
            objective = factories.objective(area, f"1.{number}")
            factories.action(area.strategy, f"Nr {number}", objectives=[objective])
            factories.objective(area, f"1.{number + 40}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        return len(asked)

    questions(1, 1)
    assert questions(2, 1) == questions(3, 30)
    assert Objective.objects.count() == 64


def test_those_asked_in_more_than_four_rounds_a_year_are_asked_too_often(alva: User, browse: Browse) -> None:
    strategy, agency, other = factories.strategy(), factories.organisation("Verket"), factories.organisation("Region")
    for number in range(2):
        assign(action=factories.action(strategy, f"Nr {number}"), organisation=agency, role="responsible", by=alva)
    assign(action=factories.action(strategy, "Annan"), organisation=other, role="responsible", by=alva)
    contact(agency, by=alva)
    contact(other, by=alva, name="Olle Ek")
    update_round(by=alva, title="Ett utkast")
    for number in range(5):
        made = update_round(by=alva, title=f"Runda {number}", organisations=[agency] if number else [])
        open_round(the_round=made, version=made.version, by=alva)
    asked = coverage(alva, shown="", at=today()).asked
    assert [(each.organisation, each.rounds, each.points, each.is_too_often) for each in asked] == [
        (agency, 5, 10, True), (other, 1, 1, False),
    ]  # fmt: skip
    assert browse(alva).get(PAGE).content.decode().count("för ofta</span>") == 1
    assert coverage(alva, shown="", at=today() + dt.timedelta(days=400)).asked == []
