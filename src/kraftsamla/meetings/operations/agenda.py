"""Deeds on what a meeting takes up: points, presentations and decisions."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, create, only, snapshot
from kraftsamla.meetings import choices
from kraftsamla.meetings.choices import preparing as events
from kraftsamla.meetings.models import AgendaItem, Contribution, Decision, Meeting, Presentation, Summary
from kraftsamla.meetings.rules import may_run
from kraftsamla.strategy.models import Question

ITEM_FIELDS = (
    "number", "title_sv", "title_en", "purpose", "minutes", "intro_sv", "intro_en", "parent", "day", "starts_at",
    "ends_at", "room", "area", "is_public", "questions", "followups", "actions",
)  # fmt: skip
MANY = frozenset({"questions", "followups", "actions"})
DECISION_FIELDS = ("text_sv", "text_en", "item", "objectives", "actions")


@transaction.atomic
def add_item(*, meeting: Meeting, values: Values, by: User) -> AgendaItem:
    """Add a point last on the agenda. ValidationError by field."""
    require(may_run(by, meeting))
    item = put_item(meeting=meeting, values=values)
    record(event=choices.ITEM_CREATED, subject=meeting, by=by, changes={"agenda": [None, str(item)]})
    return item


def put_item(*, meeting: Meeting, values: Values) -> AgendaItem:
    """The point itself, for a deed that asks who may and writes one line in the log for all it does."""
    _check_parent(values.get("parent"), meeting=meeting)
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    kept = {"meeting": meeting, "position": last + 1}
    return create(AgendaItem, {**values, **kept}, fields=(*ITEM_FIELDS, *kept))


@transaction.atomic
def change_item(*, item: AgendaItem, values: Values, by: User) -> Changes:
    """Write what differs in a point."""
    require(may_run(by, item.meeting))
    _check_parent(values.get("parent"), meeting=item.meeting, of=item)
    names = [name for name in values if name in ITEM_FIELDS and name not in MANY]
    before = snapshot(item, names)
    for name in names:
        setattr(item, name, values[name])
    item.full_clean()
    item.save(update_fields=names)
    for name in MANY.intersection(values):
        getattr(item, name).set(values[name])
    after = snapshot(item, names)
    changes: Changes = {name: [before[name], after[name]] for name in names if before[name] != after[name]}
    record(event=choices.ITEM_CHANGED, subject=item.meeting, by=by, changes=changes)
    return changes


@transaction.atomic
def ask_at(*, item: AgendaItem, questions: Iterable[Question], by: User) -> None:
    """Say which questions were discussed at a point."""
    require(may_run(by, item.meeting))
    for question in questions:  # one at a time: added together they lose their order
        item.questions.add(question)
    record(event=choices.ITEM_CHANGED, subject=item.meeting, by=by)


@transaction.atomic
def ask_no_more_at(*, item: AgendaItem, question: Question, by: User) -> None:
    """Take back that a question was discussed at a point. Refused when a group has answered it there."""
    require(may_run(by, item.meeting))
    answered = Contribution.objects.filter(group__discussion__item=item, question=question).exists()
    if answered or Summary.objects.filter(discussion__item=item, question=question).exists():
        raise Refused(_("En grupp har redan svarat på frågan. Den kan inte tas bort."))
    item.questions.remove(question)
    record(event=choices.ITEM_CHANGED, subject=item.meeting, by=by, changes={"questions": [question.slug, None]})


@transaction.atomic
def withdraw_item(*, item: AgendaItem, by: User) -> None:
    """Take back a point. Refused when it has presentations."""
    require(may_run(by, item.meeting))
    withdraw(subject=item, event=choices.ITEM_WITHDRAWN, by=by)


@transaction.atomic
def add_decision(*, meeting: Meeting, values: Values, by: User) -> Decision:
    """Add what the meeting decided, last, and which objectives and actions it concerns. ValidationError by field."""
    require(may_run(by, meeting))
    last = meeting.decisions.aggregate(last=Max("position"))["last"] or 0
    kept = {"meeting": meeting, "position": last + 1}
    decision = create(Decision, {**values, **kept}, fields=(*DECISION_FIELDS, *kept))
    record(event=choices.DECISION_CREATED, subject=meeting, by=by, changes={"decisions": [None, decision.text_sv]})
    return decision


@transaction.atomic
def change_decision(*, decision: Decision, values: Values, by: User) -> Changes:
    """Write what differs in a decision and in what it concerns. ValidationError by field."""
    require(may_run(by, decision.meeting))
    before = snapshot(decision, only(values, DECISION_FIELDS))
    names = [name for name in values if name not in {"objectives", "actions"}]
    for name in names:
        setattr(decision, name, values[name])
    decision.full_clean()
    decision.save(update_fields=names)
    for name in ("objectives", "actions"):
        if name in values:
            getattr(decision, name).set(values[name])
    after = snapshot(decision, values)
    changes: Changes = {name: [before[name], after[name]] for name in values if before[name] != after[name]}
    if changes:
        record(event=events.DECISION_CHANGED, subject=decision.meeting, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_decision(*, decision: Decision, by: User) -> None:
    """Take back a decision noted by mistake."""
    require(may_run(by, decision.meeting))
    withdraw(subject=decision, event=choices.DECISION_WITHDRAWN, by=by)


@transaction.atomic
def add_presentation(*, item: AgendaItem, values: Values, by: User) -> Presentation:
    """Add who presented what (``person``, ``organisation``, ``topic_sv``, ``topic_en``)."""
    require(may_run(by, item.meeting))
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
    require(may_run(by, presentation.item.meeting))
    withdraw(subject=presentation, event=choices.PRESENTATION_WITHDRAWN, by=by)


def _check_parent(parent: AgendaItem | None, *, meeting: Meeting, of: AgendaItem | None = None) -> None:
    """A part belongs to a point of the same meeting that is no part itself."""
    if parent is None:
        return
    if parent.meeting_id != meeting.pk or parent.parent_id is not None or parent == of:
        raise ValidationError({"parent": _("Välj en annan punkt på samma möte som inte själv hör till en punkt.")})
    if of is not None and of.parts.exists():
        raise ValidationError({"parent": _("Punkten har egna delar och kan inte höra till en annan punkt.")})
