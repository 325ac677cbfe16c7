"""A document's text with the cited passages marked. Passages may overlap and run over several paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kraftsamla.editions.content import Passage

BREAK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
AROUND = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, marked or not. ``anchors``: the passages that begin here."""

    text: str
    marked: bool
    anchors: tuple[str, ...]

    @property
    def anchor(self) -> str:
        return self.anchors[0] if self.anchors else ""

    @property
    def more_anchors(self) -> tuple[str, ...]:
        return self.anchors[1:]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``gap``: text has been left out before it."""

    pieces: list[Piece]
    gap: bool = False


def paragraphs(text: str, passages: Sequence[Passage]) -> list[Paragraph]:
    return [
        Paragraph(_pieces(text, start, end, passages)) for start, end in _spans(text) if text[start:end].strip()
    ]


def excerpts(text: str, passages: Sequence[Passage]) -> list[Paragraph]:
    """The passages with a little text on both sides, cut between words; passages that lie close share one."""
    windows: list[tuple[int, int]] = []
    for start, end in sorted((p.start or 0, p.end or 0) for p in passages):
        window = (_word_start(text, start - AROUND), _word_end(text, end + AROUND))
        if windows and window[0] <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], window[1]))
        else:
            windows.append(window)
    return [
        Paragraph(_pieces(text, start, end, passages), gap=start > 0) for start, end in windows
    ]


def _spans(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for match in BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _pieces(text: str, start: int, end: int, passages: Sequence[Passage]) -> list[Piece]:
    spans = dict.fromkeys(
        (p.start or 0, p.end or 0, p.anchor) for p in passages if (p.start or 0) < end and (p.end or 0) > start
    )
    cuts = sorted({start, end, *(min(max(edge, start), end) for a, b, _ in spans for edge in (a, b))})
    return [
        Piece(
            text=text[a:b],
            marked=any(first < b and a < last for first, last, _ in spans),
            # A passage that begins in the white space before the paragraph has its anchor where its words begin.
            anchors=tuple(name for first, _, name in spans if max(first, start) == a and _begins(text, first, a)),
        )
        for a, b in itertools.pairwise(cuts)
    ]


def _begins(text: str, first: int, at: int) -> bool:
    return not text[first:at].strip()


def _word_start(text: str, at: int) -> int:
    return 0 if at <= 0 else text.rfind(" ", 0, at) + 1


def _word_end(text: str, at: int) -> int:
    found = text.find(" ", at)
    return len(text) if at >= len(text) or found < 0 else found
