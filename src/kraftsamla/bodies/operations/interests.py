"""Deeds on declared interests. The log says that one was declared, never what it is."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.bodies import choices
from kraftsamla.bodies.models import Appointment, Interest
from kraftsamla.bodies.rules import may_work
from kraftsamla.core.records import Values, create

INTEREST_FIELDS = ("words", "organisation", "declared_on")


@transaction.atomic
def declare_interest(*, appointment: Appointment, values: Values, by: User) -> Interest:
    """Note an interest that somebody appointed has declared. ValidationError by field."""
    require(may_work(by, appointment.body))
    fields = (*INTEREST_FIELDS, "appointment")
    interest = create(Interest, {**values, "appointment": appointment}, fields=fields)
    record(event=choices.INTEREST_DECLARED, subject=appointment, by=by)
    return interest


@transaction.atomic
def end_interest(*, interest: Interest, on: str, by: User) -> None:
    """Note when an interest ceased. It is not rewritten."""
    require(may_work(by, interest.appointment.body))
    if not on:
        raise ValidationError({"ended_on": _("Skriv när intresset upphörde, till exempel 2022-08.")})
    if on < interest.declared_on[: len(on)]:
        raise ValidationError({"ended_on": _("Intresset anmäldes senare än så. Skriv ett senare datum.")})
    interest.ended_on = on
    interest.full_clean()
    interest.save(update_fields=["ended_on"])
    record(event=choices.INTEREST_ENDED, subject=interest.appointment, by=by)
