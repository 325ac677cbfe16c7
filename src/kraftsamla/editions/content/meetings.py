"""Bodies, their meetings, and what is asked and taken up there."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.actors import Seat
from kraftsamla.editions.content.refs import Ref, Source


@dataclass(frozen=True, slots=True)
class Body:
    slug: str
    name: Text
    kind: str
    mandate: Text
    host: Ref | None
    parent: Ref | None
    objectives: tuple[Ref, ...]
    valid_from: str
    valid_to: str
    seats: tuple[Seat, ...]
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Presentation:
    person: Ref
    organisation: Ref | None
    topic: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    number: str
    title: Text
    presentations: tuple[Presentation, ...]
    questions: tuple[Ref, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """``item`` is the title of the point it was decided at, where that is known."""

    text: Text
    item: Text | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """``name`` and ``organisation_name`` as they were that day; the refs lead to today's pages."""

    name: str
    organisation_name: str
    person: Ref | None
    organisation: Ref | None
    role: str
    presence: str
    mode: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    slug: str
    title: Text
    kind: str
    body: Ref | None
    starts_on: str
    ends_on: str
    starts_at: str
    ends_at: str
    form: str
    place: str
    summary: Text
    organisers: tuple[Ref, ...]
    chair: Ref | None
    follows: Ref | None
    followed_by: tuple[Ref, ...]
    minutes: Ref | None
    agenda: tuple[AgendaItem, ...]
    attendance: tuple[Attendance, ...]
    followups: tuple[Ref, ...]
    sources: tuple[Source, ...]
    #: Editions made before decisions were kept have none.
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    slug: str
    number: str
    wording: Text
    asked_on: str
    asked_by: str
    handling: str
    note: Text
    objectives: tuple[Ref, ...]
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    slug: str
    what: Text
    asked_by: str
    asked_of: str
    owner: Ref | None
    asked_on: str
    due: str
    closed_on: str
    outcome: Text
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]
    reference: str = ""
    verifier: Ref | None = None
    done_on: str = ""
    action: Ref | None = None
