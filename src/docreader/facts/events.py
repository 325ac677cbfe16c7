"""Events: conferences, seminars, exercises and meetings of others, with their day and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docreader.facts import milestone_lists
from docreader.facts.completion import place_in_unit
from docreader.facts.dating import resolve
from docreader.facts.event_lists import IN_CALENDAR, listed
from docreader.facts.event_page import page_event
from docreader.facts.event_sides import CANCELLED, ORGANISERS, PAST, THEME, organisers_in
from docreader.facts.event_titles import HELD, is_generic, title_of
from docreader.facts.events_headed import headed
from docreader.facts.events_held import held_in
from docreader.facts.found import Found, suggest
from docreader.facts.legs import legs
from docreader.facts.nature import EVENT_WORD
from docreader.model import Span, Suggestion
from docreader.text.dates import FoundDate
from docreader.text.names import LOWER, UPPER
from docreader.text.page import Page
from docreader.text.places import form_of, place_in
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_WORD = quick(
    rf"\b(?P<noun>{EVENT_WORD}|[\w-]{{0,30}}möte[t]?|[\w-]{{0,30}}møte[t]?|[\w-]{{0,30}}møde[t]?"
    rf"|meeting)(?![\w-])",
    re.IGNORECASE,
)
_OWN = quick(
    r"\b(?:nästa|neste|næste|next|föregående|förra|forrige|sidste|dagens|last|previous)\s[\w-]*(?:möte"
    r"|møte|møde|meeting)",
    re.IGNORECASE,
)
_EXPO = quick(
    rf"\b(?P<title>[{UPPER}][{LOWER}{UPPER}]+(?: [{UPPER}][{LOWER}{UPPER}]+){{0,3}} (?:19"
    rf"|20)\d\d), (?:den |the )?[^,.]{{5,60}} (?:som )?(?:hålls|äger rum|held|arrangeras|taking place)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In sentences, and under headings that name an event; each once."""
    seen: set[tuple[str, str | None]] = set()
    calendar: list[Span] = []
    for suggestion in (
        *page_event(page),
        *listed(page, found),
        *headed(page, found),
        *legs(page, found),
        *_sentences(page, found),
    ):
        named = _of_body(page, suggestion)
        start, end = suggestion.evidence[0]
        if named is None or any(a <= start and end <= b for a, b in calendar):
            continue
        if suggestion.confidence == IN_CALENDAR:
            calendar.append((start, end))
        suggestion = named
        title = re.sub(r"\W+", "", str(suggestion.fields["title"])).casefold()
        date = suggestion.fields.get("date")
        if any(date == other and (title in known or known in title) for known, other in seen):
            continue
        seen.add((title, date if isinstance(date, str) else None))
        yield suggestion


_FIRST = quick(
    r"(?:det |the )?(?P<which>första|första|andra|nästa|konstituerande|første|andet|andre|neste|næste|first|second"
    r"|next|konstituerende)"
    r"\s(?P<noun>mötet|sammanträdet|møtet|mødet|meeting)",
    re.IGNORECASE,
)
_COMMON_BODY = quick(
    r"\b[\w-]{0,30}?(?P<noun>kommittén?|gruppen?|rådet?|nätverket?|delegationen?|nämnden?|styrelsen?|forumet?|panelen?"
    r"|utskottet?|utvalget?|udvalget?|gruppa|styret?|nettverket?|netværket?|komiteen?|committee|group|council|board"
    r"|panel)\b",
    re.IGNORECASE,
)


def _of_body(page: Page, suggestion: Suggestion) -> Suggestion | None:
    """ "The first meeting" is named by the body that the sentences before it speak of; a bare noun names nothing."""
    title = str(suggestion.fields["title"])
    first = _FIRST.fullmatch(title)
    if first is None:
        return None if is_generic(title) else suggestion
    start = suggestion.evidence[0][0]
    before = page.flat[max(0, start - 500) : start]
    nouns = list(_COMMON_BODY.finditer(before))
    if not nouns:
        return None
    body, which = _definite(nouns[-1][0]), first["which"].casefold()
    end = {"mötet": "möte", "sammanträdet": "sammanträde", "møtet": "møte", "mødet": "møde"}
    noun = end.get(first["noun"].casefold(), "meeting")
    name = (
        f"{body[0].upper()}{body[1:]}s {which} {noun}"
        if noun != "meeting"
        else f"{which.capitalize()} meeting of the {body}"
    )
    return replace(suggestion, fields={**suggestion.fields, "title": name})


def _definite(noun: str) -> str:
    """ "kommitté" → "kommittén", "råd" → "rådet", "gruppe" → "gruppen"."""
    lowered = noun.casefold()
    if lowered.endswith(("n", "et", "a", "group", "committee", "council", "board", "panel")):
        return lowered
    return lowered + (
        "et"
        if lowered.endswith(("råd", "utskott", "forum", "utvalg", "udvalg", "nätverk"))
        else "n"
        if lowered[-1] in "eé"
        else "en"
    )


def _sentences(page: Page, found: Found) -> Iterator[Suggestion]:
    rows = Found()
    rows.extend(milestone_lists.listed(page) if not page.is_minutes else [])
    for sentence in page.dated_sentences:
        text = sentence.text
        if (
            len(text) > 700
            or CANCELLED.search(text)
            or (
                found.covers(sentence.span, "participant", "next_meeting", "document_date")
                or found.covers(sentence.tail, "agenda_item")
                or rows.covers(sentence.span, "milestone")
            )
        ):
            continue
        expo = _EXPO.search(text)
        if expo:
            yield from _expo(page, sentence, expo)
            continue
        dates = [d for d in page.find_dates(text) if d.month or d.shift is not None]
        if not dates or _OWN.search(text) or (page.is_minutes and _is_own(page, dates)):
            continue
        made = next((item for noun in _WORD.finditer(text) if (item := _named(page, sentence, noun, dates))), None)
        if made is not None:
            yield made
        elif not page.is_minutes:
            yield from _held(page, sentence, dates)


def _named(page: Page, sentence: Sentence, noun: re.Match[str], dates: list[FoundDate]) -> Suggestion | None:
    """The event at a noun, with the nearest date, a later one before an earlier one."""
    date = min(
        dates,
        key=lambda d: (d.start - noun.end()) if d.start >= noun.end() else 40 + noun.start() - d.end,
    )
    if not _belongs(sentence.text, noun, date):
        return None
    if date.day is None and (date.shift is not None or _MEETING.search(noun["noun"])):
        return None
    title = title_of(sentence, noun) or _told_before(page, sentence, noun["noun"])
    if title is not None and " " not in title:
        longer = held_in(sentence, dates)
        title = longer.title if longer and title.casefold() in longer.title.casefold() else title
    return _make(page, sentence, title, date) if title is not None else None


_WITH_NAME = re.compile(
    rf",?\s(?:\"?[{UPPER}][^.,;:\"]{{2,60}}\"?\s)?(?:(?:i|på|in|at|til|till)\s)?[{UPPER}][\w-]+,?\s"
    r"(?:den\s|d\.\s|går den\s|on\s|in\s|i\s)?"
)


def _belongs(text: str, noun: re.Match[str], date: FoundDate) -> bool:
    """The date is the noun's: a verb of holding stands between or before, little stands between, or only a name."""
    between = text[min(noun.end(), date.end) : max(noun.start(), date.start)]
    between = re.sub(r"\b(?:d|kl|ca)\.", "", between)
    if HELD.search(between) or HELD.search(text[max(0, noun.start() - 60) : noun.start()]) or len(between) < 12:
        return True
    ahead = noun.start() < 4 and date.start > noun.end() and date.start - noun.end() < 70
    return (ahead and not re.search(r"[.;:]", between)) or _WITH_NAME.fullmatch(between) is not None


def _held(page: Page, sentence: Sentence, dates: list[FoundDate]) -> Iterator[Suggestion]:
    """What the verb says takes place, whatever it is called; a day it must have."""
    days = [date for date in dates if date.day]
    held = held_in(sentence, dates) if days and not _NO_DAY.search(sentence.text) else None
    if held is None or (held.weak and not _WORD.search(held.title)):
        return
    suggestion = _make(page, sentence, held.title, days[0])
    if held.who and not suggestion.fields.get("organisers"):
        names = tuple(organisers_in(held.who))
        suggestion = replace(suggestion, fields={**suggestion.fields, "organisers": names or None})
    yield suggestion


_MEETING = re.compile(r"(?:möten?|mötet|møtet?|mødet?|meeting)$", re.IGNORECASE)
_NO_DAY = quick(
    r"\b(?:anmäl\w*|påmeld\w*|tilmeld\w*|registration|deadline|remiss\w*|sista dag\w*|undertecknad\w*)\b", re.I
)


def _told_before(page: Page, sentence: Sentence, noun: str) -> str | None:
    """ "The exercise takes place ..." is about the exercise that the sentences just before it name."""
    siblings = page.sentences_in(sentence.unit)
    for other in reversed(siblings[: place_in_unit(siblings, sentence)]):
        for match in re.finditer(rf"\b{re.escape(noun)}\b", other.text, re.IGNORECASE):
            named = re.match(rf"\s\"?(?P<name>[{UPPER}][\w-]+(?: [{UPPER}\d][\w-]*){{0,5}})", other.text[match.end() :])
            if named and noun[-1] in "nta":
                return named["name"]
    return None


def _is_own(page: Page, dates: list[FoundDate]) -> bool:
    """The day of the recorded meeting itself."""
    return any(date.iso == page.anchor for date in dates)


#: "Båtlivsdagen 2024": the name says which year.
_YEAR = re.compile(r"\b20\d\d\b(?=$|\W)")


def _expo(page: Page, sentence: Sentence, match: re.Match[str]) -> Iterator[Suggestion]:
    text = sentence.text
    later = [d for d in page.find_dates(text) if d.start > match.end("title")]
    date, notes = resolve(page, later[0], past=False) if later else (None, [])
    theme = THEME.search(text)
    end = later[0].end if later else match.end()
    title = re.sub(r"^(?:På|I|Under|Vid|At|In|Inför|Till)\s", "", match["title"])
    yield suggest(
        "event",
        [sentence.part(match.start(), end)],
        0.75,
        notes,
        title=title,
        date=date.iso if date else match["title"][-4:],
        place=place_in(text[match.end() :]),
        theme=theme["quoted"] or theme["plain"] if theme else None,
    )


def _make(page: Page, sentence: Sentence, title: str, date: FoundDate) -> Suggestion:
    text = sentence.text
    past = bool(PAST.search(text))
    named = _YEAR.search(title) if date.lacks_year else None
    dated, notes = resolve(page, date.with_year(int(named[0])) if named else date, past=past)
    organisers = ORGANISERS.search(text)
    place = place_in(text[date.end :]) or place_in(text)
    evidence = (
        [sentence.span]
        if sentence.span[1] - sentence.span[0] < 330
        else [sentence.part(max(0, date.start - 150), min(len(text), date.end + 60))]
    )
    return suggest(
        "event",
        evidence,
        0.75,
        notes,
        title=title[0].upper() + title[1:],
        date=dated.iso,
        end_date=dated.last_iso,
        place=place,
        organisers=tuple(organisers_in(organisers["who"])) if organisers else None,
        form=form_of(text, place),
    )
