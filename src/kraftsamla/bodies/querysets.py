"""Questions about bodies and who sits in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.bodies.choices import AppointmentRole, BodyRight

if TYPE_CHECKING:
    from kraftsamla.bodies.models import Appointment, Body, Seat  # noqa: F401  named in strings


def open_to(visitor: Visitor, *, body: str) -> Q:
    """What somebody who may enter sees of what belongs to a body, reached by ``body``: a closed one needs access."""
    if may_edit(visitor) or not isinstance(visitor, User):
        return Q()
    given = visitor.body_access.values("body")
    return Q(**{body: None}) | Q(**{f"{body}__is_closed": False}) | Q(**{f"{body}__in": given})


class BodyQuerySet(models.QuerySet["Body"]):
    def visible_to(self, visitor: Visitor) -> BodyQuerySet:
        """A closed body is for coordinators and for those who have been given access to it."""
        if not may_enter(visitor) or not isinstance(visitor, User):
            return self.none()
        if may_edit(visitor):
            return self
        return self.filter(Q(is_closed=False) | Q(pk__in=visitor.body_access.values("body")))

    def worked_in_by(self, visitor: Visitor) -> BodyQuerySet:
        """Those whose meetings somebody may prepare and document."""
        found = self.visible_to(visitor)
        if may_edit(visitor) or not isinstance(visitor, User):
            return found
        return found.filter(pk__in=visitor.body_access.filter(right=BodyRight.WORK).values("body"))

    def public(self) -> BodyQuerySet:
        return self.filter(is_public=True)


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, visitor: Visitor) -> AppointmentQuerySet:
        return self.filter(open_to(visitor, body="body")) if may_enter(visitor) else self.none()

    def public(self) -> AppointmentQuerySet:
        """Those that the public edition may show: the body's page says who its members are."""
        return self.filter(body__is_public=True, body__shows_members=True)

    def ordinary(self) -> AppointmentQuerySet:
        """Those who are nobody's substitute."""
        return self.filter(substitute_for=None).exclude(role=AppointmentRole.SUBSTITUTE)

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
