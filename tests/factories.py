"""Records for tests, one line each. They use the deeds themselves, so that no test stands on a state no deed makes."""

from __future__ import annotations

from itertools import count
from typing import Any

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.operations import create_organisation, create_person
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import create_body
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import create_followup
from kraftsamla.library.models import Document
from kraftsamla.library.operations import create_document
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import create_meeting
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy
from kraftsamla.strategy.operations import (
    create_action,
    create_area,
    create_objective,
    create_question,
    create_strategy,
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
