"""The next meeting: its date, or that it is announced without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.found import Found, suggest
from docreader.model import Note, Suggestion, note
from docreader.text.dates import FoundDate
from docreader.text.page import Page
from docreader.text.places import place_after_date, place_in
from docreader.text.sentences import Sentence, sentences_of

_NAMED = (
    r"(?:nästa|nästkommande|kommande|följande|neste|næste|next|our next|following)\s(?:ordinarie "
    r"|ordinære |digitala |fysiska |gemensamma |regular |planerade )?"
    r"(?:\w{0,24}(?:möte|mötet|möten|möteb|møte|møtet|møter|møde|mødet|møder|meeting|meetings|sammanträde"
    r"|sammanträdet|träff|träffen|gång|samling|workshop|mötestillfälle|mötestid)\b|(?:ses|träffas"
    r"|sammanträder)\b)"
)
_HEAD = re.compile(
    rf"\W{{0,4}}(?:(?:tid och plats för |datum för |tid för |date of )?{_NAMED}|mötestider|møteplan"
    rf"|mødeplan|datum för nästa|kommande möten|future meetings)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"\b(?:{_NAMED}|(?:möts|ses|träffas|sammanträder|mødes|møtes|meets|meet)\s(?:igen|nästa gång|härnäst"
    rf"|next|again|næste gang|neste gang|härnäst)|nästa gång|sammanträder härnäst)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:till|inför|innan|på|vid|före|under|til|inden|før|for|before|at|by|ahead of|på)\s(?:det |den "
    r"|the |gruppens |vårt )?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:studieresa\w*|konferens\w*|\w+dagarna|seminari\w*|mässa\w*|konferanse\w*|conference"
    r"|webbinari\w*|excursion|anmälan|deadline|senast)\b",
    re.IGNORECASE,
)
_NOT_MEETING = re.compile(
    r"\b(?:senast|deadline|innan|före|inom|anmälan|tidligst|senest|frist|by|before)\b[^.]{0,30}$",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Under its heading, else the first sentence that announces it."""
    del found
    if not page.is_minutes and page.document.kind not in ("agreement_page", "programme_page", "other"):
        return
    headed = _headed(page) if page.is_minutes else []
    if headed and any("date" in item.fields for item in headed):
        yield from headed
        return
    for sentence in reversed(page.sentences):
        match = _SENTENCE.search(sentence.text)
        if match is None or _BEFORE.search(sentence.text[: match.start()]):
            continue
        dates = _usable(page, sentence.text, match.start())
        if dates and (not headed or match.start() < 40):
            yield _make(page, sentence, dates[0], 0.9)
            return
        if not headed and (
            re.search(
                r"(?:datum|tid|doodle|återkommer|kallelse|bestäms|kommer|date|dato|fastställs|avtales"
                r"|aftales)",
                sentence.text[match.end() :],
                re.I,
            )
            and match.start() < 12
        ):
            yield suggest(
                "next_meeting",
                [sentence.span],
                0.6,
                [note("no_date")],
                place=place_in(sentence.text) or place_after_date(sentence.text),
            )
            return
    yield from headed


def _headed(page: Page) -> list[Suggestion]:
    """What stands under or beside a heading "Next meeting"."""
    for number in range(len(page.units) - 1, -1, -1):
        unit = page.units[number]
        match = _HEAD.match(unit.text)
        if match is None or len(unit.text) > 400 or _question_of_date(unit.text):
            continue
        rest = unit.text[match.end() :].strip(" :.*–-")
        own = list(sentences_of(unit))
        is_heading = not rest or unit.kind == "heading"
        below: list[Sentence] = []
        if is_heading:
            following = page.units[number + 1 : number + 4]
            for other in following:
                if other.kind == "heading" or (other.number and not other.bullet and unit.number):
                    break
                below += sentences_of(other)
        suggestions = _from_sentences(
            page,
            [*own, *below],
            plural=bool(re.search(r"möten|møter|møder|meetings|tider|plan", match[0], re.I)),
        )
        if suggestions:
            return suggestions
        if not is_heading and own and unit.text[match.end() :].lstrip("*_ ").startswith(":") and len(unit.text) < 200:
            return [suggest("next_meeting", [own[0].span], 0.8, [note("no_date")], place=place_in(unit.text))]
        if is_heading and below:
            spans = [(unit.start, unit.end), *[sentence.span for sentence in below[:2]]]
            return [suggest("next_meeting", spans, 0.75, [note("no_date")])]
    return []


def _question_of_date(text: str) -> bool:
    return text.rstrip().endswith("?")


def _from_sentences(page: Page, sentences: Sequence[Sentence], *, plural: bool) -> list[Suggestion]:
    result: list[Suggestion] = []
    announced = [s for s in sentences[1:] if _SENTENCE.search(s.text) and _usable(page, s.text, 0)]
    if announced and sentences and not _usable(page, sentences[0].text, 0):
        sentences = announced
    for sentence in sentences:
        if _OTHER.search(sentence.text) and not _SENTENCE.search(sentence.text):
            continue
        for date in _usable(page, sentence.text, 0):
            if result and not plural:
                return result
            result.append(_make(page, sentence, date, 0.93 if not result else 0.7))
    return result


def _usable(page: Page, text: str, start: int) -> list[FoundDate]:
    """Days that the text may set as the meeting: with day and month, after the meeting recorded, and no deadline."""
    usable = []
    for date in page.find_dates(text):
        if (date.start < start and date.end < start - 60) or date.month is None:
            continue
        if (date.day is None and date.year is None) or _NOT_MEETING.search(text[: date.start]):
            continue
        if date.iso and page.anchor and date.iso < page.anchor[: len(date.iso)]:
            continue
        usable.append(date)
    return usable


def _make(page: Page, sentence: Sentence, date: FoundDate, confidence: float) -> Suggestion:
    notes: list[Note] = []
    if date.lacks_year and page.anchor:
        date = date.after(page.anchor)
        notes.append(note("year_inferred", from_=page.anchor))
        confidence -= 0.02
    evidence = [sentence.span]
    if sentence.unit.kind != "heading" and evidence[0][1] - evidence[0][0] > 300:
        evidence = [sentence.part(max(0, date.start - 80), min(len(sentence.text), date.end + 60))]
    return suggest(
        "next_meeting",
        evidence,
        confidence,
        notes,
        date=date.iso,
        place=place_in(sentence.text) or place_after_date(sentence.text),
    )
