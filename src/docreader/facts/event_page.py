"""A page about one event: its name, its day, its place and who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.dating import resolve
from docreader.facts.event_labels import Labelled, labelled
from docreader.facts.event_sides import ORGANISERS, OTHER_DAY, THEME, organisers_in
from docreader.facts.event_titles import HELD
from docreader.facts.found import suggest
from docreader.model import Suggestion
from docreader.text.dates import FoundDate, find_dates
from docreader.text.document_dates import document_dates
from docreader.text.page import Page
from docreader.text.places import form_of, place_after_date, place_in
from docreader.text.triggers import quick
from docreader.text.units import Unit

_INVITES = quick(
    r"^(?:(?:varmt |hjärtligt )?välkommen till|välkomna till|velkommen til|welcome to|inbjudan(?: till)?:?"
    r"|invitasjon(?: til)?:?"
    r"|invitation(?: til| to)?:?|save the date:?|kom till|kom på|program(?: för| for)?:?|anmälan till"
    r"|anmäl dig till)\s+",
    re.IGNORECASE,
)


def page_event(page: Page) -> Iterator[Suggestion]:
    """A page about one event: the title, and its day behind a label, in the title or near the top."""
    if page.document.kind != "event_page":
        return
    labels = labelled(page)
    said = {item.name: item for item in reversed(labels)}
    when = _when(page, labels)
    if when is None:
        return
    unit, date = when
    title = page.document.title
    at = page.flat.find(title)
    theme = said["theme"].value if "theme" in said else _theme(page)
    name = _name(title, theme)
    dated, notes = resolve(page, date, past=False)
    spans = [unit.body.span(date.start, date.end)] + ([(at, at + len(title))] if at >= 0 else [])
    top = "; ".join(u.text for u in page.units[:14])[:1200]
    place = said["place"].value.strip(" .") if "place" in said else None
    place = place or place_in(unit.text[date.end :]) or place_after_date(unit.text) or place_in(unit.text)
    held = ORGANISERS.search(top)
    names = [name for item in labels if item.name == "organisers" for name in organisers_in(item.value.split(". ")[0])]
    names = names or (organisers_in(held["who"]) if held else [])
    yield suggest(
        "event",
        sorted(spans),
        0.9 if "date" in said else 0.82,
        notes,
        title=name,
        date=dated.iso,
        end_date=dated.last_iso,
        place=_short_place(place),
        organisers=tuple(names) or None,
        theme=theme,
        form=form_of(top, place),
    )


def _when(page: Page, labels: Sequence[Labelled]) -> tuple[Unit, FoundDate] | None:
    """The day of the event and where it stands."""
    for item in labels:
        if item.name == "date":
            for date in page.find_dates(item.unit.text):
                if date.day and date.start >= item.start:
                    return item.unit, date
    own = {item.iso for item in document_dates(page.units, day_first=page.day_first, bare=False)}
    for pattern in (HELD, None):
        for unit in page.units[:30]:
            clean = not OTHER_DAY.search(unit.text[:200]) and (pattern is None or pattern.search(unit.text))
            for date in page.find_dates(unit.text) if clean else ():
                if date.day and date.iso not in own:
                    return unit, date
    return None


def _theme(page: Page) -> str | None:
    for unit in page.units[:20]:
        match = THEME.search(unit.text)
        if match:
            return match["quoted"] or match["plain"]
    return None


def _name(title: str, theme: str | None) -> str:
    """The event's name: without its day, an invitation before it and a motto behind it."""
    cut = find_dates(title)
    name = title[: cut[0].start].strip(" ,–-:(") if cut and cut[0].start > 5 and cut[0].month else title
    name = _INVITES.sub("", name)
    parts = re.split(r"\s[–|-]\s", name, maxsplit=1)
    motto = len(parts) == 2 and (
        re.search(r"\b(?:19|20)\d\d$", parts[0]) or parts[1].casefold() == (theme or "").casefold()
    )
    name = parts[0] if motto else name
    return name[0].upper() + name[1:] if name else title


def _short_place(place: str | None) -> str | None:
    if place is None:
        return None
    return re.split(r"\.\s|\s\(|;\s|\s–\s", place)[0].strip(" .,") or None
