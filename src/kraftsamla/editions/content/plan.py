"""The strategy, its areas and its objectives."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.refs import Ref, Source
from kraftsamla.editions.content.standing import LIVING, STALE_AFTER_DAYS, ObjectiveState, WeakLink


@dataclass(frozen=True, slots=True)
class Strategy:
    slug: str
    title: Text
    summary: Text
    definition: Text
    owner: Ref | None
    adopted: str
    objectives_announced: int | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """``more_objectives``: the strategy has objectives here that nobody has read in, or may have."""

    number: str
    title: Text
    summary: Text
    objectives: tuple[str, ...]
    other_actions: tuple[Ref, ...]
    more_objectives: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    title: Text
    valid_from: str
    valid_to: str
    reason: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many actions stand at a progress; "" is "not read"."""

    progress: str
    number: int


@dataclass(frozen=True, slots=True)
class Objective:
    number: str
    area: Ref
    title: Text
    plain: Text
    goal_kind: str
    wordings: tuple[Wording, ...]
    actions: tuple[Ref, ...]
    bodies: tuple[Ref, ...]
    questions: tuple[Ref, ...]
    counts: tuple[Count, ...]
    state: ObjectiveState
    updated_on: str
    days_since_update: int | None
    sources: tuple[Source, ...]
    weakest: WeakLink

    @property
    def is_stale(self) -> bool:
        return self.state in LIVING and (self.days_since_update or 0) > STALE_AFTER_DAYS
