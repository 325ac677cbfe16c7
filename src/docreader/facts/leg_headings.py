"""The stages of a programme that moves about, each with a heading or line of its own ("Stage two – Bergen 2017")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.dating import resolve
from docreader.facts.event_sides import CANCELLED, ORGANISERS, THEME, organisers_in
from docreader.facts.found import suggest
from docreader.model import Suggestion, note
from docreader.text.dates import FoundDate
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_STAGE = (
    r"(?:etapp|etappe|delsträcka|sträcka|stopp|stop|anhalt|hållplats|station|leg|stage|nedslag|runda|omgång|möte|møte"
    r"|møde"
    r"|träff|samling|seminarium|seminar|meeting|deltävling|akt|kapitel|besök|besøk|pass|del)"
)
_ORDINAL = (
    r"(?:\d{1,2}|[IVX]{1,4}|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|én|en|to|fire|seks|syv|sju|åtte|otte|ni|ti|one"
    r"|two|three"
    r"|four|five|seven|eight|nine|ten)"
)
_NAMED = quick(
    rf"\W{{0,4}}(?:{_STAGE}\s{_ORDINAL}|(?:första|andra|tredje|fjärde|femte|sjätte|første|anden|andre|fjerde|sjette"
    rf"|first|second|third"
    rf"|fourth|fifth)\s{_STAGE}\w*)\b\s?[:.,–-]\s?(?P<place>[{UPPER}][\w-]+(?: (?:[{UPPER}][\w-]+|i|och) ?[\w-]*)?)?",
    re.IGNORECASE,
)
_MOVED = quick(
    r"\b(?:flytta\w*|sköts upp|skjuten|utsatt|udsat|postponed|moved|skulle ha|skulle vært|blev av|ble flyttet)\b", re.I
)
_HOSTS = quick(
    r"\b(?:värd(?:ar|skap)?|vert(?:er|skap)?|vært(?:er|skab)?|hosts?|arrangör(?:er)?|arrangør(?:er)?)\s?(?:var|är|er"
    r"|were|was|:)\s?"
    r"(?P<who>[A-ZÅÄÖÆØ][^.;()]{2,120})",
    re.IGNORECASE,
)
_WITH = quick(
    r"\b(?:tillsammans med|i samarbete med|i samverkan med|sammen med|i samarbeid med|i samarbejde med"
    r"|together with)\s(?P<who>[A-ZÅÄÖÆØ][^.;()]{2,100}?)(?=\s(?:höll|holdt|håller|og med|och med|hade|held)\b|[.;,]"
    r"|$)",
    re.I,
)


def staged(page: Page, title: str, owner: str | None) -> Iterator[Suggestion]:
    """One event for each stage that has a day, its own or one below it; at least two stages there must be."""
    units = page.units
    places = [(number, match) for number, unit in enumerate(units) if (match := _stage(unit))]
    for number, match in places if len(places) >= 2 else ():
        following = next((n for n, _ in places if n > number), len(units))
        below: list[Unit] = []
        for unit in units[number + 1 : min(following, number + 5)]:
            if unit.kind == "heading":
                break
            below.append(unit)
        yield from _leg(page, units[number], match, below, title, owner)


def _stage(unit: Unit) -> re.Match[str] | None:
    match = _NAMED.match(unit.text) if len(unit.text) < 400 else None
    if match is None or not match["place"] or not match["place"][0].isupper():
        return None
    return match


def _leg(
    page: Page, unit: Unit, match: re.Match[str], below: Sequence[Unit], title: str, owner: str | None
) -> Iterator[Suggestion]:
    place = re.split(r"\s(?:i|och)\b|\s(?=\d)", match["place"])[0].strip()
    text = " ".join([unit.text, *(other.text for other in below)])[:900]
    if CANCELLED.search(text):
        return
    found = _day(page, [unit, *below])
    if found is None:
        return
    where, date = found
    dated, notes = resolve(page, date, past=True)
    hosts, others, theme = _HOSTS.search(text), _WITH.search(text) or ORGANISERS.search(text), THEME.search(text)
    names = organisers_in(hosts["who"]) if hosts else [owner] if owner else []
    names += organisers_in(others["who"]) if others and not hosts else []
    spans = [unit.body.span(match.start("place"), min(len(unit.text), match.end("place") + 30))]
    if where is not unit:
        spans.append(where.body.span(max(0, date.start - 30), date.end))
    yield suggest(
        "event",
        spans,
        0.8,
        [note("title_inferred"), *notes],
        title=f"{title} {'in' if page.language == 'en' else 'i'} {place}",
        place=place,
        date=dated.iso,
        end_date=dated.last_iso,
        organisers=tuple(names) or None,
        theme=theme["quoted"] or theme["plain"] if theme else None,
    )


def _day(page: Page, units: Sequence[Unit]) -> tuple[Unit, FoundDate] | None:
    """The finest day of the stage; where it was moved, the day it was moved to."""
    dates = [(unit, date) for unit in units for date in page.find_dates(unit.text) if date.month or date.year]
    full = [(unit, date) for unit, date in dates if date.day]
    moved = any(_MOVED.search(unit.text) for unit in units)
    best = full or [(unit, date) for unit, date in dates if date.month] or dates
    if not best:
        return None
    unit, date = best[-1] if moved else best[0]
    if date.lacks_year:
        year = next((other.year for _, other in dates if other.year), None)
        date = date.with_year(year) if year else date
    return unit, date
