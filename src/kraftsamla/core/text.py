"""Words in Swedish and, where somebody has written them, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

#: What text files write before a heading, a point of a list or a quotation.
SIGNS = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•·▪◦–—>]\s+)+")
EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
CELLS = re.compile(r"\s*\|\s*")

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """``en`` is "" when nobody has written it: it is then shown in Swedish, and marked as such."""

    sv: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.sv or self.en)


def readable(quote: str) -> str:
    """A quotation as it is read out: its words in one line, without the signs of lists, headings, bold and tables."""
    lines = (SIGNS.sub("", line).strip().strip("|").strip() for line in quote.splitlines())
    words = " ".join(line for line in lines if line)
    return " ".join(CELLS.sub(" · ", EMPHASIS.sub(r"\2", LINK.sub(r"\1", words))).split())
