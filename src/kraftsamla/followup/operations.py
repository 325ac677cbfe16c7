"""Deeds on follow-ups."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Changes, Values, change, create
from kraftsamla.followup import choices
from kraftsamla.followup.models import FollowUp

FOLLOWUP_FIELDS = (
    "what_sv",
    "what_en",
    "asked_by",
    "asked_of",
    "owner",
    "asked_on",
    "due",
    "closed_on",
    "outcome_sv",
    "outcome_en",
)


@transaction.atomic
def create_followup(*, values: Values, by: User) -> FollowUp:
    """Add something that somebody has been asked to do. ValidationError by field."""
    require(may_edit(by))
    followup = create(FollowUp, values, fields=FOLLOWUP_FIELDS, named_by="what_sv")
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
    """Close a follow-up with what came of it."""
    require(may_edit(by))
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
