"""The front page: the whole strategy on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kraftsamla.editions.content import Area, Meeting, Objective
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.vocabulary import OBJECTIVE_STATE, PROGRESS

DIALS = 8
MEETINGS = 3
CHANGES = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """An objective in the weave. ``dials``: one sign an action, up to a handful; ``beyond``: how many more."""

    objective: Objective
    address: addresses.Address
    actions: int
    dials: list[str]
    beyond: int


@dataclass(frozen=True, slots=True)
class Column:
    area: Area
    address: addresses.Address
    cells: list[Cell]


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    picture = index.picture
    states: Counter[str] = Counter(objective.state for objective in picture.objectives)
    coming, held = _meetings(index)
    yield Draft(
        address=addresses.FRONT,
        template="front",
        section="front",
        title=ours(_("Lägesbild")),
        about=shortened(picture.strategy.summary or picture.strategy.title),
        context={
            "columns": columns(index),
            "states": [(state, states[state]) for state in OBJECTIVE_STATE if states[state]],
            "progresses": list(PROGRESS),
            "stale": sum(objective.is_stale for objective in picture.objectives),
            "changes": index.edition.changes[:CHANGES],
            "changes_beyond": max(0, len(index.edition.changes) - CHANGES),
            "coming": coming,
            "held": held,
            "contact": contact,
        },
    )


def columns(index: Index) -> list[Column]:
    return [
        Column(area, addresses.record("area", area.number), [_cell(o, index) for o in index.objectives_in(area)])
        for area in index.picture.areas
    ]


def _cell(objective: Objective, index: Index) -> Cell:
    order = {progress: place for place, progress in enumerate(PROGRESS)}
    counts = sorted(objective.counts, key=lambda count: order.get(count.progress, len(order)))
    dials = [count.progress or "not_read" for count in counts for _number in range(count.number)]
    return Cell(
        objective=objective,
        address=addresses.record("objective", objective.number),
        actions=len(dials),
        dials=dials[:DIALS],
        beyond=max(0, len(dials) - DIALS),
    )


def _meetings(index: Index) -> tuple[list[Meeting], list[Meeting]]:
    """The next meetings after the edition's day, and the last ones before it; newest last and first."""
    as_of = index.picture.as_of
    dated = sorted(index.picture.meetings, key=lambda meeting: (meeting.starts_on, meeting.slug))
    coming = [meeting for meeting in dated if meeting.starts_on >= as_of[: len(meeting.starts_on)]]
    held = [meeting for meeting in dated if meeting.starts_on < as_of[: len(meeting.starts_on)]]
    return coming[:MEETINGS], held[: -MEETINGS - 1 : -1]
