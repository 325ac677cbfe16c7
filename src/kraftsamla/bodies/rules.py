"""Who may look into a body, who may work in it, and who counts as sitting there. To be a member is no access."""

from __future__ import annotations

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.bodies.choices import AppointmentRole, BodyRight
from kraftsamla.bodies.models import Appointment, Body


def may_see(visitor: Visitor, body: Body) -> bool:
    """Look at a body and its meetings: everybody with a role; when it is closed, those who have been given access."""
    if not may_enter(visitor):
        return False
    return not body.is_closed or may_edit(visitor) or _has(visitor, body)


def may_work(visitor: Visitor, body: Body) -> bool:
    """Prepare and document a body's meetings: coordinators, and those who have been given that right."""
    return may_enter(visitor) and (may_edit(visitor) or _has(visitor, body, right=BodyRight.WORK))


def _has(visitor: Visitor, body: Body, **wanted: str) -> bool:
    return isinstance(visitor, User) and visitor.body_access.filter(body=body, **wanted).exists()


def is_ordinary(appointment: Appointment) -> bool:
    """Whether somebody holds a seat of their own: nobody's substitute."""
    return appointment.substitute_for_id is None and appointment.role != AppointmentRole.SUBSTITUTE
