"""Questions about follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.followup.models import FollowUp  # noqa: F401  named in strings


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, visitor: Visitor) -> FollowUpQuerySet:
        return self if may_enter(visitor) else self.none()

    def named_like(self, words: str) -> FollowUpQuerySet:
        return self.filter(folded__contains=fold(words))

    def open(self) -> FollowUpQuerySet:
        return self.filter(closed_on="")

    def oldest_promise_first(self) -> FollowUpQuerySet:
        """By due date; those without one last, oldest first."""
        no_date = models.Case(models.When(due="", then=1), default=0, output_field=models.IntegerField())
        return self.alias(no_date=no_date).order_by("no_date", "due", "asked_on", "pk")
