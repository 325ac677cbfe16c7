"""Deeds on bodies and appointments."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.bodies import choices
from kraftsamla.bodies.models import Appointment, Body
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
    "is_public",
)
APPOINTMENT_FIELDS = ("body", "person", "on_behalf_of", "role", "valid_from", "valid_to", "seen_on")


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
    """End a body on a date; appointments that still run end the same day. Nothing is deleted."""
    require(may_edit(by))
    if not on:
        raise ValidationError({"valid_to": _("Skriv när organet upphörde, till exempel 2022-08.")})
    changes = change(body, {"valid_to": on}, fields=BODY_FIELDS, version=version)
    if changes:
        record(event=choices.BODY_ENDED, subject=body, by=by, changes=changes)
    for appointment in body.appointments.select_for_update().filter(valid_to=""):
        end_appointment(appointment=appointment, on=on, version=appointment.version, by=by)
    return changes


@transaction.atomic
def withdraw_body(*, body: Body, by: User) -> None:
    """Take back a body added by mistake. Refused when it has appointments or meetings."""
    require(may_edit(by))
    withdraw(subject=body, event=choices.BODY_WITHDRAWN, by=by)


@transaction.atomic
def appoint(*, values: Values, by: User) -> Appointment:
    """Appoint a person to a body, on behalf of an organisation or of nobody. ValidationError by field."""
    require(may_edit(by))
    appointment = create(Appointment, values, fields=APPOINTMENT_FIELDS)
    record(event=choices.APPOINTMENT_CREATED, subject=appointment, by=by)
    return appointment


@transaction.atomic
def change_appointment(*, appointment: Appointment, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(appointment, values, fields=APPOINTMENT_FIELDS, version=version)
    if changes:
        record(event=choices.APPOINTMENT_CHANGED, subject=appointment, by=by, changes=changes)
    return changes


@transaction.atomic
def end_appointment(*, appointment: Appointment, on: str, version: int, by: User) -> Changes:
    """End an appointment on a date."""
    require(may_edit(by))
    if not on:
        raise ValidationError({"valid_to": _("Skriv när förordnandet upphörde, till exempel 2022-08.")})
    changes = change(appointment, {"valid_to": on}, fields=APPOINTMENT_FIELDS, version=version)
    if changes:
        record(event=choices.APPOINTMENT_ENDED, subject=appointment, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_appointment(*, appointment: Appointment, by: User) -> None:
    """Take back an appointment entered by mistake. One that has run out gets a last day instead."""
    require(may_edit(by))
    withdraw(subject=appointment, event=choices.APPOINTMENT_WITHDRAWN, by=by)
