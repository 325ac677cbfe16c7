"""Agenda items: the numbered (or only headed) points of a meeting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docreader.facts.agenda_headings import headed, lettered, marked_headings, run_in
from docreader.facts.agenda_titles import TIME, bare_title, clock_of, cut_title, is_endless
from docreader.facts.found import Found, suggest
from docreader.model import Note, Suggestion, note
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit, heading_shape

_OPENING = quick(
    r"\b(?:Mötets öppnande(?: och [a-zåäö]{4,20})?|Mötet öppnas|Mötets inledning|Inledning|Välkommen"
    r"|Öppnande|Velkomst|Velkommen|Åpning|Åbning|Opening|Welcome)"
    r"(?=[.:]?\s+[A-ZÅÄÖÆØ]|[.:]?$)"
)


#: What one whole number counts in the order of the points, so that "4 b" comes between 4 and 5.
_STEP = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A possible agenda item: its order for the chain, its written number, and its line."""

    order: int
    number: str
    style: str
    unit: Unit
    headed: bool


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The points of the longest chain of numbers; without one, the headings of the minutes."""
    if not page.is_minutes:
        return
    timed = list(_timed(page, found))
    chain = [] if len(timed) >= 3 else _chain(list(_candidates(page, found)))
    if chain and not any(item.unit.kind == "heading" for item in chain) and marked_headings(page, found) >= 3:
        yield from headed(page, found)
        return
    if len(chain) >= 2:
        yield from _numbered(page, chain)
        return
    if len(timed) >= 2:
        yield from timed
        return
    yield from list(headed(page, found)) or list(run_in(page, found)) or list(lettered(page, found))


def _candidates(page: Page, found: Found) -> Iterator[Item]:
    inside = _enumerated(page)
    for unit in page.units:
        if not unit.number or unit.bullet or unit.kind == "table_row" or unit.start in inside:
            continue
        if found.covers((unit.start, unit.end), "participant", "member"):
            continue
        order = re.match(r"(\d+) ?([a-f]?)", unit.number)
        if order is None or "." in unit.number or len(unit.text) < 2:
            continue
        step = int(order[1]) * _STEP + ("abcdef".index(order[2]) if order[2] else 0)
        dated = "/" in unit.number
        style = f"{unit.sign.casefold()[:3]}{'n/y' if dated else ''}{unit.after[:1]}"
        title = cut_title(unit.body, endless=is_endless(page, unit))
        shaped = heading_shape(unit.text) or len(title.text) < len(unit.text)
        yield Item(step, unit.number, style, unit, shaped)


_AGENDA_HEAD = quick(
    r"\b(?:dagordning|dagsorden|agenda|saksliste|sakliste|ärenden|saker|punkter|program)\w{0,3}\s?:$", re.IGNORECASE
)


def _enumerated(page: Page) -> set[int]:
    """Where the points of an enumeration begin: it starts again at 1 below a sentence that ends with a colon."""
    inside: set[int] = set()
    order = 0
    for previous, unit in itertools.pairwise(page.units):
        number = int(unit.number) if unit.number.isdigit() and unit.after else 0
        opens = previous.kind != "heading" and len(previous.text) > 20 and previous.text.rstrip().endswith(":")
        if number == 1 and opens and not _AGENDA_HEAD.search(previous.text):
            order = 1
        elif order and number == order + 1:
            order = number
        else:
            order = 0
        if order:
            inside.add(unit.start)
    return inside


_BREAK = quick(
    r"(?:gemensam |felles |fælles )?(?:lunch|paus|fika|kaffe\w*|bensträckare|pause|frokost|lunsj|break|coffee\w*"
    r"|middag)\b"
    r".{0,60}",
    re.IGNORECASE,
)


def _chain(items: Sequence[Item]) -> list[Item]:
    """The weightiest run of rising numbers in one style. Points with a heading's shape weigh more than sentences,
    and a run that begins with 1 (or has a sign) more than one that does not."""
    best: list[tuple[float, int]] = []
    for index, item in enumerate(items):
        own = 1.0 if item.headed else 0.3
        own += 0.6 if item.unit.kind == "heading" else 0.0
        start = 0.5 if item.order == _STEP or item.unit.sign or "/" in item.number else 0.0
        value, previous = own + start, -1
        for earlier in range(max(0, index - 60), index):
            other = items[earlier]
            ahead = item.order - other.order
            if other.style == item.style and 0 < ahead <= 2 * _STEP and best[earlier][0] + own > value:
                value, previous = best[earlier][0] + own - 0.2 * max(0, ahead // _STEP - 1), earlier
        best.append((value, previous))
    if not best:
        return []
    index = max(range(len(best)), key=lambda i: (best[i][0], i))
    chain: list[Item] = []
    while index >= 0:
        chain.append(items[index])
        index = best[index][1]
    chain.reverse()
    return chain if sum(item.headed for item in chain) >= 0.5 * len(chain) else []


def _numbered(page: Page, chain: Sequence[Item]) -> Iterator[Suggestion]:
    if chain[0].order == 2 * _STEP and not chain[0].unit.sign:
        first = _lost_first(page, chain[0].unit.start)
        if first is not None:
            yield first
    sure = 0.96 if len(chain) >= 3 else 0.85
    for item in chain:
        body = cut_title(item.unit.body, endless=is_endless(page, item.unit))
        whole = len(body.text) == len(item.unit.text)
        begins, until, cut = clock_of(body)
        title, end = bare_title(body.text[cut:])
        if not title:
            continue
        evidence = (item.unit.start, body.span(0, cut + end)[1])
        confidence = sure if whole and item.headed else 0.78
        yield suggest("agenda_item", [evidence], confidence, number=item.number, title=title, start=begins, end=until)


def _lost_first(page: Page, before: int) -> Suggestion | None:
    """Point 1 without its number, as conversion leaves it: the usual words for opening a meeting."""
    notes: tuple[Note, ...] = (note("number_inferred"),)
    for unit in page.units:
        if unit.start >= before:
            break
        match = next(reversed(list(_OPENING.finditer(unit.text))), None)
        if match is not None:
            return suggest("agenda_item", [unit.body.span(*match.span())], 0.8, notes, number="1", title=match[0])
    return None


def _timed(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points that begin with a clock time instead of a number."""
    for unit in page.units:
        match = TIME.match(unit.text) if not unit.number else None
        span = (unit.start, unit.end)
        if match is None or (len(unit.text) > 300 and not match["h2"]) or found.covers(span, "participant"):
            continue
        begins, until, cut = clock_of(unit.body)
        rest = re.split(r"[.:]\s", unit.text[cut:], maxsplit=1)[0]
        title, end = bare_title(rest)
        if title and not _BREAK.fullmatch(title):
            yield suggest(
                "agenda_item",
                [(unit.start, unit.body.span(0, cut + end)[1])],
                0.85,
                title=title,
                start=begins,
                end=until,
            )
