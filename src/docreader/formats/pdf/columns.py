"""From runs of text with boxes to lines in reading order: columns one after the other, the cells of a table beside
each other even where a cell has several lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: What stands before a point and is no cell of its own.
MARK = re.compile(r"(?:[•▪●○*–-]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|§ ?\d{1,3}|[a-z]\))$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and its box, in points, y upwards. ``at`` are the numbers of its characters on the page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    at: tuple[int, ...] = ()


#: What is read from left to right; the lines of one cell, the cells of one row.
Run = list[Piece]
Cell = list[Run]
Cells = list[Cell]


def cells_of(pieces: Sequence[Piece]) -> Iterator[tuple[Cells, float]]:
    """The lines of a page in reading order, each as its cells, with the right edge of its column."""
    for group in _columns(pieces) if pieces else ():
        right = max(piece.right for piece in group)
        for cells in _rows([_cells(line) for line in _lines(group)]):
            yield cells, right


def _columns(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Groups of pieces that are read one after the other. Two columns of running text may stand on a part of the page
    only; they are told from a table by how full and how long their lines are."""
    held: list[Piece] = []
    gutter: float | None = None
    for block in _blocks(pieces):
        own = _gutter(block)
        if held and not _goes_on(held, gutter, block, own):
            yield from _sides(held, gutter)
            held, gutter = [], own
        elif not held:
            gutter = own
        held = [*held, *block]
    yield from _sides(held, gutter)


def _sides(pieces: list[Piece], gutter: float | None) -> Iterator[list[Piece]]:
    if gutter is None:
        yield pieces
        return
    first = [piece for piece in pieces if piece.left < gutter]
    second = [piece for piece in pieces if piece.left >= gutter]
    yield from (group for group in (first, second) if group)


def _goes_on(held: Sequence[Piece], gutter: float | None, block: Sequence[Piece], own: float | None) -> bool:
    """Whether a block belongs to the same columns as those above it. One that fills only one side does when it is
    close and no heading: the last lines of the longer column."""
    if gutter is None or own is not None:
        return own == gutter or (own is not None and gutter is not None and abs(own - gutter) < 20)
    if any(piece.left < gutter < piece.right for piece in block):
        return False
    if any(piece.left < gutter for piece in block) and any(piece.left >= gutter for piece in block):
        return True
    first, usual = max(block, key=lambda p: p.top), _usual_height(held)
    close = min(piece.bottom for piece in held) - first.top < 1.3 * usual
    plain = first.top - first.bottom < 1.1 * usual and not re.match(r"\d+[.)]?(?:\s|$)", first.text)
    return close and plain


def _usual_height(pieces: Sequence[Piece]) -> float:
    return sorted(piece.top - piece.bottom for piece in pieces)[len(pieces) // 2]


def _blocks(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces between which the page is empty from side to side; a line that crosses the middle of a page of columns is
    a block of its own."""
    block: list[Piece] = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda p: -p.top):
        if block and bottom - piece.top > 0.35 * (piece.top - piece.bottom):
            yield block
            block = []
        bottom = min(bottom, piece.bottom) if block else piece.bottom
        block.append(piece)
    if block:
        yield block


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the empty strip between two columns of running text, None for one column or a table."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    width = right - left
    if width < 200 or len(pieces) < 6:
        return None
    best: tuple[float, float] | None = None
    for step in range(35, 66):
        x = left + width * step / 100
        before = [p for p in pieces if p.right <= x]
        after = [p for p in pieces if p.left >= x]
        if len(before) + len(after) < len(pieces) or min(len(before), len(after)) < 3:
            continue
        free = min(p.left for p in after) - x
        if best is None or free > best[0]:
            best = (free, x)
    return best[1] if best and _is_prose(pieces, best[1]) else None


def _is_prose(pieces: Sequence[Piece], gutter: float) -> bool:
    """Full lines of several words on the left, and several words on the right."""
    before = [p for p in pieces if p.right <= gutter + 2]
    after = [p for p in pieces if p.left >= gutter - 2]
    start, end = min(p.left for p in before), max(p.right for p in before)
    full = sum((p.right - start) / max(1.0, end - start) > 0.75 for p in before)
    return full > 0.5 * len(before) and min(_median_length(before), _median_length(after)) >= 22


def _median_length(pieces: Sequence[Piece]) -> int:
    return sorted(len(piece.text) for piece in pieces)[len(pieces) // 2]


def _lines(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Pieces on one line: their boxes overlap by at least half of the lower one."""
    line: Run = []
    top = bottom = 0.0
    for piece in sorted(pieces, key=lambda p: (-(p.top + p.bottom) / 2, p.left)):
        if line:
            shared = min(top, piece.top) - max(bottom, piece.bottom)
            if shared < 0.5 * min(piece.top - piece.bottom, top - bottom):
                yield sorted(line, key=lambda p: p.left)
                line = []
        top = max(top, piece.top) if line else piece.top
        bottom = min(bottom, piece.bottom) if line else piece.bottom
        line.append(piece)
    if line:
        yield sorted(line, key=lambda p: p.left)


def _cells(line: Run) -> Cells:
    """A line divided where there is much space, save behind the mark of a point."""
    height = max(piece.top - piece.bottom for piece in line)
    cells: Cells = [[[line[0]]]]
    for piece in line[1:]:
        run = cells[-1][0]
        if piece.left - run[-1].right > 2.2 * height and not MARK.fullmatch("".join(p.text for p in run).strip()):
            cells.append([[piece]])
        else:
            run.append(piece)
    return cells


def _rows(lines: Sequence[Cells]) -> Iterator[Cells]:
    """Lines of a table that are parts of one row become one: those that hold only some of its cells and overlap it,
    or stand right below it without a first cell."""
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and (len(lines[end]) > 1 or _between_rows(lines, end)):
            end += 1
        if end - number < 2:
            yield lines[number]
            number += 1
            continue
        yield from _table(lines[number:end])
        number = end


def _between_rows(lines: Sequence[Cells], number: int) -> bool:
    """A line with one cell near a line with several, which it overlaps or touches."""
    near = [lines[i] for i in (number - 2, number - 1, number + 1, number + 2) if 0 <= i < len(lines)]
    return any(len(other) > 1 and _gap(lines[number], other) < 0.3 * _height(lines[number]) for other in near)


def _table(lines: Sequence[Cells]) -> Iterator[Cells]:
    columns = _strips(lines)
    rows: list[dict[int, Cell]] = []
    for cells in lines:
        row = {_column(columns, cell): cell for cell in cells}
        if len(row) < len(cells):
            # Two cells of one line in the same strip: the strips tell nothing.
            row = dict(enumerate(cells))
        elif rows and _belongs(row, rows[-1], len(columns)):
            for place, cell in row.items():
                rows[-1][place] = [*rows[-1].get(place, []), *cell]
            continue
        rows.append(row)
    for row in rows:
        yield [row[place] for place in sorted(row)]


def _belongs(row: dict[int, Cell], previous: dict[int, Cell], columns: int) -> bool:
    """A row that lacks cells which overlaps the row before, or goes on in it without a first cell."""
    one, other = list(row.values()), list(previous.values())
    gap, height = _gap(one, other), _height(one)
    if gap < -0.2 * height:
        return True
    shares = set(row) & set(previous)
    return 0 not in row and 0 in previous and bool(shares) and len(row) < columns and gap < 0.3 * height


def _strips(lines: Sequence[Cells]) -> list[float]:
    """Where the columns of a table begin: the left edges of the strips that its cells stand in."""
    edges = sorted((cell[0][0].left, max(run[-1].right for run in cell)) for cells in lines for cell in cells)
    starts: list[float] = []
    reached = float("-inf")
    for left, right in edges:
        if left > reached:
            starts.append(left)
        reached = max(reached, right)
    return starts


def _column(columns: Sequence[float], cell: Cell) -> int:
    """The number of the strip that a cell begins in."""
    return bisect_right(columns, cell[0][0].left + 0.1) - 1


def _gap(one: Cells, other: Cells) -> float:
    """How far apart two lines are vertically; less than nothing when they overlap."""
    tops = [[run[0].top for cell in cells for run in cell] for cells in (one, other)]
    bottoms = [[run[0].bottom for cell in cells for run in cell] for cells in (one, other)]
    return max(min(bottoms[0]) - max(tops[1]), min(bottoms[1]) - max(tops[0]))


def _height(cells: Cells) -> float:
    return max(run[0].top - run[0].bottom for cell in cells for run in cell)
