"""The meeting while it goes on: what is on, how the time lies, and what is caught at a point."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.choices.leading import Capture
from kraftsamla.meetings.models import AgendaItem, Decision, Meeting, Receipt
from kraftsamla.meetings.operations import (
    add_item,
    capture,
    close_meeting,
    open_item,
    open_meeting,
    save_note,
)
from kraftsamla.meetings.overviews.leading import NowOverview, now_overview, stamp_of
from tests import factories


@pytest.fixture
def meeting(alva: User) -> Meeting:
    meeting = factories.meeting(starts_at=dt.time(10, 0))
    for title in ("Inledning", "Läget", "Övrigt"):
        add_item(meeting=meeting, values={"title_sv": title}, by=alva)
    meeting.agenda.update(minutes=20)
    return meeting


def items(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.agenda.order_by("position"))


def seen(meeting: Meeting, *, after: int = 0, shown: int | None = None) -> NowOverview:
    """The page so many minutes after the meeting was opened."""
    meeting.refresh_from_db()
    opened = meeting.opened_at or timezone.now()
    return now_overview(meeting, shown=shown, at=opened + dt.timedelta(minutes=after))


def states(meeting: Meeting) -> list[str]:
    return [row.state for row in seen(meeting).rows]


def test_opening_the_meeting_takes_up_the_first_point(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    assert (seen(meeting).meeting.is_running, states(meeting)) == (True, ["on", "coming", "coming"])


def test_the_next_point_ends_the_one_before_and_two_presses_do_no_harm(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    second = items(meeting)[1]
    open_item(item=second, by=alva)
    open_item(item=second, by=alva)
    overview = seen(meeting)
    assert states(meeting) == ["done", "on", "coming"]
    assert (overview.current and overview.current.item, overview.following and overview.following.item) == (
        second, items(meeting)[2],
    )  # fmt: skip


def test_a_point_taken_up_again_keeps_when_it_first_was(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    first, second, _third = items(meeting)
    open_item(item=second, by=alva)
    open_item(item=first, by=alva)
    again = items(meeting)[0]
    assert (again.opened_at, again.closed_at, states(meeting)) == (first.opened_at, None, ["on", "done", "coming"])


def test_no_point_is_taken_up_before_the_meeting_is_open(meeting: Meeting, alva: User) -> None:
    with pytest.raises(Refused) as refusal:
        open_item(item=items(meeting)[0], by=alva)
    assert refusal.value.message == "Mötet är inte öppet. Öppna det först."


def test_a_closed_meeting_can_be_opened_again_where_it_was(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    close_meeting(meeting=meeting, by=alva)
    began = seen(meeting).meeting.opened_at
    assert (seen(meeting).meeting.is_running, states(meeting)) == (False, ["done", "coming", "coming"])
    open_meeting(meeting=meeting, by=alva)
    assert (seen(meeting).meeting.opened_at, states(meeting)) == (began, ["done", "coming", "coming"])


def test_a_meeting_that_was_never_opened_is_not_closed_and_one_that_is_cancelled_not_opened(
    meeting: Meeting, alva: User
) -> None:
    with pytest.raises(Refused):
        close_meeting(meeting=meeting, by=alva)
    Meeting.objects.update(cancelled_at=timezone.now())
    with pytest.raises(Refused):
        open_meeting(meeting=meeting, by=alva)


def test_opening_does_not_overtake_who_edits_the_particulars(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    assert seen(meeting).meeting.version == 1


def test_the_time_left_and_how_the_whole_lies(meeting: Meeting, alva: User) -> None:
    open_meeting(meeting=meeting, by=alva)
    opened = timezone.localtime(AgendaItem.objects.get(title_sv="Inledning").opened_at)
    Meeting.objects.update(starts_at=opened.time().replace(second=0, microsecond=0))
    early, late = seen(meeting, after=5).clock, seen(meeting, after=27).clock
    assert (early.left, late.left) == (15, -7)
    assert (early.late in {0, 1}, late.late in {7, 8}) == (True, True)


def test_points_without_a_time_are_said(meeting: Meeting, alva: User) -> None:
    meeting.agenda.filter(title_sv="Övrigt").update(minutes=None)
    open_meeting(meeting=meeting, by=alva)
    assert seen(meeting).clock.untimed == 1


def test_a_point_of_a_programme_has_the_minutes_of_its_times(meeting: Meeting, alva: User) -> None:
    meeting.agenda.update(minutes=None, starts_at=dt.time(10, 0), ends_at=dt.time(10, 45))
    assert [row.minutes for row in seen(meeting).rows] == [45, 45, 45]


def caught(meeting: Meeting, kind: Capture, by: User, key: uuid.UUID | None = None, **values: Any) -> int:
    item = items(meeting)[1]
    return capture(item=item, kind=kind, values=values, key=key or uuid.uuid4(), by=by)


def test_what_is_caught_belongs_to_the_meeting_and_is_found_at_its_point(meeting: Meeting, alva: User) -> None:
    vinnova = factories.organisation("Vinnova")
    action = factories.action(factories.strategy())
    caught(meeting, Capture.FOLLOWUP, alva, what_sv="Skicka siffror", owner=vinnova, due="2021-04-01")
    caught(meeting, Capture.PROPOSAL, alva, what_sv="Bjud in regionerna", asked_by="Region Skåne")
    caught(meeting, Capture.DECISION, alva, text_sv="Gruppen tillstyrker.", actions=[action], objectives=[])
    at = seen(meeting, shown=items(meeting)[1].pk)
    assert [(each.kind.value, each.words.sv, each.detail, each.due) for each in at.caught] == [
        ("decision", "Gruppen tillstyrker.", "", ""),
        ("followup", "Skicka siffror", "Vinnova", "2021-04-01"),
        ("proposal", "Bjud in regionerna", "Region Skåne", ""),
    ]
    assert seen(meeting, shown=items(meeting)[0].pk).caught == []
    decision = Decision.objects.get()
    assert (decision.item, list(decision.actions.all())) == (items(meeting)[1], [action])
    followups = meeting.followups.order_by("pk").values_list("kind", "asked_on")
    assert list(followups) == [("task", "2021-03-03"), ("proposal", "2021-03-03")]
    assert not items(meeting)[1].followups.exists()


def test_a_line_sent_twice_is_caught_once(meeting: Meeting, alva: User) -> None:
    key = uuid.uuid4()
    first = caught(meeting, Capture.FOLLOWUP, alva, key, what_sv="Skicka siffror")
    assert caught(meeting, Capture.FOLLOWUP, alva, key, what_sv="Skicka siffror") == first
    assert (FollowUp.objects.count(), Receipt.objects.count()) == (1, 1)


def test_a_line_that_cannot_be_kept_leaves_no_receipt(meeting: Meeting, alva: User) -> None:
    with pytest.raises(ValidationError):
        caught(meeting, Capture.FOLLOWUP, alva, what_sv="x" * 501)
    assert (FollowUp.objects.count(), Receipt.objects.count()) == (0, 0)


def test_a_member_may_not_catch_or_lead(meeting: Meeting, bo: User) -> None:
    for deed in (
        lambda: caught(meeting, Capture.DECISION, bo, text_sv="Bo bestämmer."),
        lambda: open_meeting(meeting=meeting, by=bo), lambda: close_meeting(meeting=meeting, by=bo),
        lambda: open_item(item=items(meeting)[0], by=bo),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_the_stamp_changes_with_what_happens_and_with_nothing_else(meeting: Meeting, alva: User) -> None:
    item = items(meeting)[0]
    stamps = [stamp_of(meeting), stamp_of(meeting)]
    open_meeting(meeting=meeting, by=alva)
    stamps.append(stamp_of(meeting))
    for text, base in (("Ett", 0), ("Ett två", 1), ("Bredvid", 0)):
        save_note(item=item, text=text, base=base, key=uuid.uuid4(), by=alva)
        stamps.append(stamp_of(meeting))
    caught(meeting, Capture.DECISION, alva, text_sv="Ja.")
    stamps.append(stamp_of(meeting))
    assert (len(stamps), len(set(stamps)), stamps[0] == stamps[1]) == (7, 6, True)
