"""Deeds on follow-ups."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, change, create
from kraftsamla.followup import choices
from kraftsamla.followup.models import FollowUp

FOLLOWUP_FIELDS = (
    "kind",
    "what_sv",
    "what_en",
    "asked_by",
    "asked_of",
    "owner",
    "action",
    "verifier",
    "asked_on",
    "due",
    "closed_on",
    "outcome_sv",
    "outcome_en",
)


@transaction.atomic
def create_followup(*, values: Values, by: User) -> FollowUp:
    """Add something that somebody has been asked to do. It gets the next reference number, unless ``reference`` says
    which it has (None: none, as what came in a file without).

    ValidationError by field.
    """
    require(may_edit(by))
    return note_followup(values=values, by=by)


@transaction.atomic
def note_followup(*, values: Values, by: User) -> FollowUp:
    """The same for who runs a meeting: the app that calls this has asked its own rule whether ``by`` may."""
    numbered = {"reference": _next_reference(today().year), **values}
    followup = create(FollowUp, numbered, fields=(*FOLLOWUP_FIELDS, "reference"), named_by="what_sv")
    record(event=choices.FOLLOWUP_CREATED, subject=followup, by=by)
    return followup


@transaction.atomic
def change_followup(*, followup: FollowUp, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(followup, values, fields=FOLLOWUP_FIELDS, version=version, named_by="what_sv")
    if changes:
        record(event=choices.FOLLOWUP_CHANGED, subject=followup, by=by, changes=changes)
    return changes


@transaction.atomic
def close_followup(
    *, followup: FollowUp, on: str, outcome_sv: str, outcome_en: str = "", version: int, by: User
) -> Changes:
    """Close a follow-up with what came of it. One that somebody is to check is closed by ``verify_followup``."""
    require(may_edit(by))
    if followup.verifier_id is not None:
        raise Refused(_("Punkten ska kontrolleras innan den avslutas. Uppge den som klar, så kan den kontrolleras."))
    if not on:
        raise ValidationError({"closed_on": _("Skriv när punkten avslutades.")})
    if not outcome_sv.strip():
        raise ValidationError({"outcome_sv": _("Skriv vad det ledde till, även om det inte blev något.")})
    values = {"closed_on": on, "outcome_sv": outcome_sv.strip(), "outcome_en": outcome_en.strip()}
    changes = change(followup, values, fields=FOLLOWUP_FIELDS, version=version)
    record(event=choices.FOLLOWUP_CLOSED, subject=followup, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_followup(*, followup: FollowUp, by: User) -> None:
    """Take back a follow-up added by mistake."""
    require(may_edit(by))
    withdraw(subject=followup, event=choices.FOLLOWUP_WITHDRAWN, by=by)


def _next_reference(year: int) -> str:
    """"U-2026-7": the year and the next number in it; a number is never used again while its point is kept."""
    prefix = f"U-{year}-"
    taken = FollowUp.objects.filter(reference__startswith=prefix).values_list("reference", flat=True)
    numbers = [int(tail) for each in taken if (tail := str(each).removeprefix(prefix)).isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1}"
