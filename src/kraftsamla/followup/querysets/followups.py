"""Questions about follow-ups."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.audit.querysets import AppendOnly
from kraftsamla.bodies.querysets import open_to
from kraftsamla.core.clock import today
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.actors.models import Organisation
    from kraftsamla.followup.models import FollowUp, FollowUpStep  # noqa: F401  named in strings


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, visitor: Visitor) -> FollowUpQuerySet:
        """What came out of a closed body's meeting alone is for those who see that, and for who is to do or check."""
        if not may_enter(visitor):
            return self.none()
        if may_edit(visitor):
            return self
        held = self._held(visitor, at=today())
        shown = open_to(visitor, body="meetings__body") | Q(owner__in=held) | Q(verifier__in=held)
        seen = self.model._base_manager.filter(shown)
        return self.filter(pk__in=seen.values("pk"))

    def public(self) -> FollowUpQuerySet:
        """Those that the public edition may show: what came out of no meeting, or of one that is shown."""
        open_body = Q(meetings__body=None) | Q(meetings__body__is_public=True)
        shown = Q(meetings=None) | (Q(meetings__is_public=True) & open_body)
        return self.filter(pk__in=self.model._base_manager.filter(shown).values("pk"))

    def named_like(self, words: str) -> FollowUpQuerySet:
        return self.filter(models.Q(folded__contains=fold(words)) | models.Q(reference__iexact=words.strip()))

    def open(self) -> FollowUpQuerySet:
        return self.filter(closed_on="")

    def oldest_promise_first(self) -> FollowUpQuerySet:
        """By due date; those without one last, oldest first."""
        no_date = models.Case(models.When(due="", then=1), default=0, output_field=models.IntegerField())
        return self.alias(no_date=no_date).order_by("no_date", "due", "asked_on", "pk")

    def carried_by(self, visitor: Visitor, *, at: dt.date) -> FollowUpQuerySet:
        """The open ones that somebody may hand over or say are done: a coordinator's all, a representative's own."""
        found = self.visible_to(visitor).open()
        return found if may_edit(visitor) else found.filter(owner__in=self._held(visitor, at=at))

    def verifiable_by(self, visitor: Visitor, *, at: dt.date) -> FollowUpQuerySet:
        """Those said to be done that somebody may check; nobody of the organisation that did it."""
        held = self._held(visitor, at=at)
        waiting = self.visible_to(visitor).open().exclude(done_on="").exclude(verifier=None)
        others = waiting.exclude(owner__isnull=False, owner__in=held)
        return others if may_edit(visitor) else others.filter(verifier__in=held)

    def _held(self, visitor: Visitor, *, at: dt.date) -> Any:
        organisations: Any = self.model._meta.get_field("owner").related_model
        representations = organisations._meta.get_field("representations").related_model.objects
        return representations.held_by(visitor, at=at).values("organisation")


class FollowUpStepQuerySet(AppendOnly["FollowUpStep"]):
    def change_organisation(self, *, gone: Organisation, to: Organisation) -> None:
        """For the merging of two organisations alone."""
        models.QuerySet.update(self.filter(organisation=gone), organisation=to)
        models.QuerySet.update(self.filter(handed_to=gone), handed_to=to)
