"""Deeds on the seats of a body."""

from __future__ import annotations

from typing import Literal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.bodies import choices
from kraftsamla.bodies.models import Body, Seat
from kraftsamla.bodies.operations.appointments import end_appointment
from kraftsamla.bodies.operations.holding import check_period, runs_past
from kraftsamla.core.records import Changes, Values, change, create

SEAT_FIELDS = ("label_sv", "label_en", "role", "meant_for", "nominated_by", "valid_from", "valid_to")


@transaction.atomic
def add_seat(*, body: Body, values: Values, by: User) -> Seat:
    """Add a seat last in a body. ValidationError by field."""
    require(may_edit(by))
    last = body.seats.aggregate(last=Max("position"))["last"] or 0
    kept = {"body": body, "position": last + 1}
    seat = create(Seat, {**values, **kept}, fields=(*SEAT_FIELDS, *kept))
    record(event=choices.SEAT_CREATED, subject=seat, by=by)
    return seat


@transaction.atomic
def change_seat(*, seat: Seat, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(seat, values, fields=SEAT_FIELDS, version=version)
    if changes:
        record(event=choices.SEAT_CHANGED, subject=seat, by=by, changes=changes)
    return changes


@transaction.atomic
def end_seat(*, seat: Seat, on: str, version: int, by: User) -> Changes:
    """End a seat on a date; appointments on it that run past it end the same day."""
    require(may_edit(by))
    if not on:
        raise ValidationError({"valid_to": _("Skriv när platsen upphörde, till exempel 2022-08.")})
    check_period(seat, on)
    changes = change(seat, {"valid_to": on}, fields=SEAT_FIELDS, version=version)
    if changes:
        record(event=choices.SEAT_ENDED, subject=seat, by=by, changes=changes)
    for appointment in seat.appointments.select_for_update(of=("self",)).select_related("person", "body"):
        if runs_past(appointment, on):
            end_appointment(appointment=appointment, on=on, version=appointment.version, by=by)
    return changes


@transaction.atomic
def move_seat(*, seat: Seat, to: Literal["up", "down"], by: User) -> None:
    """Let a seat change place with the one above or below it. At the end of the list it stays."""
    require(may_edit(by))
    order = [each.pk for each in Seat.objects.select_for_update().filter(body=seat.body_id)]
    here = order.index(seat.pk)
    there = here - 1 if to == "up" else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, key in enumerate(order, 1):
        Seat.objects.filter(pk=key).update(position=position)
    record(event=choices.SEATS_ORDERED, subject=seat.body, by=by)


@transaction.atomic
def withdraw_seat(*, seat: Seat, by: User) -> None:
    """Take back a seat added by mistake. Refused when somebody sits or has sat there, or is nominated."""
    require(may_edit(by))
    withdraw(subject=seat, event=choices.SEAT_WITHDRAWN, by=by)
