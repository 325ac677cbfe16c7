"""A page of a paged document as a picture, with the passages of the suggestions on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kraftsamla.library.extraction import Unreadable, draw_page
from kraftsamla.reading.models import Reading, Suggestion

#: The overlay counts in thousandths of the picture, so that it needs no style of its own.
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    width: int
    height: int
    number: int
    state: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Page ``number`` of ``count``; ``trouble`` says why it cannot be shown as a picture."""

    number: int
    count: int
    width: int = 0
    height: int = 0
    boxes: list[Box] = field(default_factory=list)
    trouble: str = ""

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1 if self.number < self.count else 0


def has_pages(reading: Reading) -> bool:
    """Whether the document can be shown as page pictures."""
    return bool(reading.pages) and bool(reading.document.file)


def page_with(reading: Reading, start: int) -> int:
    """The page that a place in the text stands on."""
    return next((n for n, (_start, end) in enumerate(reading.pages, start=1) if start < end), len(reading.pages))


def panel_of(reading: Reading, suggestions: Iterable[Suggestion], *, number: int) -> Panel:
    count = len(reading.pages)
    number = min(max(number, 1), count)
    start, end = reading.pages[number - 1]
    try:
        drawn = draw_page(reading.document, number=number, span=(start, end))
    except Unreadable as error:
        return Panel(number, count, trouble=error.message)
    boxes = [
        _box(box, suggestion)
        for suggestion in suggestions
        for a, b in suggestion.evidence
        if a < end and b > start
        for box in drawn.boxes(a, b)
    ]
    return Panel(number, count, width=drawn.width, height=drawn.height, boxes=boxes)


def _box(box: tuple[float, float, float, float], suggestion: Suggestion) -> Box:
    left, top, right, bottom = (round(edge * SCALE) for edge in box)
    return Box(left, top, max(right - left, 1), max(bottom - top, 1), suggestion.pk, suggestion.state)
