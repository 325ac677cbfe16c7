"""The days that a document tells about itself: when it was published, updated, reviewed or decided.

A label says what a date is ("Senast uppdaterad: 3 maj 2021"); near the top a day may also stand alone or beside a
word for the sort of text and its writer ("Nyhet | 3 maj 2021", "Av Anna Ek, 3 maj 2021", "UMEÅ 3 maj 2021 – ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from docreader.model import Span
from docreader.text.date_patterns import WEEKDAY
from docreader.text.dates import FoundDate, find_dates, may_hold_date
from docreader.text.triggers import quick
from docreader.text.units import Unit

DateKind = Literal["published", "updated", "reviewed", "decided"]

_KINDS: tuple[tuple[DateKind, str], ...] = (
    (
        "updated",
        (
            r"(?:uppdatera(?:d|t|des|ts)|oppdater(?:t|ing)|opdatere(?:t|s)|updated|ändra(?:d|t|des)|endre[dt]|ændret"
            r"|modified|revidera(?:d|t)|revidert|revideret|revised|redigera(?:d|t)|redigert|edited)"
        ),
    ),
    (
        "reviewed",
        r"(?:granska(?:d|t|des)|kvalitetssikre[dt]|gjennomgått|gennemgået|reviewed|faktagranskad|kontrollerad)",
    ),
    (
        "published",
        (
            r"(?:publicera(?:d|t|des|ts)|publicering|publiceringsdatum|publicere[dt]|publisert|publiserad"
            r"|publiseringsdato"
            r"|publiceringsdato|published|publication date|date published|udgive[tn]|udgivelsesdato|utgitt|utgive[nt]"
            r"|utgivningsdatum|utgivning|offentliggjor[dt]|offentliggjort|posted|upplag[dt]|inlag[dt]|lagt ut|lagt op"
            r"|lagt upp"
            r"|released|release date|skapa(?:d|t)|opprettet|oprettet|created|pressmeddelande|pressemelding"
            r"|pressemeddelelse|press release|nyhetsdatum|dato for publisering)"
        ),
    ),
    (
        "decided",
        (
            r"(?:beslutsdatum|beslutsdag|beslutad|beslutat|datum för beslut|vedtaksdato|vedtatt|beslutningsdato"
            r"|decision date"
            r"|fastställd|fastställt|antagen|adopted|vedtaget|datum för beslutet|date of decision)"
        ),
    ),
)
_ADVERB = r"(?:senast|senest|sist|sidst|sidste|siste|last|först|først|first|ursprungligen|originally)"
_SUBJECT = (
    r"(?:(?:artikeln|artikkelen|artiklen|sidan|siden|nyheten|nyheden|texten|teksten|innehållet|innholdet|indholdet"
    r"|dokumentet|inlägget|saken|sagen|(?:the |this )?(?:page|article|post|document)|datum|dato|date|sidan är"
    r"|siden er|siden ble"
    r"|siden blev|webbsidan|denna sida|denne side|denne siden)\s(?:är |er |blev |ble |was |har )?)?"
)
#: What may stand between a label and its date: "av redaktionen", "kl. 09.15", "on", "den".
_BETWEEN = (
    r"(?:\s?[:–|·-]\s?|\s)?(?:(?:av|af|by|på webben|på nettet|online|här)\s[^\d:;|]{2,60}?[\s,]\s?)?"
    rf"(?:{WEEKDAY}(?:en)?,?\s)?(?:den\s|d\.\s?|on\s|the\s|dato:?\s|datum:?\s|date:?\s)?(?:{WEEKDAY},?\s)?"
    r"(?:kl\.?\s)?(?:\d{1,2}[.:]\d{2},?\s)?"
)
_LABEL = quick(
    rf"(?:^|(?<=[|·•,;–/.] )|(?<=[|·•/])|(?<=\s\s)|(?<=\d\d\d\d\s)){_SUBJECT}(?:{_ADVERB}\s)?(?:"
    + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _KINDS)
    + rf")\b{_BETWEEN}",
    re.IGNORECASE,
)
_PERIOD = quick(r"under perioden|mellan den|i perioden", re.IGNORECASE)
#: Words that may stand beside the day of publication at the top.
_SORT = (
    r"(?:nyhet(?:er)?|nyheten|nyhed(?:er)?|news|aktuellt|aktuelt|pressmeddelande|pressemelding|pressemeddelelse"
    r"|press release"
    r"|artikel|artikkel|article|reportage|feature|debatt|debat|debate|opinion|krönika|kronikk|kommentar|intervju"
    r"|interview"
    r"|blogg|blog|blogginlägg|blog post|notis|notiser|nyhetsbrev|newsletter|nummer|ledare|leder|kultur|miljö|energi"
    r"|inrikes|lokalt|webbnyhet|uppdrag|regeringsuppdrag|beslut)"
)
_WRITER = r"(?:(?:av|af|by|text|tekst|words|skriven av|skrevet av|redaktör|red\.?|journalist)\s?:?\s?[^\d|·•]{3,60}?)"
_WITH = re.compile(
    rf"\W{{0,4}}(?:(?:{_SORT}|{_WRITER}|[A-ZÅÄÖÆØ][\w-]{{2,24}})\W{{1,4}})?(?:(?:den|d\.|on"
    rf"|{WEEKDAY})\W{{1,2}}){{0,2}}",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\W{{0,4}}(?:(?:kl\.?\s?|at\s)?\d{{1,2}}[.:]\d{{2}})?\W{{0,4}}(?:{_WRITER}|{_SORT}|\d{{1,2}} min\w*(?: \w+)?"
    rf"|(?:lästid|lesetid|læsetid):? \d+ min\w*|[A-ZÅÄÖÆØ][\w-]{{2,24}})?(?:\W{{1,4}}(?:{_WRITER}|(?:(?:lästid"
    rf"|lesetid|læsetid):?\s)?\d{{1,2}} min\w*))?\W{{0,4}}",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+)?)?[,.:]?\s?(?:den\s)?")
_TOP, _FOOT, _LONGEST = 25, 14, 300


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """One such day; ``span`` is where label and date stand, ``labelled`` that a word says what it is."""

    kind: DateKind
    iso: str
    unit: Unit
    span: Span
    labelled: bool


def document_dates(units: Sequence[Unit], *, day_first: bool, bare: bool = True) -> list[DocumentDate]:
    """The days in order, each once. ``bare`` allows a day without a label near the top."""
    found: dict[str, DocumentDate] = {}
    near = list(dict.fromkeys((*units[:_TOP], *units[-_FOOT:])))
    for number, unit in enumerate(near):
        following = near[number + 1] if number + 1 < len(near) else None
        for item in _labelled(unit, following, day_first=day_first):
            found.setdefault(item.iso, item)
    if bare and not any(item.kind == "published" for item in found.values()):
        top = [unit for unit in units[:12] if unit.kind != "table_row" or len(unit.text) < 70]
        alone: DocumentDate | None = next((day for unit in top[:9] if (day := _alone(unit, day_first=day_first))), None)
        prose = next((unit for unit in top if len(unit.text) > 60 and unit.kind == "paragraph"), None)
        alone = alone or (_dateline(prose, day_first=day_first) if prose else None)
        if alone is not None:
            found.setdefault(alone.iso, alone)
    return sorted(found.values(), key=lambda item: item.unit.start)


def _labelled(unit: Unit, following: Unit | None, *, day_first: bool) -> Iterator[DocumentDate]:
    if len(unit.text) > _LONGEST or _PERIOD.search(unit.text):
        return
    for match in _LABEL.finditer(unit.text):
        kind = next(name for name, _ in _KINDS if match[name])
        rest = unit.text[match.end() :]
        if not rest.strip(" :") and following is not None and match.start() == 0:
            # The label on a line of its own, the day on the next.
            first = _first(following.text, day_first=day_first)
            if first is not None and first.start < 12 and len(following.text) < 60:
                yield DocumentDate(kind, first.iso or "", following, following.body.span(first.start, first.end), True)
            continue
        first = _first(rest[:40], day_first=day_first)
        bracketed = unit.text.count("(", 0, match.start()) > unit.text.count(")", 0, match.start())
        if first is not None and first.start == 0 and not bracketed and not _tells(unit.text, match, first):
            end = match.end() + first.end
            yield DocumentDate(kind, first.iso or "", unit, unit.body.span(match.start(), end), True)


def _tells(text: str, match: re.Match[str], date: FoundDate) -> bool:
    """A sentence of the body: "Publicerad 2019 visar rapporten ..." goes on with lower case."""
    after = text[match.end() + date.end :]
    return len(after) > 90 and bool(re.match(r"\s[a-zåäöæø]", after)) and not re.match(r"\s(?:av|af|by|kl)\b", after)


def _first(text: str, *, day_first: bool) -> FoundDate | None:
    """The first full day."""
    found = find_dates(text, day_first=day_first) if may_hold_date(text) else []
    return next((d for d in found if d.day and d.iso and d.last is None), None)


def _alone(unit: Unit, *, day_first: bool) -> DocumentDate | None:
    """A short line with nothing but a day, the sort of text and its writer."""
    if len(unit.text) > 100:
        return None
    day = _first(unit.text, day_first=day_first)
    if day is None or not _WITH.fullmatch(unit.text[: day.start]) or not _REST.fullmatch(unit.text[day.end :]):
        return None
    return DocumentDate("published", day.iso or "", unit, unit.body.span(day.start, day.end), False)


def _dateline(unit: Unit, *, day_first: bool) -> DocumentDate | None:
    """ "UMEÅ 3 maj 2021 – Vindkraften ..." """
    day = _first(unit.text[:50], day_first=day_first)
    if day is None or not _DATELINE.fullmatch(unit.text[: day.start]):
        return None
    if not re.match(r"\s?(?:[–:|]|-\s|\.\s)", unit.text[day.end :]):
        return None
    return DocumentDate("published", day.iso or "", unit, unit.body.span(day.start, day.end), False)
