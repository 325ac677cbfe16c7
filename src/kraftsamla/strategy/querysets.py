"""Questions about the strategy, its actions and their status."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.audit.querysets import AppendOnly
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.actors.models import Organisation
    from kraftsamla.strategy.models import Action, Area, Objective, Question, StatusUpdate, Strategy  # noqa: F401  named in strings


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def visible_to(self, visitor: Visitor) -> StrategyQuerySet:
        return self if may_enter(visitor) else self.none()


class AreaQuerySet(models.QuerySet["Area"]):
    def visible_to(self, visitor: Visitor) -> AreaQuerySet:
        return self if may_enter(visitor) else self.none()


class ObjectiveQuerySet(models.QuerySet["Objective"]):
    def visible_to(self, visitor: Visitor) -> ObjectiveQuerySet:
        return self if may_enter(visitor) else self.none()


class ActionQuerySet(models.QuerySet["Action"]):
    def visible_to(self, visitor: Visitor) -> ActionQuerySet:
        return self if may_enter(visitor) else self.none()

    def in_picture(self) -> ActionQuerySet:
        """Those that have not been merged into another or struck out."""
        return self.filter(ending="")

    def named_like(self, words: str) -> ActionQuerySet:
        return self.filter(folded__contains=fold(words))

    def with_progress(self, *, at: dt.date) -> ActionQuerySet:
        """Adds ``progress_now`` and ``updated_on`` of the newest standing update no later than ``at``."""
        updates: Any = self.model._meta.get_field("updates").related_model
        newest = updates.objects.standing(at=at).filter(action=OuterRef("pk")).newest_first()
        return self.annotate(
            progress_now=Subquery(newest.values("progress")[:1]), updated_on=Subquery(newest.values("on")[:1])
        )


class StatusUpdateQuerySet(AppendOnly["StatusUpdate"]):
    def standing(self, *, at: dt.date) -> StatusUpdateQuerySet:
        """Those that refer to a time no later than ``at`` and that no later row has corrected."""
        return self.filter(on__lte=at.isoformat()).exclude(corrected_by__isnull=False)

    def newest_first(self) -> StatusUpdateQuerySet:
        return self.order_by("-on", "-pk")


    def move(self, *, to: Action) -> None:
        """For the merging of two actions alone: the rows change owner, and what they say is untouched."""
        models.QuerySet.update(self, action=to)

    def change_organisation(self, *, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self, on_behalf_of=to)


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, visitor: Visitor) -> QuestionQuerySet:
        return self if may_enter(visitor) else self.none()

    def named_like(self, words: str) -> QuestionQuerySet:
        return self.filter(Q(folded__contains=fold(words)))
