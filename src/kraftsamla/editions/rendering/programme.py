"""A programme with sessions side by side, as tables: a day a table, a time a row, an area of the strategy (or a hall) a
column. A table reads well in a row too: each cell says where and when by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Track:
    """What runs through a day: an area, or a hall. ``number`` is the area's, "" for a hall."""

    key: str
    number: str
    title: Text


@dataclass(frozen=True, slots=True)
class Cell:
    """What is on somewhere; ``span`` is over how many columns: all of them for what is for everybody."""

    items: tuple[AgendaItem, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    starts_at: str
    ends_at: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Day:
    number: int
    tracks: tuple[Track, ...]
    slots: tuple[Slot, ...]


def days_of(meeting: Meeting) -> list[Day]:
    """The days that have sessions side by side; none for a meeting that takes one thing at a time."""
    points = [item for item in meeting.agenda if item.level == 1 and item.starts_at]
    days = [_day(number, [item for item in points if item.day == number]) for number in sorted({p.day for p in points})]
    return days if any(day.tracks for day in days) else []


def _day(number: int, items: Sequence[AgendaItem]) -> Day:
    at_once = Counter(item.starts_at for item in items)
    tracks: dict[str, Track] = {}
    for item in items:
        if at_once[item.starts_at] > 1 and (track := _track(item)):
            tracks.setdefault(track.key, track)
    times = sorted(at_once)
    at = {time: [item for item in items if item.starts_at == time] for time in times}
    slots = [slot for time in times for slot in _slots(at[time], list(tracks))]
    return Day(number, tuple(tracks.values()), tuple(slots))


def _track(item: AgendaItem) -> Track | None:
    if item.area is not None:
        return Track(f"area {item.area.slug}", item.area.slug, item.area.title)
    return Track(f"room {item.room}", "", Text(item.room)) if item.room else None


def _slots(items: Sequence[AgendaItem], tracks: Sequence[str]) -> Iterator[Slot]:
    """A row for what is for everybody, and a row for what runs side by side."""
    placed: dict[str, list[AgendaItem]] = {key: [] for key in tracks}
    whole = []
    for item in items:
        track = _track(item) if len(items) > 1 else None
        if track is not None and track.key in placed:
            placed[track.key].append(item)
        else:
            whole.append(item)
    starts, ends = items[0].starts_at, max(item.ends_at for item in items)
    if whole:
        yield Slot(starts, ends, (Cell(tuple(whole), max(1, len(tracks))),))
    if any(placed.values()):
        yield Slot(starts, ends, tuple(Cell(tuple(placed[key])) for key in tracks))
