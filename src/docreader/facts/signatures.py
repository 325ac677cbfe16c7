"""Who signs an agreement: "For X" above a line of dots, name and title below, often in columns side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.found import Found, suggest
from docreader.model import Span, Suggestion
from docreader.text.lines import Line
from docreader.text.names import UPPER, person_score, role_score
from docreader.text.page import Page

_CELL = re.compile(r"\S+(?: \S+)*")
_FOR = re.compile(rf"(?:[Ff]ör|[Ff]or|FÖR|FOR|[Oo]n behalf of)\s(?P<org>[{UPPER}].{{2,80}})")
_RULED = re.compile(r"[._…]{4,}")
#: A name stands at most so many lines below the one that says for whom.
_REACH = 5

Cell = tuple[str, Span]


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One person a column, on pages about an agreement."""
    if page.document.kind != "agreement_page":
        return
    known = {str(item.fields["person"]) for item in found.of("person")}
    lines = [line for line in page.lines if not line.furniture]
    for number, line in enumerate(lines):
        heads = _cells(page, line)
        signed_for = [_FOR.fullmatch(text) for text, _ in heads]
        if not heads or not all(signed_for):
            continue
        houses = [match["org"].strip(" :") for match in signed_for if match]
        for person, house, role, spans in _columns(page, lines[number + 1 : number + 1 + _REACH], houses):
            if person not in known:
                known.add(person)
                yield suggest("person", spans, 0.8, person=person, organisation=house, role=role)


def _cells(page: Page, line: Line) -> list[Cell]:
    """What stands apart on a line, with where it stands."""
    return [
        (match[0], (line.start + match.start(), line.start + match.end()))
        for match in _CELL.finditer(page.flat[line.start : line.end])
    ]


def _columns(
    page: Page, below: Sequence[Line], houses: Sequence[str]
) -> Iterator[tuple[str, str, str | None, list[Span]]]:
    """Name, house, title and passages of each column: the first row of as many names, and titles under it."""
    for number, line in enumerate(below):
        cells = _cells(page, line)
        if all(_RULED.fullmatch(text) for text, _ in cells):
            continue
        if len(cells) != len(houses) or not all(person_score(text) >= 0.4 for text, _ in cells):
            return
        titles = _cells(page, below[number + 1]) if number + 1 < len(below) else []
        if len(titles) != len(cells) or any(_FOR.fullmatch(text) or role_score(text) < 0.2 for text, _ in titles):
            titles = []
        for column, (name, span) in enumerate(cells):
            title = titles[column] if titles else None
            yield name, houses[column], title[0] if title else None, [span, *([title[1]] if title else [])]
        return
