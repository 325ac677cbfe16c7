"""To fetch is to be allowed: each function returns the record, or raises Http404 or PermissionDenied."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.actors.rules import acts_for
from kraftsamla.core.clock import today
from kraftsamla.strategy.models import (
    Action,
    Area,
    Assignment,
    DatedFact,
    Milestone,
    Money,
    Objective,
    Question,
    Result,
    StatusUpdate,
    Strategy,
    Verdict,
)
from kraftsamla.strategy.rules import may_answer, may_hand_over, may_report, may_verify


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


def get_agreement(visitor: Visitor, pk: int, *, to: Purpose = "view") -> Assignment:
    """A part by its key, for the pages about the agreement."""
    admit(visitor, to=to)
    assignments = Assignment.objects.visible_to(visitor)
    return get_object_or_404(
        assignments.select_related("action", "organisation", "terms", "handed_from__organisation"), pk=pk
    )  # fmt: skip


def get_answerable(visitor: Visitor, pk: int) -> Assignment:
    """A part that the visitor may answer for. PermissionDenied for who may only look."""
    found = get_agreement(visitor, pk)
    if not may_answer(visitor, found, at=today()):
        raise PermissionDenied
    return found


def get_transferable(visitor: Visitor, pk: int) -> Assignment:
    found = get_agreement(visitor, pk)
    if not may_hand_over(visitor, found, at=today()):
        raise PermissionDenied
    return found


def get_reportable(visitor: Visitor, slug: str) -> Action:
    """An action whose status the visitor may report. PermissionDenied for who may only look."""
    found = get_action(visitor, slug)
    if not may_report(visitor, found, at=today()):
        raise PermissionDenied
    return found


def get_milestone(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> Milestone:
    action = get_action(visitor, slug, to=to)
    return get_object_or_404(Milestone.objects.select_related("action"), action=action, pk=pk)


def get_result(visitor: Visitor, slug: str, pk: int) -> Result:
    action = get_action(visitor, slug)
    results = Result.objects.visible_to(visitor).select_related("action", "claimed_by", "made_by", "corrected_by")
    return get_object_or_404(results, action=action, pk=pk)


def get_verifiable(visitor: Visitor, slug: str, pk: int) -> Result:
    """A result that the visitor may look into: somebody else's."""
    found = get_result(visitor, slug, pk)
    if not may_verify(visitor, found, at=today()):
        raise PermissionDenied
    return found


def get_verdict(visitor: Visitor, slug: str, pk: int, verdict: int) -> Verdict:
    found = get_verifiable(visitor, slug, pk)
    return get_object_or_404(found.verdicts.select_related("result__action", "found_by"), pk=verdict)


def get_update(visitor: Visitor, slug: str, pk: int, *, to: Purpose = "view") -> StatusUpdate:
    action = get_action(visitor, slug, to=to)
    updates = StatusUpdate.objects.select_related("action", "on_behalf_of", "corrected_by")
    return get_object_or_404(updates, action=action, pk=pk)


def get_correctable(visitor: Visitor, slug: str, pk: int) -> StatusUpdate:
    """An update that a coordinator, or a representative of the organisation it was left for, may correct."""
    found = get_update(visitor, slug, pk)
    theirs = found.on_behalf_of is not None and acts_for(visitor, found.on_behalf_of, at=today())
    if not (may_edit(visitor) or (theirs and may_report(visitor, found.action, at=today()))):
        raise PermissionDenied
    return found


def get_claimed(visitor: Visitor, slug: str, pk: int) -> Result:
    """A result that a coordinator, or a representative of the organisation that claims it, may correct."""
    found = get_result(visitor, slug, pk)
    theirs = acts_for(visitor, found.claimed_by, at=today()) and may_report(visitor, found.action, at=today())
    if not (may_edit(visitor) or theirs):
        raise PermissionDenied
    return found


def get_question(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Question:
    admit(visitor, to=to)
    return get_object_or_404(Question.objects.visible_to(visitor), slug=slug)
