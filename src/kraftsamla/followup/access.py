"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import PersonalLink
from kraftsamla.core.clock import today
from kraftsamla.followup.models import Answer, Attachment, Contact, FollowUp, Handover, Point, UpdateRound
from kraftsamla.followup.rules import may_carry, may_verify_followup


def get_followup(visitor: Visitor, slug: str, *, to: Purpose = "view") -> FollowUp:
    admit(visitor, to=to)
    found = FollowUp.objects.visible_to(visitor).select_related("owner", "verifier", "action")
    return get_object_or_404(found, slug=slug)


def get_contact(visitor: Visitor, pk: int) -> Contact:
    admit(visitor, to="edit")
    return get_object_or_404(Contact.objects.visible_to(visitor).select_related("organisation"), pk=pk)


def get_round(visitor: Visitor, slug: str, *, to: Purpose = "view") -> UpdateRound:
    admit(visitor, to=to)
    return get_object_or_404(UpdateRound.objects.visible_to(visitor), slug=slug)


def get_answer(visitor: Visitor, pk: int) -> Answer:
    """An answer, for those who read it."""
    admit(visitor, to="edit")
    return get_object_or_404(Answer.objects.visible_to(visitor).select_related("round", "organisation"), pk=pk)


def get_own_answer(visitor: Visitor, pk: int) -> Answer:
    """What an organisation that the visitor represents is asked. PermissionDenied when it is another's."""
    admit(visitor, to="view")
    found = get_object_or_404(Answer.objects.select_related("round", "organisation"), pk=pk)
    if not Answer.objects.answerable_by(visitor, at=today()).filter(pk=pk).exists():
        raise PermissionDenied
    return found


def get_attachment(visitor: Visitor, pk: int) -> Attachment:
    admit(visitor, to="edit")
    return get_object_or_404(Attachment.objects.select_related("point__answer"), pk=pk)


def get_handover(visitor: Visitor, pk: int) -> Handover:
    admit(visitor, to="edit")
    related = ("given_from__round", "given_from__organisation", "action")
    return get_object_or_404(Handover.objects.select_related(*related), pk=pk)


def get_linked_answer(link: PersonalLink) -> Answer:
    """What a personal link is for."""
    return get_object_or_404(Answer.objects.select_related("round", "organisation"), pk=link.subject)


def get_linked_followup(link: PersonalLink) -> FollowUp:
    return get_object_or_404(FollowUp.objects.select_related("owner"), pk=link.subject)


def get_point(answer: Answer, pk: int) -> Point:
    """A point of this very answer; what has been handed on is another's."""
    point = answer.points.select_related("action").filter(pk=pk).first()
    if point is None:
        raise Http404
    point.answer = answer
    return point


def get_carried(visitor: Visitor, slug: str) -> FollowUp:
    """A point that the visitor may hand over or say is done. PermissionDenied for who may only look."""
    found = get_followup(visitor, slug)
    if not may_carry(visitor, found, at=today()):
        raise PermissionDenied
    return found


def get_checkable(visitor: Visitor, slug: str) -> FollowUp:
    """A point that the visitor may check: it is said to be done, by somebody else."""
    found = get_followup(visitor, slug)
    if not may_verify_followup(visitor, found, at=today()):
        raise PermissionDenied
    return found
