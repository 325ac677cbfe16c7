"""The questions of points, in the order they were put there rather than that of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kraftsamla.meetings.models import AgendaItem
from kraftsamla.strategy.models import Question


def asked_at(items: Iterable[AgendaItem]) -> Mapping[int, tuple[Question, ...]]:
    """By the point's key, in one question to the database however many the points are."""
    found: dict[int, tuple[Question, ...]] = {item.pk: () for item in items}
    rows = AgendaItem.questions.through.objects.filter(agendaitem__in=list(found)).order_by("pk")
    for row in rows.select_related("question"):
        found[row.agendaitem_id] += (row.question,)
    return found


def questions_of(item: AgendaItem) -> list[Question]:
    """The questions of one point."""
    return list(asked_at([item])[item.pk])
