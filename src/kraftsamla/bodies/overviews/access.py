"""Who has access to a body, beside who is a member and what is shown to everybody: three different things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kraftsamla.bodies.models import Access, Body
from kraftsamla.bodies.overviews.periods import ran_during


@dataclass(frozen=True, slots=True)
class AccessOverview:
    """``members``: how many sit today."""

    body: Body
    given: Sequence[Access]
    members: int


def access_overview(body: Body, *, at: dt.date) -> AccessOverview:
    given = Access.objects.filter(body=body).select_related("user").order_by("user__name", "pk")
    there = ran_during(body, at.isoformat())
    members = sum(each.holds(at=at) for each in body.appointments.all()) if there else 0
    return AccessOverview(body=body, given=list(given), members=members)
