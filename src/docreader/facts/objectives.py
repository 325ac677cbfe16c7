"""Numbered objectives of a strategy ("1.2 Title"), each once however often it is repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.units import Unit

_NAMED = re.compile(
    r"\W{0,4}(?:del)?(?:mål|målsättning|målsetting|delmål|delmål|objective|goal"
    r"|target)\s(?P<number>\d{1,2}(?:\.\d{1,2})?)\s?[.:–-]?\s+(?P<title>[A-ZÅÄÖÆØ].{4,300})",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}")
_GOALS_HEAD = re.compile(
    r"(?:[\w-]{2,24} ){0,3}?(?:mål|målen|delmål|delmålen|målsättningar|målsetninger|målsætninger|effektmål|programmål"
    r"|objectives|goals|aims|targets|målene|delmålene|delmålene|hovedmål|hovudmål|satsingsmål)\b.{0,40}$",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Decimal numbers first; where there are none, "Mål 3: ..." and numbered points under the heading "Mål"."""
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
    if not seen:
        yield from _named(page)


def _decimal(page: Page) -> Iterator[tuple[Unit, str, str]]:
    numbered = [unit for unit in page.units if _DECIMAL.fullmatch(unit.number) and 4 < len(unit.text) < 300]
    if len(numbered) < 2:
        return
    for unit in numbered:
        if not unit.text.rstrip().endswith((":", "...")) and unit.text[0].isupper():
            yield unit, unit.number, unit.text.strip(" *.")


def _named(page: Page) -> Iterator[Suggestion]:
    seen: set[str] = set()
    for section in page.sections:
        heading = section.heading
        if heading is not None:
            yield from _from_unit(heading, seen)
        under = heading is not None and _GOALS_HEAD.fullmatch(heading.text.strip(" :"))
        for unit in section.units:
            named = list(_from_unit(unit, seen))
            yield from named
            if under and not named and unit.number and unit.after and "?" not in unit.text and unit.number not in seen:
                seen.add(unit.number)
                title = re.split(r"(?<=[a-zåäö])\.\s", unit.text, maxsplit=1)[0].strip(" .")
                yield suggest("objective", [(unit.start, unit.end)], 0.8, number=unit.number, title=title)


def _from_unit(unit: Unit, seen: set[str]) -> Iterator[Suggestion]:
    match = _NAMED.match(unit.text)
    if match and match["number"] not in seen:
        seen.add(match["number"])
        title = re.split(r"(?<=[a-zåäö])\.\s", match["title"], maxsplit=1)[0].strip(" .")
        area = match["number"].split(".")[0] if "." in match["number"] else None
        yield suggest("objective", [(unit.start, unit.end)], 0.9, number=match["number"], title=title, area=area)
