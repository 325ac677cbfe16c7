"""Figures about how the picture is kept: what is promised, answered, fresh and proven."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from statistics import median
from typing import Any

from django.db.models import Count, Q

from kraftsamla.editions import content
from kraftsamla.followup.models import Answer, UpdateRound
from kraftsamla.strategy.models import Strategy


def select_figures(record: Strategy, actions: Iterable[content.Action], *, at: dt.date) -> content.Figures:
    """Counts, so that a reader sees what each share is a share of. Two queries for the rounds."""
    shown = list(actions)
    parts = [part for action in shown for part in action.parts if part.role == "responsible" and not part.is_past]
    living = [action for action in shown if action.progress in content.LIVING]
    ages = [action.days_since_update for action in living if action.days_since_update is not None]
    results = [result for action in shown for result in action.results if not result.corrected]
    last, asked, answered = _last_round(record, at=at)
    return content.Figures(
        parts=len(parts),
        accepted=sum(1 for part in parts if part.accepted),
        round=last.title if last else None,
        round_opened=last.opened_at.date().isoformat() if last and last.opened_at else "",
        asked=asked,
        answered=answered,
        minutes=_minutes(record, at=at),
        living=len(living),
        age_median=int(median(ages)) if ages else None,
        age_worst=max(ages, default=None),
        results=len(results),
        verified=sum(1 for result in results if result.verification == "verified"),
    )


def _last_round(record: Strategy, *, at: dt.date) -> tuple[UpdateRound | None, int, int]:
    """The newest round opened no later than a day that asked about the strategy, with organisations asked and heard."""
    asked = Q(answers__points__action__strategy=record)
    told = asked & Q(answers__submitted_at__date__lte=at)
    last: Any = (
        UpdateRound.objects.held().filter(opened_at__date__lte=at).annotate(
            asked=Count("answers__organisation", filter=asked, distinct=True),
            told=Count("answers__organisation", filter=told, distinct=True),
        ).filter(asked__gt=0).first()
    )  # fmt: skip
    return (last, last.asked, last.told) if last else (None, 0, 0)


def _minutes(record: Strategy, *, at: dt.date) -> int | None:
    """The median time that those who have answered any round had the page in use."""
    sent = Answer.objects.filter(submitted_at__date__lte=at, seconds__gt=0, points__action__strategy=record)
    times = list(sent.distinct().values_list("seconds", flat=True))
    return max(1, round(median(times) / 60)) if times else None
