"""Deeds on who works where."""

from __future__ import annotations

from django.db import transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors import choices
from kraftsamla.actors.models import Engagement
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Changes, Values, change, create

ENGAGEMENT_FIELDS = ("person", "organisation", "title_sv", "title_en", "valid_from", "valid_to", "seen_on")


@transaction.atomic
def create_engagement(*, values: Values, by: User) -> Engagement:
    """Say that a person works at, or acts for, an organisation during a time. ValidationError by field."""
    require(may_edit(by))
    engagement = create(Engagement, values, fields=ENGAGEMENT_FIELDS)
    record(event=choices.ENGAGEMENT_CREATED, subject=engagement, by=by)
    return engagement


@transaction.atomic
def change_engagement(*, engagement: Engagement, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(engagement, values, fields=ENGAGEMENT_FIELDS, version=version)
    if changes:
        record(event=choices.ENGAGEMENT_CHANGED, subject=engagement, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_engagement(*, engagement: Engagement, by: User) -> None:
    """Take back an engagement entered by mistake. One that has ended gets a last day instead."""
    require(may_edit(by))
    withdraw(subject=engagement, event=choices.ENGAGEMENT_WITHDRAWN, by=by)
