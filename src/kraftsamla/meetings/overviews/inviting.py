"""Who is invited to a meeting and what they answer, who of a body can be invited, and what an invited person sees."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.partial_dates import earliest
from kraftsamla.letters.models import Recipient
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.models import AgendaItem, Invitation, Material, Meeting
from kraftsamla.meetings.notices.inviting import is_outdated, where
from kraftsamla.meetings.rules import may_be_answered, ways_to_come

COMING = frozenset({Reply.ROOM, Reply.REMOTE})
#: Whom one chooses to invite; the others are expected.
BY_CHOICE = frozenset({AppointmentRole.ADJUNCT, AppointmentRole.OBSERVER})


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation. ``says_no``: to all letters. ``could_stand_in`` are appointed and not invited."""

    invitation: Invitation
    is_outdated: bool
    says_no: bool
    could_stand_in: tuple[Appointment, ...] = ()

    @property
    def is_unsent(self) -> bool:
        """Whether a call can go and has not."""
        invitation = self.invitation
        asked = invitation.withdrawn_at is None and not invitation.is_informed
        return asked and bool(invitation.email) and invitation.sent_at is None

    @property
    def lacks_address(self) -> bool:
        return self.invitation.withdrawn_at is None and not self.invitation.email


@dataclass(frozen=True, slots=True)
class Answers:
    """How many have answered what. ``coming`` is the room and the distance together."""

    room: int = 0
    remote: int = 0
    substitute: int = 0
    no: int = 0
    none: int = 0

    @property
    def coming(self) -> int:
        return self.room + self.remote

    @property
    def asked(self) -> int:
        return self.coming + self.substitute + self.no + self.none


@dataclass(frozen=True, slots=True)
class Seated:
    """Who comes for an organisation; ``waiting`` have not answered."""

    organisation: Organisation
    coming: tuple[Invitation, ...]
    waiting: tuple[Invitation, ...]


@dataclass(frozen=True, slots=True)
class InvitingOverview:
    """``members`` have an appointment or stand in for one; ``loose`` are appointed to stand in for anybody."""

    meeting: Meeting
    members: tuple[Invited, ...]
    guests: tuple[Invited, ...]
    informed: tuple[Invited, ...]
    withdrawn: tuple[Invited, ...]
    answers: Answers
    seated: tuple[Seated, ...]
    loose: tuple[Appointment, ...]

    @property
    def everybody(self) -> tuple[Invited, ...]:
        return (*self.members, *self.guests, *self.informed, *self.withdrawn)

    @property
    def unsent(self) -> list[Invited]:
        return [each for each in self.everybody if each.is_unsent]

    @property
    def outdated(self) -> list[Invited]:
        return [each for each in self.everybody if each.is_outdated]

    @property
    def without_address(self) -> list[Invited]:
        return [each for each in self.everybody if each.lacks_address]

    @property
    def to_telephone(self) -> list[Invited]:
        return [each for each in (*self.members, *self.guests) if each.says_no]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the body who can be invited. ``is_usual``: who is always asked."""

    appointment: Appointment
    is_invited: bool
    is_usual: bool
    substitutes: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A material as an invited person reaches it."""

    material: Material
    is_file: bool


@dataclass(frozen=True, slots=True)
class Line:
    item: AgendaItem
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class InvitationOverview:
    """What the holder of an invitation's link sees: their own invitation, and nobody else's."""

    invitation: Invitation
    meeting: Meeting
    where: str
    agenda: tuple[Line, ...]
    papers: tuple[Paper, ...]
    ways: tuple[Reply, ...]
    may_answer: bool
    substitute: Invitation | None


def inviting_overview(meeting: Meeting) -> InvitingOverview:
    """In three queries."""
    found = list(meeting.invitations.select_related("organisation", "person", "substitute_for").order_by("pk"))
    declined = Recipient.objects.declined().filter(email__in=[each.email for each in found if each.email])
    noes = {email.casefold() for email in declined.values_list("email", flat=True)}
    people = {each.person_id for each in found if each.withdrawn_at is None}
    standing_by, loose = _standing_by(meeting, without=people)
    rows = [
        Invited(
            each, is_outdated(each, meeting), each.email.casefold() in noes,
            tuple(standing_by.get(each.appointment_id or 0, ())),
        )
        for each in found
    ]  # fmt: skip
    current = [row for row in rows if row.invitation.withdrawn_at is None]
    asked = [row for row in current if not row.invitation.is_informed]
    return InvitingOverview(
        meeting=meeting,
        members=tuple(_substitutes_after([row for row in asked if not row.invitation.is_guest])),
        guests=tuple(row for row in asked if row.invitation.is_guest),
        informed=tuple(row for row in current if row.invitation.is_informed),
        withdrawn=tuple(row for row in rows if row.invitation.withdrawn_at is not None),
        answers=answers_of(row.invitation for row in asked),
        seated=tuple(_seated(row.invitation for row in asked)),
        loose=tuple(loose),
    )


def answers_of(invitations: Iterable[Invitation]) -> Answers:
    counts = Counter(each.reply for each in invitations)
    return Answers(**{reply.value: counts[reply] for reply in Reply})


def candidates(meeting: Meeting) -> list[Candidate]:
    """Those appointed to the meeting's body on its day, in protocol order, in two queries."""
    if meeting.body is None:
        return []
    invited = set(meeting.invitations.filter(withdrawn_at=None).values_list("person", flat=True))
    holding = _holding(meeting)
    substitutes: dict[int, list[Appointment]] = defaultdict(list)
    for each in holding:
        if each.substitute_for_id:
            substitutes[each.substitute_for_id].append(each)
    return [
        Candidate(each, each.person_id in invited, each.role not in BY_CHOICE, tuple(substitutes[each.pk]))
        for each in holding
        if not _stands_in(each)
    ]


def invitation_overview(invitation: Invitation, *, at: dt.datetime) -> InvitationOverview:
    """In three queries."""
    meeting = invitation.meeting
    papers: dict[int | None, list[Paper]] = defaultdict(list)
    materials = meeting.materials.select_related("document").defer("document__text", "document__layout")
    for material in materials:
        if material.document.url or material.document.file:
            papers[material.item_id].append(Paper(material, is_file=bool(material.document.file)))
    agenda = [Line(item, tuple(papers.pop(item.pk, ()))) for item in meeting.agenda.filter(parent=None)]
    return InvitationOverview(
        invitation=invitation, meeting=meeting, where=where(meeting), agenda=tuple(agenda),
        papers=tuple(each for listed in papers.values() for each in listed), ways=ways_to_come(meeting),
        may_answer=invitation.withdrawn_at is None and may_be_answered(meeting, at=at),
        substitute=invitation.substitutes.filter(withdrawn_at=None).first(),
    )  # fmt: skip


def appointed_substitutes(invitation: Invitation) -> list[Appointment]:
    """Those appointed to stand in for this person on the meeting's day."""
    if invitation.appointment_id is None:
        return []
    day = earliest(invitation.meeting.starts_on)
    found = Appointment.objects.filter(substitute_for=invitation.appointment_id).select_related("person")
    return [each for each in found.in_protocol_order() if each.holds(at=day)]


def _holding(meeting: Meeting) -> list[Appointment]:
    day = earliest(meeting.starts_on)
    appointed = Appointment.objects.filter(body=meeting.body_id).select_related("person", "on_behalf_of")
    return [each for each in appointed.in_protocol_order() if each.holds(at=day)]


def _stands_in(appointment: Appointment) -> bool:
    return appointment.role == AppointmentRole.SUBSTITUTE or appointment.substitute_for_id is not None


def _standing_by(
    meeting: Meeting, *, without: set[int | None]
) -> tuple[dict[int, list[Appointment]], list[Appointment]]:
    """Substitutes who are not invited: by whom they stand in for, and those for anybody."""
    if meeting.body_id is None:
        return {}, []
    found: dict[int, list[Appointment]] = defaultdict(list)
    loose = []
    for each in _holding(meeting):
        if each.person_id in without or not _stands_in(each):
            continue
        if each.substitute_for_id:
            found[each.substitute_for_id].append(each)
        else:
            loose.append(each)
    return found, loose


def _substitutes_after(rows: Sequence[Invited]) -> Iterable[Invited]:
    """In the order of the invitations, each substitute right after the one they stand in for."""
    after: dict[int, list[Invited]] = defaultdict(list)
    here = {row.invitation.pk for row in rows}
    for row in rows:
        if row.invitation.substitute_for_id in here:
            after[row.invitation.substitute_for_id or 0].append(row)
    for row in rows:
        if row.invitation.substitute_for_id not in here:
            yield row
            yield from after[row.invitation.pk]


def _seated(invitations: Iterable[Invitation]) -> list[Seated]:
    """Each organisation once, in the order in which its first person was invited."""
    by: dict[Organisation, list[Invitation]] = {}
    for each in invitations:
        if each.organisation is not None:
            by.setdefault(each.organisation, []).append(each)
    return [
        Seated(
            organisation, tuple(each for each in people if each.reply in COMING),
            tuple(each for each in people if each.reply == Reply.NONE),
        )
        for organisation, people in by.items()
    ]  # fmt: skip
