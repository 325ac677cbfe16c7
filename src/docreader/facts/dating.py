"""The day that a date without a year, or "next year", means."""

from __future__ import annotations

from collections.abc import Sequence

from docreader.model import Note, note
from docreader.text.dates import FoundDate
from docreader.text.page import Page


def resolve(page: Page, date: FoundDate, *, past: bool) -> tuple[FoundDate, list[Note]]:
    """The date with its year, inferred from the anchor where it is not written."""
    base = page.anchor
    if date.shift is not None:
        if base is None:
            return date, []
        return date.with_year(int(base[:4]) + date.shift), [note("relative_date", from_=base, words="year")]
    if date.lacks_year and base is not None:
        return date.before(base) if past else date.after(base), [note("year_inferred", from_=base)]
    return date, [note("approximate", words="season")] if date.approximate else []


def finest(dates: Sequence[FoundDate]) -> FoundDate:
    """The most precise of the dates; a year and a month side by side ("2023, November") are one."""
    best = max(dates, key=lambda d: (d.day is not None, d.month is not None))
    if best.year is None:
        year = next((d.year for d in dates if d.year is not None), None)
        return best if year is None else best.with_year(year)
    return best
