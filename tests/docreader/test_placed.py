"""A placed pattern finds what the plain one finds, wherever its stems stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docreader.facts.media_words import ANY
from docreader.text.placed import placed

FOLDER = Path(__file__).parent / "documents"
PATTERN = rf"\b(?P<type>{ANY})(?:\s[\w-]+){{1,3}}"


def test_it_finds_the_same_in_every_line_of_the_documents() -> None:
    plain, near = re.compile(PATTERN, re.IGNORECASE), placed(PATTERN, re.IGNORECASE)
    lines = [line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text(encoding="utf-8").split("\n")]
    expected = [[match.span() for match in plain.finditer(line)] for line in lines]
    assert any(expected)
    assert [[match.span() for match in near.finditer(line)] for line in lines] == expected
    first = [near.search(line) for line in lines]
    assert [match and match.span() for match in first] == [spans[0] if spans else None for spans in expected]


@pytest.mark.parametrize("pattern", ["rapport", r"\b\w*rapport", r"\b\d+"])
def test_a_pattern_it_cannot_place_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.escape(pattern)):
        placed(pattern)
