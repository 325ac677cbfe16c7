"""The list of actions, and one action with everything that is known about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Prefetch, Q, When
from django.db.models.expressions import OrderBy

from kraftsamla.accounts.rules import Visitor
from kraftsamla.core.partial_dates import latest
from kraftsamla.library.models import Passage
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.strategy.choices import AssignmentRole, Progress
from kraftsamla.strategy.models import (
    Action,
    Area,
    Assignment,
    DatedFact,
    Money,
    StatusUpdate,
)
from kraftsamla.strategy.overviews.plan import Numbered, numbered
from kraftsamla.strategy.overviews.progress import STALE_AFTER_DAYS
from kraftsamla.strategy.querysets import ActionQuerySet

PER_PAGE = 50
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
    continued_by: Sequence[Action]
    merged_from: Sequence[Action]
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


def action_overview(action: Action, *, at: dt.date) -> ActionOverview:
    """Everything about one action: the same number of questions whether it has one row of each or thirty."""
    sources = Prefetch("passages", queryset=Passage.objects.select_related("document").defer("document__text"))
    updates = list(
        action.updates.newest_first()
        .select_related("made_by", "on_behalf_of", "corrects", "corrected_by")
        .prefetch_related(sources)
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
        continued_by=list(action.continued_by.all()),
        merged_from=list(action.merged_from.all()),
        backing=backing_of(action),
    )


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
