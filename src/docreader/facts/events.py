"""Events: conferences, seminars, exercises and meetings of others, with their day and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.event_pages import headed, page_event
from docreader.facts.event_sides import ORGANISERS, PAST, THEME, organisers_in
from docreader.facts.event_titles import HELD, title_of
from docreader.facts.found import Found, suggest
from docreader.facts.legs import legs
from docreader.facts.nature import EVENT_WORD
from docreader.model import Suggestion
from docreader.text.dates import FoundDate, may_hold_date
from docreader.text.names import LOWER, UPPER
from docreader.text.page import Page
from docreader.text.places import form_of, place_in
from docreader.text.sentences import Sentence

_WORD = re.compile(
    rf"\b(?P<noun>{EVENT_WORD}|[\w-]{{0,30}}möte[t]?|[\w-]{{0,30}}møte[t]?|[\w-]{{0,30}}møde[t]?"
    rf"|meeting)(?![\w-])",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:nästa|neste|næste|next|föregående|förra|forrige|sidste|dagens|last|previous)\s[\w-]*(?:möte"
    r"|møte|møde|meeting)",
    re.IGNORECASE,
)
_EXPO = re.compile(
    rf"\b(?P<title>[{UPPER}][{LOWER}{UPPER}]+(?: [{UPPER}][{LOWER}{UPPER}]+){{0,3}} (?:19"
    rf"|20)\d\d), (?:den |the )?[^,.]{{5,60}} (?:som )?(?:hålls|äger rum|held|arrangeras|taking place)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In sentences, and under headings that name an event; each once."""
    seen: set[tuple[str, str | None]] = set()
    for suggestion in (
        *page_event(page),
        *headed(page, found),
        *legs(page, found),
        *_sentences(page, found),
    ):
        title = re.sub(r"\W+", "", str(suggestion.fields["title"])).casefold()
        date = suggestion.fields.get("date")
        if any(date == other and (title in known or known in title) for known, other in seen):
            continue
        seen.add((title, date if isinstance(date, str) else None))
        yield suggestion


def _sentences(page: Page, found: Found) -> Iterator[Suggestion]:
    for sentence in page.sentences:
        text = sentence.text
        if (
            len(text) > 700
            or not may_hold_date(text)
            or (
                found.covers(sentence.span, "participant", "next_meeting", "document_date")
                or found.covers(sentence.tail, "agenda_item")
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
        for noun in _WORD.finditer(text):
            # The nearest date counts, a later one before an earlier one.
            date = min(
                dates,
                key=lambda d: (d.start - noun.end()) if d.start >= noun.end() else 40 + noun.start() - d.end,
            )
            between = text[min(noun.end(), date.end) : max(noun.start(), date.start)]
            between = re.sub(r"\b(?:d|kl|ca)\.", "", between)
            if (
                not (
                    HELD.search(between)
                    or HELD.search(text[max(0, noun.start() - 60) : noun.start()])
                    or len(between) < 12
                )
                and not (
                    noun.start() < 4
                    and date.start > noun.end()
                    and date.start - noun.end() < 70
                    and not re.search(r"[.;:]", between)
                )
                and not re.fullmatch(
                    rf",?\s(?:\"?[{UPPER}][^.,;:\"]{{2,60}}\"?\s)?(?:(?:i|på|in|at|til"
                    rf"|till)\s)?[{UPPER}][\w-]+,?\s(?:den\s|d\.\s|går den\s|on\s)?",
                    between,
                )
            ):
                continue
            title = title_of(sentence, noun) or _told_before(page, sentence, noun["noun"])
            if title is None:
                continue
            yield _make(page, sentence, title, date)
            break


def _told_before(page: Page, sentence: Sentence, noun: str) -> str | None:
    """ "The exercise takes place ..." is about the exercise that the sentences just before it name."""
    siblings = page.sentences_in(sentence.unit)
    for other in reversed(siblings[: siblings.index(sentence)]):
        for match in re.finditer(rf"\b{re.escape(noun)}\b", other.text, re.IGNORECASE):
            named = re.match(rf"\s\"?(?P<name>[{UPPER}][\w-]+(?: [{UPPER}\d][\w-]*){{0,5}})", other.text[match.end() :])
            if named and noun[-1] in "nta":
                return named["name"]
    return None


def _is_own(page: Page, dates: list[FoundDate]) -> bool:
    """The day of the recorded meeting itself."""
    return any(date.iso == page.anchor for date in dates)


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
    dated, notes = resolve(page, date, past=past)
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
