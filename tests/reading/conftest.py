"""A document of our own invention, and what a reader would find in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.library.extraction import Extraction
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import store_reading

TEXT = """Minnesanteckningar

Möte med samverkansgruppen för vattenvård, 14 mars 2023

1 Inledning
Gunvor Ek hälsade välkommen.

2 Läget i strategin
Per Lind, Havsmyndigheten, berättade om ålgräset.
Ledamöterna ombads lämna två exempel före påsk.

Nästa möte är den 9 maj.

Deltagare
Gunvor Ek, ordförande
Per Lind, Havsmyndigheten
Siv Östbergh, Region Kusten
"""


def span(words: str, *, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def found(kind: str, words: str, *, confidence: float = 0.95, notes: Any = (), **fields: Any) -> dict[str, Any]:
    return {
        "kind": kind, "fields": fields, "evidence": [span(words)], "confidence": confidence, "notes": list(notes),
    }  # fmt: skip


MINUTES = (
    found(
        "meeting", "Möte med samverkansgruppen för vattenvård, 14 mars 2023", title="Möte med samverkansgruppen",
        body="Samverkansgruppen för vattenvård", date="2023-03-14", form="hybrid", chair="Gunvor Ek",
    ),
    found("agenda_item", "1 Inledning", number="1", title="Inledning"),
    found("agenda_item", "2 Läget i strategin", number="2", title="Läget i strategin"),
    found(
        "presenter", "Per Lind, Havsmyndigheten, berättade om ålgräset", person="Per Lind",
        organisation="Havsmyndigheten", topic="Ålgräset", agenda_item="2",
    ),
    found("request", "Ledamöterna ombads lämna två exempel före påsk", title="Lämna två exempel", to="ledamöterna"),
    found(
        "next_meeting", "Nästa möte är den 9 maj", date="2023-05-09",
        notes=[{"code": "year_inferred", "from": "2023-03-14"}],
    ),
    found("participant", "Gunvor Ek, ordförande", person="Gunvor Ek", role="ordförande", attendance="present"),
    found("participant", "Per Lind, Havsmyndigheten\n", person="Per Lind", organisation="Havsmyndigheten"),
    found(
        "participant", "Siv Östbergh, Region Kusten", person="Siv Östbergh", organisation="Region Kusten",
        confidence=0.8,
    ),
    found("metric", "två exempel", title="exempel", value=2, confidence=0.5),
)  # fmt: skip

Read = Callable[..., Reading]


@pytest.fixture
def read(alva: User) -> Read:
    """Puts a reading at the desk without asking the reader."""

    def put(*suggestions: dict[str, Any], text: str = TEXT, title: str = "Anteckningar mars") -> Reading:
        paragraphs, start = [], 0
        for line in text.split("\n"):
            if line:
                paragraphs.append(["paragraph", 0, start, start + len(line)])
            start += len(line) + 1
        found = Extraction(text=text, kind="minutes", title=title, layout=paragraphs, suggestions=list(suggestions))
        return store_reading(extraction=found, content=(title + text).encode(), file_name="mars.txt", by=alva)

    return put


@pytest.fixture
def minutes(read: Read) -> Reading:
    return read(*MINUTES)


def the(reading: Reading, kind: str, **fields: Any) -> Suggestion:
    """The one suggestion of a kind with those fields."""
    rows = Suggestion.objects.filter(reading=reading, kind=kind)
    (row,) = [each for each in rows if all(each.current.get(name) == value for name, value in fields.items())]
    return row
