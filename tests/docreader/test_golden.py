"""Whole documents with their answers beside them. Each must give most of its facts (``LEAST``, ``KNOWN_LESS``): a
change that loses them breaks the build."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docreader import Reading, Suggestion, read

FOLDER = Path(__file__).parent / "documents"
GOLD = sorted(FOLDER.glob("*.yaml"))
KEYS = {
    "agenda_item": "title",
    "participant": "person",
    "meeting": "date",
    "next_meeting": "date",
    "objective": "number",
    "person": "person",
    "presenter": "person",
}
#: The least share of the core facts of the kinds above that must be found.
LEAST = 0.75
#: Documents for which less is known to be found, and why.
KNOWN_LESS = {
    "html-natverkstraff-stadsodling": 0.0,
    "w2-17-tech-wg-railway-timetable": 0.6,  # the answers hold whole table rows as names
    "w3-24-html-helsedata-frokost": 0.05,  # a programme in a table used for layout, read as one row
}


def folded(value: object) -> str:
    """A value reduced to what two spellings of it share."""
    words = re.findall(r"\w+", re.sub(r"\([^()]*\)", " ", str(value)).casefold())
    return " ".join(sorted(words))


def spellings(fact: dict[str, Any], key: str) -> set[str]:
    """The value of a key field and what counts as equal to it."""
    names = [fact.get(key), fact.get("full_name"), *fact.get("aliases", [])]
    return {folded(name) for name in names if name is not None} or {""}


def is_found(fact: dict[str, Any], suggestions: tuple[Suggestion, ...]) -> bool:
    """True when a suggestion of the kind has the same key."""
    key = KEYS[fact["kind"]]
    if fact["kind"] == "participant" and not fact.get("person"):
        key = "organisation"
    wanted = spellings(fact, key)
    return any(
        item.kind in (fact["kind"], "member") and folded(item.fields.get(key) or "") in wanted for item in suggestions
    )


@cache
def reading_of(source: Path) -> Reading:
    """A document is read once for all that is asked of it."""
    return read(source.read_bytes(), name=source.name)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_document_gives_its_facts(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    source = FOLDER / gold["source"]["seed_file"]
    reading = reading_of(source)
    facts = [fact for fact in gold["facts"] if fact["weight"] == "core" and fact["kind"] in KEYS]
    missed = [fact for fact in facts if not is_found(fact, reading.suggestions)]
    share = 1 - len(missed) / len(facts) if facts else 1.0
    least = KNOWN_LESS.get(gold["id"], LEAST)
    assert share >= least or len(missed) <= 1, "\n".join(
        f"{fact['kind']}: {fact.get(KEYS[fact['kind']])}" for fact in missed
    )
    assert reading.document.language == gold["language"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_nobody_absent_is_said_to_be_present(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    source = FOLDER / gold["source"]["seed_file"]
    present = {
        folded(item.fields["person"])
        for item in reading_of(source).suggestions
        if item.kind == "participant" and item.fields.get("person") and item.fields["attendance"] == "present"
    }
    traps = {folded(t["person"]) for t in gold.get("traps") or [] if t.get("attendance") == "present"}
    assert not present & traps
