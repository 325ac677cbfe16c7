"""The meeting that minutes record: when, where, of which body, who chaired it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.facts.found import Found, suggest
from docreader.model import Note, Span, Suggestion, note
from docreader.text.clocks import Clock, find_clocks
from docreader.text.dates import FoundDate
from docreader.text.genre import MINUTES_WORD, trim_title
from docreader.text.names import PERSON, person_score
from docreader.text.page import Page
from docreader.text.places import form_of
from docreader.text.units import Unit

_TOP = 30
_LABEL = re.compile(
    r"\W{0,4}(?:mötesdatum|datum(?: och tid)?|tid(?:punkt)?(?: och plats)?|dag|när|møtedato|mødedato"
    r"|dato(?: og tid)?|tidspunkt|dato/tid|date(?: and time)?|time|when|"
    r"datum & tid|datum/tid|sammanträdesdatum|tid o(?:ch)? plats|møtetid|mødetid)\b\W{0,4}",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(
    r"(?:^|\s|[*|])(?:mötesplats|plats(?: och form| och tid)?|lokal|var|møtested|mødested|sted|place|venue"
    r"|location|where|møtelokale)\s{0,2}[:*|]{1,4}\s*(?P<place>[^\n|]{2,120})"
    r"|\bPlats\s(?P<bare>[A-ZÅÄÖ][^\n:]{2,60}?)(?=\s(?:Närv|Delt|När|Tid|Datum|Ordf)|$)",
    re.IGNORECASE,
)
_BODY_WORD = (
    r"\w{0,40}(?:råd|rådet|grupp|gruppen|nätverk|nätverket|forum|nämnd|nämnden|styrelse|styrelsen|kommitté"
    r"|kommittén|utskott|utskottet|panel|panelen|delegation|delegationen|council|committee|board|network|group"
    r"|gruppe|gruppa|utvalg|utvalget|udvalg|udvalget|råd|nettverk|nettverket|netværk|netværket|styret"
    r"|bestyrelse|bestyrelsen|bestyrelsesmøde|styringsgruppe|nemnd|nemnda|team|ledning|ledningen|partnerskap"
    r"|partnerskapet|samverkan)"
)
_IS_BODY = re.compile(rf"\b{_BODY_WORD}\b", re.IGNORECASE)
_FROM_TITLE = re.compile(
    r"\b(?:möte[nt]?s?|møte[t]?|møde[t]?|sammanträde|meeting|anteckningar|protokoll|referat|minutes|notes"
    r"|samling|workshop)\s(?:\d{1,3}\s)?(?:(?:nr|nummer)\.? ?\d{1,3},?\s)?"
    r"(?:från (?:möte[nt]?|sammanträde)? ?(?:med|i|av)?|fra (?:møte|møde)?t? ?(?:i|med)?|af møde i|från"
    r"|fra|med|i|för|för|of the|of|with the|with|in the|av|af|for|vid|\b)\s?(?:the |den "
    r"|det )?(?P<body>[^,(\n]{3,100})",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?:mötes|møte|møde)?(?:ordförande|ordf\.?|leder|formand|formann|chair(?:man|person|woman)?|ordstyrer"
    r"|sammankallande)\b",
    re.IGNORECASE,
)
_VICE = re.compile(r"vice|v\.|nest|næst|co-", re.IGNORECASE)
_OPENED = re.compile(
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
        is_title = bool(MINUTES_WORD.search(text)) and len(unit.text) < 220 and not titled and number < 8
        label = _LABEL.match(text)
        inner = re.search(r"\b(?:Datum|Dato|Date|Tid)\b[: ]{0,3}(?=\d|den )", text)
        rank = 3 if label else 2 if is_title or inner else 1 if number < 6 and len(text) < 120 else 0
        met = number < 12 and re.search(
            r"\b(?:möttes|träffades|samlades|sammanträdde|mötet hölls|mødtes|møttes|met on"
            r"|mødet blev holdt|møtet ble holdt)\b",
            text,
        )
        rank = 3 if met else rank
        titled = titled or is_title
        for found in _full(page, text):
            previous = re.search(
                r"(?:publicera\w*|publiser\w*|published|föregående|förra|forrige|sidste|previous|last|nästa|neste|næste|next|justera\w*"
                r"|uppdatera\w*|skriven|utskrift)\b[^.]{0,40}$",
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
    title_unit = next((u for u in page.units[:12] if MINUTES_WORD.search(u.text) and len(u.text) < 220), None)
    if title_unit is not None and title_unit is not first.unit:
        spans.append((title_unit.start, title_unit.end))
    place, place_span = _place(page)
    if place_span:
        spans.append(place_span)
    top = " ".join(
        unit.text[:200] for unit in page.units[:12] if not found.covers((unit.start, unit.end), "participant")
    )
    clocks = list(find_clocks(first.unit.text[first.date.end : first.date.end + 60])) or list(_labelled_clock(page))
    title, body, organiser = _names(page, title_unit)
    return {
        "title": title,
        "body": body,
        "organiser": organiser,
        "form": form_of(top, place),
        "place": place,
        "start": clocks[0].begins if clocks else None,
        "end": clocks[0].until if clocks else None,
        "chair": _chair(page, found),
        "number": _number(page, title_unit),
    }, spans


def _labelled_clock(page: Page) -> Iterator[Clock]:
    for unit in page.units[:_TOP]:
        if re.match(r"\W{0,4}(?:tid|tidpunkt|klockslag|kl|time|tidspunkt)\b", unit.text, re.IGNORECASE):
            yield from find_clocks(unit.text[:120])


def _number(page: Page, title_unit: Unit | None) -> str | None:
    """The number of the meeting, "Meeting no. 7" or "Mötesanteckningar 3 ..."."""
    titled = (
        re.search(
            r"anteckningar\s(\d{1,3})\s[A-ZÅÄÖ]|(?:möte|møte|møde)\s(?:nr\.?\s)?(\d{1,3})\b(?!\s?[a-z.:])",
            title_unit.text,
        )
        if title_unit
        else None
    )
    if titled:
        return titled[1] or titled[2]
    for unit in page.units[:8]:
        match = re.search(
            r"\b(?:meeting|möte|møte|møde)\s(?:no\.?|nr\.?|number|nummer)\s?(\d{1,3})\b",
            unit.text,
            re.IGNORECASE,
        )
        if match:
            return match[1]
    return None


def _place(page: Page) -> tuple[str | None, Span | None]:
    for unit in page.units[:_TOP]:
        match = _PLACE_LABEL.search(unit.text[:300])
        if match:
            words = match["place"] or match["bare"] or ""
            short = re.split(r",? (?:samt|och|og|and|eller) (?:via|på|digitalt|over|på) |\s{2,}|(?<=\w)\. ", words)[
                0
            ].strip(" .,|*")
            if short and not re.match(r"(?:närvarande|deltagare)", short, re.IGNORECASE):
                return short, (unit.start, min(unit.end, unit.start + 160))
    return None, None


def _names(page: Page, title_unit: Unit | None) -> tuple[str | None, str | None, str | None]:
    """Title, body and organiser, from the title and the line above or below it."""
    title = body = organiser = None
    if title_unit is not None:
        title = trim_title(title_unit.text)
        match = _FROM_TITLE.search(title)
        whole = match is not None and not title[match.start("body") - 1].isalnum()
        if match and whole and _IS_BODY.search(match["body"]):
            body = _bare_body(match["body"])
        elif _IS_BODY.search(title):
            body = re.sub(r"\s(?:meeting|möte|møte|møde)$", "", _bare_body(title)) or None
    for unit in page.units[:4]:
        if unit is title_unit or len(unit.text) > 90 or _LABEL.match(unit.text) or page.find_dates(unit.text):
            continue
        if re.search(r"[»›>]|\s/\s", unit.text):
            continue
        if title_unit is not None and unit.start > title_unit.start and body:
            break
        name = _bare_body(unit.text.strip("* ").rstrip(":"))
        if _IS_BODY.search(name) and body is None:
            body = name
        elif organiser is None and title_unit is not None and unit.start < title_unit.start and len(name.split()) <= 6:
            organiser = name
    return title, body, organiser


_LEADING = re.compile(
    r"^(?:(?:fört|vid|\w*möte[nt]?|\w*møte[t]?|\w*møde[t]?|sammanträde|med|i|från|fra|for|för|av|af|of|the|meeting|minutes|\w*protokoll|\w*referat"
    r"|\w*anteckningar|den|det|download|nr|\d{1,3})\b[\s:–-]*)+",
    re.IGNORECASE,
)


def _bare_body(name: str) -> str:
    """The name of a body without "Protokoll fört vid möte med" before it."""
    bare = _LEADING.sub("", name).strip(' .-–:"')
    return bare if _IS_BODY.search(bare) else name


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
