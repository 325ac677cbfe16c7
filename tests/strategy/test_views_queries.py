"""A page asks the database as many questions at thirty rows as at one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import (
    add_date,
    add_money,
    assign,
    correct_status,
    report_status,
    reword_objective,
)
from tests import factories

Browse = Callable[[User], Client]
PAGES = [
    ("strategy", ["strategi-for-prov"]), ("area", ["strategi-for-prov", "1"]),
    ("objective", ["strategi-for-prov", "1.1"]), ("action-list", []), ("action", ["insats-0"]), ("question-list", []),
    ("question", ["fraga-0"]), ("action-add-to", ["strategi-for-prov"]),
]  # fmt: skip


@pytest.fixture
def strategy(db: None) -> Strategy:
    return factories.strategy("Strategi för prov")


def _fill(strategy: Strategy, numbers: range, by: User) -> None:
    """For each number an objective, an action and a question, and on the first of each a row of everything."""
    area = strategy.areas.filter(number="1").first() or factories.area(strategy, "1")
    for number in numbers:
        objective = factories.objective(area, f"1.{number + 1}")
        first = strategy.objectives.get(number="1.1")
        action = factories.action(strategy, f"Insats {number}", objectives=[objective], areas=[area])
        question = factories.question(f"Fråga {number}", objectives=[objective])
        if number:
            action.objectives.add(first)
            first.questions.add(question)
            strategy.actions.get(slug="insats-0").objectives.add(objective)
        _rows(strategy.actions.get(slug="insats-0"), number, by)
        assign(action=action, organisation=factories.organisation(f"Ansvarig {number}"), role="responsible", by=by)
        passage = cite(document=factories.document(f"Dokument {number}"), by=by)
        for record in (strategy, area, first, action, question, objective):
            add_evidence(to=record, passage=passage, by=by)
        wording = {"title_sv": f"Lydelse {number}", "valid_from": f"{1980 + number}", "reason_sv": "Beslut"}
        first.refresh_from_db()
        add_evidence(to=reword_objective(objective=first, wording=wording, by=by), passage=passage, by=by)


def _rows(action: Action, number: int, by: User) -> None:
    organisation = factories.organisation(f"Organisation {number}")
    passage = cite(document=factories.document(f"Källa {number}"), by=by)
    said = {"on": f"{1980 + number}", "progress": "done", "on_behalf_of": organisation}
    first = report_status(action=action, values=said, by=by)
    for row in (
        add_date(action=action, values={"kind": "decided", "date": "2021"}, by=by),
        add_money(action=action, values={"amount": 5, "funder": organisation}, by=by),
        assign(action=action, organisation=organisation, role="partner", by=by),
        first,
        correct_status(update=first, values=said, reason="Fel", by=by),
        action,
    ):
        add_evidence(to=row, passage=passage, by=by)


def _counts(client: Client) -> dict[str, int]:
    counts = {}
    for name, args in PAGES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(f"strategy:{name}", args=args)).status_code == 200
        counts[name] = len(queries)
    return counts


def test_questions_to_the_database_do_not_grow_with_the_rows(strategy: Strategy, alva: User, browse: Browse) -> None:
    client = browse(alva)
    _fill(strategy, range(1), alva)
    at_one = _counts(client)
    _fill(strategy, range(1, 30), alva)
    assert _counts(client) == at_one
