"""Events that have a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from docreader.facts.dating import resolve
from docreader.facts.event_sides import HOST, ORGANISERS, OTHER_DAY, PAST, THEME, organisers_in
from docreader.facts.event_titles import cut_at_verb, is_generic
from docreader.facts.found import Found, suggest
from docreader.facts.nature import EVENT_WORD, nature_of
from docreader.model import Span, Suggestion
from docreader.text.dates import FoundDate, find_dates
from docreader.text.page import Page
from docreader.text.places import place_in
from docreader.text.titles import is_crumbs, is_menu
from docreader.text.units import Unit


def headed(page: Page, found: Found) -> Iterator[Suggestion]:
    """A heading or point that names an event, with its date in the heading or below it."""
    if page.is_minutes:
        return
    for number, unit in enumerate(page.units):
        if not (unit.kind == "heading" or unit.bullet) or not _may_name(page, unit):
            continue
        if found.covers((unit.start, unit.end), "objective", "area", "action", "strategy", "programme"):
            continue
        yield from _one_headed(page, unit, list(_following(page, number)))


_NOT_NAME = re.compile(
    r"(?:inför|före|efter|under|before|after|før|etter|efter|om|about|till|til|se|läs|les|læs|anmäl\w*|kalender"
    r"|program|tidigare"
    r"|forrige|previous|relaterat|bilder från|foto)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:related|relaterat|relatert|kommande|nästa|tidigare|aktuellt|nyhet|save the date|missa inte|obs)\s?[:!]\s",
    re.I,
)


def _may_name(page: Page, unit: Unit) -> bool:
    text = unit.text
    if not text[:1].isupper() and not text[:1].isdigit() and text[:1] not in '"(':
        return False
    if len(text) > 140 or text.endswith((".", "?", ",")) or _NOT_NAME.match(text) or is_crumbs(text) or is_menu(text):
        return False
    if page.document.kind == "event_page" and unit.text.strip("# *") == page.document.title:
        return False
    if '"' in text and re.search(r"\b(?:säger|sier|siger|says|said)\b", text):
        return False
    return nature_of(text) == "event" or bool(find_dates(text) and place_in(text))


def _following(page: Page, number: int) -> Iterator[Unit]:
    for unit in page.units[number + 1 : number + 5]:
        if unit.kind == "heading" or unit.number:
            return
        yield unit


def _one_headed(page: Page, unit: Unit, below: list[Unit]) -> Iterator[Suggestion]:
    dates = [
        (u, d) for u in (unit, *below) for d in page.find_dates(u.text) if d.month and not OTHER_DAY.search(u.text)
    ]
    undated = not any(d.month or d.approximate for d in find_dates(unit.text)) and page.document.kind == "strategy_page"
    dates += _elsewhere(page, unit) if not dates and undated else []
    if not dates:
        return
    where, date = max(dates[:4], key=lambda pair: (pair[1].day is not None, pair[0] is not unit))
    own = find_dates(unit.text)
    cut = own[0].start if own and own[0].month else len(unit.text)
    title = cut_at_verb(_LABELLED.sub("", unit.text[:cut])).strip(" ,–-.:(")
    if len(title) < 5 or is_generic(title):
        return
    text = " ".join(u.text for u in below)[:600]
    dated, notes = resolve(page, date, past=bool(PAST.search(where.text)))
    organisers, host, theme = ORGANISERS.search(text), None, THEME.search(text)
    for sentence in re.split(r"(?<=\.)\s+", text):
        host = host or HOST.match(sentence)
    names = ([host["who"]] if host else []) + (organisers_in(organisers["who"]) if organisers else [])
    spans: list[Span] = [(unit.start, unit.end), where.body.span(max(0, date.start - 40), date.end)]
    yield suggest(
        "event",
        spans,
        0.75,
        notes,
        title=title,
        date=dated.iso,
        end_date=dated.last_iso,
        place=place_in(unit.text) or place_in(where.text),
        organisers=tuple(names) or None,
        theme=(theme["quoted"] or theme["plain"]) if theme else None,
    )


def _elsewhere(page: Page, unit: Unit) -> list[tuple[Unit, FoundDate]]:
    """A date elsewhere on the page in a sentence about the same kind of event."""
    word = next(iter(re.findall(rf"\b{EVENT_WORD}", unit.text, re.IGNORECASE)), "")
    stem = word.casefold().split("-")[-1][-12:].rstrip("en")[:9]
    near = (
        (other, date)
        for other in (page.units_with(stem) if stem.isalpha() else page.units)
        if stem and stem in other.text.casefold() and other is not unit
        for date in page.find_dates(other.text)
        if date.day
    )
    return list(islice(near, 4))
