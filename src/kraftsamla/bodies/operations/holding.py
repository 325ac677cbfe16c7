"""What must hold for who sits where: one at a time on a seat, a substitute for somebody of the same body.

Dates are often known to the month or the year only, or not at all. Two appointments are refused only when they are
certain to have run at the same time: a handover within the same month, or on the same day, is no collision.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kraftsamla.bodies.models import Appointment, Seat
from kraftsamla.bodies.rules import is_ordinary
from kraftsamla.core.clock import today
from kraftsamla.core.partial_dates import earliest, latest
from kraftsamla.ui.templatetags.ui import partial_date, period


def runs_past(record: Appointment | Seat, on: str) -> bool:
    """Whether a period goes on after a date: it has no end, or one that is certainly later."""
    return not record.valid_to or earliest(record.valid_to) > latest(on)


def check_period(record: Appointment | Seat, on: str) -> None:
    """ValidationError when what is to end has not begun by then."""
    if record.valid_from and record.valid_from > on:
        raise ValidationError(
            {
                "valid_to": _("”%(name)s” börjar först %(date)s. Ändra eller ta bort det först.")
                % {"name": record, "date": partial_date(record.valid_from)}
            }
        )


def check_sitting(appointment: Appointment) -> None:
    """ValidationError, at the field, when the appointment cannot be on its seat or stand in for whom it names."""
    errors = {"seat": _seat_fault(appointment), "substitute_for": _substitute_fault(appointment)}
    if found := {name: words for name, words in errors.items() if words}:
        raise ValidationError(found)


def _seat_fault(appointment: Appointment) -> str:
    if appointment.seat_id is None:
        return ""
    seat = Seat.objects.select_for_update().get(pk=appointment.seat_id)
    if seat.body_id != appointment.body_id:
        return _("Platsen hör till ett annat organ.")
    begins, ends = _certain(appointment)
    if seat.valid_to and latest(seat.valid_to) < begins:
        return _("Platsen upphörde %(date)s. Välj en annan plats eller en annan tid.") % {
            "date": partial_date(seat.valid_to)
        }
    if seat.valid_from and ends < earliest(seat.valid_from):
        return _("Platsen finns först från %(date)s. Välj en annan plats eller en annan tid.") % {
            "date": partial_date(seat.valid_from)
        }
    return _taken(seat, appointment)


def _taken(seat: Seat, appointment: Appointment) -> str:
    """Who already has the seat then, and what to do."""
    if not is_ordinary(appointment):
        return ""
    begins, ends = _certain(appointment)
    for other in seat.appointments.exclude(pk=appointment.pk).ordinary().select_related("person"):
        since, until = _certain(other)
        if max(begins, since) < min(ends, until):
            when = period(other.valid_from, other.valid_to, other.seen_on) or _("utan känd tid")
            return _(
                "%(name)s sitter på platsen (%(when)s). Avsluta det förordnandet först, eller ändra tiden här."
            ) % {"name": other.person, "when": when}
    return ""


def _certain(appointment: Appointment) -> tuple[dt.date, dt.date]:
    """The days between which it is certain that the appointment ran.

    Without a known start nothing is certain but its last day, or, when it still runs, that it runs today.
    """
    start, end = appointment.valid_from or appointment.seen_on, appointment.valid_to
    ends = earliest(end) if end else dt.date.max
    return (latest(start) if start else min(ends, today())), ends


def _substitute_fault(appointment: Appointment) -> str:
    above = appointment.substitute_for
    if above is None:
        return ""
    if above.pk == appointment.pk:
        return _("Ingen kan vara sin egen ersättare.")
    if above.body_id != appointment.body_id:
        return _("Den som ersätts ska ingå i samma organ.")
    if above.substitute_for_id is not None:
        return _("%(name)s är själv ersättare. Välj en ordinarie.") % {"name": above.person}
    if above.person_id == appointment.person_id:
        return _("Ingen kan vara sin egen ersättare.")
    return ""
