"""Deeds that reach people at once: calls, changes, and that a meeting is off. What calendars hold is kept right.

Letters cannot be rolled back: the deeds write first, then send, and note afterwards what went.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes
from kraftsamla.letters.operations import Outcome, send_at_once
from kraftsamla.meetings.choices import inviting as events
from kraftsamla.meetings.models import Invitation, Meeting
from kraftsamla.meetings.notices.inviting import News, calling, is_to_be_told, letter_of, news_for, sequence_for
from kraftsamla.meetings.rules import may_run

#: What a calendar shows of a meeting.
CALENDAR_FIELDS = frozenset(
    {"title_sv", "title_en", "starts_on", "ends_on", "starts_at", "ends_at", "form", "place", "room", "link"}
)


def send_calls(*, meeting: Meeting, invitations: Iterable[Invitation], by: User, again: bool = False) -> Outcome:
    """Tell people at once what there is to say: they are called, something has changed, it is off, or they are not.

    Who has no address, is only informed, or never heard of what is taken back is passed over.
    ``again``: also to those who have had the newest.
    """
    require(may_run(by, meeting))
    shared = calling(meeting, at=now())
    told = [(each, news_for(each, meeting)) for each in invitations if is_to_be_told(each, meeting)]
    letters = [(letter_of(each, shared, news=news, again=again), each, news) for each, news in told]
    outcome = send_at_once(items=[item for item, _who, _news in letters], by=by, at=shared.at)
    _note_sent(meeting, [(each, news) for item, each, news in letters if item.key in outcome.said], by=by)
    return outcome


def note_change(*, meeting: Meeting, changes: Changes) -> None:
    """Raise what calendars go by when what they show has changed after the call; the last line of such a deed."""
    if meeting.called_at is not None and CALENDAR_FIELDS & changes.keys():
        raise_sequence(meeting)


def raise_sequence(meeting: Meeting) -> None:
    """Above every number that anybody's calendar has seen."""
    seen = meeting.invitations.aggregate(most=Max("sent_sequence"))["most"] or 0
    meeting.sequence = max(meeting.sequence, seen) + 1
    Meeting.objects.filter(pk=meeting.pk).update(sequence=meeting.sequence)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, why: str, by: User) -> None:
    """Call a meeting off, with the reason. Those who have been called are told by ``send_calls``.

    Refused when it is off already or has been held.
    """
    require(may_run(by, meeting))
    if not why.strip():
        raise ValidationError({"why": _("Skriv varför mötet ställs in. Det står i brevet till dem som är inbjudna.")})
    if meeting.is_cancelled or meeting.closed_at is not None:
        raise Refused(_("Mötet är redan inställt eller avslutat."))
    meeting.cancelled_at, meeting.cancelled_why = now(), why.strip()
    _write(meeting)
    record(event=events.MEETING_CANCELLED, subject=meeting, by=by, note=meeting.cancelled_why)


@transaction.atomic
def reinstate_meeting(*, meeting: Meeting, by: User) -> None:
    """The meeting is on again after all. Those who have been told it is off are told by ``send_calls``."""
    require(may_run(by, meeting))
    if not meeting.is_cancelled:
        raise Refused(_("Mötet är inte inställt."))
    meeting.cancelled_at, meeting.cancelled_why = None, ""
    _write(meeting)
    record(event=events.MEETING_REINSTATED, subject=meeting, by=by)


def _write(meeting: Meeting) -> None:
    raise_sequence(meeting)
    meeting.changed_at = now()
    Meeting.objects.filter(pk=meeting.pk).update(
        cancelled_at=meeting.cancelled_at, cancelled_why=meeting.cancelled_why, changed_at=meeting.changed_at,
        version=F("version") + 1,
    )  # fmt: skip
    meeting.version += 1


@transaction.atomic
def _note_sent(meeting: Meeting, told: list[tuple[Invitation, News]], *, by: User) -> None:
    """Keep what each calendar holds now. Nothing is left in the calendar of who is no longer invited."""
    at = now()
    for invitation, news in told:
        Invitation.objects.filter(pk=invitation.pk).update(
            sent_sequence=sequence_for(invitation, meeting, news),
            sent_at=None if news is News.WITHDRAWN else at, version=F("version") + 1,
        )  # fmt: skip
    if any(news is News.CALL for _invitation, news in told) and meeting.called_at is None:
        meeting.called_at = at
        Meeting.objects.filter(pk=meeting.pk).update(called_at=at)
    if told:
        record(event=events.CALLS_SENT, subject=meeting, by=by, note=str(len(told)))
