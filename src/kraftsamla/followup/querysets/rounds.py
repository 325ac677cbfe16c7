"""Questions about update rounds and their answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, Q

from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.followup.choices import OPEN_ANSWERS, AnswerState, RoundState

if TYPE_CHECKING:
    from kraftsamla.followup.models import Answer, Handover, Point, UpdateRound  # noqa: F401  named in strings


class UpdateRoundQuerySet(models.QuerySet["UpdateRound"]):
    def visible_to(self, visitor: Visitor) -> UpdateRoundQuerySet:
        """Everybody in the workspace sees what is being asked; drafts only those who write them."""
        if may_edit(visitor):
            return self
        return self.exclude(state=RoundState.DRAFT) if may_enter(visitor) else self.none()

    def open(self) -> UpdateRoundQuerySet:
        return self.filter(state=RoundState.OPEN)

    def held(self) -> UpdateRoundQuerySet:
        """Those that have been opened, the newest first."""
        return self.exclude(opened_at=None).order_by("-opened_at", "-pk")

    def with_counts(self) -> UpdateRoundQuerySet:
        """Adds ``asked``, ``answered`` and ``to_read``: how many answers there are in each state."""
        told = Q(answers__state__in=[AnswerState.SUBMITTED, AnswerState.ACCEPTED])
        return self.annotate(
            asked=Count("answers"), answered=Count("answers", filter=told),
            to_read=Count("answers", filter=Q(answers__state=AnswerState.SUBMITTED)),
        )  # fmt: skip


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, visitor: Visitor) -> AnswerQuerySet:
        """Answers are read by those who asked."""
        return self if may_edit(visitor) else self.none()

    def waiting(self) -> AnswerQuerySet:
        """Those in open rounds that somebody has yet to send."""
        return self.filter(round__state=RoundState.OPEN, state__in=OPEN_ANSWERS)

    def to_read(self) -> AnswerQuerySet:
        return self.filter(state=AnswerState.SUBMITTED)

    def answerable_by(self, visitor: Visitor, *, at: dt.date) -> AnswerQuerySet:
        """What somebody may answer for the organisations they represent on a day."""
        organisations: Any = self.model._meta.get_field("organisation").related_model
        held = organisations._meta.get_field("representations").related_model.objects.held_by(visitor, at=at)
        return self.waiting().filter(organisation__in=held.values("organisation"))


class PointQuerySet(models.QuerySet["Point"]):
    def shown(self) -> PointQuerySet:
        """In the order of the strategy, with what a page about them needs."""
        return self.select_related("action").prefetch_related("attachments", "action__objectives").order_by("position")


class HandoverQuerySet(models.QuerySet["Handover"]):
    def unplaced(self) -> HandoverQuerySet:
        """Those that nobody has been given yet."""
        return self.filter(given_to=None, settled_at=None)
