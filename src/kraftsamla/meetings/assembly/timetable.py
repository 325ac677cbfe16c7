"""When each point is taken up: clock times counted from the start of the meeting, and whether the time is enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kraftsamla.meetings.choices import ItemPurpose
from kraftsamla.meetings.models import AgendaItem, Meeting

HOUR = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A point with its parts. ``starts`` and ``ends`` are None when the meeting's start is not known."""

    item: AgendaItem
    minutes: int | None
    starts: dt.time | None
    ends: dt.time | None
    parts: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """``planned``: the minutes of all points; ``given``: the meeting's length, None when it is not known, is days, or
    when points have times of their own.

    ``untimed``: how many points, breaks apart, that nobody has given any time.
    """

    rows: tuple[Row, ...]
    planned: int
    given: int | None
    untimed: int

    @property
    def over(self) -> int:
        """The minutes that are too many."""
        return max(self.planned - self.given, 0) if self.given is not None else 0

    @property
    def left(self) -> int:
        """The minutes that are not used."""
        return max(self.given - self.planned, 0) if self.given is not None else 0

    def flat(self) -> Iterator[Row]:
        """Every point and part in the order in which they stand."""
        for row in self.rows:
            yield row
            yield from row.parts


def timetable(meeting: Meeting, items: Sequence[AgendaItem]) -> Timetable:
    """The agenda in order, each point with the time it begins. A point with a time of its own begins then."""
    parts: dict[int | None, list[AgendaItem]] = {}
    for item in items:
        parts.setdefault(item.parent_id, []).append(item)
    rows: list[Row] = []
    for _day, points in groupby(parts.get(None, []), key=lambda item: item.day):
        rows += _running(list(points), parts, _minute(meeting.starts_at))
    timed = [row for row in rows if row.minutes is not None]
    return Timetable(
        rows=tuple(rows),
        planned=sum(row.minutes or 0 for row in timed),
        given=None if any(row.item.starts_at for row in rows) else _length(meeting),
        untimed=len(rows) - len(timed),
    )


def counted(rows: Iterable[AgendaItem]) -> dict[int, str]:
    """The numbers that counting gives the points: 1, 2, 2.1 …; a break has none."""
    numbers: dict[int, str] = {}
    points, parts = 0, dict[int, int]()
    for item in sorted(rows, key=lambda each: each.parent_id is not None):  # points before parts, in their order
        if item.purpose == ItemPurpose.BREAK:
            numbers[item.pk] = ""
        elif item.parent_id is None:
            points += 1
            numbers[item.pk] = str(points)
        else:
            parts[item.parent_id] = parts.get(item.parent_id, 0) + 1
            above = numbers.get(item.parent_id, "")
            numbers[item.pk] = f"{above}.{parts[item.parent_id]}" if above else ""
    return numbers


def _running(points: list[AgendaItem], parts: dict[int | None, list[AgendaItem]], clock: int | None) -> list[Row]:
    rows = []
    for item in points:
        own = parts.get(item.pk, [])
        start = _minute(item.starts_at) if item.starts_at else clock
        length = _minutes(item, own)
        end = start + (length or 0) if start is not None else None
        rows.append(
            Row(item, length, _time(start), _time(end) if length else None, tuple(_running(own, {}, start)))
        )
        clock = max(clock or 0, end) if end is not None else clock
    return rows


def _minutes(item: AgendaItem, parts: list[AgendaItem]) -> int | None:
    if item.minutes is not None:
        return item.minutes
    if item.starts_at and item.ends_at and item.ends_at > item.starts_at:
        return (_minute(item.ends_at) or 0) - (_minute(item.starts_at) or 0)
    known = [part.minutes for part in parts if part.minutes is not None]
    return sum(known) if known else None


def _length(meeting: Meeting) -> int | None:
    start, end = _minute(meeting.starts_at), _minute(meeting.ends_at)
    if start is None or end is None or meeting.ends_on or end <= start:
        return None
    return end - start


def _minute(time: dt.time | None) -> int | None:
    return None if time is None else time.hour * HOUR + time.minute


def _time(minute: int | None) -> dt.time | None:
    """The time of day; past midnight it begins again from nought."""
    return None if minute is None else dt.time(minute // HOUR % 24, minute % HOUR)
