"""The page as a tagged PDF. How much fits is found by trying, so that it is one page whatever it says."""

from __future__ import annotations

from dataclasses import asdict
from importlib import resources
from io import BytesIO

import pypdfium2

from kraftsamla.portal.briefs.content import LADDER, Brief, fitted
from kraftsamla.ui.papers.typesetting import typeset

_TEMPLATE = resources.files(__package__) / "brief.typ"


#: A Word page is set with other letters on every computer. What fits when ours are this much larger fits in Word.
WORD_LETTERS = 1.07


def fit_to_page(brief: Brief, *, letters: float = 1.0) -> tuple[Brief, bytes]:
    """As much of the brief as one page holds in letters of a size, and that page."""
    for room in LADDER:
        smaller = fitted(brief, room)
        made = _typeset(smaller, letters)
        if _pages(made) == 1:
            break
    return smaller, made


def _typeset(brief: Brief, letters: float) -> bytes:
    data = asdict(brief)
    for part, row in zip(brief.parts, data["parts"], strict=True):
        row["more"] = part.more
    return typeset(_TEMPLATE.read_bytes(), data, letters=str(letters))


def _pages(made: bytes) -> int:
    document = pypdfium2.PdfDocument(BytesIO(made))
    try:
        return len(document)
    finally:
        document.close()
