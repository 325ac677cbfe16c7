"""A conference's programme: days, times and what goes on side by side; and what cannot be, pointed out.

A session stands in the column of its area in the strategy, or else of its room; one with neither, and one of no area
beside which nothing goes on, is for everybody. The parts of a point that have an area or a room are sessions of their
own: those without a time share the point's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from kraftsamla.core.text import Text
from kraftsamla.meetings.assembly.timetable import Row, timetable
from kraftsamla.meetings.models import AgendaItem, Meeting, Presentation


@dataclass(frozen=True, slots=True)
class Session:
    """``parts`` are said inside it. ``within``: the point it is a part of, 0 when it is none."""

    item: AgendaItem
    day: int
    starts: dt.time | None
    ends: dt.time | None
    track: Text
    order: tuple[int, str]
    parts: tuple[Row, ...] = ()
    within: int = 0

    @property
    def is_common(self) -> bool:
        return not self.track


@dataclass(frozen=True, slots=True)
class Slot:
    """What begins at a time. ``cells`` has one tuple of sessions a track; ``common`` is for everybody."""

    starts: dt.time | None
    common: tuple[Session, ...]
    cells: tuple[tuple[Session, ...], ...]

    @property
    def has_tracks(self) -> bool:
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Day:
    """``date`` is None when the meeting's first day is not known."""

    number: int
    date: dt.date | None
    tracks: tuple[Text, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions at the same time in the same room, or with the same person (``who``)."""

    one: Session
    other: Session
    room: str = ""
    who: str = ""


def sessions_of(meeting: Meeting, items: Sequence[AgendaItem]) -> list[Session]:
    """The agenda, in order, as sessions."""
    found = [session for row in timetable(meeting, items).rows for session in _sessions(row)]
    return [replace(each, track=Text()) if _is_for_all(each, found) else each for each in found]


def days_of(meeting: Meeting, sessions: Iterable[Session]) -> list[Day]:
    """The programme as a table a day; what has no time comes last."""
    first = _first_day(meeting)
    days = []
    for number, found in groupby(sorted(sessions, key=_when), key=lambda each: each.day):
        there = list(found)
        orders = {each.order: each.track for each in there if not each.is_common}
        tracks = sorted(orders)
        slots = tuple(
            _slot(starts, list(rows), tracks) for starts, rows in groupby(there, key=lambda each: each.starts)
        )
        date = first + dt.timedelta(days=number - 1) if first else None
        days.append(Day(number, date, tuple(orders[each] for each in tracks), slots))
    return days


def clashes(sessions: Iterable[Session]) -> Iterator[Clash]:
    """Every pair that cannot both be as it is written. A point and its own parts are one thing."""
    for one, other in combinations(sessions, 2):
        if not _at_once(one, other) or _belong(one, other):
            continue
        if (room := one.item.room.strip()) and room.casefold() == other.item.room.strip().casefold():
            yield Clash(one, other, room=room)
        theirs = {each.person_id for each in _presentations(other)}
        for each in _presentations(one):
            if each.person_id in theirs:
                yield Clash(one, other, who=each.person.name)


def _sessions(row: Row) -> Iterator[Session]:
    apart = [part for part in row.parts if part.item.area_id or part.item.room.strip()]
    inside = tuple(part for part in row.parts if part not in apart)
    yield _session(row, row.starts, row.ends, inside)
    for part in apart:
        own = part.item.starts_at is not None
        starts, ends = (part.starts, part.ends) if own else (row.starts, row.ends)
        yield _session(part, starts, ends, (), within=row.item.pk)


def _session(
    row: Row, starts: dt.time | None, ends: dt.time | None, parts: tuple[Row, ...], *, within: int = 0
) -> Session:
    item = row.item
    area, room = item.area, item.room.strip()
    if area is not None:
        track, order = area.title, (int(area.number), "")
    else:
        track, order = Text(room, room), (100, room.casefold())
    return Session(item, item.day, starts, ends or item.ends_at, track, order, parts, within)


def _is_for_all(session: Session, everything: Iterable[Session]) -> bool:
    """Whether a session has no area, and nothing but its own parts goes on at the same time."""
    if session.item.area_id is not None:
        return False
    others = (each for each in everything if each is not session and not _belong(session, each))
    return not any(_at_once(session, each) for each in others)


def _belong(one: Session, other: Session) -> bool:
    """A point and its own part are one thing."""
    return one.item.pk == other.within or other.item.pk == one.within


def _slot(starts: dt.time | None, rows: Sequence[Session], tracks: Sequence[tuple[int, str]]) -> Slot:
    common = tuple(each for each in rows if each.is_common)
    cells = tuple(
        tuple(each for each in rows if not each.is_common and each.order == track) for track in tracks
    )
    return Slot(starts, common, cells)


def _when(session: Session) -> tuple[int, bool, dt.time]:
    return session.day, session.starts is None, session.starts or dt.time()


def _at_once(one: Session, other: Session) -> bool:
    """Whether they overlap; one whose end is not known is there when it begins."""
    if one.day != other.day or one.starts is None or other.starts is None:
        return False
    if one.starts == other.starts:
        return True
    ends, begins = (one.ends, other.starts) if one.starts < other.starts else (other.ends, one.starts)
    return ends is not None and begins < ends


def _presentations(session: Session) -> list[Presentation]:
    """Those of the session and of what is said inside it."""
    found = list(session.item.presentations.all())
    for part in session.parts:
        found += part.item.presentations.all()
    return found


def _first_day(meeting: Meeting) -> dt.date | None:
    try:
        return dt.date.fromisoformat(meeting.starts_on)
    except ValueError:
        return None
