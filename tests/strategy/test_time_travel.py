"""Status as of any date equals what the updates say, wherever it is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import Refused
from kraftsamla.editions.selection import select_picture
from kraftsamla.strategy.choices import Progress
from kraftsamla.strategy.models import Action, StatusUpdate
from kraftsamla.strategy.operations import correct_status, report_no_change, report_status
from kraftsamla.strategy.overviews.actions import action_overview
from tests import factories
from tests.conftest import undone

DAYS = st.sampled_from(
    ["2023", "2024", "2024-01", "2024-01-01", "2024-02-29", "2024-03", "2024-11-30", "2025", "2025-06", "2025-06-15"]
)
PROGRESS = st.sampled_from(Progress.values)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("report"), DAYS, PROGRESS),
        st.tuples(st.just("same"), DAYS, st.just("")),
        st.tuples(st.just("correct"), DAYS, PROGRESS, st.integers(0, 9)),
    ),
    max_size=9,
)
ASKED = [dt.date(2022, 12, 31), dt.date(2023, 6, 1), dt.date(2024, 1, 1), dt.date(2024, 1, 2), dt.date(2024, 3, 1),
         dt.date(2024, 12, 31), dt.date(2025, 6, 14), dt.date(2025, 6, 15), dt.date(2026, 11, 1)]  # fmt: skip


@dataclass
class Said:
    """One row as a reader of the list would tell it."""

    number: int
    on: str
    progress: str
    since: Said | None = None
    corrected: bool = False


def stood(rows: list[Said], at: dt.date) -> tuple[str, str]:
    """What a careful reader concludes: the newest row about a time that had begun, that nobody has corrected."""
    known = [row for row in rows if not row.corrected and row.on <= at.isoformat()]
    newest = max(known, key=lambda row: (row.on, row.number), default=None)
    return (newest.progress, newest.on) if newest else ("", "")


def tell(rows: list[Said], deed: tuple[str, ...], action: Action, by: User) -> None:
    """Do the deed, and write down what it means in the reader's list."""
    kind, on, progress = deed[0], deed[1], deed[2]
    if kind == "report":
        report_status(action=action, values={"on": on, "progress": progress}, by=by)
        rows.append(Said(len(rows), on, progress))
    elif kind == "same":
        known = [row for row in rows if not row.corrected and row.on <= on]
        last = max(known, key=lambda row: (row.on, row.number), default=None)
        if last is None:
            with pytest.raises(Refused):
                report_no_change(action=action, on=on, by=by)
            return
        report_no_change(action=action, on=on, by=by)
        rows.append(Said(len(rows), on, last.progress, since=last.since or last))
    elif standing := [row for row in rows if not row.corrected]:
        wrong = standing[int(deed[3]) % len(standing)]
        update = list(StatusUpdate.objects.filter(action=action).order_by("pk"))[wrong.number]
        correct_status(update=update, values={"on": on, "progress": progress}, reason="Fel", by=by)
        wrong.corrected = True
        new = Said(len(rows), on, progress)
        rows.append(new)
        for same in [row for row in rows if row.since is wrong and not row.corrected]:
            same.corrected = True
            rows.append(Said(len(rows), same.on, progress, since=new))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_status_as_of_any_date_is_what_the_updates_say(alva: User, deeds: list[tuple[str, ...]]) -> None:
    with undone():
        strategy = factories.strategy()
        action = factories.action(strategy)
        rows: list[Said] = []
        for deed in deeds:
            tell(rows, deed, action, alva)
        for at in ASKED:
            expected = stood(rows, at)
            listed = Action.objects.with_progress(at=at).get(pk=action.pk)
            assert (getattr(listed, "progress_now") or "", getattr(listed, "updated_on") or "") == expected  # noqa: B009  names that only the query knows
            standing = action_overview(action, at=at).standing
            assert ((standing.progress, standing.on) if standing else ("", "")) == expected
        for at in ASKED[len(rows) % 4 :: 4]:  # the whole picture takes longer to select: some of the days, in turn
            (shown,) = select_picture(strategy, at=at).actions
            assert (shown.progress, shown.updated_on) == stood(rows, at)
        assert len(rows) == StatusUpdate.objects.filter(action=action).count()


def test_what_was_unchanged_since_a_mistake_follows_its_correction(alva: User) -> None:
    action = factories.action(factories.strategy())
    wrong = report_status(action=action, values={"on": "2024-01", "progress": "done"}, by=alva)
    report_no_change(action=action, on="2024-06-01", by=alva)
    report_no_change(action=action, on="2024-09-01", by=alva)
    correct_status(update=wrong, values={"on": "2024-01", "progress": "under_way"}, reason="Delrapport", by=alva)
    standing = StatusUpdate.objects.standing(at=dt.date(2024, 12, 1)).newest_first()
    assert [(each.on, each.progress) for each in standing] == [
        ("2024-09-01", "under_way"), ("2024-06-01", "under_way"), ("2024-01", "under_way"),
    ]  # fmt: skip
    assert all(each.reason for each in standing)
