"""Questions about meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.bodies.querysets import open_to
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.meetings.models import Attendance, Meeting  # noqa: F401  named in strings


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def visible_to(self, visitor: Visitor) -> AttendanceQuerySet:
        return self.filter(open_to(visitor, body="meeting__body")) if may_enter(visitor) else self.none()


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, visitor: Visitor) -> MeetingQuerySet:
        """Meetings of a closed body are for coordinators and for those who have been given access to it."""
        return self.filter(open_to(visitor, body="body")) if may_enter(visitor) else self.none()

    def public(self) -> MeetingQuerySet:
        """Those that the public edition may show: what a body that is not public does is not either."""
        return self.filter(models.Q(body=None) | models.Q(body__is_public=True), is_public=True)

    def upcoming(self, *, at: dt.date) -> MeetingQuerySet:
        return self.filter(starts_on__gte=at.isoformat()).order_by("starts_on", "sort_key")

    def newest_first(self) -> MeetingQuerySet:
        return self.order_by("-starts_on", "sort_key")

    def named_like(self, words: str) -> MeetingQuerySet:
        return self.filter(folded__contains=fold(words))
