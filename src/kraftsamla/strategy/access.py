"""To fetch is to be allowed: each function returns the record, or raises Http404 or PermissionDenied."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.strategy.models import (
    Action,
    Area,
    Assignment,
    DatedFact,
    Money,
    Objective,
    Question,
    StatusUpdate,
    Strategy,
)


def get_strategy(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Strategy:
    admit(visitor, to=to)
    return get_object_or_404(Strategy.objects.visible_to(visitor).select_related("owner"), slug=slug)


def get_area(visitor: Visitor, slug: str, number: str, *, to: Purpose = "view") -> Area:
    admit(visitor, to=to)
    areas = Area.objects.visible_to(visitor).select_related("strategy")
    return get_object_or_404(areas, strategy__slug=slug, number=number)


def get_objective(visitor: Visitor, slug: str, number: str, *, to: Purpose = "view") -> Objective:
    admit(visitor, to=to)
    objectives = Objective.objects.visible_to(visitor).select_related("strategy", "area").prefetch_related("wordings")
    return get_object_or_404(objectives, strategy__slug=slug, number=number)


def get_area_by_key(visitor: Visitor, pk: int, *, to: Purpose = "view") -> Area:
    admit(visitor, to=to)
    return get_object_or_404(Area.objects.visible_to(visitor).select_related("strategy"), pk=pk)


def get_objective_by_key(visitor: Visitor, pk: int, *, to: Purpose = "view") -> Objective:
    admit(visitor, to=to)
    return get_object_or_404(Objective.objects.visible_to(visitor).select_related("strategy"), pk=pk)


def get_action(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Action:
    admit(visitor, to=to)
    actions = Action.objects.visible_to(visitor).select_related("strategy", "follows", "merged_into")
    return get_object_or_404(actions, slug=slug)


def get_date(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> DatedFact:
    action = get_action(visitor, slug, to=to)
    return get_object_or_404(DatedFact.objects.select_related("action"), action=action, pk=pk)


def get_money(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Money:
    action = get_action(visitor, slug, to=to)
    return get_object_or_404(Money.objects.select_related("action"), action=action, pk=pk)


def get_assignment(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Assignment:
    action = get_action(visitor, slug, to=to)
    assignments = Assignment.objects.select_related("action", "organisation")
    return get_object_or_404(assignments, action=action, pk=pk)


def get_update(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> StatusUpdate:
    action = get_action(visitor, slug, to=to)
    updates = StatusUpdate.objects.select_related("action", "on_behalf_of", "corrected_by")
    return get_object_or_404(updates, action=action, pk=pk)


def get_question(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Question:
    admit(visitor, to=to)
    return get_object_or_404(Question.objects.visible_to(visitor), slug=slug)
