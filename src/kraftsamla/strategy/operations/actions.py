"""Deeds on actions: what they are, their dates, their milestones and their money."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, create
from kraftsamla.strategy import choices
from kraftsamla.strategy.models import Action, Assignment, DatedFact, Milestone, Money, Strategy

ACTION_FIELDS = (
    "title_sv",
    "title_en",
    "kind",
    "description_sv",
    "description_en",
    "objectives",
    "areas",
    "steering_basis",
    "registry_number",
    "follows",
)


@transaction.atomic
def create_action(*, strategy: Strategy, values: Values, by: User) -> Action:
    """Add an action. ValidationError by field."""
    require(may_edit(by))
    last = strategy.actions.aggregate(last=Max("position"))["last"] or 0
    kept = {"strategy": strategy, "position": last + 1}
    action = create(Action, {**values, **kept}, fields=(*ACTION_FIELDS, *kept), named_by="title_sv")
    record(event=choices.ACTION_CREATED, subject=action, by=by)
    return action


@transaction.atomic
def change_action(*, action: Action, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``. Status is told by ``report_status``."""
    require(may_edit(by))
    before = values.get("follows")
    while before is not None:
        if before.pk == action.pk:
            raise ValidationError({"follows": _("Det blir en cirkel: den insatsen fortsätter redan denna.")})
        before = before.follows
    changes = change(action, values, fields=ACTION_FIELDS, version=version, named_by="title_sv")
    if changes:
        record(event=choices.ACTION_CHANGED, subject=action, by=by, changes=changes)
    return changes


@transaction.atomic
def end_action(*, action: Action, reason: str, version: int, by: User) -> Changes:
    """Strike an action out of the picture, with why. A finished one stays: its status says that it is done."""
    require(may_edit(by))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför insatsen stryks.")})
    changes = change(action, {"ending": choices.ActionEnding.CANCELLED}, fields=("ending",), version=version)
    if changes:
        record(event=choices.ACTION_ENDED, subject=action, by=by, changes=changes, note=reason.strip())
    return changes


@transaction.atomic
def merge_actions(*, kept: Action, gone: Action, by: User) -> Action:
    """Two records turn out to be one action. All that is said about ``gone`` moves; it stays and points at ``kept``."""
    require(may_edit(by))
    if kept.pk == gone.pk:
        raise Refused(_("En insats kan inte slås ihop med sig själv. Välj en annan."))
    if kept.ending or gone.ending:
        raise Refused(_("En av insatserna är redan ur bilden. Ladda om sidan och välj igen."))
    gone.dates.update(action=kept)
    gone.money.update(action=kept)
    for assignment in gone.assignments.all():
        _move_assignment(assignment, to=kept)
    gone.updates.move(to=kept)
    gone.results.move(to=kept)
    there = kept.milestones.values_list("title_sv", flat=True)
    gone.milestones.exclude(title_sv__in=list(there)).update(action=kept)
    kept.objectives.add(*gone.objectives.all())
    kept.areas.add(*gone.areas.all())
    kept.passages.add(*gone.passages.all())
    gone.continued_by.exclude(pk=kept.pk).update(follows=kept)
    values = {"ending": choices.ActionEnding.MERGED, "merged_into": kept}
    change(gone, values, fields=tuple(values), version=gone.version)
    record(event=choices.ACTION_MERGED, subject=gone, by=by, note=f"→ {kept}")
    return kept


@transaction.atomic
def withdraw_action(*, action: Action, by: User) -> None:
    """Take back an action added by mistake. Refused when it has a status, a part or something that continues it."""
    require(may_edit(by))
    withdraw(subject=action, event=choices.ACTION_WITHDRAWN, by=by)


@transaction.atomic
def add_date(*, action: Action, values: Values, by: User) -> DatedFact:
    """Add a date a source states (``kind``, ``date``, ``note_sv``, ``note_en``). Those that disagree stand together."""
    require(may_edit(by))
    fact = append(DatedFact, {**values, "action": action})
    record(event=choices.DATE_ADDED, subject=action, by=by, changes={"dates": [None, str(fact)]})
    return fact


@transaction.atomic
def remove_date(*, fact: DatedFact, by: User) -> None:
    """Remove a date that was wrong."""
    require(may_edit(by))
    record(event=choices.DATE_REMOVED, subject=fact.action, by=by, changes={"dates": [str(fact), None]})
    fact.delete()


@transaction.atomic
def add_money(*, action: Action, values: Values, by: User) -> Money:
    """Add money (``amount``, ``currency``, ``period``, ``funder``, ``note_sv``, ``note_en``)."""
    require(may_edit(by))
    money = append(Money, {**values, "action": action})
    record(event=choices.MONEY_ADDED, subject=action, by=by, changes={"money": [None, str(money)]})
    return money


@transaction.atomic
def remove_money(*, money: Money, by: User) -> None:
    """Remove an amount that was wrong."""
    require(may_edit(by))
    record(event=choices.MONEY_REMOVED, subject=money.action, by=by, changes={"money": [str(money), None]})
    money.delete()


@transaction.atomic
def add_milestone(*, action: Action, values: Values, by: User) -> Milestone:
    """Add a step on the way (``title_sv``, ``title_en``, ``due``). That it is reached is said by a status update."""
    require(may_edit(by))
    milestone = create(Milestone, {**values, "action": action}, fields=("action", "title_sv", "title_en", "due"))
    record(event=choices.MILESTONE_ADDED, subject=action, by=by, changes={"milestones": [None, str(milestone)]})
    return milestone


@transaction.atomic
def remove_milestone(*, milestone: Milestone, by: User) -> None:
    """Remove a milestone that was wrong. One that an update says is reached stays."""
    require(may_edit(by))
    if milestone.reached_by.exists():
        raise Refused(_("En lägesuppdatering säger att delmålet är nått. Rätta den först."))
    action, said = milestone.action, str(milestone)
    record(event=choices.MILESTONE_REMOVED, subject=action, by=by, changes={"milestones": [said, None]})
    milestone.delete()


def _move_assignment(assignment: Assignment, *, to: Action) -> None:
    """A part follows its action into another. Where the same part stands in both, the one with a trail is kept; when
    both have one, each stays where it was given."""
    same = to.assignments.filter(organisation=assignment.organisation, role=assignment.role).first()
    if same is not None:
        if not assignment.steps.exists() and not assignment.handed_to.exists():
            assignment.delete()
            return
        if same.steps.exists() or same.handed_to.exists():
            return
        same.delete()
    Assignment.objects.filter(pk=assignment.pk).update(action=to)
