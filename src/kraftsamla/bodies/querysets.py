"""Questions about bodies and who sits in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter

if TYPE_CHECKING:
    from kraftsamla.bodies.models import Appointment, Body, Seat  # noqa: F401  named in strings


class BodyQuerySet(models.QuerySet["Body"]):
    def visible_to(self, visitor: Visitor) -> BodyQuerySet:
        return self if may_enter(visitor) else self.none()

    def public(self) -> BodyQuerySet:
        return self.filter(is_public=True)


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def in_protocol_order(self) -> AppointmentQuerySet:
        """The chair first, then by role and name."""
        ranks = [models.When(role=role, then=rank) for rank, role in enumerate(self.model.ROLE_ORDER)]
        rank = models.Case(*ranks, default=99, output_field=models.IntegerField())
        return self.alias(rank=rank).order_by("rank", "person__sort_key", "pk")


class SeatQuerySet(models.QuerySet["Seat"]):
    def existing(self, *, at: dt.date) -> SeatQuerySet:
        """Seats that may exist on a day: partial dates are compared as text, by the start and end of their period."""
        day = at.isoformat()
        begun = models.Q(valid_from="") | models.Q(valid_from__lte=day)
        lasting = models.Q(valid_to="") | models.Q(valid_to__gte=day) | models.Q(valid_to=day[:7]) | models.Q(
            valid_to=day[:4]
        )  # fmt: skip
        return self.filter(begun & lasting)
