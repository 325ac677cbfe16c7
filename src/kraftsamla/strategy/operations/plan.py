"""Deeds on strategies, areas, objectives and their wordings."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.collation import sort_key
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, create
from kraftsamla.strategy import choices
from kraftsamla.strategy.models import Area, Objective, Strategy, Wording

STRATEGY_FIELDS = (
    "title_sv",
    "title_en",
    "summary_sv",
    "summary_en",
    "definition_sv",
    "definition_en",
    "owner",
    "adopted",
    "objectives_announced",
)
AREA_FIELDS = ("number", "title_sv", "title_en", "summary_sv", "summary_en", "all_objectives_read")
OBJECTIVE_FIELDS = ("number", "goal_kind", "plain_sv", "plain_en", "bodies")
WORDING_FIELDS = ("title_sv", "title_en", "valid_from", "valid_to", "reason_sv", "reason_en")


@transaction.atomic
def create_strategy(*, values: Values, by: User) -> Strategy:
    """Add a strategy. ValidationError by field."""
    require(may_edit(by))
    strategy = create(Strategy, values, fields=STRATEGY_FIELDS, named_by="title_sv")
    record(event=choices.STRATEGY_CREATED, subject=strategy, by=by)
    return strategy


@transaction.atomic
def change_strategy(*, strategy: Strategy, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(strategy, values, fields=STRATEGY_FIELDS, version=version, named_by="title_sv")
    if changes:
        record(event=choices.STRATEGY_CHANGED, subject=strategy, by=by, changes=changes)
    return changes


@transaction.atomic
def create_area(*, strategy: Strategy, values: Values, by: User) -> Area:
    """Add an area. ValidationError by field, for instance a number that another area has."""
    require(may_edit(by))
    area = create(Area, {**values, "strategy": strategy}, fields=(*AREA_FIELDS, "strategy"))
    record(event=choices.AREA_CREATED, subject=area, by=by)
    return area


@transaction.atomic
def change_area(*, area: Area, values: Values, version: int, by: User) -> Changes:
    """Write what differs. The number stays when the area has objectives: theirs begin with it."""
    require(may_edit(by))
    if values.get("number", area.number) != Area.objects.get(pk=area.pk).number and area.objectives.exists():
        raise ValidationError(
            {"number": _("Numret kan inte ändras när området har mål, för målens nummer bygger på det.")}
        )
    changes = change(area, values, fields=AREA_FIELDS, version=version)
    if changes:
        record(event=choices.AREA_CHANGED, subject=area, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_area(*, area: Area, by: User) -> None:
    """Take back an area added by mistake. Refused when it has objectives."""
    require(may_edit(by))
    withdraw(subject=area, event=choices.AREA_WITHDRAWN, by=by)


@transaction.atomic
def create_objective(*, area: Area, values: Values, wording: Values, by: User) -> Objective:
    """Add an objective with its first wording (``title_sv``, ``valid_from`` …). ValidationError by field."""
    require(may_edit(by))
    number = str(values.get("number") or "")
    _in_area(number, area)
    kept = {"area": area, "strategy": area.strategy, "sort_key": sort_key(number)}
    objective = create(Objective, {**values, **kept}, fields=(*OBJECTIVE_FIELDS, *kept))
    _wording(objective, wording)
    record(event=choices.OBJECTIVE_CREATED, subject=objective, by=by)
    return objective


@transaction.atomic
def change_objective(*, objective: Objective, values: Values, version: int, by: User) -> Changes:
    """Write what differs. The number never changes: it is official, and addresses and minutes use it."""
    require(may_edit(by))
    if values.get("number", objective.number) != Objective.objects.get(pk=objective.pk).number:
        raise ValidationError({"number": _("Ett måls nummer kan inte ändras. Lägg till ett nytt mål i stället.")})
    changes = change(objective, values, fields=OBJECTIVE_FIELDS, version=version)
    if changes:
        record(event=choices.OBJECTIVE_CHANGED, subject=objective, by=by, changes=changes)
    return changes


@transaction.atomic
def reword_objective(*, objective: Objective, wording: Values, by: User) -> Wording:
    """Give an objective a new official wording from a date, with why. The old one stays, and ends where this begins."""
    require(may_edit(by))
    start = str(wording.get("valid_from") or "")
    if not start:
        raise ValidationError({"valid_from": _("Skriv från när den nya lydelsen gäller.")})
    if not (wording.get("reason_sv") or wording.get("reason_en")):
        raise ValidationError({"reason_sv": _("Skriv varför lydelsen ändrades, till exempel vilket beslut.")})
    current = objective.wording_at(None)
    if current and current.valid_from and start <= current.valid_from:
        raise ValidationError({"valid_from": _("Den nya lydelsen måste börja gälla efter den nuvarande.")})
    objective.wordings.filter(valid_to="").update(valid_to=start)
    new = _wording(objective, wording)
    Objective.objects.filter(pk=objective.pk).update(version=objective.version + 1)
    changes = {"wording": [current.title_sv if current else None, new.title_sv]}
    record(event=choices.OBJECTIVE_REWORDED, subject=objective, by=by, changes=changes)
    return new


@transaction.atomic
def withdraw_objective(*, objective: Objective, by: User) -> None:
    """Take back an objective added by mistake. Refused when an action or a question belongs to it."""
    require(may_edit(by))
    if objective.actions.exists() or objective.questions.exists():
        raise Refused(_("Målet har insatser eller frågor. Flytta dem till ett annat mål först."))
    withdraw(subject=objective, event=choices.OBJECTIVE_WITHDRAWN, by=by)


def _wording(objective: Objective, values: Values) -> Wording:
    unknown = set(values) - set(WORDING_FIELDS)
    if unknown:
        raise ValidationError(_("Okända fält: %(names)s."), params={"names": ", ".join(sorted(unknown))})
    return append(Wording, {**values, "objective": objective})


def _in_area(number: str, area: Area) -> None:
    if "." in number and number.split(".")[0] != area.number:
        raise ValidationError(
            {
                "number": _("Målets nummer ska börja med %(area)s, områdets nummer och en punkt.")
                % {"area": f"{area.number}."}
            }
        )
