"""What an edition says, as frozen records that hold nothing but text, numbers and each other's names.

Pages are rendered from these alone, so that a page cannot show what was not selected. Records refer to each other by
``slug`` (areas and objectives by ``number``). Choices are kept by their code ("under_way"); the renderer words them.
Dates are partial ISO dates ("2021", "2021-10", "2021-10-22"), "" when not known.

The file is a list of data records and longer than others for that reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from kraftsamla.core.text import Text

RecordKind = Literal[
    "area", "objective", "action", "organisation", "person", "body", "meeting", "document", "question", "followup"
]
#: Why a record's proof is weak, strongest objection first. Every page shows the first that holds.
WeakLink = Literal[
    "not_read", "no_action", "no_source", "no_responsible", "declined", "not_accepted", "changes_proposed",
    "no_status", "stale", "disputed", "no_evidence", "no_result", "not_verified", "",
]  # fmt: skip
#: How an objective stands, for its cell in the weave.
ObjectiveState = Literal["no_action", "not_read", "proposed", "decided", "under_way", "done", "stopped"]

STALE_AFTER_DAYS = 180
#: Progress that a later day may have changed; what is done or stopped does not grow old.
LIVING = frozenset({"proposed", "decided", "under_way"})

NOTHING = Text()
#: A part that the organisation no longer has.
PAST_PARTS = frozenset({"handed_over", "ended"})


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


@dataclass(frozen=True, slots=True)
class DatedFact:
    kind: str
    date: str
    note: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Money:
    amount: int
    currency: str
    period: str
    funder: Ref | None
    note: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What an organisation is asked to do, or offers to do; ``amount`` is None when no money is named."""

    what: Text
    due: str
    steering_basis: str
    registry_number: str
    decided_on: str
    reporting_on: str
    amount: int | None
    currency: str
    money_note: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was asked and what was answered. ``theirs``: the organisation's own terms, beside ours; ``words``: what it
    answered, or why it declined, handed over or ended. Who signed is not published: the organisation answers."""

    ours: Terms | None
    theirs: Terms | None
    asked_on: str
    on: str
    words: str
    handed_to: Ref | None
    handed_from: Ref | None


@dataclass(frozen=True, slots=True)
class Part:
    """An organisation's part in an action: role, whether it has accepted it, and the agreement once it was asked."""

    organisation: Ref
    role: str
    state: str
    accepted: bool
    sources: tuple[Source, ...]
    agreement: Agreement | None = None

    @property
    def is_past(self) -> bool:
        return self.state in PAST_PARTS


@dataclass(frozen=True, slots=True)
class Status:
    on: str
    progress: str
    confidence: str
    words: Text
    on_behalf_of: Ref | None
    corrected: bool
    reason: str
    sources: tuple[Source, ...]
    no_change_since: str = ""
    reached: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """``reached_on``: when a standing update says that it was reached, "" while none does."""

    title: Text
    due: str
    reached_on: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody else found about a result, and in the name of which organisation."""

    finding: str
    on: str
    found_by: Ref
    words: str
    url: str
    corrected: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an action: claimed by one organisation, looked into by another. ``verification`` is a code."""

    what: Text
    on: str
    claimed_by: Ref
    evidence: str
    url: str
    verification: str
    verdicts: tuple[Verdict, ...]
    corrected: bool
    reason: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Action:
    slug: str
    title: Text
    kind: str
    description: Text
    steering_basis: str
    registry_number: str
    objectives: tuple[Ref, ...]
    areas: tuple[Ref, ...]
    dates: tuple[DatedFact, ...]
    money: tuple[Money, ...]
    parts: tuple[Part, ...]
    updates: tuple[Status, ...]
    progress: str
    updated_on: str
    days_since_update: int | None
    follows: Ref | None
    continued_by: tuple[Ref, ...]
    sources: tuple[Source, ...]
    weakest: WeakLink
    milestones: tuple[Milestone, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def is_stale(self) -> bool:
        return self.progress in LIVING and (self.days_since_update or 0) > STALE_AFTER_DAYS

    @property
    def first_date(self) -> DatedFact | None:
        return self.dates[0] if self.dates else None


@dataclass(frozen=True, slots=True)
class Wording:
    title: Text
    valid_from: str
    valid_to: str
    reason: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many actions stand at a progress; "" is "not read"."""

    progress: str
    number: int


@dataclass(frozen=True, slots=True)
class Objective:
    number: str
    area: Ref
    title: Text
    plain: Text
    goal_kind: str
    wordings: tuple[Wording, ...]
    actions: tuple[Ref, ...]
    bodies: tuple[Ref, ...]
    questions: tuple[Ref, ...]
    counts: tuple[Count, ...]
    state: ObjectiveState
    updated_on: str
    days_since_update: int | None
    sources: tuple[Source, ...]
    weakest: WeakLink

    @property
    def is_stale(self) -> bool:
        return self.state in LIVING and (self.days_since_update or 0) > STALE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Area:
    """``more_objectives``: the strategy has objectives here that nobody has read in, or may have."""

    number: str
    title: Text
    summary: Text
    objectives: tuple[str, ...]
    other_actions: tuple[Ref, ...]
    more_objectives: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OtherName:
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ActionRole:
    """What an organisation has to do with an action, what it has promised, and how the action stands.

    ``verification`` is that of the organisation's own results there, the weakest first; "" when it has claimed none.
    """

    action: Ref
    role: str
    accepted: bool
    progress: str
    state: str = "named"
    due: str = ""
    what: Text = NOTHING
    updated_on: str = ""
    days_since_update: int | None = None
    verification: str = ""


@dataclass(frozen=True, slots=True)
class Engagement:
    person: Ref
    organisation: Ref
    title: Text
    valid_from: str
    valid_to: str
    seen_on: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a body on behalf of an organisation. ``current``: in force on the edition's date."""

    body: Ref
    person: Ref
    on_behalf_of: Ref | None
    role: str
    valid_from: str
    valid_to: str
    seen_on: str
    current: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    slug: str
    name: Text
    sector: str
    kind: str
    country: str
    region: str
    website: str
    other_names: tuple[OtherName, ...]
    valid_from: str
    valid_to: str
    ending: str
    parent: Ref | None
    successor: Ref | None
    roles: tuple[ActionRole, ...]
    people: tuple[Engagement, ...]
    bodies: tuple[Ref, ...]
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Person:
    slug: str
    name: str
    spellings: tuple[str, ...]
    engagements: tuple[Engagement, ...]
    seats: tuple[Seat, ...]
    meetings: tuple[Ref, ...]
    presentations: tuple[Ref, ...]
    sources: tuple[Source, ...]


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


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited span. ``start`` and ``end`` count code points in the document's ``text`` when that is shown."""

    anchor: str
    start: int | None
    end: int | None
    quote: str
    note: str
    shows: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """``text`` is "" unless the whole text may be shown; then only the quoted passages are."""

    slug: str
    title: str
    kind: str
    language: str
    publisher: Ref | None
    published: str
    url: str
    text: str
    passages: tuple[Passage, ...]
    cited_by: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Strategy:
    slug: str
    title: Text
    summary: Text
    definition: Text
    owner: Ref | None
    adopted: str
    objectives_announced: int | None
    sources: tuple[Source, ...]


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
