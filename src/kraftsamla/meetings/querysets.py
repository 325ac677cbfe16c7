"""Questions about meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.meetings.models import Meeting  # noqa: F401  named in strings


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, visitor: Visitor) -> MeetingQuerySet:
        return self if may_enter(visitor) else self.none()

    def upcoming(self, *, at: dt.date) -> MeetingQuerySet:
        return self.filter(starts_on__gte=at.isoformat()).order_by("starts_on", "sort_key")

    def newest_first(self) -> MeetingQuerySet:
        return self.order_by("-starts_on", "sort_key")

    def named_like(self, words: str) -> MeetingQuerySet:
        return self.filter(folded__contains=fold(words))
