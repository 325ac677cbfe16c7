"""Events that have a heading or a page of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.event_sides import HOST, ORGANISERS, PAST, THEME, organisers_in
from docreader.facts.found import Found, suggest
from docreader.facts.nature import EVENT_WORD, nature_of
from docreader.model import Span, Suggestion
from docreader.text.dates import FoundDate, find_dates
from docreader.text.page import Page
from docreader.text.places import form_of, place_in
from docreader.text.units import Unit


def headed(page: Page, found: Found) -> Iterator[Suggestion]:
    """A heading or point that names an event, with its date in the heading or below it."""
    if page.is_minutes:
        return
    for number, unit in enumerate(page.units):
        short = unit.kind == "heading" or unit.bullet
        if (
            not short
            or len(unit.text) > 140
            or found.covers((unit.start, unit.end), "objective", "area", "action", "strategy", "programme")
        ):
            continue
        if re.match(r"(?:inför|före|efter|under|before|after|før|etter|efter)\s", unit.text, re.IGNORECASE):
            continue
        if nature_of(unit.text) != "event" and not (find_dates(unit.text) and place_in(unit.text)):
            continue
        below = list(_following(page, number))
        yield from _one_headed(page, unit, below)


def _following(page: Page, number: int) -> Iterator[Unit]:
    for unit in page.units[number + 1 : number + 5]:
        if unit.kind == "heading" or unit.number:
            return
        yield unit


def _one_headed(page: Page, unit: Unit, below: list[Unit]) -> Iterator[Suggestion]:
    dates = [(u, d) for u in (unit, *below) for d in page.find_dates(u.text) if d.month]
    dates += _elsewhere(page, unit) if not dates else []
    if not dates:
        return
    where, date = max(dates[:4], key=lambda pair: (pair[1].day is not None, pair[0] is not unit))
    own = find_dates(unit.text)
    cut = own[0].start if own and own[0].month else len(unit.text)
    title = unit.text[:cut].strip(" ,–-.:(")
    if not title:
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
    return [
        (other, date)
        for other in page.units
        if stem and stem in other.text.casefold() and other is not unit
        for date in page.find_dates(other.text)
        if date.day
    ]


def page_event(page: Page) -> Iterator[Suggestion]:
    """A page about one event: the title, and the first day that the page gives."""
    if page.document.kind != "event_page":
        return
    title = page.document.title
    at = page.flat.find(title)
    for unit in page.units[:25]:
        if re.search(
            r"publicer|publiser|published|uppdater|anmäl|registr|deadline|senast",
            unit.text[:200],
            re.IGNORECASE,
        ):
            continue
        for date in page.find_dates(unit.text):
            if date.day is None:
                continue
            dated, notes = resolve(page, date, past=False)
            spans = [unit.body.span(date.start, date.end)] + ([(at, at + len(title))] if at >= 0 else [])
            cut = find_dates(title)
            name = title[: cut[0].start].strip(" ,–-:(") if cut and cut[0].start > 5 and cut[0].month else title
            top = "; ".join(u.text for u in page.units[:10])[:900]
            organisers = ORGANISERS.search(top)
            yield suggest(
                "event",
                sorted(spans),
                0.82,
                notes,
                title=name,
                date=dated.iso,
                end_date=dated.last_iso,
                place=_labelled_place(page) or place_in(unit.text),
                organisers=tuple(organisers_in(organisers["who"])) if organisers else None,
                form=form_of(top, _labelled_place(page)),
            )
            return


def _labelled_place(page: Page) -> str | None:
    for unit in page.units[:25]:
        match = re.search(r"\b(?:Plats|Sted|Place|Venue|Location|Lokal|Var)\s?:\s?(?P<place>[^|\n]{2,80})", unit.text)
        if match:
            return match["place"].strip(" .")
    return None
