"""What the public reads of agreements and results, and how the weakest link takes them into account."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import today
from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.comparison import compare
from kraftsamla.editions.selection import select_picture
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import (
    add_milestone,
    claim_result,
    confirm_changes,
    decline_assignment,
    end_assignment,
    examine_result,
    hand_over_assignment,
    propose_changes,
    report_no_change,
    report_status,
    withdraw_offer,
)
from tests import factories

DAY = dt.date(2026, 11, 21)
CLAIM = {"what_sv": "Femtio stationer i drift", "on": "2026-05", "evidence": "Driftprotokoll"}


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


@pytest.fixture
def action(alva: User) -> Action:
    """An action with a source."""
    made = factories.action(factories.strategy())
    add_evidence(to=made, passage=cite(document=factories.document(), by=alva), by=alva)
    return made


def shown(strategy: Strategy) -> content.Action:
    (found,) = select_picture(strategy, at=today()).actions
    return found


def promises(strategy: Strategy, organisation: Organisation) -> tuple[content.ActionRole, ...]:
    picture = select_picture(strategy, at=today())
    return next(each.roles for each in picture.organisations if each.slug == organisation.slug)


def test_an_organisation_that_is_asked_has_not_accepted(action: Action, agency: Organisation) -> None:
    factories.asked(action, agency, what_sv="Bygg", due="2027", registry_number="L2026/1", amount=5)
    found = shown(action.strategy)
    (part,) = found.parts
    assert (part.state, part.accepted, found.weakest) == ("offered", False, "not_accepted")
    assert part.agreement is not None
    assert part.agreement.ours is not None
    assert (part.agreement.ours.what.sv, part.agreement.ours.due, part.agreement.ours.amount) == ("Bygg", "2027", 5)


def test_changed_terms_are_told_beside_ours_and_are_no_acceptance_until_confirmed(
    action: Action, agency: Organisation, alva: User
) -> None:
    asked = factories.asked(action, agency, what_sv="Bygg allt")
    voice = factories.recorded(agency)
    propose_changes(assignment=asked, terms={"what_sv": "Bygg hälften"}, voice=voice, version=asked.version, by=alva)
    before = shown(action.strategy)
    assert (before.parts[0].accepted, before.weakest) == (False, "changes_proposed")
    confirm_changes(assignment=asked, version=asked.version, by=alva)
    after = shown(action.strategy)
    deal = after.parts[0].agreement
    assert deal is not None
    assert (after.parts[0].accepted, after.weakest) == (True, "no_status")
    assert (deal.ours and deal.ours.what.sv, deal.theirs and deal.theirs.what.sv) == ("Bygg allt", "Bygg hälften")
    assert promises(action.strategy, agency)[0].what.sv == "Bygg hälften"


def test_a_no_is_told_with_its_reason_and_without_the_name_of_who_said_it(
    action: Action, agency: Organisation, alva: User
) -> None:
    asked = factories.asked(action, agency)
    voice = factories.recorded(agency, name="Greta Hemlig")
    decline_assignment(assignment=asked, reason="Ligger på regionen", voice=voice, version=asked.version, by=alva)
    found = shown(action.strategy)
    deal = found.parts[0].agreement
    assert (found.weakest, deal and deal.words) == ("declined", "Ligger på regionen")
    assert "Greta" not in repr(select_picture(action.strategy, at=today()))


def test_a_question_that_was_taken_back_leaves_the_organisation_as_named(
    action: Action, agency: Organisation, alva: User
) -> None:
    asked = factories.asked(action, agency)
    withdraw_offer(assignment=asked, reason="Insatsen ändras", version=asked.version, by=alva)
    (part,) = shown(action.strategy).parts
    assert (part.state, part.agreement) == ("named", None)


def test_what_was_handed_over_is_nobodys_until_the_next_one_accepts(
    action: Action, agency: Organisation, alva: User
) -> None:
    held = factories.accepted(action, agency)
    region = factories.organisation("Region Norr")
    hand_over_assignment(assignment=held, to=region, reason="Regionen äger", version=held.version, by=alva)
    found = shown(action.strategy)
    states = {part.organisation.slug: part.state for part in found.parts}
    assert (states, found.weakest) == ({agency.slug: "handed_over", region.slug: "offered"}, "not_accepted")
    deal = next(part.agreement for part in found.parts if part.organisation.slug == region.slug)
    assert deal is not None
    assert deal.handed_from is not None
    assert deal.handed_from.slug == agency.slug


def test_when_the_only_one_has_ended_nobody_is_responsible(action: Action, agency: Organisation, alva: User) -> None:
    held = factories.accepted(action, agency)
    end_assignment(assignment=held, reason="Fullgjort", version=held.version, by=alva)
    assert shown(action.strategy).weakest == "no_responsible"


@pytest.mark.parametrize(
    ("findings", "weakest"),
    [
        (None, "no_result"), ([], "not_verified"), (["verified"], ""), (["no_evidence"], "no_evidence"),
        (["disputed"], "disputed"), (["disputed", "verified"], ""),
    ],
)  # fmt: skip
def test_done_is_as_well_proven_as_its_results(
    action: Action, agency: Organisation, alva: User, elsa: User, findings: list[str] | None, weakest: str
) -> None:
    factories.accepted(action, agency)
    voice = factories.representative(elsa, agency)
    report_status(action=action, values={"on": "2026-10", "progress": "done"}, voice=voice, by=elsa)
    office = factories.organisation("Kansliet")
    if findings is not None:
        result = claim_result(action=action, values=CLAIM, voice=voice, by=elsa)
        for finding in findings:
            values = {"finding": finding, "on": "2026-10", "words": "Så här"}
            examine_result(result=result, values=values, voice=factories.recorded(office), by=alva)
    found = shown(action.strategy)
    assert found.weakest == weakest
    if findings:
        verdict = found.results[0].verdicts[0]
        assert (found.results[0].claimed_by.slug, verdict.found_by.slug, verdict.finding) == (
            agency.slug, office.slug, findings[-1],
        )  # fmt: skip


def test_an_action_under_way_is_weak_where_a_result_is_disputed_but_not_for_lack_of_one(
    action: Action, agency: Organisation, alva: User, elsa: User
) -> None:
    factories.accepted(action, agency)
    voice = factories.representative(elsa, agency)
    report_status(action=action, values={"on": today().isoformat(), "progress": "under_way"}, voice=voice, by=elsa)
    assert shown(action.strategy).weakest == ""
    result = claim_result(action=action, values=CLAIM, voice=voice, by=elsa)
    assert shown(action.strategy).weakest == ""
    values = {"finding": "disputed", "on": "2026-10", "words": "Hälften"}
    examine_result(result=result, values=values, voice=factories.recorded(factories.organisation("K")), by=alva)
    assert shown(action.strategy).weakest == "disputed"


def test_no_change_makes_an_old_status_fresh(action: Action, agency: Organisation, alva: User) -> None:
    factories.accepted(action, agency)
    report_status(action=action, values={"on": "2025-01", "progress": "under_way"}, by=alva)
    assert shown(action.strategy).weakest == "stale"
    report_no_change(action=action, by=alva)
    found = shown(action.strategy)
    assert (found.weakest, found.updates[0].no_change_since, found.days_since_update) == ("", "2025-01", 0)


def test_a_milestone_is_shown_with_the_day_it_was_reached(action: Action, alva: User) -> None:
    made = add_milestone(action=action, values={"title_sv": "Upphandlat", "due": "2026"}, by=alva)
    assert shown(action.strategy).milestones[0].reached_on == ""
    values = {"on": "2026-03", "progress": "under_way", "milestones": [made]}
    report_status(action=action, values=values, by=alva)
    assert shown(action.strategy).milestones[0].reached_on == "2026-03"


def test_an_organisation_is_told_what_it_has_promised_and_how_it_stands(
    action: Action, agency: Organisation, alva: User
) -> None:
    factories.accepted(action, agency, what_sv="Bygg nätet", due="2027-03")
    report_status(action=action, values={"on": "2026-10", "progress": "under_way"}, by=alva)
    (role,) = promises(action.strategy, agency)
    assert (role.accepted, role.what.sv, role.due, role.progress, role.updated_on, role.verification) == (
        True, "Bygg nätet", "2027-03", "under_way", "2026-10", "",
    )  # fmt: skip


def test_what_has_been_agreed_and_reached_since_the_last_edition_is_told_in_words(
    action: Action, agency: Organisation, alva: User, elsa: User
) -> None:
    before = select_picture(action.strategy, at=today())
    factories.accepted(action, agency, due="2027-03")
    add_milestone(action=action, values={"title_sv": "Upphandlat"}, by=alva)
    claim_result(action=action, values=CLAIM, voice=factories.representative(elsa, agency), by=elsa)
    after = select_picture(action.strategy, at=today())
    (change,) = [each for each in compare(before, after) if each.ref.kind == "action"]
    told = {field.field: field.after.sv for field in change.fields}
    assert told == {
        "parts": "Luftmyndigheten (ansvarig, har åtagit sig uppgiften, klart senast mars 2027)",
        "milestones": "Upphandlat",
        "results": "Femtio stationer i drift (Luftmyndigheten, uppgivet, inte granskat av någon annan)",
    }


def test_an_edition_from_before_agreements_can_still_be_read(action: Action, agency: Organisation) -> None:
    factories.asked(action, agency)
    picture = select_picture(action.strategy, at=DAY)
    edition = content.Edition(1, "2026-11-21", None, Text(), picture, ())
    assert content.from_json(content.to_json(edition)) == edition
    data: Any = json.loads(content.to_json(edition))
    for each in data["picture"]["actions"]:
        del each["milestones"], each["results"]
        for part in each["parts"]:
            del part["agreement"]
    for organisation in data["picture"]["organisations"]:
        for role in organisation["roles"]:
            for name in ("state", "due", "what", "updated_on", "days_since_update", "verification"):
                del role[name]
    old = content.from_json(json.dumps(data).encode())
    parts = old.picture.actions[0].parts
    assert [replace(part, agreement=None) for part in parts] == list(parts)
