"""Who may open which page of the strategy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import add_date, add_money, assign, report_status
from tests import factories

Browse = Callable[[User], Client]


@pytest.fixture
def action(alva: User) -> Action:
    """An action with one row of everything."""
    strategy = factories.strategy("Strategi för prov")
    factories.objective(factories.area(strategy, "1"), "1.1")
    factories.question("Hur går det?")
    made = factories.action(strategy, "En insats")
    vinnova: Organisation = factories.organisation("Vinnova")
    add_date(action=made, values={"kind": "decided", "date": "2021"}, by=alva)
    add_money(action=made, values={"amount": 5}, by=alva)
    assign(action=made, organisation=vinnova, role="responsible", by=alva)
    report_status(action=made, values={"on": "2021-05", "progress": "under_way"}, by=alva)
    return made


PLAN, AREA, OBJECTIVE = ["strategi-for-prov"], ["strategi-for-prov", "1"], ["strategi-for-prov", "1.1"]
TO_READ = [
    ("strategy", PLAN), ("area", AREA), ("objective", OBJECTIVE), ("action-list", []), ("action", ["en-insats"]),
    ("question-list", []), ("question", ["hur-gar-det"]), ("action-choices", []), ("question-choices", []),
]  # fmt: skip
TO_EDIT = [
    ("strategy-add", []), ("strategy-edit", PLAN), ("area-add", PLAN), ("action-add-to", PLAN), ("area-edit", AREA),
    ("area-remove", AREA), ("objective-add", AREA), ("objective-edit", OBJECTIVE), ("objective-reword", OBJECTIVE),
    ("objective-remove", OBJECTIVE), ("action-edit", ["en-insats"]), ("action-merge", ["en-insats"]),
    ("action-strike", ["en-insats"]), ("action-remove", ["en-insats"]), ("date-add", ["en-insats"]),
    ("money-add", ["en-insats"]), ("assignment-add", ["en-insats"]), ("status-add", ["en-insats"]),
    ("question-add", []), ("question-edit", ["hur-gar-det"]), ("question-remove", ["hur-gar-det"]),
]  # fmt: skip
TO_POST = ["date-remove", "money-remove", "assignment-remove"]


def _statuses(client: Client, names: list[tuple[str, list[str]]]) -> dict[str, int]:
    return {name: client.get(reverse(f"strategy:{name}", args=args)).status_code for name, args in names}


def _keys(action: Action) -> dict[str, int]:
    return {
        "date-remove": action.dates.get().pk, "money-remove": action.money.get().pk,
        "assignment-remove": action.assignments.get().pk,
    }  # fmt: skip


def test_a_coordinator_opens_every_page(action: Action, alva: User, browse: Browse) -> None:
    pages = [*TO_READ, *TO_EDIT]
    assert _statuses(browse(alva), pages) == {name: 200 for name, _ in pages}


def test_a_member_reads_and_is_refused_what_changes(action: Action, bo: User, browse: Browse) -> None:
    expected = {**{name: 200 for name, _ in TO_READ}, **{name: 403 for name, _ in TO_EDIT}}
    assert _statuses(browse(bo), [*TO_READ, *TO_EDIT]) == expected


def test_a_stranger_meets_404_everywhere(action: Action, cia: User, browse: Browse) -> None:
    pages = [*TO_READ, *TO_EDIT]
    nothing = {name: 404 for name, _ in pages}
    assert (_statuses(browse(cia), pages), _statuses(Client(), pages)) == (nothing, nothing)


def test_a_stranger_is_not_told_what_does_not_exist(action: Action, cia: User, alva: User, browse: Browse) -> None:
    address = reverse("strategy:action", args=["finns-inte"])
    assert (browse(cia).get(address).status_code, browse(alva).get(address).status_code) == (404, 404)


def test_what_only_changes_takes_no_reading(action: Action, alva: User, browse: Browse) -> None:
    keys = _keys(action)
    client = browse(alva)
    addresses = [reverse(f"strategy:{name}", args=["en-insats", keys[name]]) for name in TO_POST]
    assert [client.get(address).status_code for address in addresses] == [405, 405, 405]


def test_what_only_reads_takes_no_post(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert {name: client.post(reverse(f"strategy:{name}", args=args)).status_code for name, args in TO_READ} == {
        name: 405 for name, _ in TO_READ
    }


def test_a_member_cannot_remove_a_row(action: Action, bo: User, browse: Browse) -> None:
    keys = _keys(action)
    client = browse(bo)
    addresses = [reverse(f"strategy:{name}", args=["en-insats", keys[name]]) for name in TO_POST]
    assert [client.post(address).status_code for address in addresses] == [403, 403, 403]
    assert (action.dates.count(), action.money.count(), action.assignments.count()) == (1, 1, 1)


def test_a_member_is_offered_no_change(action: Action, bo: User, browse: Browse) -> None:
    client = browse(bo)
    for name, args in TO_READ:
        page = client.get(reverse(f"strategy:{name}", args=args)).content.decode()
        main = page.partition("<main")[2]
        assert ("<form method=\"post\"" in main, "/andra/" in main, "Lägg till" in main) == (False, False, False), name


def test_the_only_strategy_is_opened_at_once(action: Action, alva: User, browse: Browse) -> None:
    response = browse(alva).get(reverse("strategy:strategy-list"))
    assert (response.status_code, response["Location"]) == (302, reverse("strategy:strategy", args=PLAN))


def test_an_area_and_an_objective_are_found_by_key_too(action: Action, bo: User, browse: Browse) -> None:
    area = action.strategy.areas.get()
    objective = action.strategy.objectives.get()
    client = browse(bo)
    assert client.get(reverse("strategy:area", args=[area.pk]))["Location"] == reverse("strategy:area", args=AREA)
    found = client.get(reverse("strategy:objective", args=[objective.pk]))
    assert found["Location"] == reverse("strategy:objective", args=OBJECTIVE)
