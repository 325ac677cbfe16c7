"""The days that the document tells about itself: published, updated, reviewed, decided."""

from __future__ import annotations

from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.document_dates import document_dates
from docreader.text.page import Page

_SURE = {"published": 0.95, "updated": 0.92, "reviewed": 0.9, "decided": 0.7}


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Near the top or the bottom, where a word says what the date is, or where it stands alone."""
    del found
    for item in document_dates(page.units, day_first=page.day_first, bare=bare(page)):
        if page.is_minutes and page.document.published is None and not (item.labelled and item.kind != "decided"):
            continue
        confidence = _SURE[item.kind] if item.labelled else 0.8
        yield suggest("document_date", [item.span], confidence, date=item.iso, date_kind=item.kind)


def bare(page: Page) -> bool:
    """A day without a label tells of the document in texts that report; on the page of an event it is the event's."""
    return page.document.kind not in ("event_page", "minutes")
