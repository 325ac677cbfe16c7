"""Deeds on the meeting that goes on: opening it, taking up a point, closing it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.choices import leading as events
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.rules import may_run


@transaction.atomic
def open_meeting(*, meeting: Meeting, by: User) -> None:
    """Begin, and take up the first point. A closed meeting goes on where it was. Nothing when it is open already.

    The version is left as it is: who edits the meeting's particulars meanwhile has not been overtaken by anybody.
    """
    require(may_run(by, meeting))
    current = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if current.is_cancelled:
        raise Refused(_("Mötet är inställt och kan inte öppnas."))
    if current.is_running:
        return
    again = current.opened_at is not None
    current.opened_at, current.closed_at = current.opened_at or now(), None
    current.save(update_fields=["opened_at", "closed_at"])
    record(event=events.MEETING_REOPENED if again else events.MEETING_OPENED, subject=current, by=by)
    first = None if again else current.agenda.order_by("day", "position", "pk").first()
    if first is not None:
        open_item(item=first, by=by)


@transaction.atomic
def open_item(*, item: AgendaItem, by: User) -> None:
    """Take up a point; the one before is done. Nothing when it is on already, so that two may press at once.

    A point taken up again keeps the time when it was first taken up.
    """
    require(may_run(by, item.meeting))
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=item.meeting_id)
    if not meeting.is_running:
        raise Refused(_("Mötet är inte öppet. Öppna det först."))
    current = AgendaItem.objects.get(pk=item.pk)
    if current.opened_at is not None and current.closed_at is None:
        return
    at = now()
    _close_points(meeting)
    current.opened_at, current.closed_at = current.opened_at or at, None
    current.save(update_fields=["opened_at", "closed_at"])
    record(event=events.ITEM_OPENED, subject=meeting, by=by, changes={"agenda": [None, str(current)]})


@transaction.atomic
def close_meeting(*, meeting: Meeting, by: User) -> None:
    """End it, with the point that was on. Notes can still be written. Nothing when it is closed already."""
    require(may_run(by, meeting))
    current = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if current.opened_at is None:
        raise Refused(_("Mötet har inte öppnats."))
    if current.closed_at is not None:
        return
    _close_points(current)
    current.closed_at = now()
    current.save(update_fields=["closed_at"])
    record(event=events.MEETING_CLOSED, subject=current, by=by)


def _close_points(meeting: Meeting) -> None:
    meeting.agenda.filter(closed_at=None).exclude(opened_at=None).update(closed_at=now())
