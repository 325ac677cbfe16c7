"""Who sat in a body when, as the lines of a drawing. The table beside it says the same in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kraftsamla.core.partial_dates import earliest, latest
from kraftsamla.editions.content import Body, Seat

#: The drawing's measures, in its own units: the names' column, the width of the years, and a line's height.
NAMES, YEARS, LINE, TOP = 230, 570, 22, 24
#: More lines than this no longer help anybody; the table has them all.
AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """``y`` is the line's middle. ``is_open`` to the right: the end is not known."""

    seat: Seat
    x: float
    width: float
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    width: int = NAMES + YEARS


def by_period(body: Body) -> list[Seat]:
    """The seats in the order they began; those whose beginning nobody knows last."""
    return sorted(body.seats, key=lambda seat: (not _begins(seat), _begins(seat), seat.person.title.sv))


def timeline(body: Body, *, at: str) -> Timeline | None:
    """None where there is nothing to draw: fewer than two periods that have a beginning."""
    drawn = [seat for seat in by_period(body) if _begins(seat)][:AT_MOST]
    if len(drawn) < 2:
        return None
    ends = [_last(seat, at) for seat in drawn]
    first = dt.date(min(earliest(_begins(seat)) for seat in drawn).year, 1, 1)
    last = dt.date(max(*ends, latest(at)).year, 12, 31)
    scale = YEARS / max((last - first).days, 1)
    bars = tuple(
        Bar(seat, *_span(earliest(_begins(seat)), end, first, scale), TOP + LINE * number + LINE // 2)
        for number, (seat, end) in enumerate(zip(drawn, ends, strict=True))
    )
    return Timeline(bars, _ticks(first, last, scale), TOP + LINE * len(drawn) + 4)


def _begins(seat: Seat) -> str:
    return seat.valid_from or seat.seen_on


def _last(seat: Seat, at: str) -> dt.date:
    if seat.valid_to:
        return latest(seat.valid_to)
    return latest(at) if seat.current else latest(_begins(seat))


def _span(start: dt.date, end: dt.date, first: dt.date, scale: float) -> tuple[float, float]:
    return round(NAMES + (start - first).days * scale, 1), round(max((end - start).days * scale, 4.0), 1)


def _ticks(first: dt.date, last: dt.date, scale: float) -> tuple[Tick, ...]:
    step = max(1, (last.year - first.year) // 8)
    years: Sequence[int] = range(first.year, last.year + 1, step)
    return tuple(Tick(str(year), round(NAMES + (dt.date(year, 1, 1) - first).days * scale, 1)) for year in years)
