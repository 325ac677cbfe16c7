"""The day that a date without a year, or "next year", means."""

from __future__ import annotations

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
