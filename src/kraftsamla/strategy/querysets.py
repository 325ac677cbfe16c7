"""Questions about the strategy, its actions and their status."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.audit.querysets import AppendOnly
from kraftsamla.core.collation import fold
from kraftsamla.strategy.choices import OVER, AssignmentState

if TYPE_CHECKING:
    from kraftsamla.actors.models import Organisation
    from kraftsamla.strategy.models import (  # noqa: F401  named in strings
        Action,
        Area,
        Assignment,
        AssignmentStep,
        Objective,
        Question,
        Result,
        StatusUpdate,
        Strategy,
        Terms,
        Verdict,
    )


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

    def reportable_by(self, visitor: Visitor, *, at: dt.date) -> ActionQuerySet:
        """Those whose status somebody may report: a coordinator all, a representative where the organisation has a
        part that is not over."""
        actions = self.visible_to(visitor).in_picture()
        if may_edit(visitor):
            return actions
        assignments: Any = self.model._meta.get_field("assignments").related_model
        theirs = assignments.objects.held_by(visitor, at=at).going().filter(action=OuterRef("pk"))
        return actions.filter(Exists(theirs))

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
        return self.standing_on(at.isoformat())

    def standing_on(self, day: str) -> StatusUpdateQuerySet:
        """The same for a day written at the precision that is known."""
        return self.filter(on__lte=day).exclude(corrected_by__isnull=False)

    def newest_first(self) -> StatusUpdateQuerySet:
        return self.order_by("-on", "-pk")

    def move(self, *, to: Action) -> None:
        """For the merging of two actions alone: the rows change owner, and what they say is untouched."""
        models.QuerySet.update(self, action=to)

    def change_organisation(self, *, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self, on_behalf_of=to)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, visitor: Visitor) -> AssignmentQuerySet:
        return self.filter(action__ending="") if may_enter(visitor) else self.none()

    def going(self) -> AssignmentQuerySet:
        """Those that are not over: the organisation is named, asked, or has taken its part."""
        return self.exclude(state__in=OVER)

    def accepted(self) -> AssignmentQuerySet:
        return self.filter(state__in=[AssignmentState.ACCEPTED, AssignmentState.ACCEPTED_WITH_CHANGES])

    def held_by(self, visitor: Visitor, *, at: dt.date) -> AssignmentQuerySet:
        """Those of the organisations that somebody represents on a day."""
        organisations: Any = self.model._meta.get_field("organisation").related_model
        representations = organisations._meta.get_field("representations").related_model.objects
        return self.visible_to(visitor).filter(
            organisation__in=representations.held_by(visitor, at=at).values("organisation")
        )

    def answerable_by(self, visitor: Visitor, *, at: dt.date) -> AssignmentQuerySet:
        """Those that wait for an answer that somebody may give, or, as coordinator, write down."""
        waiting = self.filter(state=AssignmentState.OFFERED)
        return waiting.visible_to(visitor) if may_edit(visitor) else waiting.held_by(visitor, at=at)

    def transferable_by(self, visitor: Visitor, *, at: dt.date) -> AssignmentQuerySet:
        """Those that somebody may hand over to another organisation."""
        taken = self.accepted()
        return taken.visible_to(visitor) if may_edit(visitor) else taken.held_by(visitor, at=at)

    def named_like(self, words: str) -> AssignmentQuerySet:
        return self.filter(Q(action__folded__contains=fold(words)) | Q(organisation__folded__contains=fold(words)))


class TermsQuerySet(AppendOnly["Terms"]):
    def join(self, gone: Assignment, *, to: Assignment) -> None:
        """For the merging of two records of one part alone."""
        models.QuerySet.update(self.filter(assignment=gone), assignment=to)


class AssignmentStepQuerySet(AppendOnly["AssignmentStep"]):
    def newest_first(self) -> AssignmentStepQuerySet:
        return self.order_by("-on", "-pk")

    def join(self, gone: Assignment, *, to: Assignment) -> None:
        """For the merging of two records of one part alone."""
        models.QuerySet.update(self.filter(assignment=gone), assignment=to)

    def change_organisation(self, *, gone: Organisation, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self.filter(handed_to=gone), handed_to=to)


class ResultQuerySet(AppendOnly["Result"]):
    def visible_to(self, visitor: Visitor) -> ResultQuerySet:
        return self.filter(action__ending="") if may_enter(visitor) else self.none()

    def standing(self) -> ResultQuerySet:
        return self.filter(corrected_by=None)

    def verifiable_by(self, visitor: Visitor, *, at: dt.date) -> ResultQuerySet:
        """Those that somebody may look into: what neither they nor an organisation of theirs has claimed."""
        organisations: Any = self.model._meta.get_field("claimed_by").related_model
        representations = organisations._meta.get_field("representations").related_model.objects
        mine = representations.held_by(visitor, at=at)
        found = self.visible_to(visitor).standing().exclude(made_by_id=visitor.pk)
        found = found.exclude(claimed_by__in=mine.values("organisation"))
        return found if may_edit(visitor) or mine.exists() else found.none()

    def move(self, *, to: Action) -> None:
        """For the merging of two actions alone."""
        models.QuerySet.update(self, action=to)

    def change_organisation(self, *, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self, claimed_by=to)


class VerdictQuerySet(AppendOnly["Verdict"]):
    def change_organisation(self, *, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self, found_by=to)


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, visitor: Visitor) -> QuestionQuerySet:
        return self if may_enter(visitor) else self.none()

    def named_like(self, words: str) -> QuestionQuerySet:
        return self.filter(Q(folded__contains=fold(words)))
