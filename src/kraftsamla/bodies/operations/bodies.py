"""Deeds on bodies."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.bodies import choices
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations.appointments import end_appointment
from kraftsamla.bodies.operations.holding import runs_past
from kraftsamla.bodies.operations.seats import end_seat
from kraftsamla.core.records import Changes, Values, change, create

BODY_FIELDS = (
    "name_sv",
    "name_en",
    "kind",
    "mandate_sv",
    "mandate_en",
    "host",
    "parent",
    "valid_from",
    "valid_to",
    "decided_by",
    "minutes_word",
    "is_public",
    "shows_members",
    "is_closed",
)


@transaction.atomic
def create_body(*, values: Values, by: User) -> Body:
    """Set up a body. ValidationError by field."""
    require(may_edit(by))
    body = create(Body, values, fields=BODY_FIELDS, named_by="name_sv")
    record(event=choices.BODY_CREATED, subject=body, by=by)
    return body


@transaction.atomic
def change_body(*, body: Body, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    above = values.get("parent")
    while above is not None:
        if above.pk == body.pk:
            raise ValidationError({"parent": _("Det blir en cirkel: det organet hör redan under detta.")})
        above = above.parent
    changes = change(body, values, fields=BODY_FIELDS, version=version, named_by="name_sv")
    if changes:
        record(event=choices.BODY_CHANGED, subject=body, by=by, changes=changes)
    return changes


@transaction.atomic
def end_body(*, body: Body, on: str, version: int, by: User) -> Changes:
    """End a body on a date; appointments and seats that run past it end the same day. Nothing is deleted."""
    require(may_edit(by))
    if not on:
        raise ValidationError({"valid_to": _("Skriv när organet upphörde, till exempel 2022-08.")})
    changes = change(body, {"valid_to": on}, fields=BODY_FIELDS, version=version)
    if changes:
        record(event=choices.BODY_ENDED, subject=body, by=by, changes=changes)
    for appointment in body.appointments.select_for_update(of=("self",)).select_related("person"):
        if runs_past(appointment, on):
            end_appointment(appointment=appointment, on=on, version=appointment.version, by=by)
    for seat in body.seats.select_for_update():
        if runs_past(seat, on):
            end_seat(seat=seat, on=on, version=seat.version, by=by)
    return changes


@transaction.atomic
def withdraw_body(*, body: Body, by: User) -> None:
    """Take back a body added by mistake. Refused when it has seats, appointments or meetings."""
    require(may_edit(by))
    withdraw(subject=body, event=choices.BODY_WITHDRAWN, by=by)
