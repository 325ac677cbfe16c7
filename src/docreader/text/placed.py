r"""Patterns that are dear to try at every word: tried only where one of their stems is near.

A pattern that begins with ``\b`` and soon holds one of a few stems (see :mod:`docreader.text.triggers`) can begin no
further before the stem than its own first words are long. ``\b[\w-]{0,24}(?:kommitté|rådet|...)`` is such a one: at
each word of a sentence it would try every sort of body after every beginning of the word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]  # how the pattern was understood: nowhere else to ask
from re import _parser as parser  # type: ignore[attr-defined]  # the same: nowhere else to ask

from docreader.text.shadow import lowered
from docreader.text.triggers import Quick, stems_in

_EDGE = re.compile(r"\b")
_FURTHEST = 200


class Placed(Quick):
    """A quick pattern that begins with ``\\b`` and is tried only near its stems."""

    __slots__ = ("_ahead", "_stems")

    def __init__(self, compiled: re.Pattern[str]) -> None:
        super().__init__(compiled)
        stems, self._ahead = _lead(compiled)
        self._stems = re.compile("|".join(map(re.escape, stems)))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        if start or end < len(text):
            return super().search(text, start, end)
        return next(self._found(text), None) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of a pattern."""
        if start or end < len(text):
            return super().finditer(text, start, end)
        return self._found(text) if self.may_match(text) else iter(())

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        end = 0
        for place in self._places(text):
            match = self.compiled.match(text, place) if place >= end else None
            if match is not None:
                yield match
                end = match.end()

    def _places(self, text: str) -> Iterator[int]:
        """The edges of words from which a stem can be reached."""
        passed = 0
        for stem in self._stems.finditer(lowered(text)):
            for edge in _EDGE.finditer(text, max(passed, stem.start() - self._ahead), stem.end()):
                yield edge.start()
            passed = stem.end()


def placed(pattern: str, flags: int = 0) -> Placed:
    """``quick`` for a dear pattern. Raises ValueError when it does not begin with ``\\b`` and, soon after, a stem."""
    return Placed(re.compile(pattern, flags))


def _lead(compiled: re.Pattern[str]) -> tuple[tuple[str, ...], int]:
    """The stems of the shortest beginning of a pattern that has any, and how long that beginning can be."""
    tree = parser.parse(compiled.pattern, compiled.flags)
    if tree[0] == (codes.AT, codes.AT_BOUNDARY):
        for length in range(2, len(tree) + 1):
            stems, width = stems_in(tree[:length]), tree[:length].getwidth()[1]
            if "" not in stems and width <= _FURTHEST:
                return stems, int(width)
    raise ValueError(compiled.pattern[:60])
