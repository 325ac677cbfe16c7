"""Deeds on what a meeting takes up: points, presentations and decisions."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Changes, Values, append, create, snapshot
from kraftsamla.meetings import choices
from kraftsamla.meetings.models import AgendaItem, Decision, Meeting, Presentation
from kraftsamla.strategy.models import Question

ITEM_FIELDS = ("number", "title_sv", "title_en", "questions")


@transaction.atomic
def add_item(*, meeting: Meeting, values: Values, by: User) -> AgendaItem:
    """Add a point last on the agenda. ValidationError by field."""
    require(may_edit(by))
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    kept = {"meeting": meeting, "position": last + 1}
    item = create(AgendaItem, {**values, **kept}, fields=(*ITEM_FIELDS, *kept))
    record(event=choices.ITEM_CREATED, subject=meeting, by=by, changes={"agenda": [None, str(item)]})
    return item


@transaction.atomic
def change_item(*, item: AgendaItem, values: Values, by: User) -> Changes:
    """Write what differs in a point."""
    require(may_edit(by))
    names = [name for name in values if name in ITEM_FIELDS and name != "questions"]
    before = snapshot(item, names)
    for name in names:
        setattr(item, name, values[name])
    item.full_clean()
    item.save(update_fields=names)
    if "questions" in values:
        item.questions.set(values["questions"])
    after = snapshot(item, names)
    changes: Changes = {name: [before[name], after[name]] for name in names if before[name] != after[name]}
    record(event=choices.ITEM_CHANGED, subject=item.meeting, by=by, changes=changes)
    return changes


@transaction.atomic
def ask_at(*, item: AgendaItem, questions: Iterable[Question], by: User) -> None:
    """Say which questions were discussed at a point."""
    require(may_edit(by))
    for question in questions:  # one at a time: added together they lose their order
        item.questions.add(question)
    record(event=choices.ITEM_CHANGED, subject=item.meeting, by=by)


@transaction.atomic
def withdraw_item(*, item: AgendaItem, by: User) -> None:
    """Take back a point. Refused when it has presentations."""
    require(may_edit(by))
    withdraw(subject=item, event=choices.ITEM_WITHDRAWN, by=by)


@transaction.atomic
def add_decision(*, meeting: Meeting, values: Values, by: User) -> Decision:
    """Add what the meeting decided (``text_sv``, ``text_en``, ``item``), last. ValidationError by field."""
    require(may_edit(by))
    last = meeting.decisions.aggregate(last=Max("position"))["last"] or 0
    decision = append(Decision, {**values, "meeting": meeting, "position": last + 1})
    record(event=choices.DECISION_CREATED, subject=meeting, by=by, changes={"decisions": [None, decision.text_sv]})
    return decision


@transaction.atomic
def withdraw_decision(*, decision: Decision, by: User) -> None:
    """Take back a decision noted by mistake."""
    require(may_edit(by))
    withdraw(subject=decision, event=choices.DECISION_WITHDRAWN, by=by)


@transaction.atomic
def add_presentation(*, item: AgendaItem, values: Values, by: User) -> Presentation:
    """Add who presented what (``person``, ``organisation``, ``topic_sv``, ``topic_en``)."""
    require(may_edit(by))
    presentation = append(Presentation, {**values, "item": item})
    record(
        event=choices.PRESENTATION_CREATED,
        subject=item.meeting,
        by=by,
        changes={"presentation": [None, str(presentation)]},
    )
    return presentation


@transaction.atomic
def withdraw_presentation(*, presentation: Presentation, by: User) -> None:
    """Take back a presentation."""
    require(may_edit(by))
    withdraw(subject=presentation, event=choices.PRESENTATION_WITHDRAWN, by=by)
