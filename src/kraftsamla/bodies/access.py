"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.bodies.models import Access, Appointment, Body, Interest, Nomination, Seat
from kraftsamla.bodies.rules import may_work


def get_body(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Body:
    admit(visitor, to=to)
    found = Body.objects.visible_to(visitor).select_related("host", "parent", "decided_by")
    return get_object_or_404(found.defer("decided_by__text", "decided_by__layout"), slug=slug)


def get_appointment(visitor: Visitor, key: int, *, to: Purpose = "view") -> Appointment:
    admit(visitor, to=to)
    found = Appointment.objects.visible_to(visitor).select_related("body", "person", "on_behalf_of", "seat")
    return get_object_or_404(found, pk=key)


def get_declaring(visitor: Visitor, key: int) -> Appointment:
    """An appointment whose declared interests the visitor may know: who may work in the body. Others meet 403."""
    found = get_appointment(visitor, key)
    if not may_work(visitor, found.body):
        raise PermissionDenied
    return found


def get_interest(visitor: Visitor, key: int, pk: int) -> Interest:
    appointment = get_declaring(visitor, key)
    return get_object_or_404(Interest.objects.select_related("appointment__body"), appointment=appointment, pk=pk)


def get_seat(visitor: Visitor, slug: str, pk: int) -> Seat:
    """A seat, for those who arrange them."""
    body = get_body(visitor, slug, to="edit")
    return get_object_or_404(Seat.objects.select_related("body", "nominated_by"), body=body, pk=pk)


def get_nomination(visitor: Visitor, slug: str, pk: int) -> Nomination:
    """A nomination, for those who decide on it."""
    body = get_body(visitor, slug, to="edit")
    related = ("seat__body", "organisation", "nominated_by", "appointment")
    return get_object_or_404(Nomination.objects.select_related(*related), seat__body=body, pk=pk)


def get_access(visitor: Visitor, slug: str, pk: int) -> Access:
    """A right that somebody has been given, for those who give it."""
    body = get_body(visitor, slug, to="edit")
    return get_object_or_404(Access.objects.select_related("body", "user"), body=body, pk=pk)
