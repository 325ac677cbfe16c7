"""What is on at a meeting now: the point, the time, those who are here and what has been caught."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.assembly.asked import questions_of
from kraftsamla.meetings.choices import Mode, Presence
from kraftsamla.meetings.choices.leading import Capture
from kraftsamla.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    Discussion,
    ItemNote,
    Meeting,
    NoteVersion,
    Presentation,
    Receipt,
)
from kraftsamla.meetings.overviews.leading.notes import NoteState, note_of
from kraftsamla.strategy.models import Question

DONE, ON, COMING = "done", "on", "coming"


@dataclass(frozen=True, slots=True)
class Row:
    """A point in the list. ``minutes`` is what was planned; ``texts`` counts those put aside there."""

    item: AgendaItem
    state: str
    minutes: int | None
    is_written: bool
    texts: int


@dataclass(frozen=True, slots=True)
class Heads:
    room: int
    remote: int
    gone: int

    @property
    def here(self) -> int:
        return self.room + self.remote


@dataclass(frozen=True, slots=True)
class Clock:
    """``left``: minutes left of the point, below zero when it is over. ``late``: minutes after the plan, as it looks.

    What is left is what remains of the point that is on, and the points after it that have not been taken up.
    """

    at: dt.datetime
    began_at: dt.datetime | None
    minutes: int | None
    left: int | None
    ends_at: dt.datetime | None
    late: int | None
    untimed: int


@dataclass(frozen=True, slots=True)
class Caught:
    kind: Capture
    pk: int
    words: Text
    slug: str
    detail: str
    due: str


@dataclass(frozen=True, slots=True)
class NowOverview:
    """``shown`` is the point the page is about: what is on, or another that somebody writes at."""

    meeting: Meeting
    rows: Sequence[Row]
    current: Row | None
    shown: Row | None
    following: Row | None
    note: NoteState
    questions: Sequence[Question]
    presentations: Sequence[Presentation]
    discussion: Discussion | None
    caught: Sequence[Caught]
    heads: Heads
    clock: Clock


@dataclass(frozen=True, slots=True)
class Screen:
    """What everybody in the room may see."""

    meeting: Meeting
    current: Row | None
    following: Row | None
    questions: Sequence[Question]
    heads: Heads
    clock: Clock


def now_overview(meeting: Meeting, *, shown: int | None, at: dt.datetime) -> NowOverview:
    """``shown``: the point asked for; otherwise what is on, or else the next, or the last."""
    rows = _rows(meeting)
    current, following = _where(rows)
    asked = next((row for row in rows if row.item.pk == shown), None)
    about = asked or current or following or (rows[-1] if rows else None)
    item = about.item if about else None
    presentations = item.presentations.select_related("person", "organisation") if item else []
    return NowOverview(
        meeting=meeting, rows=rows, current=current, shown=about, following=following,
        note=note_of(item) if item else NoteState(), questions=questions_of(item) if item else [],
        presentations=list(presentations), discussion=getattr(item, "discussion", None) if item else None,
        caught=_caught(item) if item else [], heads=_heads(meeting), clock=clock_of(meeting, rows, at=at),
    )  # fmt: skip


def screen_of(meeting: Meeting, *, at: dt.datetime) -> Screen:
    rows = _rows(meeting)
    current, following = _where(rows)
    questions = questions_of(current.item) if current else []
    return Screen(
        meeting=meeting, current=current, following=following, questions=questions, heads=_heads(meeting),
        clock=clock_of(meeting, rows, at=at),
    )  # fmt: skip


def _rows(meeting: Meeting) -> list[Row]:
    written = set(ItemNote.objects.filter(item__meeting=meeting).exclude(text="").values_list("item", flat=True))
    aside = NoteVersion.objects.filter(note__item__meeting=meeting, is_aside=True, settled_at=None)
    texts = dict(aside.order_by().values_list("note__item").annotate(n=Count("pk")))
    agenda = meeting.agenda.select_related("discussion").order_by("day", "position", "pk")
    return [
        Row(
            item=item, state=_state(item), minutes=planned(item), is_written=item.pk in written,
            texts=texts.get(item.pk, 0),
        )
        for item in agenda
    ]  # fmt: skip


def _state(item: AgendaItem) -> str:
    if item.opened_at is None:
        return COMING
    return ON if item.closed_at is None else DONE


def _where(rows: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """What is on, and the first after it that has not been taken up."""
    at = next((n for n, row in enumerate(rows) if row.state == ON), None)
    done = max((n for n, row in enumerate(rows) if row.state == DONE), default=-1)
    after = rows[(done if at is None else at) + 1 :]
    return (None if at is None else rows[at]), next((row for row in after if row.state == COMING), None)


def planned(item: AgendaItem) -> int | None:
    """How many minutes a point is meant to take: as written, or by its times."""
    if item.minutes is not None:
        return item.minutes
    if item.starts_at is None or item.ends_at is None or item.ends_at <= item.starts_at:
        return None
    return _minutes(item.ends_at) - _minutes(item.starts_at)


def clock_of(meeting: Meeting, rows: Sequence[Row], *, at: dt.datetime) -> Clock:
    current, following = _where(rows)
    began = current.item.opened_at if current else None
    minutes = current.minutes if current else None
    left = minutes - _passed(began, at) if began is not None and minutes is not None else None
    coming = rows[rows.index(following) :] if following else []
    remaining = [row.minutes for row in coming if row.state == COMING]
    untimed = sum(each is None for each in remaining) + (current is not None and minutes is None)
    ends = late = None
    if meeting.is_running:
        ends = at + dt.timedelta(minutes=max(left or 0, 0) + sum(each or 0 for each in remaining))
        plan = _planned_end(meeting, rows)
        late = round((ends - plan).total_seconds() / 60) if plan is not None else None
    return Clock(at=at, began_at=began, minutes=minutes, left=left, ends_at=ends, late=late, untimed=untimed)


def _planned_end(meeting: Meeting, rows: Sequence[Row]) -> dt.datetime | None:
    """The end that was called to; without one, the points one after the other from the start."""
    assert meeting.opened_at is not None
    day = timezone.localtime(meeting.opened_at)
    if meeting.ends_at is not None:
        return day.replace(hour=meeting.ends_at.hour, minute=meeting.ends_at.minute, second=0, microsecond=0)
    if not any(row.minutes for row in rows):
        return None
    start = day
    if meeting.starts_at is not None:
        start = day.replace(hour=meeting.starts_at.hour, minute=meeting.starts_at.minute, second=0, microsecond=0)
    return start + dt.timedelta(minutes=sum(row.minutes or 0 for row in rows))


def _passed(began: dt.datetime, at: dt.datetime) -> int:
    return round((at - began).total_seconds()) // 60


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _heads(meeting: Meeting) -> Heads:
    here = Q(presence=Presence.PRESENT, left_at=None)
    return Heads(
        **Attendance.objects.filter(meeting=meeting).aggregate(
            room=Count("pk", filter=here & ~Q(mode=Mode.REMOTE)), remote=Count("pk", filter=here & Q(mode=Mode.REMOTE)),
            gone=Count("pk", filter=Q(presence=Presence.PRESENT) & ~Q(left_at=None)),
        )
    )  # fmt: skip


def _caught(item: AgendaItem) -> list[Caught]:
    """What was caught at the point, in the order it was. The receipts say which follow-ups were caught here."""
    kinds = (Capture.FOLLOWUP, Capture.PROPOSAL)
    receipts = Receipt.objects.filter(meeting=item.meeting_id, kind__in=kinds, subject__startswith=f"{item.pk}:")
    keys = {int(each.subject.partition(":")[2].partition("#")[0]): each for each in receipts}
    points = FollowUp.objects.filter(pk__in=keys, meetings=item.meeting_id).select_related("owner").order_by("pk")
    found = [
        Caught(
            kind=Capture(keys[each.pk].kind), pk=each.pk, words=each.what, slug=each.slug, due=each.due,
            detail=each.owner.name if each.owner else each.asked_of or each.asked_by,
        )
        for each in points
    ]  # fmt: skip
    decisions = Decision.objects.filter(item=item).order_by("pk")
    decided = [Caught(Capture.DECISION, each.pk, each.text, "", "", "") for each in decisions]
    return [*decided, *found]
