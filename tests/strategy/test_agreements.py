"""An assignment is an agreement: what is asked, what is answered, by whom, and what cannot happen."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import end_representation, merge_organisations, use_link
from kraftsamla.actors.rules import voice_by_link, voice_recorded
from kraftsamla.audit.models import Entry
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.strategy.choices import NEXT, OFFER_LINK, AssignmentState
from kraftsamla.strategy.models import Action, Assignment, AssignmentStep
from kraftsamla.strategy.operations import (
    accept_assignment,
    assign,
    confirm_changes,
    decline_assignment,
    end_assignment,
    hand_over_assignment,
    issue_offer_link,
    merge_actions,
    offer_assignment,
    propose_changes,
    remove_assignment,
    withdraw_offer,
)
from tests import factories
from tests.conftest import undone

State = AssignmentState


@pytest.fixture
def action(db: None) -> Action:
    return factories.action(factories.strategy())


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


@pytest.fixture
def asked(action: Action, agency: Organisation) -> Assignment:
    return factories.asked(action, agency, due="2027-03", registry_number="L2026/1", amount=5_000_000)


def states(assignment: Assignment) -> list[str]:
    return [step.state for step in assignment.steps.order_by("pk")]


def test_the_representative_says_yes_signed_in(asked: Assignment, agency: Organisation, elsa: User) -> None:
    voice = factories.representative(elsa, agency, title="avdelningschef")
    step = accept_assignment(assignment=asked, voice=voice, version=asked.version, by=elsa)
    assert (asked.state, asked.is_accepted, step.said_by, step.said_by_title, step.channel) == (
        "accepted", True, "Elsa", "avdelningschef", "signed_in",
    )  # fmt: skip
    assert step.terms == asked.terms
    entry = Entry.objects.about(asked).newest_first()[0]
    assert (entry.event, entry.actor) == ("assignment.accepted", elsa)


def test_the_holder_of_a_link_says_yes_without_an_account(asked: Assignment, alva: User) -> None:
    issued = issue_offer_link(assignment=asked, name="Frida Fält", title="GD", by=alva)
    voice = voice_by_link(use_link(token=issued.token, purpose=OFFER_LINK))
    step = accept_assignment(assignment=asked, voice=voice, version=asked.version, by=link_account())
    said = (step.said_by, step.said_by_title, step.channel, step.made_by)
    assert said == ("Frida Fält", "GD", "link", link_account())


def test_a_link_to_one_offer_answers_no_other(asked: Assignment, alva: User) -> None:
    other = factories.asked(factories.action(asked.action.strategy, "En annan"), asked.organisation)
    voice = voice_by_link(issue_offer_link(assignment=asked, name="Frida", title="GD", by=alva).link)
    with pytest.raises(NotAllowed):
        accept_assignment(assignment=other, voice=voice, version=other.version, by=link_account())


@pytest.mark.parametrize("who", ["bo", "dag", "cia", "elsa"])
def test_nobody_else_answers_for_the_organisation(
    asked: Assignment, who: str, request: pytest.FixtureRequest, agency: Organisation
) -> None:
    user: User = request.getfixturevalue(who)
    other = factories.organisation("En annan")
    if who == "elsa":
        factories.representative(user, other)
    for voice in (factories.recorded(agency), factories.recorded(other)):
        with pytest.raises(NotAllowed):
            accept_assignment(assignment=asked, voice=voice, version=asked.version, by=user)
    asked.refresh_from_db()
    assert asked.state == "offered"


def test_who_no_longer_represents_the_organisation_answers_no_more(
    asked: Assignment, agency: Organisation, elsa: User, alva: User
) -> None:
    voice = factories.representative(elsa, agency)
    end_representation(representation=elsa.representations.get(), by=alva)
    with pytest.raises(NotAllowed):
        accept_assignment(assignment=asked, voice=voice, version=asked.version, by=elsa)


@pytest.mark.parametrize(("name", "title", "field"), [(" ", "GD", "said_by"), ("Greta", "", "said_by_title")])
def test_an_answer_has_a_name_and_a_mandate(asked: Assignment, alva: User, name: str, title: str, field: str) -> None:
    voice = voice_recorded(asked.organisation, name=name, title=title)
    with pytest.raises(ValidationError) as caught:
        accept_assignment(assignment=asked, voice=voice, version=asked.version, by=alva)
    assert list(caught.value.message_dict) == [field]


def test_changed_terms_stand_beside_ours_and_count_once_confirmed(asked: Assignment, alva: User) -> None:
    ours = asked.terms
    voice = factories.recorded(asked.organisation)
    changed = {"what_sv": "Bygga halva hubben", "due": "2028"}
    propose_changes(assignment=asked, terms=changed, voice=voice, version=asked.version, words="Hinner inte", by=alva)
    assert (asked.state, asked.is_accepted) == ("changes_proposed", False)
    confirm_changes(assignment=asked, version=asked.version, by=alva)
    assert (asked.state, asked.is_accepted) == ("accepted_with_changes", True)
    said = [(t.by, t.what_sv, t.due, t.registry_number, int(t.amount or 0)) for t in asked.all_terms.order_by("pk")]
    assert said == [
        ("office", "Bygga hubben", "2027-03", "L2026/1", 5_000_000),
        ("organisation", "Bygga halva hubben", "2028", "L2026/1", 5_000_000),
    ]
    assert (ours, asked.terms) == tuple(asked.all_terms.order_by("pk"))


def test_changes_that_change_nothing_are_no_changes(asked: Assignment, alva: User) -> None:
    voice = factories.recorded(asked.organisation)
    with pytest.raises(ValidationError, match="oförändrade"):
        propose_changes(assignment=asked, terms={"due": "2027-03"}, voice=voice, version=asked.version, by=alva)


def test_no_needs_a_reason(asked: Assignment, alva: User) -> None:
    voice = factories.recorded(asked.organisation)
    with pytest.raises(ValidationError) as caught:
        decline_assignment(assignment=asked, reason=" ", voice=voice, version=asked.version, by=alva)
    assert list(caught.value.message_dict) == ["words"]
    decline_assignment(assignment=asked, reason="Ligger på regionen", voice=voice, version=asked.version, by=alva)
    assert (asked.state, asked.steps.latest("pk").words) == ("declined", "Ligger på regionen")


def test_the_answer_is_to_the_terms_that_were_read(asked: Assignment, alva: User) -> None:
    read = asked.version
    offer_assignment(
        assignment=Assignment.objects.get(pk=asked.pk), terms={"what_sv": "Något större"}, version=read, by=alva
    )  # fmt: skip
    with pytest.raises(Stale):
        accept_assignment(assignment=asked, voice=factories.recorded(asked.organisation), version=read, by=alva)
    asked.refresh_from_db()
    assert asked.state == "offered"


def test_a_new_offer_closes_the_links_to_the_old_one(asked: Assignment, alva: User) -> None:
    link = issue_offer_link(assignment=asked, name="Frida", title="GD", by=alva).link
    offer_assignment(assignment=asked, terms={"what_sv": "Något annat"}, version=asked.version, by=alva)
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_handing_over_asks_the_next_one_on_the_same_terms_and_keeps_the_trail(
    action: Action, agency: Organisation, alva: User, elsa: User
) -> None:
    held = factories.accepted(action, agency, due="2027")
    region = factories.organisation("Region Norr")
    voice = factories.representative(elsa, agency)
    new = hand_over_assignment(
        assignment=held, to=region, reason="Regionen äger frågan", voice=voice, version=held.version, by=elsa
    )  # fmt: skip
    held.refresh_from_db()
    assert (held.state, held.is_accepted, bool(held.valid_to)) == ("handed_over", False, True)
    assert (new.state, new.organisation, new.handed_from, new.is_accepted) == ("offered", region, held, False)
    assert new.terms is not None
    assert (new.terms.due, held.steps.latest("pk").handed_to) == ("2027", region)
    assert not action.assignments.accepted().exists()


def test_nobody_hands_over_to_itself_or_to_who_already_has_it(action: Action, agency: Organisation, alva: User) -> None:
    held = factories.accepted(action, agency)
    region = factories.organisation("Region Norr")
    factories.accepted(action, region)
    for to in (agency, region):
        with pytest.raises(ValidationError) as caught:
            hand_over_assignment(assignment=held, to=to, reason="x", version=held.version, by=alva)
        assert list(caught.value.message_dict) == ["to"]
    held.refresh_from_db()
    assert held.state == "accepted"


def test_a_representative_cannot_hand_over_what_is_anothers(action: Action, agency: Organisation, elsa: User) -> None:
    held = factories.accepted(action, agency)
    other = factories.organisation("En annan")
    voice = factories.representative(elsa, other)
    with pytest.raises(NotAllowed):
        hand_over_assignment(assignment=held, to=other, reason="x", voice=voice, version=held.version, by=elsa)


def test_what_has_been_asked_is_withdrawn_not_removed(asked: Assignment, alva: User) -> None:
    with pytest.raises(Refused, match="tillfrågats"):
        remove_assignment(assignment=asked, by=alva)
    withdraw_offer(assignment=asked, reason="Insatsen ändras", version=asked.version, by=alva)
    assert (asked.state, asked.stage.is_over) == ("withdrawn", True)


def test_no_answer_can_lie_in_the_future_or_before_the_question(asked: Assignment, alva: User) -> None:
    voice = factories.recorded(asked.organisation)
    for on in ("2999-01-01", "2001-01-01"):
        with pytest.raises(ValidationError) as caught:
            accept_assignment(assignment=asked, voice=voice, version=asked.version, on=on, by=alva)
        assert list(caught.value.message_dict) == ["on"]
    asked.refresh_from_db()
    assert (asked.state, asked.steps.count()) == ("offered", 1)


def test_steps_cannot_be_changed_or_removed(asked: Assignment) -> None:
    with pytest.raises(TypeError):
        AssignmentStep.objects.update(state="accepted")
    with pytest.raises(TypeError):
        asked.all_terms.all().delete()


def test_how_the_matter_stood_on_any_day_is_what_the_steps_say(
    action: Action, agency: Organisation, alva: User
) -> None:
    assignment = assign(action=action, organisation=agency, role="responsible", by=alva)
    voice = factories.recorded(agency)
    offer_assignment(assignment=assignment, terms={"what_sv": "X"}, version=1, on="2026-03-01", by=alva)
    accept_assignment(assignment=assignment, voice=voice, version=assignment.version, on="2026-04-01", by=alva)
    end_assignment(assignment=assignment, reason="Klart", version=assignment.version, on="2026-09-01", by=alva)
    days = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2026-08-31", "2026-09-01"]
    found = [assignment.state_at(dt.date.fromisoformat(day)) for day in days]
    assert found == ["named", "offered", "offered", "accepted", "accepted", "ended"]


def test_merging_actions_keeps_the_agreement_that_was_made(alva: User, agency: Organisation) -> None:
    strategy = factories.strategy()
    kept, gone = factories.action(strategy, "Hubb"), factories.action(strategy, "Hubben")
    assign(action=kept, organisation=agency, role="responsible", by=alva)
    made = factories.accepted(gone, agency)
    merge_actions(kept=kept, gone=gone, by=alva)
    assert list(kept.assignments.all()) == [made]
    assert kept.assignments.get().state == "accepted"


def test_merging_organisations_tells_both_trails_together(action: Action, agency: Organisation, alva: User) -> None:
    double = factories.organisation("Luftmyndighet")
    held = factories.accepted(action, agency)
    other = factories.asked(action, double)
    merge_organisations(kept=double, gone=agency, by=alva)
    (left,) = action.assignments.all()
    assert (left.pk, left.organisation, left.state) == (held.pk, double, "accepted")
    assert (left.steps.count(), left.all_terms.count()) == (3, 2)
    assert not Assignment.objects.filter(pk=other.pk).exists()


DEEDS = ["offer", "accept", "change", "confirm", "decline", "withdraw", "hand_over", "end"]


def _try(deed: str, assignment: Assignment, to: Organisation, by: User) -> None:
    voice, version = factories.recorded(assignment.organisation), assignment.version
    what = {"what_sv": f"Villkor {version}"}
    match deed:
        case "offer":
            offer_assignment(assignment=assignment, terms=what, version=version, by=by)
        case "accept":
            accept_assignment(assignment=assignment, voice=voice, version=version, by=by)
        case "change":
            propose_changes(assignment=assignment, terms=what, voice=voice, version=version, by=by)
        case "confirm":
            confirm_changes(assignment=assignment, version=version, by=by)
        case "decline":
            decline_assignment(assignment=assignment, reason="x", voice=voice, version=version, by=by)
        case "withdraw":
            withdraw_offer(assignment=assignment, reason="x", version=version, by=by)
        case "hand_over":
            hand_over_assignment(assignment=assignment, to=to, reason="x", version=version, by=by)
        case "end":
            end_assignment(assignment=assignment, reason="x", version=version, by=by)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(DEEDS), max_size=8))
def test_whatever_is_tried_only_allowed_steps_are_taken_and_the_state_is_the_last_of_them(
    alva: User, tried: list[str]
) -> None:
    """A refused deed leaves nothing behind: no step, no terms, no line in the log."""
    with undone():
        action = factories.action(factories.strategy())
        agency, other = factories.organisation(), factories.organisation("En annan")
        assignment = assign(action=action, organisation=agency, role="responsible", by=alva)
        for deed in tried:
            before = (assignment.steps.count(), assignment.all_terms.count(), Entry.objects.count())
            try:
                _try(deed, assignment, other, alva)
            except (Refused, ValidationError):
                assert (assignment.steps.count(), assignment.all_terms.count(), Entry.objects.count()) == before
            assignment.refresh_from_db()
        trail = [State.NAMED, *(State(each) for each in states(assignment))]
        assert [(a, b) for a, b in pairwise(trail) if b not in NEXT[a]] == []
        assert assignment.state == trail[-1]
        assert assignment.is_accepted == (trail[-1] in {State.ACCEPTED, State.ACCEPTED_WITH_CHANGES})
