"""What rounds and assignments wait for from somebody who opens the workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.followup.models import Answer, Handover, UpdateRound
from kraftsamla.followup.querysets.rounds import UpdateRoundQuerySet
from kraftsamla.strategy.choices import AssignmentState
from kraftsamla.strategy.models import Assignment

SHOWN = 6
SILENCE_DAYS = 7
DECLINED_DAYS = 14


@dataclass(frozen=True, slots=True)
class Asking:
    """``to_read``: answers sent in. ``silent``: open rounds with ``waiting`` sheets that nobody has opened in a week.
    ``answered``: offers lately declined, or where the organisation wants other terms. ``of_me``: what I am asked, and
    ``offered`` to take.
    """

    to_read: Sequence[Answer]
    to_read_count: int
    silent: Sequence[UpdateRound]
    unplaced: int
    answered: Sequence[Assignment]
    of_me: Sequence[Answer]
    offered: Sequence[Assignment]

    def __bool__(self) -> bool:
        return bool(
            self.to_read or self.silent or self.unplaced or self.answered or self.of_me or self.offered
        )


def asking_for(visitor: Visitor, *, at: dt.date) -> Asking:
    """A fixed number of queries. Lists are cut; the pages they lead to have them all."""
    answers = Answer.objects.visible_to(visitor).to_read()
    sent = answers.select_related("round", "organisation").order_by("submitted_at", "pk")
    assignments = Assignment.objects.select_related("action", "organisation", "terms").order_by("changed_at", "pk")
    edits = may_edit(visitor)
    declined = Q(state=AssignmentState.DECLINED, changed_at__date__gte=at - dt.timedelta(days=DECLINED_DAYS))
    proposed = assignments.filter(Q(state=AssignmentState.CHANGES_PROPOSED) | declined).visible_to(visitor)
    theirs = assignments.held_by(visitor, at=at).filter(state=AssignmentState.OFFERED)
    of_me = Answer.objects.answerable_by(visitor, at=at).select_related("round", "organisation")
    return Asking(
        to_read=list(sent[:SHOWN]),
        to_read_count=answers.count(),
        silent=list(_silent(visitor, at=at)[:SHOWN]) if edits else [],
        unplaced=Handover.objects.unplaced().count() if edits else 0,
        answered=list(proposed[:SHOWN]) if edits else [],
        of_me=list(of_me.order_by("round__deadline", "pk")[:SHOWN]),
        offered=list(theirs[:SHOWN]),
    )


def _silent(visitor: Visitor, *, at: dt.date) -> UpdateRoundQuerySet:
    since = at - dt.timedelta(days=SILENCE_DAYS)
    unopened = Answer.objects.waiting().filter(opened_at=None, asked_at__date__lte=since)
    rounds = UpdateRound.objects.visible_to(visitor).open().filter(answers__in=unopened)
    return rounds.annotate(waiting=Count("answers")).order_by("deadline", "pk")
