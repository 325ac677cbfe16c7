"""From runs of text with boxes to paragraphs in reading order."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from docreader.model import BlockKind

_MARK = re.compile(r"(?:[•▪●○*–-]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|§ ?\d{1,3}|[a-z]\))$")
_POINT = re.compile(r"\s*(?:[•▪●○*–-]\s|\d{1,3}[.)]\s|§ ?\d{1,3}\s)")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|og|and|or)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and its box, in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text. ``column`` is the right edge of the column it stands in."""

    left: float
    right: float
    bottom: float
    top: float
    text: str
    column: float
    cells: int = 1

    @property
    def height(self) -> float:
        """The height of the line's box in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page, in reading order."""

    kind: BlockKind
    level: int
    text: str
    gap: bool


def rows_of(pieces: Sequence[Piece]) -> Iterator[Row]:
    """The lines of a page, column by column."""
    if not pieces:
        return
    for group in _columns(pieces):
        right = max(piece.right for piece in group)
        for line in _lines(group):
            yield _row(line, right)


def _columns(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Groups of pieces that are read one after the other: two columns of running text are told from a table by
    how full their lines are."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    gutter = _gutter(pieces, left, right)
    if gutter is None:
        yield list(pieces)
        return
    bands: list[list[Piece]] = [[]]
    for piece in sorted(pieces, key=lambda p: -p.top):
        wide = piece.left < gutter < piece.right
        if (wide and bands[-1] and not (bands[-1][-1].left < gutter < bands[-1][-1].right)) or (
            not wide and bands[-1] and bands[-1][-1].left < gutter < bands[-1][-1].right
        ):
            bands.append([])
        bands[-1].append(piece)
    for band in bands:
        first = [p for p in band if p.left < gutter]
        second = [p for p in band if p.left >= gutter]
        yield from (group for group in (first, second) if group)


def _gutter(pieces: Sequence[Piece], left: float, right: float) -> float | None:
    """The middle of the empty band between two columns of running text, None for one column or a table."""
    width = right - left
    if width < 200 or len(pieces) < 16:
        return None
    narrow = [p for p in pieces if p.right - p.left < 0.55 * width]
    best: tuple[float, float] | None = None
    for step in range(35, 66):
        x = left + width * step / 100
        crossing = sum(p.left < x < p.right for p in narrow)
        before = [p for p in narrow if p.right <= x]
        after = [p for p in narrow if p.left >= x]
        if crossing > 0.04 * len(narrow) or min(len(before), len(after)) < 6:
            continue
        free = min(p.left for p in after) - x
        if best is None or free > best[0]:
            best = (free, x)
    if best is None:
        return None
    x = best[1]
    fills = [(p.right - left) / (x - left) for p in narrow if p.right <= x + 2]
    return x if fills and sum(fill > 0.75 for fill in fills) > 0.5 * len(fills) else None


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces on one line: their boxes overlap by at least half of the lower one."""
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (-(p.top + p.bottom) / 2, p.left)):
        if line:
            top, bottom = max(p.top for p in line), min(p.bottom for p in line)
            shared = min(top, piece.top) - max(bottom, piece.bottom)
            if shared < 0.5 * min(piece.top - piece.bottom, top - bottom):
                yield sorted(line, key=lambda p: p.left)
                line = []
        line.append(piece)
    if line:
        yield sorted(line, key=lambda p: p.left)


def _row(line: Sequence[Piece], column: float) -> Row:
    height = max(p.top - p.bottom for p in line)
    text, cells = line[0].text.strip(), 1
    for previous, piece in itertools.pairwise(line):
        space = piece.left - previous.right
        words = piece.text.strip()
        if space > 2.2 * height and not _MARK.fullmatch(text):
            text, cells = f"{text} | {words}", cells + 1
        elif space > 0.12 * height or previous.text.endswith(" ") or piece.text.startswith(" "):
            text += f" {words}"
        else:
            text += words
    return Row(
        line[0].left,
        line[-1].right,
        min(p.bottom for p in line),
        max(p.top for p in line),
        text,
        column,
        cells,
    )


def furniture(pages: Sequence[Sequence[Row]]) -> Mapping[int, Set[int]]:
    """The numbers of the rows on each page that are running heads, feet or page numbers."""
    counts: Counter[str] = Counter()
    edges: list[list[int]] = []
    for rows in pages:
        order = sorted(range(len(rows)), key=lambda i: -rows[i].top)
        edge = order[:3] + order[-3:] if len(order) > 6 else order
        edges.append(edge)
        counts.update({_masked(rows[i].text) for i in edge})
    found: dict[int, Set[int]] = {}
    for number, rows in enumerate(pages):
        found[number] = {
            i
            for i in edges[number]
            if (counts[_masked(rows[i].text)] > max(1, 0.5 * len(pages)) and len(pages) > 1)
            or re.fullmatch(
                r"(?:sida |side |page |sid )?\d{1,4}(?:\s?\(\d{1,4}\)|\s?/\s?\d{1,4}|\s(?:av|af"
                r"|of)\s\d{1,4})?",
                rows[i].text.strip(),
                re.IGNORECASE,
            )
        }
    return found


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def paragraphs(rows: Sequence[Row], running: Set[int], body_height: float) -> Iterator[Paragraph]:
    """Rows joined into paragraphs: a full line that goes on in the next at the usual distance."""
    held: list[Row] = []
    previous: Row | None = None
    gap = False
    for number, row in enumerate(rows):
        if number in running:
            if held:
                yield _paragraph(held, body_height, gap=gap)
                held = []
            yield Paragraph("furniture", 0, row.text, True)
            continue
        if held and previous is not None and _goes_on(previous, row, held[0]):
            held.append(row)
        else:
            if held:
                yield _paragraph(held, body_height, gap=gap)
            gap = previous is not None and previous.bottom - row.top > 0.75 * row.height
            held = [row]
        previous = row
    if held:
        yield _paragraph(held, body_height, gap=gap)


def _goes_on(previous: Row, row: Row, first: Row) -> bool:
    distance = previous.bottom - row.top
    if row.cells > 1 or previous.cells > 1 or not -row.height < distance < 0.9 * row.height:
        return False
    if abs(row.height - previous.height) > 0.25 * previous.height or _POINT.match(row.text):
        return False
    if previous.text.endswith(("\u00ad", "-")):
        return True
    room = previous.column - previous.right
    next_word = len(row.text.split(" ", 1)[0]) / max(1, len(row.text)) * (row.right - row.left)
    full = room < next_word + 0.5 * row.height
    hanging = _POINT.match(first.text) and row.left > first.left + 2
    return (
        full
        and (
            row.text[:1].islower()
            or not previous.text.endswith((".", "!", "?", ":"))
            or bool(hanging)
            or room < 0.12 * (previous.column - previous.left)
        )
    ) or bool(hanging and row.text[:1].islower())


def _paragraph(rows: Sequence[Row], body_height: float, *, gap: bool) -> Paragraph:
    text = rows[0].text
    for row in rows[1:]:
        text = _joined(text, row.text)
    text = text.replace("\u00ad", "")
    if rows[0].cells > 1:
        return Paragraph("table_row", 0, text, gap)
    size = rows[0].height / body_height
    if size > 1.18 and len(text) < 160 and not text.endswith("."):
        return Paragraph("heading", 1 if size > 1.7 else 2 if size > 1.35 else 3, text, True)
    if re.match(r"[•▪●○]\s", text):
        return Paragraph("list_item", 1, text, gap)
    return Paragraph("paragraph", 0, text, gap)


def _joined(text: str, following: str) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + following
    if text.endswith("-") and following[:1].islower() and text[-2:-1].isalpha() and not _CONJUNCTION.match(following):
        return text[:-1] + following
    return f"{text} {following}"
