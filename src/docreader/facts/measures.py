"""Actions on the pages of a strategy: links with source and date, points with a paragraph below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.found import Found, suggest
from docreader.facts.nature import nature_of
from docreader.facts.organisations import names_in
from docreader.model import FieldValue, Suggestion
from docreader.text.dates import FoundDate
from docreader.text.page import Page
from docreader.text.units import Unit

_SOURCE = re.compile(
    r"^(?P<title>.{4,260}?)\s*\((?P<source>[^()]{0,80}?)\s?[-–,:]?\s?(?P<word>publicera[dt]e?|publisert"
    r"|published|udgivet|offentliggjort|beslutad|uppdaterad|daterad"
    r"|vedtatt)?\b\s?(?P<date>[^()]{0,40})\)\s*$",
    re.IGNORECASE,
)
_KINDS = (
    ("publi", "published"),
    ("udgiv", "published"),
    ("offent", "published"),
    ("beslut", "decided"),
    ("vedta", "decided"),
    ("uppdat", "updated"),
    ("dater", "stated"),
)
_TASKED = re.compile(
    r"\b(?:uppdrag(?:et|en)? (?:(?:har|i Sverige|[\w-]{2,16})\s){0,4}?(?:till|åt|gick till|gått till"
    r"|lämnats till|gavs till)|uppdrag till|ges|gav|ger|ger i uppdrag åt|fått i uppdrag"
    r"|ansvarig(?:a)?(?: är|:)|utförs av|genomförs av|leds av|samordnas av|opdrag til|ansvar:?"
    r"|responsible:?|led by|carried out by)\s(?P<who>[^.;()]{2,140})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØ][^.,;()]{1,80}?)\s(?:ska|skall|får|har fått|fick|ansvarar|leder|samordnar"
    r"|genomför|utreder|tar fram|skal|will|leads|is responsible|arbetar med)\b"
)
SHARED = re.compile(
    r"\b(?:tillsammans med|i samverkan med|i samarbete med|i samråd med|sammen med|i samarbeid med"
    r"|i samarbejde med|together with|in cooperation with|in collaboration with)\s(?P<who>[^.;()]{2,160})",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^(?P<who>(?:[A-ZÅÄÖ][\w-]+, ){1,6}[A-ZÅÄÖ][\w-]+ och [A-ZÅÄÖ][\w-]+) (?:har kommit överens|har enats"
    r"|har beslutat|samarbetar)"
)


#: Headings of parts of a page.
_SECTION = re.compile(
    r"(?:så |sådan |slik |hur |hvordan |how |om |about |nästa |næste |neste |next |vad |hva |hvad |what |kontakt"
    r"|contact|bakgrund"
    r"|bakgrunn|baggrund|background|uppfölj|oppfølg|opfølg|follow|organis|läs mer|les mer|læs mere|read more|syfte"
    r"|formål|purpose"
    r"|finansier|funding|tidplan|tidsplan|fakta|facts|sammanfatt|sammendrag|summary|inledning|innledning|indledning)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"[,(.;–-]?\s\(?(?:huvud)?(?:ansvarig\w*|ansvarlig\w*|ansvar|responsible|lead|leds av|ledes av|led by"
    r"|gennemføres af"
    r"|gjennomføres av|genomförs av)\b(?:\s(?:är|er|is|myndighet|organisation|part"
    r"|aktör))?\s?:?\s(?P<who>(?-i:[A-ZÅÄÖÆØ])[^();]{2,140}?)\)?\.?$",
    re.IGNORECASE,
)


def _assigned(page: Page, found: Found, unit: Unit) -> Iterator[Suggestion]:
    """ "• The bus for volunteers, responsible: Centre, together with ..." """
    listed = unit.bullet or unit.kind in ("list_item", "table_row")
    match = _RESPONSIBLE.search(unit.text) if listed and len(unit.text) < 300 else None
    if match is None or match.start() < 5 or found.covers((unit.start, unit.end), "objective", "area"):
        return
    shared = SHARED.search(match["who"])
    who = match["who"][: shared.start()] if shared else match["who"]
    who = re.split(r"\.\s(?=[A-ZÅÄÖÆØ])", who)[0]
    dates = [d for d in page.find_dates(unit.text) if d.iso]
    yield suggest(
        "action",
        [(unit.start, unit.end)],
        0.82,
        title=unit.text[: match.start()].strip(" .,;:–-("),
        responsible=tuple(names_in(who)) or (who.strip(" .,"),),
        partners=tuple(names_in(shared["who"])) if shared else (),
        objective=found.number_at("objective", unit.start),
        date=dates[0].iso if dates else None,
    )


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Only on pages that have objectives or say by their kind that they list actions."""
    if page.is_minutes or not (any(found.of("objective")) or page.document.kind in ("strategy_page", "programme_page")):
        return
    seen: set[str] = set()
    for number, unit in enumerate(page.units):
        below = _below(page.units, number)
        for suggestion in (
            *_assigned(page, found, unit),
            *_linked(page, found, unit, number),
            *_pointed(page, found, unit, below),
        ):
            key = re.sub(r"\W+", "", str(suggestion.fields["title"]).casefold())
            if key not in seen:
                seen.add(key)
                yield suggestion


def _below(units: Sequence[Unit], number: int) -> list[Unit]:
    """The paragraphs that follow, up to the next heading, point or link."""
    result: list[Unit] = []
    for unit in units[number + 1 : number + 4]:
        if unit.kind == "heading" or unit.number or unit.bullet or _SOURCE.match(unit.text):
            break
        result.append(unit)
    return result


def _linked(page: Page, found: Found, unit: Unit, number: int) -> Iterator[Suggestion]:
    """ "Title (source - published date)"; the bracket may have slipped to the next line."""
    text, spans, body = unit.text, [(unit.start, unit.end)], unit
    following = page.units[number + 1] if number + 1 < len(page.units) else None
    match = _SOURCE.match(text)
    if match is None and following is not None and re.fullmatch(r"\([^()]{4,120}\)", following.text.strip()):
        match = _SOURCE.match(f"{text} {following.text}")
        spans = [(unit.start, following.end)]
    if match is not None and (match["title"].rstrip().endswith((".", "!", "?")) or len(match["title"]) > 180):
        return
    if match is not None and (nature_of(text) == "media" or (not match["word"] and '"' in text)):
        # A work cited with its year.
        return
    if match is None or len(match["title"]) < 6 or (unit.kind == "heading" and body.number):
        return
    date = next(iter(page.find_dates(match["date"] or "")), None)
    if date is None:
        date = next(iter(page.find_dates(match["source"] or "")), None)
    if date is None and not match["word"]:
        return
    source = re.sub(r"\s*\d.*$", "", match["source"]).strip(" -–,:") if match["source"] else ""
    title = match["title"].strip(" .•*-–[]")
    paragraph = _paragraphs_before(page.units, number)
    yield suggest(
        "action",
        spans,
        0.93,
        title=title,
        publisher=source or None,
        date=date.iso if date else None,
        date_kind=_date_kind(match["word"], date),
        objective=found.number_at("objective", unit.start),
        **_parties(title, paragraph),
    )


def _date_kind(word: str | None, date: FoundDate | None) -> str | None:
    if date is None:
        return None
    lowered = (word or "").casefold()
    return next((kind for start, kind in _KINDS if lowered.startswith(start)), "stated")


def _paragraphs_before(units: Sequence[Unit], number: int) -> list[Unit]:
    """The paragraph between the heading and a link: it may tell who does what."""
    result: list[Unit] = []
    for unit in reversed(units[max(0, number - 2) : number]):
        if unit.kind != "paragraph" or len(unit.text) < 60:
            break
        result.append(unit)
    return result


def _parties(title: str, paragraphs: Sequence[Unit]) -> dict[str, FieldValue]:
    """Who is responsible and who takes part, from the title and the paragraphs beside it."""
    responsible: list[str] = []
    partners: list[str] = []
    for text in (title, *(unit.text for unit in paragraphs)):
        for sentence in re.split(r"(?<=[a-zåäö)])\.\s", text):
            tasked, shared, agreed = _TASKED.search(sentence), SHARED.search(sentence), _AGREED.match(sentence)
            subject = _SUBJECT.match(sentence) if text is not title else None
            if tasked and not responsible:
                responsible += names_in(re.split(r"\s(?:att|som|om|under|för|inom|med|på|to)\s", tasked["who"])[0])
            elif subject and not responsible:
                responsible += names_in(subject["who"])
            if shared and not partners:
                partners += names_in(shared["who"])
            if agreed and not partners:
                partners += names_in(agreed["who"])
    return {
        "responsible": tuple(responsible),
        "partners": tuple(name for name in partners if name not in responsible),
    }


def _pointed(page: Page, found: Found, unit: Unit, below: Sequence[Unit]) -> Iterator[Suggestion]:
    """A point or heading below an objective with a paragraph of its own."""
    objective = found.number_at("objective", unit.start)
    is_point = unit.bullet or (unit.kind == "heading" and not unit.number)
    if objective is None or not is_point or _SOURCE.match(unit.text) or len(unit.text) > 180 or not below:
        return
    if found.covers((unit.start, unit.end), "objective", "area", "strategy") or unit.text.endswith((".", "?", ":")):
        return
    if len(below[0].text) < 60 or nature_of(unit.text) != "action" or _SECTION.match(unit.text):
        return
    if page.document.kind == "programme_page" and "." not in objective:
        return
    last = below[0]
    date = next((d for u in below[:2] for d in page.find_dates(u.text) if d.iso and d.month), None)
    spans = [(unit.start, min(last.end, unit.start + 380))]
    yield suggest(
        "action",
        spans,
        0.8,
        title=unit.text.strip(" .*"),
        objective=objective,
        date=date.iso if date else None,
        **_parties(unit.text, below),
    )
