"""The strategy with its areas and objectives, and one of each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch

from kraftsamla.accounts.rules import Visitor
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.querysets import open_to
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy, Wording
from kraftsamla.strategy.overviews.progress import Tally, tallies_by, tally_of
from kraftsamla.strategy.querysets import ObjectiveQuerySet

SHOWN_HERE = 50
EMPTY = Tally()


@dataclass(frozen=True, slots=True)
class Numbered:
    """An objective by its number and its wording of the day, for a line that leads to its page."""

    strategy: str
    number: str
    title: Text


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    objective: Objective
    wording: Wording | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area, its objectives, and the actions that are known to belong to it but not to which objective."""

    area: Area
    objectives: tuple[ObjectiveRow, ...]
    other: Tally


@dataclass(frozen=True, slots=True)
class StrategyOverview:
    """``missing``: how many objectives the strategy announces that nobody has read in; None when it does not say."""

    strategy: Strategy
    areas: tuple[AreaRow, ...]
    objectives: int
    missing: int | None
    tally: Tally
    backing: Backing


@dataclass(frozen=True, slots=True)
class AreaOverview:
    row: AreaRow
    strategy: Strategy
    actions: Sequence[Action]
    more: int
    backing: Backing


@dataclass(frozen=True, slots=True)
class ObjectiveOverview:
    """``more``: how many actions there are beyond those shown."""

    objective: Objective
    wording: Wording | None
    earlier: tuple[Wording, ...]
    tally: Tally
    actions: Sequence[Action]
    more: int
    bodies: Sequence[Body]
    questions: Sequence[Question]
    decisions: Sequence[Any]
    before: Objective | None
    after: Objective | None
    backing: Backing


def strategies_for(visitor: Visitor) -> Sequence[Strategy]:
    """The strategies with how many areas and objectives each has."""
    return list(
        Strategy.objects.visible_to(visitor)
        .select_related("owner")
        .annotate(
            area_count=Count("areas", distinct=True),
            objective_count=Count("objectives", distinct=True),
        )
        .order_by("sort_key", "slug")
    )


def strategy_overview(strategy: Strategy, *, at: dt.date) -> StrategyOverview:
    objectives = list(strategy.objectives.prefetch_related("wordings"))
    announced = strategy.objectives_announced
    return StrategyOverview(
        strategy=strategy,
        areas=tuple(_area_rows(strategy, list(strategy.areas.all()), objectives, at=at)),
        objectives=len(objectives),
        missing=None if announced is None else max(announced - len(objectives), 0),
        tally=tally_of(strategy.actions.in_picture(), at=at),
        backing=backing_of(strategy),
    )


def area_overview(area: Area, *, at: dt.date) -> AreaOverview:
    objectives = list(area.objectives.prefetch_related("wordings"))
    (row,) = _area_rows(area.strategy, [area], objectives, at=at)
    actions = area.actions.in_picture().with_progress(at=at)
    shown = list(actions[:SHOWN_HERE])
    return AreaOverview(
        row=row,
        strategy=area.strategy,
        actions=shown,
        more=max(row.other.total - len(shown), 0),
        backing=backing_of(area),
    )


def objective_overview(objective: Objective, *, visitor: Visitor, at: dt.date) -> ObjectiveOverview:
    cited = Prefetch("passages", queryset=Passage.objects.select_related("document").defer("document__text"))
    wordings = list(objective.wordings.prefetch_related(cited))
    current = objective.wording_at(at)
    actions = objective.actions.in_picture()
    tally = tally_of(actions, at=at)
    shown = list(actions.with_progress(at=at)[:SHOWN_HERE])
    siblings = Objective.objects.filter(strategy=objective.strategy)
    return ObjectiveOverview(
        objective=objective,
        wording=next((each for each in wordings if current and each.pk == current.pk), None),
        earlier=tuple(each for each in reversed(wordings) if current is None or each.pk != current.pk),
        tally=tally,
        actions=shown,
        more=max(tally.total - len(shown), 0),
        bodies=list(objective.bodies.visible_to(visitor)),
        questions=list(objective.questions.all()),
        decisions=decisions_on(objective, visitor=visitor),
        before=siblings.filter(sort_key__lt=objective.sort_key).order_by("-sort_key").first(),
        after=siblings.filter(sort_key__gt=objective.sort_key).order_by("sort_key").first(),
        backing=backing_of(objective),
    )


def decisions_on(subject: Objective | Action, *, visitor: Visitor) -> list[Any]:
    """What meetings that the reader may see have decided about it, the newest first."""
    seen = subject.decisions.filter(open_to(visitor, body="meeting__body"))
    return list(seen.select_related("meeting").order_by("-meeting__starts_on", "position").distinct())


def numbered(objectives: ObjectiveQuerySet, *, at: dt.date) -> tuple[Numbered, ...]:
    found = objectives.select_related("strategy").prefetch_related("wordings")
    return tuple(
        Numbered(each.strategy.slug, each.number, wording.title if (wording := each.wording_at(at)) else Text())
        for each in found
    )


def _area_rows(strategy: Strategy, areas: list[Area], objectives: list[Objective], *, at: dt.date) -> list[AreaRow]:
    by_objective = tallies_by("objectives", strategy=strategy, at=at)
    by_area = tallies_by("areas", strategy=strategy, at=at)
    rows: dict[int, list[ObjectiveRow]] = defaultdict(list)
    for each in objectives:
        rows[each.area_id].append(ObjectiveRow(each, each.wording_at(at), by_objective.get(each.pk, EMPTY)))
    return [AreaRow(area, tuple(rows[area.pk]), by_area.get(area.pk, EMPTY)) for area in areas]
