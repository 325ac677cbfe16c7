"""How many actions have come how far. "Not read in" is counted and said, never guessed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, F
from django.utils.translation import ngettext_lazy

from kraftsamla.strategy.choices import Progress
from kraftsamla.strategy.models import Strategy
from kraftsamla.strategy.querysets import ActionQuerySet

#: The progress of an action that nobody has told us about.
NOT_READ = ""
ORDER: tuple[str, ...] = (*Progress.values, NOT_READ)
WORDS = {
    Progress.PROPOSED: ngettext_lazy("%(number)d föreslagen", "%(number)d föreslagna", "number"),
    Progress.DECIDED: ngettext_lazy("%(number)d beslutad", "%(number)d beslutade", "number"),
    Progress.UNDER_WAY: ngettext_lazy("%(number)d pågår", "%(number)d pågår", "number"),
    Progress.DONE: ngettext_lazy("%(number)d genomförd", "%(number)d genomförda", "number"),
    Progress.STOPPED: ngettext_lazy("%(number)d avbruten", "%(number)d avbrutna", "number"),
    NOT_READ: ngettext_lazy("%(number)d ej inläst", "%(number)d ej inlästa", "number"),
}
STALE_AFTER_DAYS = 180


@dataclass(frozen=True, slots=True)
class ProgressCount:
    progress: str
    number: int

    @property
    def label(self) -> str:
        """The number in words: "1 beslutad", "2 beslutade"."""
        return str(WORDS[self.progress] % {"number": self.number})


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a group of actions, in the order an action passes them; what is nought is left out."""

    counts: tuple[ProgressCount, ...] = ()

    @property
    def total(self) -> int:
        return sum(count.number for count in self.counts)


def tally(pairs: Iterable[tuple[str | None, int]]) -> Tally:
    """A tally of (progress, number) pairs."""
    numbers: dict[str, int] = defaultdict(int)
    for progress, number in pairs:
        numbers[progress or NOT_READ] += number
    return Tally(tuple(ProgressCount(each, numbers[each]) for each in ORDER if numbers[each]))


def tally_of(actions: ActionQuerySet, *, at: dt.date) -> Tally:
    """One question for the whole group."""
    named = actions.with_progress(at=at).order_by().annotate(stands=F("progress_now"))
    return tally(named.values_list("stands").annotate(number=Count("pk")))


def tallies_by(relation: Literal["objectives", "areas"], *, strategy: Strategy, at: dt.date) -> dict[int, Tally]:
    """One question for all objectives, or all areas, of a strategy: key → tally."""
    actions = strategy.actions.in_picture().with_progress(at=at).exclude(**{relation: None}).order_by()
    pairs: dict[int, list[tuple[str | None, int]]] = defaultdict(list)
    for key, progress, number in actions.values_list(relation, "progress_now").annotate(number=Count("pk")):
        pairs[key].append((progress, number))
    return {key: tally(each) for key, each in pairs.items()}
