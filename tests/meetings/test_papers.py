"""A paper kept as JSON is the same paper."""

from __future__ import annotations

from kraftsamla.meetings.papers.content import (
    Facts,
    Paper,
    People,
    Points,
    Prose,
    Section,
    Table,
    as_json,
    digest,
    from_json,
)

PAPER = Paper(
    language="sv", word="Mötesanteckningar", title="Möte 3", sender="Kansliet", date="2026-03-05", reference="",
    note="Utkast", facts=(("Plats", "Malmö"),), signatures=(("Gun Ek", ""),), foot="Sida",
    sections=(
        Section("facts", "Tid och plats", (Facts((("Tid", "09.00"),)),)),
        Section("item", "Läget", (Prose("Åsa berättade."), Points((("Ta fram underlag", "Vinnova"),))), number="1"),
        Section("participants", "Deltagare", (
            Table("Närvarande", ("Namn", "Organisation"), (("Gun Ek", "SKR"),)),
            People((("Ledamöter", (("Gun Ek", "SKR"),)),)),
        )),
    ),
)  # fmt: skip


def test_a_paper_kept_as_json_is_the_same_paper() -> None:
    assert from_json(as_json(PAPER)) == PAPER


def test_another_word_is_another_digest() -> None:
    other = Paper(**{**{name: getattr(PAPER, name) for name in PAPER.__slots__}, "title": "Möte 4"})
    assert digest(from_json(as_json(PAPER))) == digest(PAPER)
    assert digest(other) != digest(PAPER)
