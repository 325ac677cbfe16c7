"""Objectives of a strategy, each once however often it is repeated: "1.2 Title", "Goal A: title", "6. Title"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.found import Found, suggest
from docreader.facts.linked_measures import links
from docreader.facts.plan_words import PLAN
from docreader.model import Note, Span, Suggestion, note
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_LABEL = (
    r"(?:(?:över|över|hoved|huvud|del|effekt|etapp|inriktnings|program|fokus|satsings|klima|klimat|miljö|miljø)?mål"
    r"|målsättning|målsetting"
    r"|målsætning|målepunkt|pejlemærke|målbild|ambition|ambisjon|åtagande|löfte|løfte|punkt|prioritering|prioritet"
    r"|inriktning|ledstjärna"
    r"|objective|goal|target|aim|commitment|priority|outcome|pledge|sub-?goal|strategic objective)"
)
_ID = r"(?:\d{1,2}(?:\.\d{1,2})?|(?-i:[IVX]{1,5}|[A-H])(?:\.?\d{1,2})?)"
_NAMED = quick(
    rf"\W{{0,4}}(?:strategiskt |strategisk |nationellt "
    rf"|specific )?{_LABEL}\s(?:nr\s?)?(?P<number>{_ID})\s?[.:,)–-]?\s+(?P<title>[\"]?[A-ZÅÄÖÆØ0-9].{{4,300}})",
    re.IGNORECASE,
)
_ALONE = quick(rf"\W{{0,4}}{_LABEL}\s(?:nr\s?)?(?P<number>{_ID})\s?[.:]?\W{{0,3}}", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}")
_GOALS_HEAD = quick(
    r"(?:[\w-]{2,24} ){0,3}?(?:mål|målen|delmål|delmålen|målsättningar|målsetninger|målsætninger|effektmål|programmål"
    r"|etappmål"
    r"|objectives|goals|aims|targets|målene|delmålene|delmålene|hovedmål|hovudmål|satsingsmål|pejlemærker|ambitioner"
    r"|åtaganden"
    r"|inriktningsmål|commitments)\b.{0,40}$",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Decimal numbers first; where there are none, labelled ones, numbered headings with links below them, and
    numbered points under the heading "Goals"."""
    del found
    if page.is_minutes:
        return
    seen: dict[str, str] = {}
    for unit, number, title in _decimal(page):
        if number in seen:
            continue
        seen[number] = title
        yield suggest(
            "objective", [(unit.start, unit.end)], 0.96, number=number, title=title, area=number.split(".")[0]
        )
    if seen:
        return
    named = _named(page) or _heading_links(page) or _runs(page)
    yield from named if len(named) > 1 else ()
    if len(named) < 2:
        yield from _below_heads(page, named)


def _decimal(page: Page) -> Iterator[tuple[Unit, str, str]]:
    numbered = [unit for unit in page.units if _DECIMAL.fullmatch(unit.number) and 4 < len(unit.text) < 300]
    if len(numbered) < 2:
        return
    for unit in numbered:
        if not unit.text.rstrip().endswith((":", "...")) and unit.text[0].isupper():
            yield unit, unit.number, unit.text.strip(" *.")


def _named(page: Page) -> list[Suggestion]:
    """ "Goal 3: title", also with the title on the line below; at least two of them."""
    found: dict[str, Suggestion] = {}
    units = page.units
    for place, unit in enumerate(units):
        match = _NAMED.match(unit.text) if len(unit.text) < 330 else None
        if match is not None:
            _keep(found, match["number"], match["title"], (unit.start, unit.end), [])
            continue
        alone = _ALONE.fullmatch(unit.text)
        below = units[place + 1] if place + 1 < len(units) else None
        if alone is not None and below is not None and 4 < len(below.text) < 200 and below.text[0].isupper():
            _keep(found, alone["number"], below.text, (unit.start, below.end), [])
    return list(found.values())


def _keep(found: dict[str, Suggestion], number: str, title: str, span: Span, notes: Sequence[Note]) -> None:
    if number in found:
        return
    title = re.split(r"(?<=[a-zåäöæø])\.\s", title, maxsplit=1)[0].strip(' ."*:')
    area = number.split(".")[0] if "." in number else None
    found[number] = suggest("objective", [span], 0.9, notes, number=number, title=title, area=area)


def _heading_links(page: Page) -> list[Suggestion]:
    """Numbered lines that each have entries "Title (source - published date)" right below them."""
    entries = links(page)
    if sum(entry.sure for entry in entries) < 3:
        return []
    starts = sorted(entry.span[0] for entry in entries)
    found: dict[str, Suggestion] = {}
    numbered = [unit for unit in page.units if unit.number.isdigit() and 8 < len(unit.text) < 220 and not unit.bullet]
    taken = {entry.start.start for entry in entries}
    for place, unit in enumerate(numbered):
        if unit.start in taken or unit.text.endswith((".", "?")):
            continue
        stop = numbered[place + 1].start if place + 1 < len(numbered) else unit.end + 600
        if any(unit.end <= start < min(stop, unit.end + 400) for start in starts):
            _keep(found, unit.number, unit.text, (unit.start, unit.end), [])
    return list(found.values())


_STRATEGIC = quick(
    rf"{PLAN}|\b(?:mål|målen|målene|goals|objectives|insatser|innsatser|indsatser|tiltak|åtgärder)\b", re.IGNORECASE
)
_PARTS = quick(
    r"(?:arbetspaket|arbeidspakke|arbejdspakke|work package|frågor|spørsmål|spørgsmål|questions|program\b|dagordning"
    r"|dagsorden|agenda|steg\b|del \d|kapitel"
    r"|samarbetsområden|så gör du|innehåll|indhold|innhold|contents)",
    re.IGNORECASE,
)


def _runs(page: Page) -> list[Suggestion]:
    """A run of short numbered lines, each with points or a paragraph of its own below, where goals or measures are
    spoken of: whatever the page calls them."""
    opening = " ".join([page.document.title, *(unit.text for unit in page.units[:8])])[:1500]
    if page.document.kind in ("event_page", "agreement_page", "assignment_page") or not _STRATEGIC.search(opening):
        return []
    units = page.units
    found: dict[str, Suggestion] = {}
    lone = 0
    for place, unit in enumerate(units[:-1]):
        number = unit.number
        short = (
            8 < len(unit.text) < 170
            and not unit.text.rstrip().endswith((".", "?", ":", ","))
            and unit.text[0].isupper()
        )
        if not number.isdigit() or unit.bullet or not short:
            continue
        below = units[place + 1]
        if below.number or (below.kind == "heading" and not below.bullet):
            lone += 1
            continue
        if not any(_PARTS.match(above.text) for above in units[max(0, place - 3) : place]):
            _keep(found, number, unit.text, (unit.start, unit.end), [])
    numbers = sorted(int(number) for number in found)
    runs = len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return list(found.values()) if runs and lone <= len(found) + 2 else []


def _below_heads(page: Page, named: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Numbered points under "Goals", and short points without number in a strategy."""
    seen = {str(item.fields["number"]) for item in named}
    yield from named
    for section in page.sections:
        heading = section.heading
        if heading is None or not _GOALS_HEAD.fullmatch(heading.text.strip(" :")):
            continue
        numbered = [unit for unit in section.units if unit.number and unit.after and "?" not in unit.text]
        bullets = [unit for unit in section.units if unit.bullet and not unit.number and 10 < len(unit.text) < 220]
        points = numbered or (bullets if len(bullets) >= 2 and page.document.kind == "strategy_page" else [])
        for position, unit in enumerate(points, 1):
            number = unit.number or str(position)
            if number in seen:
                continue
            seen.add(number)
            title = re.split(r"(?<=[a-zåäö])\.\s", unit.text, maxsplit=1)[0].strip(" .")
            notes = [] if unit.number else [note("number_inferred")]
            yield suggest("objective", [(unit.start, unit.end)], 0.8, notes, number=number, title=title)
