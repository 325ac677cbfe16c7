"""The meetings of a programme that moves from place to place, told in passing ("meetings in A, B and C")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.completion import place_in_unit
from docreader.facts.dating import finest
from docreader.facts.event_sides import CANCELLED, ORGANISERS, organisers_in
from docreader.facts.found import Found, suggest
from docreader.facts.leg_headings import staged
from docreader.model import Note, Suggestion, note
from docreader.text.dates import FoundDate, month_number
from docreader.text.page import Page
from docreader.text.register import PLACES
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_STOP = quick(
    r"\b(?i:(?P<noun>samling(?:en|er)?|träff(?:en)?|sträck(?:an|or|orna)|etapp(?:en|er|erna)|möten|mötena"
    r"|mötet|träffar|träffen|stopp(?:et)?|stafetten|dialogmöten|seminarier|legs?|meetings|møter"
    r"|møder)\s(?:(?:[a-zåäöæø]+)\s){0,3}?(?:i|in|till|til|lagt til)|besöktes|besökte"
    r"|gick (?:den )?(?:till|i)|visited|visits|comes to|came to|goes to|kommer till|kommer til|går till|besøker"
    r"|besøger|besöker)\s"
    r"(?P<places>[A-ZÅÄÖÆØ][\wåäöæø-]+(?:(?:,\s|\s(?:och|og|and)\s)[A-ZÅÄÖÆØ][\wåäöæø-]+){0,7})"
)
_MOVED = quick(r"\b(?:flyttas? till|flyttades till|sköts upp till|moved to|postponed to)\b", re.IGNORECASE)


def legs(page: Page, found: Found) -> Iterator[Suggestion]:
    """One event for each place, titled by the programme; the date is that of the sentence or of the one before."""
    programme = next((item for item in found.of("programme")), None)
    if programme is None:
        return
    title, owner = str(programme.fields["title"]), programme.fields.get("owner")
    stages = list(staged(page, title, str(owner) if owner else None))
    yield from stages
    yield from _lines(page, title, owner) if not stages else ()
    if stages:
        return
    for sentence in page.sentences:
        match = _STOP.search(sentence.text) if len(sentence.text) < 500 else None
        date, notes = _date(page, sentence)
        if match is None or date is None or CANCELLED.search(sentence.text):
            continue
        for place in re.split(r",\s|\s(?:och|og|and)\s", match["places"]):
            if not _is_place(place):
                continue
            span = sentence.part(*match.span()) if "," in match["places"] else sentence.span
            noun = (match["noun"] or "").casefold()
            name = f"{match['noun'][0].upper()}{match['noun'][1:]}" if noun.startswith(("saml", "träff")) else title
            yield suggest(
                "event",
                [span],
                0.7,
                [note("title_inferred"), *notes],
                title=f"{name} i {place}",
                place=place,
                date=date.iso,
                organisers=(str(owner),) if owner else None,
            )


_DAY_FIRST = re.compile(
    r"[\d][\w. /–-]{3,24}?[\s:,–-]{1,4}(?P<place>[A-ZÅÄÖÆØ][a-zåäöæø-]+(?: [A-ZÅÄÖÆØ][a-zåäöæø-]+)?)"
    r"(?=$|[,.:]|\s{1,4}(?:tema|theme|–|-))"
)
_LINE = re.compile(r"(?P<place>[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+)?)(?:,|:|\s[-–])\s(?=.{0,12}\d)")
_THEME = quick(r"\b(?:Tema|Theme)(?::|\s(?:var|är|er|is|was))\s(?P<theme>[^.]{3,120})")


def _lines(page: Page, title: str, owner: object) -> Iterator[Suggestion]:
    """Two or more lines that each begin with a place and a day ("Visby, 9 June 2021. Theme: ...")."""
    rows = []
    for unit in page.units:
        first = _DAY_FIRST.match(unit.text) if len(unit.text) < 200 and unit.kind != "heading" else None
        day = next(iter(page.find_dates(unit.text)), None) if first and not CANCELLED.search(unit.text) else None
        if first is not None and day is not None and day.start < 3 and day.day and first.start("place") - day.end <= 6:
            rows.append((unit, first, day))
            continue
        match = _LINE.match(unit.text) if unit.kind in ("paragraph", "list_item") and len(unit.text) < 300 else None
        date = next((d for d in page.find_dates(unit.text) if match and d.start - match.end() < 10 and d.iso), None)
        if match is not None and date is not None and _is_place(match["place"]) and not month_number(match["place"]):
            rows.append((unit, match, date))
    for unit, match, date in rows if len(rows) >= 2 else ():
        theme, held = _THEME.search(unit.text), ORGANISERS.search(unit.text)
        names = tuple(organisers_in(held["who"])) if held else (str(owner),) if owner else None
        yield suggest(
            "event",
            [(unit.start, unit.end)],
            0.72,
            [note("title_inferred")],
            title=f"{title} {'in' if page.language == 'en' else 'i'} {match['place']}",
            place=match["place"],
            date=date.iso,
            end_date=date.last_iso,
            theme=theme["theme"] if theme else None,
            organisers=names,
        )


def _is_place(word: str) -> bool:
    return word in PLACES or (word[0].isupper() and not word.isupper() and len(word) > 2)


def _date(page: Page, sentence: Sentence) -> tuple[FoundDate | None, list[Note]]:
    dates = [d for d in page.find_dates(sentence.text) if d.iso]
    moved = _MOVED.search(sentence.text)
    if dates and moved:
        return next((d for d in dates if d.start >= moved.end()), dates[-1]), []
    if dates:
        return finest(page.find_dates(sentence.text)), []
    siblings = page.sentences_in(sentence.unit)
    earlier = siblings[: place_in_unit(siblings, sentence)]
    for other in reversed(earlier):
        found = [d for d in page.find_dates(other.text) if d.iso]
        if found:
            return found[-1], [note("year_inferred", from_=str(found[-1].iso))]
    return None, []
