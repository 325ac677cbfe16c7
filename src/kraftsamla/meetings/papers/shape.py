"""What both kinds of file need to know of a paper's shape: its outline, and how wide the columns of a table are."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

from kraftsamla.meetings.papers.content import Section, Table

#: So many letters that a date or a short word stands whole; and more than that does not make a column wider.
NARROW, WIDE = 6, 100


def outline(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Levels that no step is missing from: whoever follows the outline by ear must not miss a level."""
    found: list[Section] = []
    for section in sections:
        highest = found[-1].level + 1 if found else 1
        found.append(replace(section, level=min(max(section.level, 1), highest, 2)))
    return tuple(found)


def squared(table: Table) -> Table:
    """Every row with as many cells as the longest, so that none is lost."""
    width = max(map(len, (table.heads, *table.rows)))
    heads, *rows = ((*row, *[""] * (width - len(row))) for row in (table.heads, *table.rows))
    return replace(table, heads=heads, rows=tuple(rows))


def shares(table: Table) -> tuple[float, ...]:
    """How the columns share the page. The root of the longest text: four times as much to say, twice as wide."""
    longest = (max(map(len, column)) for column in zip(table.heads, *table.rows, strict=True))
    return tuple(round(sqrt(min(max(length, NARROW), WIDE)), 3) for length in longest)
