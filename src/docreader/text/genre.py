"""What a document is: its kind, title, language, day of publication, and the day its dates are counted from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docreader.model import DocumentFacts, DocumentKind, Extract
from docreader.text.dates import FoundDate, find_dates
from docreader.text.document_dates import document_dates
from docreader.text.genre_signs import is_event, kind_of
from docreader.text.language import language_of
from docreader.text.lines import Line
from docreader.text.minutes import MINUTES_WORD
from docreader.text.minutes import is_minutes as records_meeting
from docreader.text.titles import page_title
from docreader.text.units import Unit


def describe(
    flat: str, lines: Sequence[Line], units: Sequence[Unit], extract: Extract, *, day_first: bool
) -> tuple[DocumentFacts, str | None]:
    """The document's facts and its anchor (ISO date for counting missing years), None when nothing gives one."""
    content = [line for line in lines if not line.furniture]
    is_minutes = records_meeting(lines)
    title = _title(content, units, extract, is_minutes=is_minutes)
    bare = not is_minutes and not is_event(title, content)
    published, latest = _own_days(units, day_first=day_first, bare=bare)
    published = extract.published or published
    kind: DocumentKind = "minutes" if is_minutes else kind_of(title, content, published, flat)
    anchor = _meeting_day(units, day_first=day_first) if is_minutes else published or latest
    fallback = _latest(units, day_first=day_first) if is_minutes else _usual_year(units, day_first=day_first)
    return DocumentFacts(kind, title, language_of(flat), published), anchor or fallback


def _title(content: Sequence[Line], units: Sequence[Unit], extract: Extract, *, is_minutes: bool) -> str:
    """The title without its date. For minutes the line that says so, else the best of the opening lines."""
    if is_minutes:
        for unit in units[:14]:
            if MINUTES_WORD.search(unit.text) and len(unit.text) < 200:
                return trim_title(unit.text, extract)
    if extract.title:
        return extract.title
    return page_title(units) or (content[0].text if content else "").strip("# *")


def trim_title(text: str, extract: Extract | None = None) -> str:
    """A title without the date and the remark in brackets at its end."""
    del extract
    found = find_dates(text)
    cut = found[0].start if found and found[0].start > 8 else len(text)
    head = re.sub(r"[\s,–:-]*(?:\(?den|on|d\.|\(|mån\w*|tis\w*|ons\w*|tors\w*|fre\w*)?\s*$", "", text[:cut])
    return head.strip("# *,–-") or text.strip()


def _own_days(units: Sequence[Unit], *, day_first: bool, bare: bool) -> tuple[str | None, str | None]:
    """The day of publication, and the latest day the document tells about itself."""
    dates = document_dates(units, day_first=day_first, bare=bare)
    published = next((item.iso for item in dates if item.kind == "published"), None)
    return published, max((item.iso for item in dates if item.kind != "decided"), default=None)


#: When the page was written over is not when they met.
_CHANGED = re.compile(
    r"\W{0,4}(?:(?:senast|senest|sist|sidst|last)\s)?(?:ändra[dt]|uppdatera[dt]|redigera[dt]|endret|oppdatert|redigert"
    r"|ændret|opdateret|redigeret|changed|updated|edited|modified)\b",
    re.IGNORECASE,
)


def _meeting_day(units: Sequence[Unit], *, day_first: bool) -> str | None:
    """The first full date near the top: minutes begin with the day of the meeting."""
    dates: list[FoundDate] = []
    for unit in units[:30]:
        if _CHANGED.match(unit.text):
            continue
        dates += [found for found in find_dates(unit.text, day_first=day_first) if found.day and found.iso]
        if dates:
            return dates[0].iso
    return None


def _latest(units: Sequence[Unit], *, day_first: bool) -> str | None:
    """Failing everything else, the latest full date in the text."""
    days = [d.iso for unit in units[:400] for d in find_dates(unit.text, day_first=day_first) if d.day and d.iso]
    return max((day for day in days if day), default=None)


def _usual_year(units: Sequence[Unit], *, day_first: bool) -> str | None:
    """Failing everything else, the year that the text names most often: what lacks a year is of that year."""
    years = Counter(
        found.year for unit in units[:400] for found in find_dates(unit.text, day_first=day_first) if found.year
    )
    return str(max(years, key=lambda year: (years[year], year))) if years else None
