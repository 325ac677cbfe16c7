"""Deeds on answers to invitations: by the holder of the personal link, or written down by an officer."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, require
from kraftsamla.actors.models import PersonalLink
from kraftsamla.audit.operations import record
from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import append
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.choices import inviting as events
from kraftsamla.meetings.choices.inviting import INVITATION_LINK
from kraftsamla.meetings.models import Invitation
from kraftsamla.meetings.operations.inviting import Frozen, change_silently, logged
from kraftsamla.meetings.rules import may_be_answered, may_run, ways_to_come


@transaction.atomic
def answer_invitation(
    *, invitation: Invitation, reply: Reply, greeting: str = "", link: PersonalLink | None = None, by: User
) -> Invitation:
    """Keep an answer. The last one holds, and it can be changed until the meeting begins.

    Refused when it can no longer be answered. ValidationError for a way of taking part the meeting does not offer.
    """
    _require_voice(invitation, link, by)
    if link is not None:
        require_open(invitation)
    if reply not in {*ways_to_come(invitation.meeting), Reply.NO, Reply.SUBSTITUTE, Reply.NONE}:
        raise ValidationError({"reply": _("Så kan man inte delta i det här mötet. Välj ett annat svar.")})
    if reply == Reply.SUBSTITUTE and not invitation.substitutes.filter(withdrawn_at=None).exists():
        raise ValidationError({"reply": _("Säg först vem som kommer i stället.")})
    before = invitation.reply
    invitation.reply, invitation.greeting, invitation.replied_at = reply, greeting.strip(), now()
    invitation.full_clean(exclude=["meeting", "person", "organisation", "appointment", "substitute_for"])
    change_silently(invitation, "reply", "greeting", "replied_at")
    if reply != Reply.SUBSTITUTE:
        _release_substitutes(invitation)
    event = events.INVITATION_ANSWERED if link else events.ANSWER_RECORDED
    note = f"{logged(invitation)}: {before} → {reply}"
    record(event=event, subject=invitation.meeting, by=by, note=note)
    return invitation


@transaction.atomic
def send_substitute(
    *, invitation: Invitation, appointment: Appointment | None = None, name: str = "", email: str = "",
    greeting: str = "", link: PersonalLink | None = None, by: User,
) -> Invitation:  # fmt: skip
    """Answer that a substitute comes, who gets an invitation of their own: an appointed one, or somebody named.

    One who is appointed is asked in the weekly letter unless the office has sent the call before. To an address that
    has been typed nothing goes until an officer has looked at it. ValidationError by field.
    """
    _require_voice(invitation, link, by)
    if link is not None:
        require_open(invitation)
    _release_substitutes(invitation)
    substitute = _appointed(invitation, appointment) if appointment else _named(invitation, name, email)
    answer_invitation(invitation=invitation, reply=Reply.SUBSTITUTE, greeting=greeting, link=link, by=by)
    record(
        event=events.SUBSTITUTE_NAMED,
        subject=invitation.meeting,
        by=by,
        note=f"{logged(invitation)} → {logged(substitute)}",
    )
    return substitute


def require_open(invitation: Invitation) -> None:
    """Refused when an invitation can no longer be answered, with what to do instead."""
    if invitation.withdrawn_at is not None:
        raise Refused(_("Inbjudan gäller inte längre."))
    if invitation.meeting.is_cancelled:
        raise Refused(_("Mötet är inställt."))
    if not may_be_answered(invitation.meeting, at=now()):
        raise Refused(_("Mötet har börjat eller är över. Ring den som bjöd in om något ska ändras."))


def _require_voice(invitation: Invitation, link: PersonalLink | None, by: User) -> None:
    """The holder of the invitation's own link, or whoever runs the meeting."""
    if link is None:
        require(may_run(by, invitation.meeting))
        return
    owns = link.purpose == INVITATION_LINK and link.subject == str(invitation.pk)
    require(answers_by_link(by) and owns and link.is_open(at=now()))


def _appointed(invitation: Invitation, appointment: Appointment) -> Invitation:
    own = invitation.appointment_id
    day = earliest(invitation.meeting.starts_on)
    if own is None or appointment.substitute_for_id != own or not appointment.holds(at=day):
        raise ValidationError({"substitute": _("Personen är inte förordnad som ersättare här. Välj en annan.")})
    known = Invitation.objects.filter(meeting=invitation.meeting, person=appointment.person).first()
    if known is None:
        known = Frozen([appointment], invitation.meeting).invitation_for(appointment)
        known.substitute_for = invitation
        known.save()
        return known
    if known.substitute_for_id not in {None, invitation.pk} and known.withdrawn_at is None:
        raise ValidationError({"substitute": _("Personen ersätter redan någon annan på mötet. Välj en annan.")})
    known.substitute_for, known.withdrawn_at = invitation, None
    change_silently(known, "substitute_for", "withdrawn_at")
    return known


def _named(invitation: Invitation, name: str, email: str) -> Invitation:
    if not name.strip():
        raise ValidationError({"name": _("Skriv vem som kommer i stället.")})
    with override("sv"):  # roles are kept in the register's own language
        role = str(AppointmentRole.SUBSTITUTE.label)
    values = {
        "meeting": invitation.meeting, "name": name.strip(), "email": email.strip(), "substitute_for": invitation,
        "organisation": invitation.organisation, "language": invitation.language, "role": role,
    }  # fmt: skip
    return append(Invitation, values)


def _release_substitutes(invitation: Invitation) -> None:
    """Nobody stands in any longer: those who were only asked for that are no longer invited."""
    for substitute in invitation.substitutes.filter(withdrawn_at=None):
        substitute.withdrawn_at = now()
        change_silently(substitute, "withdrawn_at")
