"""The list of actions, and one action with everything that is known about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Prefetch, Q, When
from django.db.models.expressions import OrderBy

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.actors.models import Representation
from kraftsamla.core.partial_dates import latest
from kraftsamla.library.models import Passage
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.strategy.choices import AssignmentRole, Progress
from kraftsamla.strategy.models import (
    Action,
    Area,
    Assignment,
    DatedFact,
    Milestone,
    Money,
    Result,
    StatusUpdate,
    Verdict,
)
from kraftsamla.strategy.overviews.plan import Numbered, decisions_on, numbered
from kraftsamla.strategy.overviews.progress import STALE_AFTER_DAYS
from kraftsamla.strategy.querysets import ActionQuerySet
from kraftsamla.strategy.rules import may_report

PER_PAGE = 50
NOBODY: Visitor = AnonymousUser()
#: What the address says for "nobody has read in how far this has come".
WANTED_NOT_READ = "ej-inlast"
SORTS: dict[str, tuple[str | OrderBy, ...]] = {
    "": ("sort_key", "pk"),
    "nyast": (F("updated_on").desc(nulls_last=True), "sort_key", "pk"),
    "aldst": (F("updated_on").asc(nulls_first=True), "sort_key", "pk"),
    "lage": ("progress_rank", "sort_key", "pk"),
}


@dataclass(frozen=True, slots=True)
class ActionsWanted:
    """What a person asks the list for; "" means all.

    ``missing``: "lage", "ansvarig" or "kalla"; ``shown``: "" the picture, "ur" what has left it.
    """

    strategy: str = ""
    area: str = ""
    objective: str = ""
    progress: str = ""
    organisation: str = ""
    kind: str = ""
    words: str = ""
    missing: str = ""
    shown: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """``reached_on``: when a standing update says it was reached, "" while none does."""

    milestone: Milestone
    reached_on: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A claim with what was found about it, newest first, and what this reader may do with it."""

    result: Result
    verdicts: Sequence[Verdict]
    is_corrected: bool
    may_verify: bool
    may_correct: bool


@dataclass(frozen=True, slots=True)
class ActionOverview:
    """``staleness``: days since the newest update, None when there is none."""

    action: Action
    standing: StatusUpdate | None
    staleness: int | None
    objectives: tuple[Numbered, ...]
    areas: Sequence[Area]
    dates: Sequence[DatedFact]
    money: Sequence[Money]
    parts: Sequence[Assignment]
    updates: Sequence[StatusUpdate]
    milestones: Sequence[MilestoneRow]
    results: Sequence[ResultRow]
    may_report: bool
    continued_by: Sequence[Action]
    merged_from: Sequence[Action]
    decisions: Sequence[Any]
    backing: Backing

    @property
    def is_stale(self) -> bool:
        """Whether it is time to ask again: the work goes on, and nobody has said anything for half a year."""
        if self.standing is None or self.standing.progress in {Progress.DONE, Progress.STOPPED}:
            return False
        return self.staleness is not None and self.staleness > STALE_AFTER_DAYS

    @property
    def is_accepted(self) -> bool:
        """Whether somebody has said yes to answering for it."""
        return any(part.role == AssignmentRole.RESPONSIBLE and part.is_accepted for part in self.parts)


@dataclass(frozen=True, slots=True)
class Moving:
    """What a merge moves from one action to the other."""

    dates: int
    money: int
    parts: int
    updates: int
    sources: int


def actions_for(visitor: Visitor, wanted: ActionsWanted, *, page: str, at: dt.date) -> Page[Action]:
    """One page of the actions that are wanted, each with its progress, objectives, areas and who is responsible."""
    responsible = Assignment.objects.filter(role=AssignmentRole.RESPONSIBLE).select_related("organisation")
    actions = (
        _wanted(Action.objects.visible_to(visitor).with_progress(at=at).select_related("strategy"), wanted)
        .order_by(*SORTS.get(wanted.sort, SORTS[""]))
        .prefetch_related("objectives", "areas", Prefetch("assignments", queryset=responsible, to_attr="responsible"))
    )
    return Paginator(actions, PER_PAGE).get_page(page)


def _wanted(actions: ActionQuerySet, wanted: ActionsWanted) -> ActionQuerySet:
    actions = actions.exclude(ending="") if wanted.shown else actions.in_picture()
    if wanted.strategy:
        actions = actions.filter(strategy__slug=wanted.strategy)
    if wanted.kind:
        actions = actions.filter(kind=wanted.kind)
    if wanted.words:
        actions = actions.named_like(wanted.words)
    if wanted.organisation:
        theirs = Assignment.objects.filter(action=OuterRef("pk"), organisation__slug=wanted.organisation)
        actions = actions.filter(Exists(theirs))
    return _with_gap(_at_progress(_placed(actions, wanted), wanted), wanted)


def _with_gap(actions: ActionQuerySet, wanted: ActionsWanted) -> ActionQuerySet:
    """Those that lack what a reader would ask for."""
    if wanted.missing == "lage":
        actions = actions.filter(Q(progress_now=None))
    elif wanted.missing == "ansvarig":
        answers = Assignment.objects.filter(action=OuterRef("pk"), role=AssignmentRole.RESPONSIBLE)
        actions = actions.filter(~Exists(answers))
    elif wanted.missing == "kalla":
        actions = actions.filter(passages=None)
    return actions


def _placed(actions: ActionQuerySet, wanted: ActionsWanted) -> ActionQuerySet:
    """In an area, whether the action is known by its objective or only by its area; or under an objective."""
    objectives = Action.objectives.through.objects.filter(action=OuterRef("pk"))
    areas = Action.areas.through.objects.filter(action=OuterRef("pk"), area__number=wanted.area)
    if wanted.area:
        actions = actions.filter(Exists(objectives.filter(objective__area__number=wanted.area)) | Exists(areas))
    if wanted.objective:
        actions = actions.filter(Exists(objectives.filter(objective__number=wanted.objective)))
    return actions


def _at_progress(actions: ActionQuerySet, wanted: ActionsWanted) -> ActionQuerySet:
    if wanted.progress == WANTED_NOT_READ:
        actions = actions.filter(Q(progress_now=None))
    elif wanted.progress:
        actions = actions.filter(Q(progress_now=wanted.progress))
    if wanted.sort == "lage":
        ranks = [When(progress_now=value, then=rank) for rank, value in enumerate(Progress.values)]
        actions = actions.annotate(progress_rank=Case(*ranks, default=99, output_field=IntegerField()))
    return actions


def action_overview(action: Action, *, at: dt.date, visitor: Visitor = NOBODY) -> ActionOverview:
    """Everything about one action: the same number of questions whether it has one row of each or thirty."""
    sources = Prefetch("passages", queryset=Passage.objects.select_related("document").defer("document__text"))
    updates = list(
        action.updates.newest_first()
        .select_related("made_by", "on_behalf_of", "corrects", "corrected_by", "confirms")
        .prefetch_related(sources, "milestones")
    )
    standing = next((each for each in updates if _stands(each, at=at)), None)
    return ActionOverview(
        action=action,
        standing=standing,
        staleness=_days_since(standing, at=at),
        objectives=numbered(action.objectives.all(), at=at),
        areas=list(action.areas.select_related("strategy")),
        dates=list(action.dates.prefetch_related(sources)),
        money=list(action.money.select_related("funder").prefetch_related(sources)),
        parts=list(action.assignments.select_related("organisation").prefetch_related(sources)),
        updates=updates,
        milestones=_milestones(action, updates, sources, at=at),
        results=_results(action, sources, visitor=visitor, at=at),
        may_report=may_report(visitor, action, at=at),
        continued_by=list(action.continued_by.all()),
        merged_from=list(action.merged_from.all()),
        decisions=decisions_on(action, visitor=visitor),
        backing=backing_of(action),
    )


def _milestones(
    action: Action, updates: Sequence[StatusUpdate], sources: Prefetch[str], *, at: dt.date
) -> list[MilestoneRow]:
    reached: dict[int, str] = {}
    for update in updates:
        if _stands(update, at=at):
            for milestone in update.milestones.all():
                reached[milestone.pk] = min(update.on, reached.get(milestone.pk, update.on))
    return [
        MilestoneRow(
            each, reached.get(each.pk, ""), bool(each.due) and each.pk not in reached and latest(each.due) < at
        )
        for each in action.milestones.prefetch_related(sources)
    ]  # fmt: skip


def _results(action: Action, sources: Prefetch[str], *, visitor: Visitor, at: dt.date) -> list[ResultRow]:
    """The newest claim first; what may be done is asked once for all of them."""
    found = Verdict.objects.select_related("found_by", "corrected_by").order_by("-on", "-pk")
    results = (
        action.results.select_related("claimed_by", "made_by", "corrected_by").order_by("-on", "-pk")
        .prefetch_related(sources, Prefetch("verdicts", queryset=found))
    )  # fmt: skip
    verifiable = set(Result.objects.filter(action=action).verifiable_by(visitor, at=at).values_list("pk", flat=True))
    theirs = {each.organisation_id for each in Representation.objects.held_by(visitor, at=at)}
    edits = may_edit(visitor)
    return [
        ResultRow(
            result=each, verdicts=list(each.verdicts.all()), is_corrected=hasattr(each, "corrected_by"),
            may_verify=each.pk in verifiable,
            may_correct=not hasattr(each, "corrected_by") and (edits or each.claimed_by_id in theirs),
        )
        for each in results
    ]  # fmt: skip


def moving(gone: Action) -> Moving:
    """What would follow ``gone`` into the action it is merged with."""
    return Moving(
        dates=gone.dates.count(),
        money=gone.money.count(),
        parts=gone.assignments.count(),
        updates=gone.updates.count(),
        sources=gone.passages.count(),
    )


def _stands(update: StatusUpdate, *, at: dt.date) -> bool:
    return update.on <= at.isoformat() and not hasattr(update, "corrected_by")


def _days_since(update: StatusUpdate | None, *, at: dt.date) -> int | None:
    if update is None:
        return None
    return max((at - min(latest(update.on), at)).days, 0)
