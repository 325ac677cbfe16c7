"""Agenda items: the numbered (or only headed) points of a meeting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docreader.facts.found import Found, suggest
from docreader.facts.list_heads import head_of
from docreader.facts.phrases import person_density
from docreader.model import Note, Suggestion, note
from docreader.text.genre import MINUTES_WORD
from docreader.text.names import is_given_name, person_score
from docreader.text.page import Page
from docreader.text.shadow import Shadow
from docreader.text.units import Unit, heading_shape

_META = re.compile(
    r"(?:plats|tid|datum|lokal|sted|dato|tidpunkt|place|date|time|dagordning|dagsorden|agenda|saksliste"
    r"|bilag\w*|distribution|innehåll|mötesanteckningar|minnesanteckningar|"
    r"anteckningar|protokoll|referat|minutes|notes|vid protokollet|justeras|justeringsmän|underskrifter"
    r"|bakgrund till mötet|møtedato|møtested|mødedato|mødested|"
    r"kontakt|ansvarig|åtgärder|beslut|vedtak|beslutning|program|sammanfattning|innkalling)\s*:?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:Mötets öppnande(?: och [a-zåäö]{4,20})?|Mötet öppnas|Mötets inledning|Inledning|Välkommen"
    r"|Öppnande|Velkomst|Velkommen|Åpning|Åbning|Opening|Welcome)"
    r"(?=[.:]?\s+[A-ZÅÄÖÆØ]|[.:]?$)"
)
_TIME = re.compile(
    r"(?:kl\.?\s?)?(?P<h>[012]?\d)[.:](?P<m>[0-5]\d)(?:\s?[-–]\s?(?P<h2>[012]?\d)[.:](?P<m2>[0-5]\d))?\s*[-–:.]?\s+(?=[A-ZÅÄÖÆØ\"])"
)
_TRAILER = re.compile(
    r"\s*(?:\([^()]{0,80}\)|[-–:]?\s*(?:Föredragande|Ansvarig|Presenter|Speaker|Oppläsare|Innleder"
    r"|Oplæg ved|v/)\s?:?\s.{0,120}"
    r"|\((?:beslut|information|diskussion|info)[^()]{0,40}\))\s*$",
    re.IGNORECASE,
)


_SLIDE = re.compile(r"(?:slide|sidan|sida|bild|page|side|lysbilde)\s\d{1,3}\s?[:.–-]?\s(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A possible agenda item: its order for the chain, its written number, and its line."""

    order: int
    number: str
    style: str
    unit: Unit
    headed: bool


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The points of the longest chain of numbers; without one, the headings of the minutes."""
    if not page.is_minutes:
        return
    timed = list(_timed(page, found))
    chain = [] if len(timed) >= 3 else _chain(list(_candidates(page, found)))
    if chain and not any(item.unit.kind == "heading" for item in chain) and _marked_headings(page, found) >= 3:
        yield from _headed(page, found)
        return
    if len(chain) >= 2:
        yield from _numbered(page, chain)
        return
    yield from timed if len(timed) >= 2 else _headed(page, found)


def _marked_headings(page: Page, found: Found) -> int:
    """How many headings are written as such (by the format or by Markdown signs) and can be points."""
    marked = page.format in ("html", "docx", "odt")
    return sum(
        unit.kind == "heading"
        and unit.level >= 2
        and (marked or page.flat[unit.start] == "#")
        and _is_point(page, found, unit, number)
        for number, unit in enumerate(page.units)
    )


def _candidates(page: Page, found: Found) -> Iterator[Item]:
    inside = _enumerated(page)
    for unit in page.units:
        if not unit.number or unit.bullet or unit.kind == "table_row" or unit.start in inside:
            continue
        if found.covers((unit.start, unit.end), "participant", "member"):
            continue
        order = re.match(r"\d+", unit.number)
        if order is None or "." in unit.number or len(unit.text) < 2:
            continue
        dated = "/" in unit.number
        style = f"{unit.sign.casefold()[:3]}{'n/y' if dated else ''}{unit.after[:1]}"
        title = _cut_title(unit.body)
        headed = heading_shape(unit.text) or len(title.text) < len(unit.text)
        yield Item(int(order[0]), unit.number, style, unit, headed)


_AGENDA_HEAD = re.compile(
    r"\b(?:dagordning|dagsorden|agenda|saksliste|sakliste|ärenden|saker|punkter|program)\w{0,3}\s?:$", re.IGNORECASE
)


def _enumerated(page: Page) -> set[int]:
    """Where the points of an enumeration begin: it starts again at 1 below a sentence that ends with a colon."""
    inside: set[int] = set()
    order = 0
    for previous, unit in itertools.pairwise(page.units):
        number = int(unit.number) if unit.number.isdigit() and unit.after else 0
        opens = previous.kind != "heading" and len(previous.text) > 20 and previous.text.rstrip().endswith(":")
        if number == 1 and opens and not _AGENDA_HEAD.search(previous.text):
            order = 1
        elif order and number == order + 1:
            order = number
        else:
            order = 0
        if order:
            inside.add(unit.start)
    return inside


_PUBLISHED = re.compile(
    r"(?:senast |sist |last )?(?:publicera|publisert|udgivet|published|uppdatera|oppdatert|opdateret|updated)", re.I
)
_BREAK = re.compile(
    r"(?:gemensam |felles |fælles )?(?:lunch|paus|fika|kaffe\w*|bensträckare|pause|frokost|lunsj|break|coffee\w*"
    r"|middag)\b"
    r".{0,20}",
    re.IGNORECASE,
)


def _chain(items: Sequence[Item]) -> list[Item]:
    """The weightiest run of rising numbers in one style. Points with a heading's shape weigh more than sentences,
    and a run that begins with 1 (or has a sign) more than one that does not."""
    best: list[tuple[float, int]] = []
    for index, item in enumerate(items):
        own = 1.0 if item.headed else 0.3
        own += 0.6 if item.unit.kind == "heading" else 0.0
        start = 0.5 if item.order == 1 or item.unit.sign or "/" in item.number else 0.0
        value, previous = own + start, -1
        for earlier in range(max(0, index - 60), index):
            other = items[earlier]
            if other.style == item.style and 0 < item.order - other.order <= 2 and best[earlier][0] + own > value:
                value, previous = best[earlier][0] + own - 0.2 * (item.order - other.order - 1), earlier
        best.append((value, previous))
    if not best:
        return []
    index = max(range(len(best)), key=lambda i: (best[i][0], i))
    chain: list[Item] = []
    while index >= 0:
        chain.append(items[index])
        index = best[index][1]
    chain.reverse()
    return chain if sum(item.headed for item in chain) >= 0.5 * len(chain) else []


def _numbered(page: Page, chain: Sequence[Item]) -> Iterator[Suggestion]:
    if chain[0].order == 2 and not chain[0].unit.sign:
        first = _lost_first(page, chain[0].unit.start)
        if first is not None:
            yield first
    sure = 0.96 if len(chain) >= 3 else 0.85
    for item in chain:
        body = _cut_title(item.unit.body)
        whole = len(body.text) == len(item.unit.text)
        begins, until, cut = _clock(body)
        title, end = _title(body.text[cut:])
        if not title:
            continue
        evidence = (item.unit.start, body.span(0, cut + end)[1])
        confidence = sure if whole and item.headed else 0.78
        yield suggest("agenda_item", [evidence], confidence, number=item.number, title=title, start=begins, end=until)


def _lost_first(page: Page, before: int) -> Suggestion | None:
    """Point 1 without its number, as conversion leaves it: the usual words for opening a meeting."""
    notes: tuple[Note, ...] = (note("number_inferred"),)
    for unit in page.units:
        if unit.start >= before:
            break
        match = next(reversed(list(_OPENING.finditer(unit.text))), None)
        if match is not None:
            return suggest("agenda_item", [unit.body.span(*match.span())], 0.8, notes, number="1", title=match[0])
    return None


def _cut_title(body: Shadow) -> Shadow:
    """The title of a point whose text runs on in the same line: up to the word that begins its first sentence."""
    text = body.text
    sentence = text.endswith(".") and len(text) > 40
    if len(text) <= 90 and not sentence and not re.search(r"[.!?]\s+[A-ZÅÄÖ]", text):
        return body
    stop = re.search(r"[.:!?](?:\s|$)|\s[-–]\s(?=[A-ZÅÄÖÆØ][a-zåäöæø]+ (?:presenter|redovis|inform))", text)
    first = text[: stop.start()] if stop else text
    if stop and len(first) <= 70 and heading_shape(first) and not _reads_as_sentence(first):
        return body.cut(0, stop.start())
    words = list(re.finditer(r"\S+", text[:160]))
    for previous, word in itertools.pairwise(words):
        starts = word[0][:1].isupper() and previous[0][-1:] not in '-–/(&"' and word.start() >= 6
        if (
            starts
            and (len(word[0]) > 1)
            and not (previous[0][:1].isupper() and len(words) > 1 and previous.start() > 0)
        ) and person_score(text[previous.start() : word.end()]) < 0.7:
            return body.cut(0, word.start() - 1)
    return body


def _reads_as_sentence(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:är|var|har|hade|ska|kommer|den \d{1,2}|sammanträder|hålls|presenterade"
            r"|redovisade|informerade|berättade|hälsade"
            r"|er|var"
            r"|blev|ble|is|was|are)\b",
            text,
        )
    )


def _clock(body: Shadow) -> tuple[str | None, str | None, int]:
    match = _TIME.match(body.text)
    if match is None:
        return None, None, 0
    begins = f"{int(match['h']):02}:{match['m']}"
    until = f"{int(match['h2']):02}:{match['m2']}" if match["h2"] else None
    return begins, until, match.end()


def _title(text: str) -> tuple[str, int]:
    """The title without presenter, brackets and closing punctuation; and where it ends."""
    slide = _SLIDE.match(text)
    if slide:
        title, end = _title(text[slide.end() :])
        return title, slide.end() + end
    trailer = _TRAILER.search(text)
    if trailer and trailer.start() > 2:
        text = text[: trailer.start()]
    dash = re.search(r"\s[-–]\s(?P<who>[^–]{4,60})$", text)
    if dash and person_density([dash["who"]]) > 0.5:
        text = text[: dash.start()]
    dash = re.search(r",\s(?P<who>[A-ZÅÄÖÆØ][\w-]+ [A-ZÅÄÖÆØ][\w-]+)$", text)
    if dash and person_score(dash["who"]) >= 0.85:
        text = text[: dash.start()]
    title = text.rstrip(" .:,;*_–-")
    return title, max(1, len(title))


def _timed(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points that begin with a clock time instead of a number."""
    for unit in page.units:
        match = _TIME.match(unit.text) if not unit.number else None
        span = (unit.start, unit.end)
        if match is None or len(unit.text) > 300 or found.covers(span, "participant"):
            continue
        begins, until, cut = _clock(unit.body)
        rest = re.split(r"[.:]\s", unit.text[cut:], maxsplit=1)[0]
        title, end = _title(rest)
        if title and not _BREAK.fullmatch(title):
            yield suggest(
                "agenda_item",
                [(unit.start, unit.body.span(0, cut + end)[1])],
                0.85,
                title=title,
                start=begins,
                end=until,
            )


def _headed(page: Page, found: Found) -> Iterator[Suggestion]:
    """Headings of minutes without numbers."""
    headings = [
        unit
        for number, unit in enumerate(page.units)
        if unit.kind == "heading" and _is_point(page, found, unit, number)
    ]
    if not headings:
        return
    signed = [unit for unit in headings if page.flat[unit.start] == "#"]
    headings = signed if len(signed) >= 2 else headings
    marked = page.flat[headings[0].start] == "#"
    level = min(unit.level for unit in headings)
    if marked and sum(unit.level == level for unit in headings) >= 2:
        headings = [unit for unit in headings if unit.level == level]
    if len(headings) < 2:
        return
    seen: set[str] = set()
    for unit in headings:
        title, end = _title(unit.text)
        if title and title.casefold() not in seen:
            seen.add(title.casefold())
            number = unit.number or None
            yield suggest(
                "agenda_item",
                [(unit.start, unit.body.span(0, end)[1])],
                0.82 if marked else 0.72,
                number=number,
                title=title,
            )


def _is_point(page: Page, found: Found, unit: Unit, number: int) -> bool:
    text = unit.text.strip("* ")
    if _META.match(text) or head_of(text, opening=True) or (head_of(text, opening=False) and text.endswith(":")):
        return False
    if MINUTES_WORD.search(text) and (number < 6 or (page.flat[unit.start] == "#" and unit.level == 1)):
        return False
    if _PUBLISHED.match(text) or (
        (found_dates := page.find_dates(text)) and found_dates[0].end - found_dates[0].start > len(text) - 10
    ):
        return False
    if number == 0 or any(len(word) > 40 for word in text.split()) or text.endswith("?"):
        return False
    if found.covers((unit.start, unit.end), "participant") or person_density([text]) > 0.5:
        return False
    first = next((item.evidence[0][0] for item in found.of("participant")), None)
    if (
        first is not None
        and unit.start < first
        and not any(u.kind == "paragraph" and len(u.text) > 60 for u in _below(page, unit))
    ):
        return False
    return not (len(text.split()) == 1 and is_given_name(text))


def _below(page: Page, unit: Unit) -> Sequence[Unit]:
    for section in page.sections:
        if section.heading is unit:
            return section.units
    return ()
