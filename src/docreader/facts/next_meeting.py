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
from docreader.text.triggers import quick
from docreader.text.units import Unit

_MEETING = (
    r"\w{0,24}(?:möte|mötet|möten|möteb|møte|møtet|møter|møde|mødet|møder|meeting|meetings|sammanträde"
    r"|sammanträdet|sammanträden"
    r"|träff|träffen|träffar|stämma|stämman|generalforsamling|samling|samlingen|workshop|mötestillfälle|mötestid"
    r"|avstämning"
    r"|avstämningen)"
)
_NAMED = (
    r"(?:nästa|nästkommande|kommande|följande|neste|næste|next|our next|following|kommende)\s"
    r"(?:ordinarie |ordinære |digitala |fysiska |gemensamma |regular |planerade |felles |fælles |online "
    r"|physical |full )?"
    rf"(?:{_MEETING}\b|(?:gång|call|session|gang|tillfälle|samtal|runda|telefonmöte|teamsmöte|videomöte)\b|(?:ses"
    rf"|träffas|sammanträder)\b)"
)
_SEASONAL = (
    r"(?:vår|höst|vinter|sommar|høst|haust|sommer|forårs|efterårs|jul|jule|års|autumn |spring )(?:mötet?|møtet?"
    r"|mødet?|stämman?|meeting)"
    r"(?=\s(?:blir|bliver|hålls|är|er|äger|holdes|afholdes|avholdes|planeras|planlegges|is|will))"
)
_ORDINAL = r"(?:the )?\d{1,3}(?:st|nd|rd|th) meeting (?:is|will|takes)"
_HEAD = quick(
    rf"\W{{0,4}}(?:(?:tid och plats för |datum för |tid för |dato for |date of |dates? for )?(?:the )?{_NAMED}"
    r"|(?:nästa|neste|næste|next)(?: gång| gang| time)?(?=\W{0,4}$)|(?:nästa|neste|næste"
    r"|next)(?=\s[\wåøö]{3,6}da[gy]\s(?:den |d\. )?\d)|mötestider|møteplan"
    r"|mødeplan|møtedatoer|mødedatoer|datum för nästa|datum för kommande|kommande möten|following meetings"
    r"|future meetings"
    r"|möten (?:hösten|våren|20\d\d)|møter (?:høsten|våren|20\d\d)|møder 20\d\d|vi ses igen|vi ses neste)",
    re.IGNORECASE,
)
_SENTENCE = quick(
    rf"\b(?:{_NAMED}|{_SEASONAL}|{_ORDINAL}|(?:möts|ses|träffas|sammanträder|samlas|mødes|møtes|samles|meets|meet)\s"
    r"(?:igen|igjen|nästa gång|härnäst|next|again|næste gang|neste gang)|nästa gång|neste gang|næste gang"
    r"|sammanträder härnäst)",
    re.IGNORECASE,
)
_BEFORE = quick(
    r"\b(?:till|inför|innan|på|vid|före|under|til|inden|før|for|before|at|by|ahead of|på|since|efter)\s(?:det |den "
    r"|the |gruppens |vårt )?$",
    re.IGNORECASE,
)
_OTHER = quick(
    r"\b(?:studieresa\w*|konferens\w*|\w+dagarna|seminari\w*|mässa\w*|konferanse\w*|conference"
    r"|webbinari\w*|excursion|anmälan|deadline|senast)\b",
    re.IGNORECASE,
)
_NOT_MEETING = quick(
    r"\b(?:senast|deadline|innan|före|inom|anmälan|tidligst|senest|frist|by|before|utsendt|utsänd\w*|ref)\b[^.]{0,30}$",
    re.IGNORECASE,
)
#: A day that was put and taken back: "18 January will not do".
_TAKEN_BACK = re.compile(
    r"[\s,)]*(?:\w+ )?(?:går (?:inte|ikke|ikkje)|funkar inte|passar inte|passer ikke|utgår|utgår|ställs in"
    r"|inställ\w+|avlys\w+|aflys\w+"
    r"|cancelled|does not work|is not possible|will not do)",
    re.IGNORECASE,
)
#: A part of a month is not yet a date.
_VAGUE = quick(
    r"\b(?:slutet av|början av|mitten av|sidst|slutten av|begynnelsen av|midten af|starten af|ultimo|primo|end of"
    r"|late|early)\s?$",
    re.I,
)
_LATER = quick(
    r"(?:doodl\w*|datum|tid|doodle|återkommer|kallelse|bestäms|bestemmes|kommer|date|dato|fastställs|avtales"
    r"|aftales|meddelas|meddeles|kunngjør\w*|bekendtgør\w*|senare"
    r"|senere|to be (?:decided|announced|confirmed)|tba|tbc)",
    re.IGNORECASE,
)
_SLOT = re.compile(r"(?:kl\.?\s?)?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?\s*[-–:]?\s*")
_PLURAL = quick(r"möten|møter|møder|meetings|tider|plan|datoer|datum för (?:kommande|20)", re.IGNORECASE)
_ONLINE = re.compile(
    r"[,(]\s?(?:via |på )?(?P<place>Teams|Zoom|Skype|Webex)\b|[,(]\s?(?P<town>[A-ZÅÄÖÆØ][a-zåäöæø]{2,20})\)"
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
        dates = _usable(page, sentence.text, match.start(), announced=True)
        if dates and (not headed or match.start() < 60):
            yield _make(page, sentence, dates[0], 0.9 if match.start() < 40 else 0.8)
            return
        if not headed and _LATER.search(sentence.text[match.end() :]) and match.start() < 24:
            place = place_in(sentence.text) or place_after_date(sentence.text)
            yield suggest("next_meeting", [sentence.span], 0.6, [note("no_date")], place=place)
            return
    yield from headed


def _headed(page: Page) -> list[Suggestion]:
    """What stands under or beside a heading "Next meeting"."""
    for number in range(len(page.units) - 1, -1, -1):
        unit = page.units[number]
        slot = _SLOT.match(unit.text)
        match = _HEAD.match(unit.text, slot.end() if slot else 0)
        if match is None or len(unit.text) > 400 or unit.text.rstrip().endswith("?"):
            continue
        suggestions = _under(page, number, match)
        if suggestions:
            return suggestions
    return []


def _under(page: Page, number: int, match: re.Match[str]) -> list[Suggestion]:
    unit = page.units[number]
    rest = unit.text[match.end() :].strip(" :.*–-")
    own = list(sentences_of(unit))
    is_heading = not rest or unit.kind == "heading"
    below = list(_below(page, number)) if is_heading else []
    suggestions = _from_sentences(page, [*own, *below], plural=_PLURAL.search(unit.text) is not None)
    if suggestions:
        return suggestions
    if not is_heading and own and unit.text[match.end() :].lstrip("*_ ").startswith(":") and len(unit.text) < 200:
        return [suggest("next_meeting", [own[0].span], 0.8, [note("no_date")], place=place_in(unit.text))]
    if is_heading and below:
        spans = [(unit.start, unit.end), *[sentence.span for sentence in below[:2]]]
        return [suggest("next_meeting", spans, 0.75, [note("no_date")])]
    return []


def _below(page: Page, number: int) -> Iterator[Sentence]:
    """The sentences right below a heading: a few units, or a whole list of days."""
    unit = page.units[number]
    for place, other in enumerate(page.units[number + 1 : number + 12]):
        if other.kind == "heading" and not _is_day(page, other):
            return
        if (other.number and not other.bullet and unit.number) or (place >= 3 and not _is_day(page, other)):
            return
        yield from sentences_of(other)


def _is_day(page: Page, unit: Unit) -> bool:
    """A line of a list of days."""
    return len(unit.text) < 90 and any(date.start < 12 and date.month for date in page.find_dates(unit.text))


def _from_sentences(page: Page, sentences: Sequence[Sentence], *, plural: bool) -> list[Suggestion]:
    result: list[Suggestion] = []
    announced = [s for s in sentences[1:] if _SENTENCE.search(s.text) and _usable(page, s.text, 0)]
    if announced and sentences and not _usable(page, sentences[0].text, 0):
        sentences = announced
    for sentence in sentences:
        if _OTHER.search(sentence.text) and not _SENTENCE.search(sentence.text):
            continue
        dates = _usable(page, sentence.text, 0)
        several = plural or len(dates) > 2
        for date in dates:
            if result and not several:
                return result
            result.append(_make(page, sentence, date, 0.93 if not result else 0.7, alone=several and len(dates) > 1))
    return result


def _usable(page: Page, text: str, start: int, *, announced: bool = False) -> list[FoundDate]:
    """Days that the text may set as the meeting: with day and month, after the meeting recorded, and no deadline."""
    usable: list[FoundDate] = []
    months: list[FoundDate] = []
    year: int | None = None
    for date in page.find_dates(text):
        year = date.year if date.month is None and date.year else year
        if (date.start < start and date.end < start - 60) or date.month is None:
            continue
        if _NOT_MEETING.search(text[: date.start]) or _TAKEN_BACK.match(text, date.end):
            continue
        date = (
            date.with_year(year) if date.lacks_year and year and page.anchor and str(year) >= page.anchor[:4] else date
        )
        if date.iso and page.anchor and date.iso < page.anchor[: len(date.iso)]:
            continue
        if date.day is None and date.year is None:
            if not _VAGUE.search(text[: date.start]):
                months.append(date)
            continue
        usable.append(date)
    near = [date for date in months if 0 <= date.start - start < 90]
    return usable or (near[:1] if announced else [])


_NEXT_YEAR = re.compile(r"\W{0,3}(?:nästa|neste|næste) år\b|\W{0,3}next year\b", re.IGNORECASE)


def _make(page: Page, sentence: Sentence, date: FoundDate, confidence: float, *, alone: bool = False) -> Suggestion:
    notes: list[Note] = []
    text = sentence.text
    if date.lacks_year and page.anchor:
        following = _NEXT_YEAR.match(text, date.end)
        date = date.with_year(int(page.anchor[:4]) + 1) if following else date.after(page.anchor)
        notes.append(note("year_inferred", from_=page.anchor))
        confidence -= 0.02
    if date.day is None:
        confidence -= 0.15
    evidence = [sentence.span]
    if alone:
        evidence = [sentence.part(date.start, min(len(text), date.end + 30))]
    elif sentence.unit.kind != "heading" and evidence[0][1] - evidence[0][0] > 300:
        evidence = [sentence.part(max(0, date.start - 80), min(len(text), date.end + 60))]
    return suggest("next_meeting", evidence, confidence, notes, date=date.iso, place=_place(text, date, alone=alone))


def _place(text: str, date: FoundDate, *, alone: bool) -> str | None:
    """Where: behind the day, in the sentence, or the tool of a meeting online."""
    online = _ONLINE.search(text, date.end, min(len(text), date.end + 40))
    named = online and (online["place"] or online["town"])
    if alone:
        return named
    return place_in(text) or place_after_date(text) or named
