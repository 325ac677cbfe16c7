"""The days of a series: every so many weeks, or the same weekday of every so many months."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

Unit = Literal["weeks", "months"]
WEEK = 7


def days_every(start: dt.date, *, every: int, unit: Unit, times: int) -> list[dt.date]:
    """``times`` days after ``start``, which is not among them, on its weekday.

    By months: its first, second … such weekday of the month; the last one where it stands in the month's fifth week.
    """
    if unit == "weeks":
        return [start + dt.timedelta(weeks=every * number) for number in range(1, times + 1)]
    return [_same_weekday(start, months=every * number) for number in range(1, times + 1)]


def _same_weekday(start: dt.date, *, months: int) -> dt.date:
    count = start.year * 12 + start.month - 1 + months
    year, month = count // 12, count % 12 + 1
    first = dt.date(year, month, 1)
    days = calendar.monthrange(year, month)[1]
    fits = range(1 + (start.weekday() - first.weekday()) % WEEK, days + 1, WEEK)
    week = (start.day - 1) // WEEK
    return dt.date(year, month, fits[week] if week < 4 else fits[-1])
