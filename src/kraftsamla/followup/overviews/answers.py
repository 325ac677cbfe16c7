"""One answer: as its answerer sees it, and as those who asked read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from kraftsamla.core.clock import today
from kraftsamla.core.text import Text
from kraftsamla.followup.models import Answer, Handover, Point
from kraftsamla.strategy.models import Objective, StatusUpdate


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point with how the action was last said to stand, and what it belongs to."""

    point: Point
    last: StatusUpdate | None
    objectives: Sequence[Objective]
    own: Sequence[tuple[Text, str]] = ()


@dataclass(frozen=True, slots=True)
class AnswerOverview:
    answer: Answer
    rows: Sequence[PointRow]
    own: list[tuple[str, Text]]
    handed_on: Sequence[Handover]
    received: Sequence[Handover]

    @property
    def left(self) -> int:
        return sum(1 for row in self.rows if not row.point.is_answered)

    @property
    def unchanged(self) -> int:
        return sum(1 for row in self.rows if row.point.unchanged)

    @property
    def may_confirm_all(self) -> bool:
        """Whether "no change" would answer anything."""
        return any(row.last is not None and not row.point.is_answered for row in self.rows)


def answer_overview(answer: Answer, *, at: dt.date | None = None) -> AnswerOverview:
    """A fixed number of queries however many points there are."""
    points = list(answer.points.shown())
    latest = last_updates([point.action_id for point in points], at=at or today())
    handed = answer.handed_on.select_related("action", "given_to__organisation")
    received = answer.received.select_related("action", "given_from__organisation")
    own = answer.round.own_questions
    return AnswerOverview(
        answer=answer, own=own, handed_on=list(handed), received=list(received),
        rows=[
            PointRow(
                point, latest.get(point.action_id), list(point.action.objectives.all()),
                [(words, getattr(point, name)) for name, words in own if getattr(point, name)],
            )
            for point in points
        ],
    )  # fmt: skip


def last_updates(actions: Sequence[int], *, at: dt.date) -> dict[int, StatusUpdate]:
    """The newest standing update of each action; where it says "no change", with the words it confirms."""
    newest = StatusUpdate.objects.standing(at=at).filter(action=OuterRef("action")).newest_first().values("pk")[:1]
    found = StatusUpdate.objects.filter(action__in=actions, pk=Subquery(newest)).select_related(
        "confirms", "on_behalf_of"
    )  # fmt: skip
    return {update.action_id: update for update in found}


