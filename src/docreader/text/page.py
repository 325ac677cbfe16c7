"""The prepared document that every kind of fact is looked for in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docreader.model import Block, DocumentFacts, Extract, Span
from docreader.text.dates import FoundDate, find_dates, reads_day_first
from docreader.text.genre import describe
from docreader.text.language import language_of
from docreader.text.lines import Line, split_lines
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.shadow import flatten, shadow_of
from docreader.text.units import Unit, make_units

_SPACES = {ord(c): " " for c in "\r\u00a0\t\u2009\u202f"} | {0xAD: None, 0x200B: None, 0xFEFF: None}


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
        piece = self.text[span[0] : span[1]].translate(_SPACES)
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
        return tuple(sorted(found, key=lambda block: block.start))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs and list items, in order."""
        prose = (unit for unit in self.units if unit.kind in ("paragraph", "list_item", "table_row"))
        return tuple(sentence for unit in prose for sentence in sentences_of(unit))

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
    flat = flatten(extract.text)
    lines = split_lines(flat)
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
