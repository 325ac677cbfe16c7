"""The exchange format: one YAML file a noun, each a list of rows. What is loaded, and what is dumped.

Every row has a ``slug`` that names it in other rows and in addresses, and ``sources``: the passages or whole
documents that show it. Dates are ISO 8601 at the precision that is known: ``2021``, ``2021-10`` or ``2021-10-22``.
What is not known is left out; it is shown as "ej inläst". The file is data more than code, and long for that reason.
"""

from __future__ import annotations

from typing import Annotated, Literal

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^[0-2]\d:[0-5]\d$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]


class Row(BaseModel):
    """What all rows share: unknown keys are refused, so that a misspelt one is never lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Row):
    """A title or sentence in Swedish and, where there is one, in English."""

    sv: Prose
    en: Prose | None = None


class Source(Row):
    """A document, or a passage in it when ``quote`` (words of the document's own text) is given."""

    document: Slug
    quote: Prose | None = None
    note: Prose | None = None


class Sourced(Row):
    slug: Slug
    sources: tuple[Source, ...] = ()


# -- documents.yaml ---------------------------------------------------------------------------------------------

DocumentKind = Literal[
    "minutes",
    "strategy",
    "strategy_page",
    "programme_page",
    "assignment_page",
    "agreement_page",
    "event_page",
    "press_release",
    "report",
    "article",
    "inquiry",
    "film",
    "podcast",
    "presentation",
    "project_page",
    "other",
]


class DocumentRow(Row):
    slug: Slug
    title: Line
    kind: DocumentKind
    language: Literal["sv", "en", "nb", "da"] = "sv"
    publisher: Slug | None = None
    published: PartialDate | None = None
    url: HttpUrl | None = None


# -- organisations.yaml -----------------------------------------------------------------------------------------

Sector = Literal["public", "private", "academic", "civil"]
OrganisationKind = Literal[
    "company",
    "startup",
    "university",
    "region",
    "agency",
    "ministry",
    "government",
    "parliament",
    "inquiry",
    "association",
    "patient_organisation",
    "investor",
    "hospital",
    "municipality",
    "international_body",
    "country",
    "research_institute",
    "foundation",
    "network",
    "other",
]


class OtherNameRow(Row):
    name: Line
    kind: Literal["abbreviation", "former", "spelling", "english", "other"] = "other"


class OrganisationRow(Sourced):
    name: Line
    name_en: Line | None = None
    sector: Sector
    kind: OrganisationKind
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "SE"
    region: Line | None = None
    parent: Slug | None = None
    website: HttpUrl | None = None
    other_names: tuple[OtherNameRow, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successor: Slug | None = None


# -- people.yaml ------------------------------------------------------------------------------------------------


class EngagementRow(Row):
    organisation: Slug
    title: Text | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    seen_on: PartialDate | None = Field(None, description="A date on which the source shows it to be so.")
    sources: tuple[Source, ...] = ()


class PersonRow(Sourced):
    name: Line
    other_spellings: tuple[Line, ...] = ()
    engagements: tuple[EngagementRow, ...] = ()


# -- bodies.yaml ------------------------------------------------------------------------------------------------


SeatedRole = Literal[
    "chair", "vice_chair", "member", "secretary", "adjunct", "observer", "officer", "lead", "substitute"
]  # fmt: skip
SeatNumber = Annotated[int, Field(ge=1, le=999)]


class SeatRow(Row):
    """A place in a body. ``number``: its place in the list, by which those who sit there name it."""

    number: SeatNumber
    label: Text
    role: SeatedRole = "member"
    meant_for: Line | None = None
    nominated_by: Slug | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class OrdinaryRow(Row):
    """The appointment, in the same body, of whom a substitute stands in for."""

    person: Slug
    role: SeatedRole = "member"
    valid_from: PartialDate | None = None


class AppointmentRow(Row):
    person: Slug
    on_behalf_of: Slug | None = None
    role: SeatedRole = "member"
    seat: SeatNumber | None = None
    substitute_for: OrdinaryRow | None = None
    decided_by: Slug | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    seen_on: PartialDate | None = None
    sources: tuple[Source, ...] = ()


class BodyRow(Sourced):
    name: Text
    kind: Literal["office", "steering_group", "collaboration_group", "working_group", "reference_group", "network"]
    mandate: Text | None = None
    host: Slug | None = None
    parent: Slug | None = None
    objectives: tuple[str, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    decided_by: Slug | None = None
    minutes_word: Literal["meeting_notes", "memorandum", "notes", "minutes"] = "meeting_notes"
    public: bool = True
    shows_members: bool = True
    closed: bool = Field(False, description="Only those with access see the body's meetings in the workspace.")
    seats: tuple[SeatRow, ...] = ()
    appointments: tuple[AppointmentRow, ...] = ()

    @model_validator(mode="after")
    def _names_what_is_there(self) -> BodyRow:
        """Seats and those stood in for are rows of the same body."""
        numbers = {seat.number for seat in self.seats}
        ordinary = (each for each in self.appointments if each.substitute_for is None)
        sitting = {(each.person, each.role, each.valid_from) for each in ordinary}
        for each in self.appointments:
            if each.seat is not None and each.seat not in numbers:
                raise ValueError(_("Plats %(number)s finns inte bland organets platser.") % {"number": each.seat})
            above = each.substitute_for
            if above is not None and (above.person, above.role, above.valid_from) not in sitting:
                raise ValueError(_("%(name)s, som ska ersättas, är inte ordinarie i organet.") % {"name": above.person})
        return self


# -- strategy.yaml ----------------------------------------------------------------------------------------------


class StrategyRow(Sourced):
    title: Text
    summary: Text | None = None
    definition: Text | None = Field(None, description="What the strategy's field is, in own words.")
    owner: Slug | None = None
    adopted: PartialDate | None = None
    objectives_announced: int | None = Field(None, ge=1, le=500)


class AreaRow(Row):
    number: Annotated[str, StringConstraints(pattern=r"^\d{1,2}$")]
    strategy: Slug
    title: Text
    summary: Text | None = None
    all_objectives_read: bool = False
    sources: tuple[Source, ...] = ()


class WordingRow(Row):
    title: Text
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    reason: Text | None = None
    sources: tuple[Source, ...] = ()


class ObjectiveRow(Row):
    number: Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.\d{1,2}$")]
    strategy: Slug
    goal_kind: Literal["activity", "output", "effect"] | None = None
    plain: Text | None = Field(None, description="Plain-language wording, in own words.")
    wordings: Annotated[tuple[WordingRow, ...], Field(min_length=1)]


# -- actions.yaml -----------------------------------------------------------------------------------------------

ActionKind = Literal[
    "assignment",
    "appropriation_directions",
    "funding",
    "inquiry",
    "bill",
    "legislation",
    "agreement",
    "infrastructure",
    "hub",
    "programme",
    "study",
    "report",
    "conference",
    "meeting",
    "regional_initiative",
    "organisation",
    "strategy",
    "other",
]
DateKind = Literal[
    "published",
    "decided",
    "started",
    "in_force",
    "interim",
    "due",
    "reported",
    "held",
    "signed",
    "expected",
    "ended",
]


class DatedFactRow(Row):
    kind: DateKind
    date: PartialDate
    note: Text | None = None
    sources: tuple[Source, ...] = ()


class MoneyRow(Row):
    amount: Annotated[int, Field(gt=0)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "SEK"
    period: Line | None = None
    funder: Slug | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()


SteeringBasis = Literal[
    "appropriation_directions",
    "government_assignment",
    "agreement",
    "grant",
    "own_decision",
    "law",
]


class TermsRow(Row):
    """What an organisation is asked to do, or offers to do instead."""

    what: Text
    due: PartialDate | None = None
    steering_basis: SteeringBasis | None = None
    registry_number: Line | None = None
    decided_on: PartialDate | None = None
    reporting_on: PartialDate | None = None
    amount: Annotated[int, Field(gt=0)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "SEK"
    money_note: Line | None = None


class StepRow(Row):
    """One step of an agreement. ``taken_over``: asked because another organisation handed the part on."""

    step: Literal[
        "offered", "taken_over", "accepted", "changes_proposed", "accepted_with_changes", "declined", "withdrawn",
        "handed_over", "ended",
    ]  # fmt: skip
    on: PartialDate
    terms: TermsRow | None = None
    words: Prose | None = None
    said_by: Line | None = None
    said_by_title: Line | None = None
    handed_to: Slug | None = None


class AssignmentRow(Row):
    organisation: Slug
    role: Literal["responsible", "partner", "funder", "commissioner", "host"]
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    steps: tuple[StepRow, ...] = Field((), description="What was asked and answered; left out when nobody has asked.")
    sources: tuple[Source, ...] = ()


class MilestoneRow(Row):
    title: Text
    due: PartialDate | None = None
    sources: tuple[Source, ...] = ()


class StatusRow(Row):
    on: PartialDate
    progress: Literal["proposed", "decided", "under_way", "done", "stopped"]
    confidence: Literal["high", "medium", "low"] | None = None
    words: Text | None = None
    no_change: bool = Field(False, description="Said to stand as the update before it.")
    milestones: tuple[Line, ...] = Field((), description="Titles of the milestones that were reached.")
    on_behalf_of: Slug | None = None
    said_by: Line | None = None
    said_by_title: Line | None = None
    sources: tuple[Source, ...] = ()


class VerdictRow(Row):
    finding: Literal["verified", "no_evidence", "disputed"]
    on: PartialDate
    words: Prose | None = None
    evidence_url: HttpUrl | None = None
    found_by: Slug
    said_by: Line | None = None
    said_by_title: Line | None = None


class ResultRow(Row):
    what: Text
    on: PartialDate
    evidence: Prose | None = None
    evidence_url: HttpUrl | None = None
    claimed_by: Slug
    said_by: Line | None = None
    said_by_title: Line | None = None
    verdicts: tuple[VerdictRow, ...] = ()
    sources: tuple[Source, ...] = ()


class ActionRow(Sourced):
    title: Text
    strategy: Slug
    kind: ActionKind
    objectives: tuple[str, ...] = ()
    areas: tuple[str, ...] = Field((), description="Areas the action serves when no objective is known.")
    description: Text | None = None
    steering_basis: SteeringBasis | None = None
    registry_number: Line | None = None
    dates: tuple[DatedFactRow, ...] = ()
    money: tuple[MoneyRow, ...] = ()
    assignments: tuple[AssignmentRow, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    status: tuple[StatusRow, ...] = ()
    results: tuple[ResultRow, ...] = ()
    follows: Slug | None = Field(None, description="The action that this one continues.")


# -- questions.yaml, followups.yaml -----------------------------------------------------------------------------


class QuestionRow(Sourced):
    wording: Text
    number: Line | None = None
    asked_on: PartialDate | None = None
    asked_by: Line | None = None
    handling: Literal["open", "pursued", "watched", "answered"] = "open"
    note: Text | None = None
    objectives: tuple[str, ...] = ()


class FollowUpStepRow(Row):
    """What happened to a point on its way. ``organisation``: whose step it was."""

    kind: Literal["handed_over", "done", "returned", "verified"]
    on: PartialDate
    words: Prose | None = None
    organisation: Slug | None = None
    handed_to: Slug | None = None
    said_by: Line | None = None
    said_by_title: Line | None = None


class FollowUpRow(Sourced):
    what: Text
    reference: Line | None = None
    action: Slug | None = Field(None, description="The action that the point is about.")
    verifier: Slug | None = None
    steps: tuple[FollowUpStepRow, ...] = ()
    asked_by: Line | None = None
    asked_of: Line | None = None
    owner: Slug | None = None
    asked_on: PartialDate | None = None
    due: PartialDate | None = None
    closed_on: PartialDate | None = None
    outcome: Text | None = None


# -- meetings.yaml ----------------------------------------------------------------------------------------------


class PresentationRow(Row):
    person: Slug
    organisation: Slug | None = None
    topic: Text
    sources: tuple[Source, ...] = ()


class MaterialRow(Row):
    document: Slug
    kind: Literal["paper", "presentation", "film", "link"] = "paper"
    public: bool = False


class AgendaItemRow(Row):
    number: Line | None = None
    title: Text
    purpose: Literal["inform", "present", "discuss", "decide", "follow_up", "break", "close"] | None = None
    minutes: int | None = Field(None, ge=0, le=24 * 60)
    intro: Text | None = None
    part_of: Line | None = Field(None, description="The number of the point that it belongs to.")
    day: int = Field(1, ge=1, le=60)
    starts_at: ClockTime | None = None
    ends_at: ClockTime | None = None
    area: str | None = Field(None, description="The number of an area of the strategy.")
    public: bool = True
    presentations: tuple[PresentationRow, ...] = ()
    questions: tuple[Slug, ...] = ()
    followups: tuple[Slug, ...] = Field((), description="What the point takes up.")
    actions: tuple[Slug, ...] = ()
    materials: tuple[MaterialRow, ...] = ()
    sources: tuple[Source, ...] = ()


class AttendanceRow(Row):
    person: Slug | None = None
    organisation: Slug | None = None
    role: Line | None = None
    attendance: Literal["present", "absent", "excused", "unknown"] = "present"
    mode: Literal["room", "remote"] | None = None
    name: Line | None = Field(None, description="Left out when the person has a row of their own.")
    organisation_name: Line | None = Field(None, description="Left out when the organisation has a row of its own.")
    title: Line | None = None
    substitute_for: Line | None = None
    guest: bool = False
    came_at: ClockTime | None = None
    left_at: ClockTime | None = None
    sources: tuple[Source, ...] = ()


class DecisionRow(Row):
    text: Text
    item: Line | None = Field(None, description="The number of the point on the agenda.")
    objectives: tuple[str, ...] = ()
    actions: tuple[Slug, ...] = ()
    sources: tuple[Source, ...] = ()


class SeriesRow(Row):
    slug: Slug
    name: Text


class MeetingRow(Sourced):
    title: Text
    kind: Literal[
        "group_meeting",
        "working_group_meeting",
        "steering_group_meeting",
        "relay_leg",
        "conference",
        "seminar",
        "network_meeting",
        "information_meeting",
        "summit",
        "expo",
        "other",
    ]
    body: Slug | None = None
    starts_on: PartialDate
    ends_on: PartialDate | None = None
    starts_at: ClockTime | None = None
    ends_at: ClockTime | None = None
    form: Literal["on_site", "remote", "hybrid"] | None = None
    place: Line | None = None
    purpose: Text | None = None
    summary: Text | None = None
    public: bool = True
    shows_attendance: bool = Field(True, description="The public page says who took part.")
    cancelled: bool = False
    series: SeriesRow | None = None
    organisers: tuple[Slug, ...] = ()
    partners: tuple[Slug, ...] = ()
    chair: Slug | None = None
    follows: Slug | None = None
    minutes: Slug | None = Field(None, description="The document that holds the minutes.")
    materials: tuple[MaterialRow, ...] = ()
    agenda: tuple[AgendaItemRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    followups: tuple[Slug, ...] = ()
