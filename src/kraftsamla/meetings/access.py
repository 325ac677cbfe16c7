"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import PersonalLink
from kraftsamla.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    Discussion,
    Group,
    Invitation,
    Meeting,
    Presentation,
    Registration,
)
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


def get_invitation(visitor: Visitor, slug: str, pk: int) -> Invitation:
    """For those who run the meeting: invitations hold addresses."""
    meeting = get_meeting(visitor, slug, to="edit")
    invitations = meeting.invitations.select_related("organisation", "substitute_for")
    found = get_object_or_404(invitations, pk=pk)
    found.meeting = meeting
    return found


def get_linked_invitation(link: PersonalLink) -> Invitation:
    """What a personal link is for: one invitation, and nobody else's."""
    found = Invitation.objects.select_related("meeting__body", "organisation", "substitute_for")
    return get_object_or_404(found, pk=link.subject)


def get_discussion(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Discussion:
    meeting = get_meeting(visitor, slug, to=to)
    found = get_object_or_404(Discussion.objects.select_related("item"), item__meeting=meeting, pk=pk)
    found.item.meeting = meeting
    return found


def get_linked_group(link: PersonalLink) -> Group:
    """The group that a scribe's link leads to."""
    return get_object_or_404(Group.objects.select_related("discussion__item__meeting__body"), pk=link.subject)


def get_registration(slug: str, *, reference: str) -> Registration:
    """Whose own link it is; that the link is ours has been proved by its signature."""
    found = Registration.objects.select_related("sign_up__meeting__body")
    return get_object_or_404(found, reference=reference, sign_up__meeting__slug=slug)
