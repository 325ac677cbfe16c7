"""Deeds on who is invited to a meeting: from the body's appointments, by hand, and taken back.

Names, titles and organisations are kept as they are when somebody is invited. An invitation is never deleted: it is
taken back, and whoever has it in the calendar is told (``calling``).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Engagement
from kraftsamla.actors.operations import forget_holder
from kraftsamla.audit.operations import record
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.clock import now
from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Changes, Values, append, change
from kraftsamla.followup.models import Contact
from kraftsamla.letters.models import Recipient
from kraftsamla.meetings.choices import inviting as events
from kraftsamla.meetings.models import Invitation, Meeting
from kraftsamla.meetings.rules import may_run

FIELDS = (
    "person", "organisation", "name", "title", "email", "language", "role", "is_guest", "is_informed",
)  # fmt: skip


@transaction.atomic
def invite_appointed(*, meeting: Meeting, appointments: Iterable[Appointment], by: User) -> list[Invitation]:
    """Invite people by their appointments in the meeting's body. Who is invited already is left as they are, and whose
    invitation was taken back gets it again.

    Refused when one of them belongs to another body or does not hold on the meeting's day.
    """
    require(may_run(by, meeting))
    day = earliest(meeting.starts_on)
    asked = list(appointments)
    if any(each.body_id != meeting.body_id or not each.holds(at=day) for each in asked):
        raise Refused(_("Någon av de valda har inget förordnande i organet på mötesdagen. Läs om sidan och välj igen."))
    known = {each.person_id: each for each in meeting.invitations.exclude(person=None)}
    frozen = Frozen(asked, meeting)
    new: dict[int, Invitation] = {}
    again = []
    for appointment in asked:
        earlier = known.get(appointment.person_id)
        if earlier is None:
            new.setdefault(appointment.person_id, frozen.invitation_for(appointment))
        elif earlier.withdrawn_at is not None:
            again.append(earlier)
    rows = Invitation.objects.bulk_create(new.values())
    for row in rows:
        record(event=events.INVITED, subject=meeting, by=by, changes={"invitations": [None, logged(row)]})
    for earlier in again:
        restore_invitation(invitation=earlier, by=by)
    return [*rows, *again]


@transaction.atomic
def invite_guest(*, meeting: Meeting, values: Values, by: User) -> Invitation:
    """Invite somebody by hand: a person from the register or just a name. ValidationError by field."""
    require(may_run(by, meeting))
    person = values.get("person")
    if person is not None and meeting.invitations.filter(person=person).exclude(withdrawn_at=None).exists():
        raise ValidationError({"person": _("Personen har varit inbjuden. Välj Bjud in igen under Borttagna.")})
    if person is not None and not values.get("name"):
        values = {**values, "name": person.name}
    invitation = append(Invitation, {**values, "meeting": meeting})
    record(event=events.INVITED, subject=meeting, by=by, changes={"invitations": [None, logged(invitation)]})
    return invitation


@transaction.atomic
def change_invitation(*, invitation: Invitation, values: Values, version: int, by: User) -> Changes:
    """Put an invitation right: an address, a title. Stale when somebody changed it after ``version``."""
    require(may_run(by, invitation.meeting))
    changes = change(invitation, values, fields=FIELDS, version=version)
    if changes:
        record(event=events.INVITATION_CHANGED, subject=invitation.meeting, by=by, note=logged(invitation))
    return changes


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Take back an invitation. It is kept, and who has got it is told by ``send_calls``."""
    require(may_run(by, invitation.meeting))
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = now()
        change_silently(invitation, "withdrawn_at")
        record(event=events.INVITATION_WITHDRAWN, subject=invitation.meeting, by=by, note=logged(invitation))


@transaction.atomic
def restore_invitation(*, invitation: Invitation, by: User) -> None:
    """Invite somebody again whose invitation was taken back."""
    require(may_run(by, invitation.meeting))
    if invitation.withdrawn_at is not None:
        invitation.withdrawn_at = None
        change_silently(invitation, "withdrawn_at")
        record(event=events.INVITATION_RESTORED, subject=invitation.meeting, by=by, note=logged(invitation))


@transaction.atomic
def erase_invitee(*, invitation: Invitation, by: User) -> int:
    """Erase what is kept to reach somebody: the address in every invitation to it, the greetings, and their links.

    It reaches every meeting and every link, so that only coordinators may. Who was at a meeting stands in its
    attendance. Returns how many rows were touched.
    """
    require(may_edit(by))
    if not invitation.email:
        raise Refused(_("Ingen adress är sparad för personen."))
    touched = Invitation.objects.filter(email__iexact=invitation.email).count()
    touched += forget_holder(email=invitation.email, by=by)  # tells every app that keeps the address
    record(event=events.INVITEE_ERASED, subject=invitation.meeting, by=by)
    return touched


def logged(invitation: Invitation) -> str:
    """How the log names somebody: a person in the register by name, others by whom they come from, so that a guest
    who asks to be erased is gone from the log too."""
    if invitation.person_id is not None:
        return str(invitation)
    return str(invitation.organisation or invitation.role or _("gäst"))


def forget_address(email: str) -> int:
    """Blot out an address and what was written with it. A guest who is not in the register loses the name too."""
    rows = Invitation.objects.filter(email__iexact=email)
    rows.filter(person=None).update(name="–", title="")
    return rows.update(email="", greeting="")


def change_silently(invitation: Invitation, *names: str) -> None:
    """Write what a deed has set, and raise the version so that an open form is told."""
    invitation.version += 1
    invitation.changed_at = now()
    invitation.save(update_fields=[*names, "version", "changed_at"])


class Frozen:
    """What invitations keep of people: titles, addresses and languages of many at once, in three queries."""

    def __init__(self, appointments: Iterable[Appointment], meeting: Meeting) -> None:
        self._meeting = meeting
        day = earliest(meeting.starts_on)
        asked = list(appointments)
        organisations = [each.on_behalf_of_id for each in asked if each.on_behalf_of_id]
        engagements = Engagement.objects.filter(person__in=[each.person_id for each in asked])
        self._titles = {
            (each.person_id, each.organisation_id): each.title_sv for each in engagements if each.holds(at=day)
        }
        contacts = Contact.objects.filter(organisation__in=organisations).holding(at=day).in_turn()
        self._contacts = {(each.organisation_id, fold(each.name)): each for each in reversed(contacts)}
        addresses = {each.email.casefold() for each in (*asked, *contacts) if each.email}
        recipients = Recipient.objects.filter(email__in=addresses)
        self._languages = {each.email.casefold(): each.language for each in recipients}

    def invitation_for(self, appointment: Appointment) -> Invitation:
        """An invitation that has not been saved."""
        organisation = appointment.on_behalf_of
        contact = self._contacts.get((appointment.on_behalf_of_id or 0, fold(appointment.person.name)))
        email = appointment.email or (contact.email if contact else "")
        known = contact.language if contact else "sv"
        with override("sv"):  # kept in the register's own language, whoever presses the button
            role = appointment.get_role_display()
        return Invitation(
            meeting=self._meeting, appointment=appointment, person=appointment.person, organisation=organisation,
            name=appointment.person.name, email=email, role=role,
            title=self._titles.get((appointment.person_id, appointment.on_behalf_of_id or 0), ""),
            language=self._languages.get(email.casefold(), known),
        )  # fmt: skip
