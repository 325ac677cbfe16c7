"""Deeds on questions."""

from __future__ import annotations

from django.db import transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Changes, Values, change, create
from kraftsamla.strategy import choices
from kraftsamla.strategy.models import Question

QUESTION_FIELDS = (
    "number",
    "wording_sv",
    "wording_en",
    "asked_on",
    "asked_by",
    "handling",
    "note_sv",
    "note_en",
    "objectives",
)


@transaction.atomic
def create_question(*, values: Values, by: User) -> Question:
    """Add a question somebody has asked. ValidationError by field."""
    require(may_edit(by))
    question = create(Question, values, fields=QUESTION_FIELDS, named_by="wording_sv")
    record(event=choices.QUESTION_CREATED, subject=question, by=by)
    return question


@transaction.atomic
def change_question(*, question: Question, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(question, values, fields=QUESTION_FIELDS, version=version, named_by="wording_sv")
    if changes:
        record(event=choices.QUESTION_CHANGED, subject=question, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_question(*, question: Question, by: User) -> None:
    """Take back a question added by mistake."""
    require(may_edit(by))
    withdraw(subject=question, event=choices.QUESTION_WITHDRAWN, by=by)
