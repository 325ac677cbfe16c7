"""Who may see or do what: the list and the single answer are the same, for everybody, whatever has happened."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account, system_account
from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import empower, end_representation
from kraftsamla.core.clock import today
from kraftsamla.strategy import rules
from kraftsamla.strategy.choices import AssignmentState
from kraftsamla.strategy.models import Action, Assignment, Result
from kraftsamla.strategy.operations import assign, claim_result, correct_result, end_action
from tests import factories
from tests.conftest import undone

CLAIM = {"what_sv": "Klart", "on": "2026", "evidence": "Protokoll"}
WHO = ["alva", "bo", "dag", "elsa", "cia", "link", "system", "nobody"]
PLACES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from(list(AssignmentState))), min_size=1, max_size=5
)
MANDATES = st.lists(
    st.tuples(st.sampled_from(["alva", "bo", "dag", "elsa"]), st.integers(0, 2), st.booleans()), max_size=5
)
CLAIMS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), max_size=4)


@pytest.fixture
def visitors(alva: User, bo: User, cia: User, dag: User, elsa: User) -> dict[str, Visitor]:
    return {
        "alva": alva, "bo": bo, "cia": cia, "dag": dag, "elsa": elsa, "link": link_account(),
        "system": system_account(), "nobody": AnonymousUser(),
    }  # fmt: skip


def _world(
    visitors: dict[str, Visitor], places: list[tuple[int, int, AssignmentState]],
    mandates: list[tuple[str, int, bool]], claims: list[tuple[int, int, bool]], *, struck: bool,
) -> tuple[list[Organisation], list[Action]]:  # fmt: skip
    alva = visitors["alva"]
    assert isinstance(alva, User)
    strategy = factories.strategy()
    organisations = [factories.organisation(f"Organisation {number}") for number in range(3)]
    actions = [factories.action(strategy, f"Insats {number}") for number in range(3)]
    for at, whose, state in dict.fromkeys(places):
        action, organisation = actions[at], organisations[whose]
        if not action.assignments.filter(organisation=organisation).exists():
            made = assign(action=action, organisation=organisation, role="responsible", by=alva)
            Assignment.objects.filter(pk=made.pk).update(state=state)  # any state there can be, however it came there
    for who, whose, ended in mandates:
        user = visitors[who]
        assert isinstance(user, User)
        if not user.representations.filter(organisation=organisations[whose], valid_to=None).exists():
            held = empower(user=user, organisation=organisations[whose], title="chef", by=alva)
            if ended:
                end_representation(representation=held, by=alva)
    for at, whose, corrected in claims:
        voice = factories.recorded(organisations[whose])
        result = claim_result(action=actions[at], values=CLAIM, voice=voice, by=alva)
        if corrected:
            correct_result(result=result, values=CLAIM, reason="Fel", voice=voice, by=alva)
    if struck:
        end_action(action=actions[0], reason="Blev inte av", version=actions[0].version, by=alva)
    return organisations, actions


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES, MANDATES, CLAIMS, st.booleans())
def test_the_list_and_the_single_answer_are_the_same(
    visitors: dict[str, Visitor], places: list[tuple[int, int, AssignmentState]],
    mandates: list[tuple[str, int, bool]], claims: list[tuple[int, int, bool]], struck: bool,  # noqa: FBT001  hypothesis gives it by name
) -> None:  # fmt: skip
    with undone():
        _world(visitors, places, mandates, claims, struck=struck)
        _compare(visitors)


def _compare(visitors: dict[str, Visitor]) -> None:
    at = today()
    for name in WHO:
        visitor = visitors[name]
        assignments = list(Assignment.objects.select_related("action", "organisation"))
        pairs: list[tuple[QuerySet[Any], list[Any]]] = [
            (Assignment.objects.visible_to(visitor),
             [each for each in assignments if rules.may_view_assignment(visitor, each)]),
            (Assignment.objects.answerable_by(visitor, at=at),
             [each for each in assignments if rules.may_answer(visitor, each, at=at)]),
            (Assignment.objects.transferable_by(visitor, at=at),
             [each for each in assignments if rules.may_hand_over(visitor, each, at=at)]),
            (Action.objects.reportable_by(visitor, at=at),
             [each for each in Action.objects.all() if rules.may_report(visitor, each, at=at)]),
            (Result.objects.verifiable_by(visitor, at=at),
             [each for each in Result.objects.all() if rules.may_verify(visitor, each, at=at)]),
        ]  # fmt: skip
        for listed, single in pairs:
            assert sorted(each.pk for each in listed) == sorted(each.pk for each in single), name


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES, MANDATES)
def test_only_a_coordinator_or_a_representative_may_do_anything(
    visitors: dict[str, Visitor], places: list[tuple[int, int, AssignmentState]], mandates: list[tuple[str, int, bool]]
) -> None:
    """Said without the rules' own words: from the mandates that were given and not taken back."""
    with undone():
        organisations, _actions = _world(visitors, places, mandates, [], struck=False)
        for name in WHO:
            visitor = visitors[name]
            theirs = {organisations[whose].pk for who, whose, ended in mandates if who == name and not ended}
            may = {each.organisation_id for each in Assignment.objects.answerable_by(visitor, at=today())}
            assert may_edit(visitor) or may <= theirs, name
            assert may_enter(visitor) or not may


def test_a_mandate_holds_from_its_first_day_and_not_on_its_last(elsa: User, alva: User) -> None:
    agency = factories.organisation()
    asked = factories.asked(factories.action(factories.strategy()), agency)
    factories.representative(elsa, agency)
    day = dt.timedelta(days=1)
    assert [rules.may_answer(elsa, asked, at=today() + day * n) for n in (-1, 0, 400)] == [False, True, True]
    end_representation(representation=elsa.representations.get(), by=alva)
    assert rules.may_answer(elsa, asked, at=today()) is False
