"""The strategy as a list to read, its areas and its objectives."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kraftsamla.core.text import Text
from kraftsamla.editions.content import Area, Objective
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.front import columns
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft

SECTION = "strategy"


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    strategy = index.picture.strategy
    yield Draft(
        address=addresses.STRATEGY,
        template="strategy",
        section=SECTION,
        title=strategy.title,
        about=shortened(strategy.summary or strategy.title),
        context={"strategy": strategy, "columns": columns(index)},
        sources_of=(strategy,),
    )
    for area in index.picture.areas:
        yield _area(area, index)
    for objective in index.picture.objectives:
        yield _objective(objective, index)


def _area(area: Area, index: Index) -> Draft:
    objectives = index.objectives_in(area)
    actions = list(index.by_facet.get((area.number, None), []))
    return Draft(
        address=addresses.record("area", area.number),
        template="area",
        section=SECTION,
        title=_numbered(area.number, area.title),
        about=shortened(area.summary or area.title),
        context={
            "area": area,
            "objectives": objectives,
            "number_of_actions": len(actions),
            "list_of_actions": addresses.actions(area.number),
            "answerable": index.answerable(actions),
            "weakness": weak_links.of_area(area, index),
        },
        crumbs=[(addresses.STRATEGY, ours(_("Strategi")))],
        sources_of=(area,),
    )


def _objective(objective: Objective, index: Index) -> Draft:
    actions = index.actions_of(objective.actions)
    return Draft(
        address=addresses.record("objective", objective.number),
        template="objective",
        section=SECTION,
        title=_numbered(objective.number, objective.title),
        about=shortened(objective.plain or objective.title),
        context={
            "objective": objective,
            "actions": actions,
            "decided": index.decided.get(("objective", objective.number), []),
            "answerable": index.answerable(actions),
            "weakness": weak_links.of_objective(objective, index),
        },
        crumbs=[
            (addresses.STRATEGY, ours(_("Strategi"))),
            (addresses.of(objective.area), _numbered(objective.area.slug, objective.area.title)),
        ],
        sources_of=(objective,),
    )


def _numbered(number: str, title: Text) -> Text:
    return Text(f"{number} {title.sv}" if title.sv else "", f"{number} {title.en}" if title.en else "")
