"""From runs of text with boxes to paragraphs in reading order."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from docreader.formats.pdf.columns import Cells, Piece, Run, cells_of
from docreader.model import BlockKind

_POINT = re.compile(r"\s*(?:[•▪●○*–-]\s|\d{1,3}[.)]\s|§ ?\d{1,3}\s)")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|og|and|or)\b")


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
    #: The height of its letters' boxes, which is less than its own where a cell has several lines.
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page, in reading order."""

    kind: BlockKind
    level: int
    text: str
    gap: bool


def rows_of(pieces: Sequence[Piece]) -> Iterator[Row]:
    """The lines of a page in reading order."""
    for cells, right in cells_of(pieces):
        yield _row(cells, right)


def _row(cells: Cells, column: float) -> Row:
    runs = [run for cell in cells for run in cell]
    texts = []
    for cell in cells:
        text = _text(cell[0])
        for run in cell[1:]:
            text = _joined(text, _text(run))
        texts.append(text)
    return Row(
        min(run[0].left for run in runs),
        max(run[-1].right for run in runs),
        min(piece.bottom for run in runs for piece in run),
        max(piece.top for run in runs for piece in run),
        " | ".join(texts),
        column,
        len(cells),
        max(piece.top - piece.bottom for run in runs for piece in run),
    )


def _text(run: Run) -> str:
    """The words of pieces that stand beside each other."""
    height = max(piece.top - piece.bottom for piece in run)
    text = run[0].text.strip()
    for previous, piece in itertools.pairwise(run):
        apart = piece.left - previous.right > 0.12 * height
        spaced = apart or previous.text.endswith(" ") or piece.text.startswith(" ")
        text += f" {piece.text.strip()}" if spaced else piece.text.strip()
    return text


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
        # PDFium marks any hyphen at a line end so, one that belongs to a name as well.
        if _CONJUNCTION.match(following):
            return f"{text[:-1]}- {following}"
        return text[:-1] + ("-" if following[:1].isupper() else "") + following
    if text.endswith("-") and following[:1].islower() and text[-2:-1].isalpha() and not _CONJUNCTION.match(following):
        return text[:-1] + following
    return f"{text} {following}"
