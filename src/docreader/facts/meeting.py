"""The meeting that minutes record: when, where, of which body, who chaired it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.facts.found import Found, suggest
from docreader.facts.meeting_names import CRUMBS, names_of, number_of, title_unit_of
from docreader.facts.tables import heads_table
from docreader.model import Note, Span, Suggestion, note
from docreader.text.clocks import Clock, find_clocks
from docreader.text.dates import FoundDate
from docreader.text.minutes import MINUTES_WORD
from docreader.text.names import PERSON, person_score
from docreader.text.page import Page
from docreader.text.places import form_of
from docreader.text.triggers import quick
from docreader.text.units import Unit

_TOP = 30
_LABEL = re.compile(
    r"\W{0,4}(?:mötesdatum|datum(?: och tid)?|tid(?:punkt)?(?: och plats)?|dag|när|møtedato|mødedato"
    r"|dato(?: og tid)?|tidspunkt|dato/tid|date(?: and time)?|time|when|"
    r"datum & tid|datum/tid|sammanträdesdatum|tid o(?:ch)? plats|møtetid|mødetid)\b\W{0,4}",
    re.IGNORECASE,
)
_PLACE_LABEL = quick(
    r"(?:^|\s|[*|])(?:mötesplats|plats(?: och form| och tid)?|lokal|var|møtested|mødested|sted|place|venue"
    r"|location|where|møtelokale)\s{0,2}[:*|]{1,4}\s*(?P<place>[^\n|]{2,120})"
    r"|\bPlats\s(?P<bare>[A-ZÅÄÖ][^\n:]{2,60}?)(?=\s(?:Närv|Delt|När|Tid|Datum|Ordf)|$)",
    re.IGNORECASE,
)
_CHAIR = quick(
    r"(?:mötes|møte|møde)?(?:ordförande|ordf\.?|leder|formand|formann|chair(?:man|person|woman)?|ordstyrer"
    r"|sammankallande)\b",
    re.IGNORECASE,
)
_VICE = re.compile(r"vice|v\.|nest|næst|co-", re.IGNORECASE)
_OPENED = quick(
    rf"(?P<who>{PERSON})(?:\s?\([^()]{{2,40}}\)|, [^,]{{3,40}},)?\s(?:hälsa(?:r|de)|öppna(?:r|de)"
    rf"|inled(?:er|de)|ønsket|åpnet|bød|åbnede|welcomed|opened|chaired)\b[^.]{{0,80}}(?:mötet|välkom|møtet"
    rf"|velkom|mødet|meeting|everyone|alla)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the meeting with the unit it stands in and how sure the place is (a label is surest)."""

    date: FoundDate
    unit: Unit
    rank: int


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One meeting, or one for each date when the head of the minutes contradicts itself."""
    if not page.is_minutes:
        return
    dated = list(_dates(page))
    days = list(dict.fromkeys(item.date.iso for item in dated))
    if not days:
        return
    fields, spans = _fields(page, found, dated)
    for number, day in enumerate(days[:3]):
        own = next(item for item in dated if item.date.iso == day)
        notes: list[Note] = [note("conflicting_date", other=other) for other in days[:3] if other and other != day]
        evidence = [own.unit.body.span(own.date.start, own.date.end)] if len(days) > 1 else []
        evidence += spans if number == 0 else []
        confidence = 0.95 if len(days) == 1 else 0.6 if number == 0 else 0.45
        yield suggest("meeting", _concise(evidence), confidence, notes, date=day, **fields)


def _concise(spans: list[Span]) -> list[Span]:
    """The spans in order, as long as they stay short together."""
    kept: list[Span] = []
    for span in spans:
        if sum(e - s for s, e in kept) + span[1] - span[0] < 320 or not kept:
            kept.append(span)
    return sorted(set(kept))


def _dates(page: Page) -> Iterator[Dated]:
    """Full dates in the head: after a label, in the title, in the first lines."""
    ranked: list[Dated] = []
    titled = False
    for number, unit in enumerate(page.units[:_TOP]):
        text = unit.text[:260]
        if CRUMBS.search(text):
            continue
        is_title = bool(MINUTES_WORD.search(text)) and len(unit.text) < 220 and not titled and number < 8
        label = _LABEL.match(text)
        inner = re.search(r"\b(?:Datum|Dato|Date|Tid)\b[: ]{0,3}(?=\d|den )", text)
        rank = 3 if label else 2 if is_title or inner else 1 if number < 6 and len(text) < 120 else 0
        met = number < 12 and re.search(
            r"\b(?:möttes|träffades|samlades|sammanträdde|mötet hölls|mødtes|møttes|met on|met in|was held|took place"
            r"|mødet blev holdt|møtet ble holdt|ägde rum|fandt sted|fant sted|samledes|samlet seg)\b",
            text,
        )
        rank = 3 if met else rank
        titled = titled or is_title
        for found in _full(page, text):
            previous = re.search(
                r"(?:publicera\w*|publiser\w*|lagt op|lagt ut|upplag[dt]|posted|skrevet|published|föregående"
                r"|förra|forrige|sidste|previous|last|nästa|neste|næste|next|justera\w*"
                r"|(?:upp|opp|op)?date\w*|uppdatera\w*|ändra[dt]\w*|endret|ændret|changed|redigera\w*|edited|skriven|utskrift)\b[^.]{0,60}$",
                text[: found.start],
                re.IGNORECASE,
            )
            if rank and not previous:
                ranked.append(Dated(found, unit, rank))
                break
    if ranked:
        best = max(item.rank for item in ranked)
        strong = [item for item in ranked if item.rank >= min(2, best)]
        yield from sorted(strong, key=lambda item: -item.rank)
        return
    for unit in page.units[:_TOP]:
        if re.search(r"\b(?:möte|møte|møde|meeting|sammanträd)", unit.text, re.IGNORECASE):
            for found in _full(page, unit.text[:400]):
                yield Dated(found, unit, 0)
                return


def _full(page: Page, text: str) -> Iterator[FoundDate]:
    return (item for item in page.find_dates(text) if item.iso and item.day)


def _fields(page: Page, found: Found, dated: list[Dated]) -> tuple[dict[str, str | None], list[Span]]:
    """All fields but the date, and the passages they stand in."""
    first = dated[0]
    spans = [(item.unit.start, min(item.unit.end, item.unit.start + 240)) for item in dated[:1]]
    title_unit = title_unit_of(page)
    if title_unit is not None and title_unit is not first.unit:
        spans.append((title_unit.start, title_unit.end))
    place, place_span = _place(page)
    if place_span:
        spans.append(place_span)
    top = " ".join(
        unit.text[:200] for unit in page.units[:12] if not found.covers((unit.start, unit.end), "participant")
    )
    clocks = list(find_clocks(first.unit.text[first.date.end : first.date.end + 60])) or list(_labelled_clock(page))
    names = names_of(page, found, title_unit)
    return {
        "title": names.title,
        "body": names.body,
        "organiser": names.organiser,
        "form": form_of(top, place),
        "place": place,
        "start": clocks[0].begins if clocks else None,
        "end": clocks[0].until if clocks else None,
        "chair": _chair(page, found),
        "number": number_of(page, title_unit),
    }, spans


def _labelled_clock(page: Page) -> Iterator[Clock]:
    for unit in page.units[:_TOP]:
        if re.match(r"\W{0,4}(?:tid|tidpunkt|klockslag|kl|time|tidspunkt)\b", unit.text, re.IGNORECASE):
            yield from find_clocks(unit.text[:120])


def _place(page: Page) -> tuple[str | None, Span | None]:
    for unit in page.units[:_TOP]:
        match = None if heads_table(unit.text) else _PLACE_LABEL.search(unit.text[:300])
        if match:
            words = match["place"] or match["bare"] or ""
            short = re.split(r",? (?:samt|och|og|and|eller) (?:via|på|digitalt|over|på) |\s{2,}|(?<=\w)\. ", words)[
                0
            ].strip(" .,|*")
            if short and not re.match(r"(?:närvarande|deltagare)", short, re.IGNORECASE):
                return short, (unit.start, min(unit.end, unit.start + 160))
    return None, None


def _chair(page: Page, found: Found) -> str | None:
    for item in found.of("participant"):
        role = str(item.fields.get("role") or "")
        if item.fields.get("attendance") != "absent" and _CHAIR.search(role) and not _VICE.search(role):
            return str(item.fields.get("person") or "") or None
    for sentence in page.sentences[:40]:
        match = _OPENED.search(sentence.text)
        if match and person_score(match["who"]) >= 0.6:
            return match["who"]
    return None
