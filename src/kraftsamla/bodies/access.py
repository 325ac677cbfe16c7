"""To fetch is to be allowed."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.bodies.models import Appointment, Body


def get_body(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Body:
    admit(visitor, to=to)
    return get_object_or_404(Body.objects.visible_to(visitor).select_related("host", "parent"), slug=slug)


def get_appointment(visitor: Visitor, key: int, *, to: Purpose = "view") -> Appointment:
    admit(visitor, to=to)
    return get_object_or_404(Appointment.objects.select_related("body", "person", "on_behalf_of"), pk=key)
