"""The whole: the picture of a day, the edition that carries it, and the file it is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from kraftsamla.core.text import Text
from kraftsamla.editions.content.actions import Action
from kraftsamla.editions.content.actors import Organisation, Person
from kraftsamla.editions.content.bodies import Body
from kraftsamla.editions.content.documents import Document
from kraftsamla.editions.content.meetings import FollowUp, Meeting, Question
from kraftsamla.editions.content.plan import Area, Objective, Strategy
from kraftsamla.editions.content.refs import Ref, Source


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that differs. ``field`` is a code ("title", "progress", "parts" …); values as short plain text."""

    field: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Change:
    """``how``: "new", "changed" or "gone". ``progress`` is where an action stands now."""

    how: Literal["new", "changed", "gone"]
    ref: Ref
    progress: str
    fields: tuple[FieldChange, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How well the picture is kept. ``round`` is the newest, None when none has been held; ages are in days."""

    parts: int = 0
    accepted: int = 0
    round: Text | None = None
    round_opened: str = ""
    asked: int = 0
    answered: int = 0
    minutes: int | None = None
    living: int = 0
    age_median: int | None = None
    age_worst: int | None = None
    results: int = 0
    verified: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the public may read about one strategy on one day."""

    as_of: str
    strategy: Strategy
    areas: tuple[Area, ...]
    objectives: tuple[Objective, ...]
    actions: tuple[Action, ...]
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    followups: tuple[FollowUp, ...]
    #: Editions made before the figures were kept have none.
    figures: Figures | None = None

    @property
    def objectives_not_read(self) -> int:
        """How many of the strategy's objectives nobody has read in."""
        return max(0, (self.strategy.objectives_announced or 0) - len(self.objectives))


@dataclass(frozen=True, slots=True)
class Edition:
    """A numbered picture, and how it differs from the one before (``changes`` is empty in the first)."""

    number: int
    published_on: str
    previous: int | None
    note: Text
    picture: Picture
    changes: tuple[Change, ...]


@cache
def _adapter() -> TypeAdapter[Edition]:
    return TypeAdapter(Edition)


def to_json(edition: Edition) -> bytes:
    """The edition as canonical JSON: the same edition always gives the same bytes."""
    return _adapter().dump_json(edition, indent=1) + b"\n"


def from_json(data: bytes) -> Edition:
    """An edition read back from its file. Raises pydantic.ValidationError when the file is not one."""
    return _adapter().validate_json(data)
