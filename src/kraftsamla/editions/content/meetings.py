"""Meetings, to come and held, and what is asked and taken up there."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.refs import NOTHING, Ref, Source


@dataclass(frozen=True, slots=True)
class Presentation:
    person: Ref
    organisation: Ref | None
    topic: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """A paper, presentation, film or link that everybody may see. ``url`` is where it lies, "" when only we hold it."""

    kind: str
    document: Ref
    url: str
    language: str
    published: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """What was agreed of a discussion in groups, question by question; never who or which group said it."""

    groups: int
    reported: int
    summaries: tuple[tuple[Ref, Text], ...]

    @property
    def is_whole(self) -> bool:
        return self.reported == self.groups


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A point. ``level`` 2 belongs to the point before it on level 1. ``day`` counts from the first day, one.

    ``room`` is the hall of a programme with several; what meetings of a group say of their rooms is not here.
    """

    number: str
    title: Text
    presentations: tuple[Presentation, ...]
    questions: tuple[Ref, ...]
    sources: tuple[Source, ...]
    purpose: str = ""
    minutes: int | None = None
    intro: Text = NOTHING
    level: int = 1
    day: int = 1
    starts_at: str = ""
    ends_at: str = ""
    room: str = ""
    area: Ref | None = None
    materials: tuple[Material, ...] = ()
    followups: tuple[Ref, ...] = ()
    actions: tuple[Ref, ...] = ()
    discussion: Discussion | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``item`` is the title of the point it was decided at, where that is known."""

    text: Text
    item: Text | None
    sources: tuple[Source, ...]
    objectives: tuple[Ref, ...] = ()
    actions: tuple[Ref, ...] = ()


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
    title: str = ""
    substitute_for: str = ""
    is_guest: bool = False
    came_at: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many came, told also where nobody is named."""

    present: int = 0
    room: int = 0
    remote: int = 0
    organisations: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class SignUp:
    """How anybody signs up. Who has done so is nowhere in an edition."""

    opens_on: str
    closes_on: str
    room: bool
    remote: bool
    words: Text


@dataclass(frozen=True, slots=True)
class Minutes:
    """A published revision of what was written. ``replaces`` is the revision it corrects, and ``reason`` says why."""

    revision: int
    state: str
    word: str
    language: str
    reference: str
    published_on: str
    replaces: int | None
    reason: str
    document: Ref | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """``uid`` and ``sequence`` are what calendars know it by. Nothing here leads into the meeting itself: no link,
    no room and nobody's invitation."""

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
    purpose: Text = NOTHING
    partners: tuple[Ref, ...] = ()
    series: Series | None = None
    uid: str = ""
    sequence: int = 0
    cancelled_on: str = ""
    materials: tuple[Material, ...] = ()
    revisions: tuple[Minutes, ...] = ()
    shows_attendance: bool = True
    turnout: Turnout | None = None
    sign_up: SignUp | None = None

    @property
    def is_cancelled(self) -> bool:
        return bool(self.cancelled_on)

    def is_coming(self, *, at: str) -> bool:
        """Whether its last day is not past; a day that is not fully known counts until its period is over."""
        last = self.ends_on or self.starts_on
        return last >= at[: len(last)]


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
