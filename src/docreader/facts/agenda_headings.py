"""Agenda items without numbers: headings, titles in bold, letters and Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.agenda_titles import bare_title
from docreader.facts.found import Found, suggest
from docreader.facts.list_heads import head_of
from docreader.facts.phrases import person_density
from docreader.model import Suggestion
from docreader.text.minutes import MINUTES_WORD
from docreader.text.names import is_given_name
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit, heading_shape

_META = re.compile(
    r"(?:plats|tid|datum|lokal|sted|dato|tidpunkt|place|date|time|dagordning|dagsorden|agenda|saksliste"
    r"|bilag\w*|distribution|innehåll|mötesanteckningar|minnesanteckningar|"
    r"anteckningar|protokoll|referat|minutes|notes|vid protokollet|justeras|justeringsmän|underskrifter"
    r"|bakgrund till mötet|møtedato|møtested|mødedato|mødested|"
    r"kontakt|ansvarig|åtgärder|beslut|vedtak|beslutning|program|sammanfattning|innkalling)\s*:?$",
    re.IGNORECASE,
)


_LETTER = re.compile(r"(?P<mark>[A-Za-z]|[IVX]{1,5})[.)]\s+(?P<title>[A-ZÅÄÖÆØ].{2,100})")


_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def lettered(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points that count with letters or Roman numerals."""
    romans: list[Suggestion] = []
    letters: list[Suggestion] = []
    for unit in page.units:
        match = _LETTER.fullmatch(unit.text)
        if match is None or not heading_shape(match["title"]) or found.covers((unit.start, unit.end), "participant"):
            continue
        title, end = bare_title(match["title"])
        span = (unit.start, unit.body.span(0, match.start("title") + end)[1])
        point = suggest("agenda_item", [span], 0.75, title=title, number=match["mark"])
        if len(romans) < len(_ROMANS) and match["mark"] == _ROMANS[len(romans)]:
            romans.append(point)
        if match["mark"].casefold() == chr(ord("a") + len(letters)):
            letters.append(point)
    best = max(romans, letters, key=len)
    yield from best if len(best) >= 3 else ()


_RUN_IN_HEAD = re.compile(r"(?:\*\*|__)(?P<title>[A-ZÅÄÖÆØ][^*_\n]{2,90}?)[.:]?(?:\*\*|__)[.:]?\s+(?=\S)")


def run_in(page: Page, found: Found) -> Iterator[Suggestion]:
    """Titles in bold at the start of a paragraph that goes on in the same line: "**Budget** Anna told ..."."""
    points: list[tuple[str, int, int]] = []
    for number, unit in enumerate(page.units):
        match = _RUN_IN_HEAD.match(page.flat, unit.start)
        if match is None or found.covers((unit.start, unit.end), "participant", "member"):
            continue
        title = match["title"].strip(" .:")
        if _META.match(title) or head_of(f"{title}:", opening=False) or _TELLS_NEXT.match(title) or number == 0:
            continue
        if page.flat[match.end("title") :][:3].startswith(":") or page.find_dates(title):
            continue
        points.append((title, match.start("title"), match.start("title") + len(title)))
    if len(points) >= 3:
        for title, start, end in points:
            yield suggest("agenda_item", [(start, end)], 0.72, title=title)


def marked_headings(page: Page, found: Found) -> int:
    """How many headings are written as such (by the format or by Markdown signs) and can be points."""
    marked = page.format in ("html", "docx", "odt")
    return sum(
        unit.kind == "heading"
        and unit.level >= 2
        and (marked or page.flat[unit.start] == "#")
        and _is_point(page, found, unit, number)
        for number, unit in enumerate(page.units)
    )


_PUBLISHED = quick(
    r"(?:senast |sist |last )?(?:publicera|publisert|udgivet|published|uppdatera|oppdatert|opdateret|updated)", re.I
)


def headed(page: Page, found: Found) -> Iterator[Suggestion]:
    """Headings of minutes without numbers."""
    headings = [
        unit
        for number, unit in enumerate(page.units)
        if unit.kind == "heading" and _is_point(page, found, unit, number)
    ]
    if not headings:
        return
    signed = [unit for unit in headings if page.flat[unit.start] == "#"]
    headings = signed if len(signed) >= 2 else headings
    marked = page.flat[headings[0].start] == "#"
    level = min(unit.level for unit in headings)
    if marked and sum(unit.level == level for unit in headings) >= 2:
        headings = [unit for unit in headings if unit.level == level]
    if len(headings) < 2:
        return
    seen: set[str] = set()
    for unit in headings:
        title, end = bare_title(unit.text)
        if title and title.casefold() not in seen:
            seen.add(title.casefold())
            number = unit.number or None
            yield suggest(
                "agenda_item",
                [(unit.start, unit.body.span(0, end)[1])],
                0.82 if marked else 0.72,
                number=number,
                title=title,
            )


def _is_point(page: Page, found: Found, unit: Unit, number: int) -> bool:
    text = unit.text.strip("* ")
    if _META.match(text) or head_of(text, opening=True) or (head_of(text, opening=False) and text.endswith(":")):
        return False
    if MINUTES_WORD.search(text) and (number < 6 or (page.flat[unit.start] == "#" and unit.level == 1)):
        return False
    if _PUBLISHED.match(text) or (
        (found_dates := [date for date in page.find_dates(text) if date.month])
        and found_dates[0].end - found_dates[0].start > len(text) - 10
    ):
        return False
    after = page.units[number + 1] if number + 1 < len(page.units) else None
    if after is not None and found.covers((after.start, after.start + 1), "participant", "member"):
        return False
    if _TELLS_NEXT.match(text) or (unit.level == 1 and _is_title(page, unit)):
        return False
    if number == 0 or any(len(word) > 40 for word in text.split()):
        return False
    if text.endswith("?") and not (unit.gap and unit.kind == "heading" and not unit.bullet and _below(page, unit)):
        return False
    if found.covers((unit.start, unit.end), "participant") or person_density([text]) > 0.5:
        return False
    first = next((item.evidence[0][0] for item in found.of("participant")), None)
    if (
        first is not None
        and unit.start < first
        and not any(u.kind == "paragraph" and len(u.text) > 60 for u in _below(page, unit))
    ):
        return False
    return not (len(text.split()) == 1 and is_given_name(text))


_TELLS_NEXT = re.compile(
    r"(?:nästa|neste|næste|next)\s[\w-]{3,24}\s?(?::|\b.{0,30}\d).{0,80}$|(?:ref|referent|sekreterare|utsendt)\s?[:.]",
    re.IGNORECASE,
)


def _is_title(page: Page, unit: Unit) -> bool:
    """The only heading of the first level, before any other, is the title of the document."""
    firsts = [other for other in page.units if other.kind == "heading" and other.level == 1]
    marked = page.flat[unit.start] == "#" or page.format in ("html", "docx", "odt")
    return marked and len(firsts) == 1


def _below(page: Page, unit: Unit) -> Sequence[Unit]:
    for section in page.sections:
        if section.heading is unit:
            return section.units
    return ()
