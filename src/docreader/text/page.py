"""The prepared document that every kind of fact is looked for in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from docreader.model import Block, DocumentFacts, Extract, Span, Suggestion
from docreader.text.dates import FoundDate, find_dates, may_hold_date, reads_day_first
from docreader.text.genre import describe
from docreader.text.language import language_of
from docreader.text.lines import Line, split_lines
from docreader.text.markup import Unmarked, unmarked
from docreader.text.names import PERSON, is_given_name, person_score
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.shadow import flatten, shadow_of
from docreader.text.triggers import words_of
from docreader.text.units import Unit, make_units

Piece = TypeVar("Piece", Sentence, Unit)
_FULL_NAME = re.compile(PERSON)
_SPACES = {ord(c): " " for c in "\r\u00a0\t\u2009\u202f"} | {0xAD: None, 0x200B: None, 0xFEFF: None}


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) <= 3 and is_given_name(words[0]) and person_score(name) >= 0.85


class Index(Generic[Piece]):
    """Pieces of text by the words in them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces: Sequence[Piece] = pieces
        places: dict[str, list[int]] = {}
        for place, piece in enumerate(pieces):
            for word in piece.words if isinstance(piece, Sentence) else words_of(piece.text):
                places.setdefault(word, []).append(place)
        self._places = list(places.values())
        # All different words one after the other: a stem is looked for in those instead of in the whole document.
        self._starts = list(accumulate((len(word) + 1 for word in places), initial=0))
        self._words = "\n".join(places)
        self._known: dict[tuple[str, ...], Sequence[Piece]] = {}
        self._sets: dict[tuple[str, ...], frozenset[Piece]] = {}
        self._of_stem: dict[str, frozenset[int]] = {}

    def having(self, stems: tuple[str, ...]) -> Sequence[Piece]:
        """The pieces that hold one of the stems, in order."""
        if "" in stems:
            return self._pieces
        if stems not in self._known:
            found: set[int] = set().union(*map(self._having_one, stems))
            self._known[stems] = [self._pieces[place] for place in sorted(found)]
        return self._known[stems]

    def set_of(self, stems: tuple[str, ...]) -> frozenset[Piece]:
        """The same as a set."""
        if stems not in self._sets:
            self._sets[stems] = frozenset(self.having(stems))
        return self._sets[stems]

    def _having_one(self, stem: str) -> frozenset[int]:
        if stem not in self._of_stem:
            found: set[int] = set()
            position = self._words.find(stem)
            while position >= 0:
                word = bisect_right(self._starts, position) - 1
                found.update(self._places[word])
                position = self._words.find(stem, self._starts[word + 1])
            self._of_stem[stem] = frozenset(found)
        return self._of_stem[stem]


@dataclass(frozen=True)
class Section:
    """A heading (None before the first one) and what stands below it until the next."""

    heading: Unit | None
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Page:
    """A document with its divisions. ``units`` leaves out page furniture; ``anchor`` is the ISO date from which
    missing years are counted, None when the document gives none."""

    text: str
    flat: str
    lines: tuple[Line, ...]
    all_units: tuple[Unit, ...]
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    document: DocumentFacts
    anchor: str | None
    format: str
    day_first: bool = False
    marked: Unmarked | None = None

    @property
    def is_minutes(self) -> bool:
        """True for the record of a meeting."""
        return self.document.kind == "minutes"

    @property
    def language(self) -> str:
        """The document's language."""
        return self.document.language

    def value(self, span: Span) -> str:
        """The original words of a span, on one line, divided words joined."""
        piece = (self.flat if self.marked else self.text)[span[0] : span[1]].translate(_SPACES)
        return shadow_of(piece, [(0, len(piece))]).text.strip()

    def find_dates(self, text: str) -> list[FoundDate]:
        """The dates in some words of the document, written the way it writes them."""
        return find_dates(text, day_first=self.day_first)

    def blocks(self) -> tuple[Block, ...]:
        """How the text is laid out."""
        found = []
        for unit in self.all_units:
            first = unit.lines[0]
            for previous, line in pairwise(unit.lines):
                # Furniture inside a paragraph (a page break) has a block of its own.
                if line.start in self.furniture_after or line.gap:
                    found.append(Block(unit.kind, unit.level, first.start, previous.end))
                    first = line
            found.append(Block(unit.kind, unit.level, first.start, unit.lines[-1].end))
        if self.marked:
            tidied = self.marked.tidied
            found = [Block(b.kind, b.level, *tidied((b.start, b.end))) for b in found]
        return tuple(sorted(found, key=lambda block: block.start))

    def tidied(self, suggestion: Suggestion) -> Suggestion:
        """A suggestion whose passages do not begin or end within a tag."""
        if self.marked is None:
            return suggestion
        spans = dict.fromkeys(self.marked.tidied(span) for span in suggestion.evidence)
        return replace(suggestion, evidence=tuple(spans))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs and list items, in order."""
        prose = (unit for unit in self.units if unit.kind in ("paragraph", "list_item", "table_row"))
        return tuple(sentence for unit in prose for sentence in sentences_of(unit))

    def sentences_with(self, *stems: str) -> Sequence[Sentence]:
        """The sentences in which one of the stems (letters only, in lower case) occurs, in order.

        The cheapest way for a rule to begin, see :mod:`docreader.text.triggers`::

            for sentence in page.sentences_with("uppdrag", "oppdrag", "opgave"):
                match = _ASSIGNED.search(sentence.text)
        """
        return self._in_sentences.having(stems)

    def holding(self, *stems: str) -> frozenset[Sentence]:
        """The same as a set, to ask of each sentence whether a pattern is worth trying on it."""
        return self._in_sentences.set_of(stems)

    def units_with(self, *stems: str) -> Sequence[Unit]:
        """The units (headings, paragraphs, points, rows) in which one of the stems occurs, in order."""
        return self._in_units.having(stems)

    def units_holding(self, *stems: str) -> frozenset[Unit]:
        """The same as a set."""
        return self._in_units.set_of(stems)

    @cached_property
    def dated_sentences(self) -> Sequence[Sentence]:
        """The sentences that may hold a date: those with a figure, or words like "next year"."""
        return tuple(sentence for sentence in self.sentences if may_hold_date(sentence.text))

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """The full names in the sentences that begin with a common given name, each once."""
        found: dict[str, None] = {}
        for sentence in self.sentences:
            if len(sentence.text) < 2000:
                found.update(dict.fromkeys(match[0] for match in _FULL_NAME.finditer(sentence.text)))
        return tuple(name for name in found if _is_full_name(name))

    @cached_property
    def _in_sentences(self) -> Index[Sentence]:
        return Index(self.sentences)

    @cached_property
    def _in_units(self) -> Index[Unit]:
        return Index(self.units)

    def number_of(self, unit: Unit) -> int:
        """Its place among ``units``."""
        return self._numbers[unit]

    @cached_property
    def _numbers(self) -> dict[Unit, int]:
        return {unit: number for number, unit in enumerate(self.units)}

    def sentences_in(self, unit: Unit) -> list[Sentence]:
        """The sentences of one unit."""
        return self._by_unit.get(unit.start, [])

    @cached_property
    def _by_unit(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.unit.start, []).append(sentence)
        return found

    @cached_property
    def kind_at(self) -> dict[int, str]:
        """The kind of the unit that begins at an offset."""
        return {unit.start: unit.kind for unit in self.units}

    @cached_property
    def furniture_after(self) -> frozenset[int]:
        """Where a line begins that stands right below a line of furniture."""
        return frozenset(line.start for above, line in pairwise(self.lines) if above.furniture)


def prepare(extract: Extract) -> Page:
    """Divide a text and tell what it is."""
    marked = unmarked(extract.text) if extract.format in ("txt", "markdown") else None
    flat = flatten(marked.text if marked else extract.text)
    lines = split_lines(flat, marked.apart if marked else ())
    every = make_units(flat, lines, extract.blocks)
    units = [unit for unit in every if unit.kind != "furniture"]
    day_first = reads_day_first(flat, swedish=language_of(flat) == "sv")
    document, anchor = describe(flat, lines, units, extract, day_first=day_first)
    return Page(
        extract.text,
        flat,
        tuple(lines),
        tuple(every),
        tuple(units),
        tuple(_sections(units)),
        document,
        anchor,
        extract.format,
        day_first,
        marked,
    )


def _sections(units: Sequence[Unit]) -> Iterator[Section]:
    heading: Unit | None = None
    body: list[Unit] = []
    for unit in units:
        if unit.kind == "heading":
            if heading is not None or body:
                yield Section(heading, tuple(body))
            heading, body = unit, []
        else:
            body.append(unit)
    if heading is not None or body:
        yield Section(heading, tuple(body))
