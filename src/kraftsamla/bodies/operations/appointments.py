"""Deeds on appointments. The log says that an address for calls was changed, not which it is."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.bodies import choices
from kraftsamla.bodies.models import Appointment
from kraftsamla.bodies.operations.holding import check_period, check_sitting
from kraftsamla.core.records import Changes, Values, change, create

APPOINTMENT_FIELDS = (
    "body",
    "person",
    "on_behalf_of",
    "role",
    "valid_from",
    "valid_to",
    "seen_on",
    "seat",
    "substitute_for",
    "decided_by",
    "email",
)


@transaction.atomic
def appoint(*, values: Values, by: User) -> Appointment:
    """Appoint a person to a body, on behalf of an organisation or of nobody. ValidationError by field."""
    require(may_edit(by))
    appointment = create(Appointment, values, fields=APPOINTMENT_FIELDS)
    check_sitting(appointment)
    record(event=choices.APPOINTMENT_CREATED, subject=appointment, by=by)
    return appointment


@transaction.atomic
def change_appointment(*, appointment: Appointment, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(appointment, values, fields=APPOINTMENT_FIELDS, version=version)
    if changes:
        check_sitting(appointment)
        said = {name: pair for name, pair in changes.items() if name != "email"}
        record(event=choices.APPOINTMENT_CHANGED, subject=appointment, by=by, changes=said)
    return changes


@transaction.atomic
def end_appointment(*, appointment: Appointment, on: str, version: int, by: User) -> Changes:
    """End an appointment on a date."""
    require(may_edit(by))
    if not on:
        raise ValidationError({"valid_to": _("Skriv när förordnandet upphörde, till exempel 2022-08.")})
    check_period(appointment, on)
    changes = change(appointment, {"valid_to": on}, fields=APPOINTMENT_FIELDS, version=version)
    if changes:
        record(event=choices.APPOINTMENT_ENDED, subject=appointment, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_appointment(*, appointment: Appointment, by: User) -> None:
    """Take back an appointment entered by mistake. One that has run out gets a last day instead."""
    require(may_edit(by))
    appointment.email = ""  # what the log keeps of it is for all who read the log
    withdraw(subject=appointment, event=choices.APPOINTMENT_WITHDRAWN, by=by)
