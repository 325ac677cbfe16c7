"""Everybody who sits or has sat in a body, each with a bar over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.bodies.overviews.bodies import appointments_of
from kraftsamla.bodies.overviews.periods import ran_during, start_of
from kraftsamla.core.partial_dates import earliest, latest

FULL = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a period lies between the first year and the last, in thousandths. ``unsure``: its start is not known."""

    start: int
    width: int
    unsure: bool


@dataclass(frozen=True, slots=True)
class Row:
    appointment: Appointment
    bar: Bar
    is_over: bool


@dataclass(frozen=True, slots=True)
class Tick:
    year: int
    at: int


@dataclass(frozen=True, slots=True)
class SittingOverview:
    """Those without a known start begin where the bars do; those without an end last as long as the body has."""

    body: Body
    rows: Sequence[Row]
    ticks: Sequence[Tick]
    first: int
    last: int


def sitting_overview(body: Body, *, at: dt.date) -> SittingOverview:
    appointments = sorted(appointments_of(body), key=_order)
    end = min(at, latest(body.valid_to)) if body.valid_to else at
    first, last = _years(appointments, end)
    scale = (dt.date(first, 1, 1), dt.date(last + 1, 1, 1))
    return SittingOverview(
        body=body,
        rows=[
            Row(each, _bar(each, scale, end), is_over=not ran_during(each, end.isoformat())) for each in appointments
        ],
        ticks=[Tick(year, _place(dt.date(year, 1, 1), scale)) for year in range(first, last + 1)],
        first=first,
        last=last,
    )  # fmt: skip


def _order(appointment: Appointment) -> tuple[int, str]:
    """By seat; then who came first. Those without a seat come last."""
    return (appointment.seat.position if appointment.seat else FULL, start_of(appointment))


def _years(appointments: Sequence[Appointment], at: dt.date) -> tuple[int, int]:
    starts = [earliest(start).year for each in appointments if (start := start_of(each))]
    ends = [latest(each.valid_to).year for each in appointments if each.valid_to]
    return min([*starts, *ends, at.year]), max([*starts, *ends, at.year])


def _bar(appointment: Appointment, scale: tuple[dt.date, dt.date], at: dt.date) -> Bar:
    start, end = start_of(appointment), appointment.valid_to
    begins = _place(earliest(start), scale) if start else 0
    still = max(at, earliest(start)) if start else at
    ends = _place(latest(end) if end else still, scale)
    return Bar(begins, max(ends - begins, FULL // 100), unsure=not appointment.valid_from)


def _place(day: dt.date, scale: tuple[dt.date, dt.date]) -> int:
    first, last = scale
    return round(FULL * (day - first).days / (last - first).days)
