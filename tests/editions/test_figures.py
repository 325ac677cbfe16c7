"""The figures about ourselves: honest when nothing has happened, and counted from what is shown."""

from __future__ import annotations

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.core.clock import now, today
from kraftsamla.editions import content
from kraftsamla.editions.selection import select_picture
from kraftsamla.followup.models import Answer
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import assign, claim_result, examine_result, report_status
from tests import factories
from tests.followup.conftest import *  # noqa: F403  the round and its sheet are fixtures of that folder
from tests.followup.conftest import Sheet


def figures() -> content.Figures:
    found = select_picture(Strategy.objects.get(), at=today()).figures
    assert found is not None
    return found


def test_where_nothing_has_happened_nothing_is_claimed(alva: User) -> None:
    factories.action(factories.strategy())
    assert figures() == content.Figures()


def test_a_part_that_is_only_named_is_not_accepted(actions: list[Action], alva: User) -> None:
    assign(action=actions[0], organisation=factories.organisation("Region Prov"), role="responsible", by=alva)
    found = figures()
    assert (found.parts, found.accepted) == (4, 3)


def test_the_share_that_answered_is_that_of_the_last_round(sheet: Sheet) -> None:
    before = figures()
    Answer.objects.update(state="submitted", submitted_at=now(), seconds=240)
    after = figures()
    assert [(each.asked, each.answered, each.minutes) for each in (before, after)] == [(1, 0, None), (1, 1, 4)]
    assert after.round is not None
    assert after.round.sv == "Läget i vår"


def test_the_age_of_the_newest_status_is_told_of_what_is_not_finished(actions: list[Action], alva: User) -> None:
    report_status(action=actions[0], values={"on": today().isoformat(), "progress": "under_way"}, by=alva)
    report_status(action=actions[2], values={"on": "2020-01-01", "progress": "done"}, by=alva)
    found = figures()
    assert (found.living, found.age_median is not None, (found.age_worst or 0) > 1000) == (2, True, True)


def test_a_claim_counts_as_verified_only_when_somebody_else_has_looked(actions: list[Action], alva: User) -> None:
    agency = factories.recorded(actions[0].assignments.get().organisation)
    values = {"what_sv": "En hubb", "on": "2021-05-01", "evidence": "En rapport"}
    result = claim_result(action=actions[0], values=values, voice=agency, by=system_account())
    before = figures()
    other = factories.recorded(factories.organisation("Granskaren"), name="Rut Rask")
    examine_result(result=result, values={"finding": "verified", "on": "2021-06-01"}, voice=other, by=alva)
    assert [(each.results, each.verified) for each in (before, figures())] == [(1, 0), (1, 1)]
