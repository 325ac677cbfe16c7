"""The document in its own layout, with every passage that a suggestion rests on marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kraftsamla.library.models import Document
from kraftsamla.reading.models import Suggestion

#: At the beginning of a line, or around what is bold. They are hidden but stay: places are counted with them.
SIGNS = re.compile(r"((?:^|(?<=\n))[ \t]*#{1,6}[ \t]+|\*\*|__(?=\w)|(?<=\w)__)")
MARKED_UP = (".md", ".markdown")
OWN_BULLET = re.compile(r"[-–—•·*▪◦o]\s|\(?\d{1,3}[.)]|\(?[a-z][.)]\s")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that the same suggestions rest on; none for unmarked words. ``anchors``: suggestions that begin here.

    ``start`` is where in the document's text they stand.
    """

    text: str
    start: int = 0
    numbers: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    state: str = ""
    has_signs: bool = False

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The words, and apart from them the signs that a text file has for headings, lists and bold."""
        cut = [self.text] if not self.has_signs else re.split(SIGNS, self.text)
        return [(words, number % 2 == 1) for number, words in enumerate(cut) if words]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the document; a list has one row of segments an item."""

    kind: str
    level: int
    rows: list[list[Segment]] = field(default_factory=list)

    @property
    def has_own_bullets(self) -> bool:
        """The text itself holds the bullets or numbers of the list."""
        return all(OWN_BULLET.match("".join(part.text for part in row)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    number: int
    state: str
    is_first: bool


def paper_of(document: Document, suggestions: Iterable[Suggestion]) -> list[Piece]:
    """The blocks of the document, list items gathered into lists. Every character of a block is shown once."""
    marks = sorted(_marks(suggestions), key=lambda mark: (mark.start, mark.end))
    pieces: list[Piece] = []
    waiting = 0
    has_signs = document.file_name.lower().endswith(MARKED_UP)
    for kind, level, start, end in document.layout or _paragraphs(document.text):
        start, end = _trimmed(document.text, start, end)
        while waiting < len(marks) and marks[waiting].end <= start:
            waiting += 1
        here = [mark for mark in marks[waiting:] if mark.start < end and mark.end > start]
        row = _row(document.text, start, end, here, has_signs=has_signs)
        if kind == "list_item" and pieces and pieces[-1].kind == "list_item":
            pieces[-1].rows.append(row)
        else:
            pieces.append(Piece(kind, level, [row]))
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A block without the space around its words."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _row(text: str, start: int, end: int, marks: Sequence[_Mark], *, has_signs: bool) -> list[Segment]:
    cuts = sorted({start, end, *(min(max(each, start), end) for mark in marks for each in (mark.start, mark.end))})
    row = []
    for a, b in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= a and b <= mark.end]
        states = {mark.state for mark in over}
        row.append(
            Segment(
                text=text[a:b],
                start=a,
                numbers=tuple(dict.fromkeys(mark.number for mark in over)),
                anchors=tuple(dict.fromkeys(m.number for m in over if m.is_first and max(m.start, start) == a)),
                has_signs=has_signs,
                state="waiting" if "waiting" in states else next(iter(sorted(states)), ""),
            )
        )
    return row


def _marks(suggestions: Iterable[Suggestion]) -> Iterable[_Mark]:
    for suggestion in suggestions:
        for number, (start, end) in enumerate(suggestion.evidence):
            yield _Mark(start, end, suggestion.pk, suggestion.state, is_first=number == 0)


def _paragraphs(text: str) -> Iterable[tuple[str, int, int, int]]:
    """Lines, for a document that was stored without a layout."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield "paragraph", 0, start, start + len(line)
        start += len(line) + 1
