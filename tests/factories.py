"""Records for tests, one line each. They use the deeds themselves, so that no test stands on a state no deed makes."""

from __future__ import annotations

from itertools import count
from typing import Any

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.operations import create_organisation, create_person, empower
from kraftsamla.actors.rules import Voice, voice_of, voice_recorded
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import create_body
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import create_followup
from kraftsamla.library.models import Document
from kraftsamla.library.operations import create_document
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import create_meeting
from kraftsamla.strategy.models import Action, Area, Assignment, Objective, Question, Strategy
from kraftsamla.strategy.operations import (
    accept_assignment,
    assign,
    create_action,
    create_area,
    create_objective,
    create_question,
    create_strategy,
    offer_assignment,
)

_number = count(1)


def _by(by: User | None) -> User:
    return by or system_account()


def organisation(name: str = "Myndigheten för prov", *, by: User | None = None, **values: Any) -> Organisation:
    return create_organisation(values={"name": name, "sector": "public", "kind": "agency", **values}, by=_by(by))


def person(name: str = "Gunvor Ek", *, by: User | None = None, **values: Any) -> Person:
    return create_person(values={"name": name, **values}, by=_by(by))


def document(title: str = "Anteckningar 3 mars", *, by: User | None = None, **values: Any) -> Document:
    return create_document(values={"title": title, "kind": "minutes", **values}, by=_by(by))


def body(name: str = "Samverkansgruppen", *, by: User | None = None, **values: Any) -> Body:
    return create_body(values={"name_sv": name, "kind": "collaboration_group", **values}, by=_by(by))


def strategy(title: str = "Strategi för prov", *, by: User | None = None, **values: Any) -> Strategy:
    return create_strategy(values={"title_sv": title, **values}, by=_by(by))


def area(in_strategy: Strategy, number: str = "1", *, by: User | None = None, **values: Any) -> Area:
    return create_area(
        strategy=in_strategy, values={"number": number, "title_sv": f"Område {number}", **values}, by=_by(by)
    )


def objective(
    in_area: Area, number: str = "", *, title: str = "Ett mål", by: User | None = None, **values: Any
) -> Objective:
    return create_objective(
        area=in_area,
        values={"number": number or f"{in_area.number}.1", **values},
        wording={"title_sv": title},
        by=_by(by),
    )


def action(in_strategy: Strategy, title: str = "En insats", *, by: User | None = None, **values: Any) -> Action:
    return create_action(strategy=in_strategy, values={"title_sv": title, **values}, by=_by(by))


def question(wording: str = "Hur går det?", *, by: User | None = None, **values: Any) -> Question:
    return create_question(values={"wording_sv": wording, **values}, by=_by(by))


def followup(what: str = "Lämna underlag", *, by: User | None = None, **values: Any) -> FollowUp:
    return create_followup(values={"what_sv": what, **values}, by=_by(by))


def meeting(title: str = "Möte med gruppen", *, by: User | None = None, **values: Any) -> Meeting:
    return create_meeting(
        values={"title_sv": title, "kind": "group_meeting", "starts_on": "2021-03-03", **values}, by=_by(by)
    )


def representative(user: User, of: Organisation, *, title: str = "enhetschef", by: User | None = None) -> Voice:
    """The account may answer for the organisation from today; the voice it answers in."""
    return voice_of(empower(user=user, organisation=of, title=title, by=_by(by)))


def recorded(of: Organisation, *, name: str = "Greta Gran", title: str = "generaldirektör") -> Voice:
    """What somebody of the organisation has said elsewhere, and a coordinator writes down."""
    return voice_recorded(of, name=name, title=title)


def asked(
    in_action: Action, organisation: Organisation, *, role: str = "responsible", by: User | None = None, **terms: Any
) -> Assignment:
    """A part that the organisation has been asked to take."""
    assignment = assign(action=in_action, organisation=organisation, role=role, by=_by(by))
    terms = {"what_sv": "Bygga hubben", **terms}
    offer_assignment(assignment=assignment, terms=terms, version=assignment.version, by=_by(by))
    return assignment


def accepted(in_action: Action, organisation: Organisation, *, by: User | None = None, **values: Any) -> Assignment:
    """A part that the organisation has taken; a coordinator wrote down its answer."""
    assignment = asked(in_action, organisation, by=by, **values)
    accept_assignment(
        assignment=assignment, voice=recorded(organisation), version=assignment.version, by=_by(by)
    )  # fmt: skip
    return assignment
