"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.meetings.models import AgendaItem, Attendance, Decision, Meeting, Presentation
from kraftsamla.meetings.rules import may_run


def get_meeting(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Meeting:
    """To edit: coordinators, and those who may work in the meeting's body."""
    admit(visitor, to="view")
    meetings = Meeting.objects.visible_to(visitor).select_related("body", "chair", "follows", "minutes")
    found = get_object_or_404(meetings, slug=slug)
    if to == "edit" and not may_run(visitor, found):
        raise PermissionDenied
    return found


def get_item(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> AgendaItem:
    meeting = get_meeting(visitor, slug, to=to)
    return get_object_or_404(AgendaItem.objects.select_related("meeting"), meeting=meeting, pk=pk)


def get_presentation(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Presentation:
    meeting = get_meeting(visitor, slug, to=to)
    presentations = Presentation.objects.select_related("item", "person", "organisation")
    return get_object_or_404(presentations, item__meeting=meeting, pk=pk)


def get_attendance(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Attendance:
    meeting = get_meeting(visitor, slug, to=to)
    return get_object_or_404(Attendance.objects.select_related("meeting"), meeting=meeting, pk=pk)


def get_decision(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Decision:
    meeting = get_meeting(visitor, slug, to=to)
    return get_object_or_404(Decision.objects.select_related("meeting"), meeting=meeting, pk=pk)
