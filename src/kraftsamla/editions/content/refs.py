"""How records name each other, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kraftsamla.core.text import Text

RecordKind = Literal[
    "area", "objective", "action", "organisation", "person", "body", "meeting", "document", "question", "followup"
]

NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record, by name. ``slug`` is the number for areas and objectives."""

    kind: RecordKind
    slug: str
    title: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where it says so. ``anchor`` names the marked words on the document's page, "" when the whole is cited."""

    document: str
    title: str
    kind: str
    publisher: str
    published: str
    url: str
    language: str
    quote: str
    anchor: str
    note: str
