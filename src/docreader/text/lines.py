"""Lines, and which of them are page furniture: page numbers, running heads, credits, buttons, cookie words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docreader.model import Span
from docreader.text.furniture import is_furniture
from docreader.text.markup import lines_apart

_CONTENT = re.compile(r"^(?:[-•*|>]|\d{1,2}[.)]\s|§)|[:|,]")
_HEADED = re.compile(r"#\s?\(#\)|#/#$|\b(?:sid\w*|page|side) #", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FIGURES = re.compile(r"\d+")
#: How many lines a page has at least, where bare numbers are taken for page numbers.
_PAGE_LINES = 12
_OPENING_LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. ``start`` and ``end`` leave out space around it."""

    start: int
    end: int
    indent: int
    text: str
    gap: int
    furniture: bool = False


def _running(texts: list[str], certain: list[bool]) -> set[str]:
    """Running heads and feet: short lines that come back, each time beside a page number or with one inside.
    A list item, a label or a row that comes back is content."""
    near = list(certain)
    found: set[str] = set()
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if 3 <= len(text) <= 90 and not certain[number] and not _CONTENT.search(text):
            places.setdefault(_mask(text), []).append(number)
    places = {masked: numbers for masked, numbers in places.items() if len(numbers) > 1}
    # A head of several lines: those that stand beside a line of the head belong to it as well.
    for _ in range(3):
        more = {masked for masked, numbers in places.items() if masked not in found and _runs(masked, numbers, near)}
        if not more:
            break
        found |= more
        for masked in more:
            for number in places[masked]:
                near[number] = True
    return found


def _runs(masked: str, numbers: list[int], near: list[bool]) -> bool:
    if not _LETTERS.search(masked):
        return False
    beside = sum(any(near[max(0, n - 2) : n] + near[n + 1 : n + 3]) for n in numbers)
    return (beside >= 2 and beside >= 0.6 * len(numbers)) or _HEADED.search(masked) is not None


def _mask(text: str) -> str:
    return _FIGURES.sub("#", text)


_LOST_BREAK = re.compile(
    r" {2,}(?=\S)"
    r"|\s(?=(?:§\s?\d{1,3}|[Ss]ak\s\d{1,3}/\d{2,4}|[Pp]unkt\s\d{1,2})\s[A-ZÅÄÖÆØ\"])"
    r"|\s(?=(?:Ej tjänstgörande|Tjänstgörande|Beslutande|Ersättare|Närvarande|Frånvarande|Anmält förhinder|Adjungerade?"
    r"|Deltagare|Övriga(?: närvarande| deltagare)?|Ledamöter|Medverkande|Förhinder|Plats och tid|Datum|Plats|Utses att"
    r" justera|Underskrifter|Til ?stede|Forfall|Frafall|Deltakere|Møtende|Deltagere|Afbud|Present|Participants"
    r"|Apologies|Absent|Vedtak|Beslutning)\s?(?::|(?=[A-ZÅÄÖÆØ])))"
    r"|\s(?=Beslut\s[A-ZÅÄÖ][a-zåäö]+(?:en|et|n)\s)|\s(?=(?:Saksliste|Dagsorden|Dagordning|Agenda)\s?:)"
)
_POINT = re.compile(r"\s(?=(\d{1,2})[.)]\s[A-ZÅÄÖÆØ][a-zåäöæø])")
_RUNNING_NUMBER = re.compile(r"\s(?=(\d{1,3})\s[A-ZÅÄÖÆØ][a-zåäöæø]{2})")
_ENDLESS = 1500
_BROKEN = 4


def _parts(line: str) -> list[tuple[int, int]]:
    """A whole document in one line, as viewers of PDF files hand it on, divided where its line breaks must have been;
    any other line whole."""
    if len(line) <= _ENDLESS:
        return [(0, len(line))]
    breaks = sorted([*_LOST_BREAK.finditer(line), *_points(line)], key=re.Match.start)
    if len(breaks) < _BROKEN:
        return [(0, len(line))]
    starts = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(line)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if line[a:b].strip()]


def _points(line: str) -> list[re.Match[str]]:
    """Where the points of the agenda begin: 1. 2. 3. in their order, also a second time, and running numbers without a
    stop (67 68 69 ...) of which there are many."""
    runs: list[list[re.Match[str]]] = [[]]
    for match in _POINT.finditer(line):
        if int(match[1]) == len(runs[-1]) + 1:
            runs[-1].append(match)
        elif match[1] == "1":
            runs.append([match])
    chains: dict[int, list[re.Match[str]]] = {}
    for match in _RUNNING_NUMBER.finditer(line):
        number = int(match[1])
        chain = chains.pop(number - 1, [])
        chain.append(match)
        chains[number] = chain
    found = [match for run in (*runs, *chains.values()) if len(run) >= (3 if run in runs else 5) for match in run]
    return list({match.start(): match for match in found}.values())


def split_lines(flat: str, apart: Sequence[Span] = ()) -> list[Line]:
    """All lines that are not blank, in order. What stands in ``apart`` is known to be furniture."""
    found: list[tuple[int, int, int, int]] = []
    texts: list[str] = []
    position = gap = 0
    for raw in flat.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            for number, (a, b) in enumerate(_parts(stripped)):
                found.append((start + a, start + b, 0 if number else indent, 1 if number else gap))
                texts.append(stripped[a:b])
            gap = 0
        else:
            gap += 1
        position += len(raw) + 1
    return _with_furniture(texts, found, lines_apart(apart, [start for start, *_ in found]) if apart else frozenset())


def _with_furniture(texts: list[str], found: list[tuple[int, int, int, int]], apart: frozenset[int]) -> list[Line]:
    certain = [is_furniture(text, text.casefold()) for text in texts]
    for number in _bare_page_numbers(texts):
        certain[number] = True
    running = _running(texts, certain)
    lines = []
    for number, (start, end, indent, gap) in enumerate(found):
        text = texts[number]
        furniture = certain[number] or start in apart
        if running and not furniture and len(text) <= 90 and _mask(text) in running:
            # The first time, at the top of the first page, a running head is the document's own head.
            furniture = number >= _OPENING_LINES or _FIGURES.search(text) is not None
        lines.append(Line(start, end, indent, text, gap, furniture))
    return lines


def _bare_page_numbers(texts: list[str]) -> list[int]:
    """Lines with only a number that are page numbers: at the very start or end, or one of a row that counts upwards,
    a page apart."""
    bare = [number for number, text in enumerate(texts) if len(text) < 5 and text.isdecimal()]
    found = [number for number in bare if number in (0, len(texts) - 1)]
    for before, number in pairwise(bare):
        if number - before >= _PAGE_LINES and int(texts[number]) == int(texts[before]) + 1:
            found += [before, number]
    return found
