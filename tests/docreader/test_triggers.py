"""Stems that are read out of patterns, and the patterns that look for them first."""

import re
import sys
from pathlib import Path

import pytest

import docreader.reading  # noqa: F401 - so that every rule is loaded
from docreader.formats.plain import from_text
from docreader.text.page import prepare
from docreader.text.triggers import Quick, quick, stems_of

DOCUMENTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))]


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        (r"\b(?:undertecknade|signed)\s(?P<what>.{3,9})", ("signed", "undertecknade")),
        (r"avtal(?:et|en)?\b", ("avtal",)),
        (r"[Dd]en (?:andra|tredje) resan", ("andra", "tredje")),
        (r"(?:ja|nej)?\d+", ("",)),
        (r"\w+(?:möte|møte)[nt]?", ("möte", "møte")),
        (r"(?i:HEJ)san?", ("hejsa",)),
        (r"x{3}|(?:om|av)", ("",)),
    ],
)
def test_stems_are_what_a_match_cannot_do_without(pattern: str, stems: tuple[str, ...]) -> None:
    assert stems_of(re.compile(pattern, re.IGNORECASE)) == stems


def every_quick_pattern() -> list[Quick]:
    """Those of all rules."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("docreader")]
    return list({id(v): v for module in modules for v in vars(module).values() if isinstance(v, Quick)}.values())


def test_no_pattern_of_the_rules_loses_a_match_by_looking_for_its_stems_first() -> None:
    texts = [unit.text for text in DOCUMENTS for unit in prepare(from_text(text)).units]
    for pattern in every_quick_pattern():
        for text in texts:
            assert (pattern.search(text) is None) == (pattern.compiled.search(text) is None), (pattern.pattern, text)


def test_a_quick_pattern_answers_like_a_pattern() -> None:
    asked = quick(r"\b(?:ber|bad)\s(?P<who>\w+)", re.IGNORECASE)
    assert asked.search("Vi BAD Anna")
    assert not asked.search("Vi ville inte")
    assert [match["who"] for match in asked.finditer("Vi bad Anna, vi ber Bo")] == ["Anna", "Bo"]
    assert asked.sub("", "Vi teg") == "Vi teg"
    assert asked.match("bad Anna")
    assert not asked.fullmatch("bad Anna.")


def test_sentences_are_found_by_their_stems() -> None:
    page = prepare(from_text("Vi fick ett uppdrag. Ingen svarade. Uppdraget är klart. Nytt regeringsuppdrag väntar."))
    found = [sentence.text for sentence in page.sentences_with("uppdrag")]
    assert found == ["Vi fick ett uppdrag.", "Uppdraget är klart.", "Nytt regeringsuppdrag väntar."]
    assert page.holding("uppdrag") == frozenset(page.sentences_with("uppdrag"))
    assert len(page.sentences_with("")) == 4
    assert page.sentences_with("finns inte") == []
