"""Sentences within a unit, with the abbreviations of the four languages in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docreader.model import Span
from docreader.text.shadow import Shadow, lowered
from docreader.text.triggers import words_of
from docreader.text.units import Unit

_BOUNDARY = re.compile(r"[.!?…](?P<gap>[\"')\]]{0,2}\s+)(?=[\"'(\[–•-]{0,2}\s?[A-ZÅÄÖÆØÉ\d])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-ZÅÄÖa-zåäöæø]|bl\.a|t\.ex|m\.m|d\.v\.s|dvs|m\.fl|f\.d|s\.k|o\.s\.v|osv|resp|inkl"
    r"|exkl|ev|kl|ca|nr|dr|prof|st|tel|jfr|jmf|fr\.o\.m|t\.o\.m"
    r"|e\.g|i\.e|etc|mr|mrs|ms|vs|bl\.a|f\.eks|bl\.annet|pkt|ordf|sekr|kap|prop|dir|dnr|sid|s\.k|mfl|mm"
    r"|tex|d\.d|p\.g\.a|pga|ifm|iht|mv|m\.v|osb|vedr|evt|ang|enl|mill|mio|mrd|fv|rv|vol|no"
    r"|\d{1,2})\.[\"')]{0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a unit, as a shadow of its own; ``span`` is where it stands, without its closing stop.

    Cheap tests before dear patterns: ``words`` (``sentence.words.isdisjoint(MY_WORDS)``), ``lowered`` (``"mål" in
    sentence.lowered``, or a pattern without IGNORECASE, which is several times faster, on it).
    """

    shadow: Shadow
    unit: Unit
    span: Span

    @cached_property
    def text(self) -> str:
        """The sentence's words."""
        return self.shadow.text

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, character for character."""
        return lowered(self.shadow.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return words_of(self.shadow.text)

    @property
    def tail(self) -> Span:
        """Where its last words stand: a sentence may begin with the title of a point that runs on into it."""
        start, end = self.span
        return max(start, end - 12), end

    def part(self, start: int, end: int) -> Span:
        """Where a part of it stands in the document, without space and stops around it."""
        while end > start + 1 and self.text[end - 1] in " .,;:":
            end -= 1
        while start < end - 1 and self.text[start] in " .,;:":
            start += 1
        return self.shadow.span(start, end)


def sentences_of(unit: Unit) -> Iterator[Sentence]:
    """The sentences of a unit, in order."""
    text = unit.text
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        stop = boundary.start("gap")
        before = text[max(start, stop - 16) : stop]
        abbreviated = _ABBREVIATION.search(before)
        if abbreviated and not (abbreviated[0].strip(" (")[:-1].isdigit() and _ends_clause(text, boundary)):
            continue
        if text[start:stop].strip():
            yield _sentence(unit, start, stop)
        start = boundary.end()
    if text[start:].strip():
        yield _sentence(unit, start, len(text))


def part_of(sentence: Sentence, start: int, end: int) -> Sentence:
    """A clause of a sentence as a sentence of its own."""
    shadow = sentence.shadow.cut(start, end)
    span = shadow.span(0, max(1, len(shadow.text.rstrip(" ."))))
    return Sentence(shadow, sentence.unit, span)


def _sentence(unit: Unit, start: int, end: int) -> Sentence:
    shadow = unit.body.cut(start, end)
    return Sentence(shadow, unit, shadow.span(0, max(1, len(shadow.text.rstrip(" .")))))


def _ends_clause(text: str, boundary: re.Match[str]) -> bool:
    """ "... den 31. Anmälan": a number before a capital may end a sentence; before a month or digit it does not."""
    rest = text[boundary.end() :]
    return not re.match(r"\d|(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[kc]t|nov|de[cs])", rest, re.IGNORECASE)
