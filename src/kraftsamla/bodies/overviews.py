"""What the pages about bodies show. Meetings are reached by the name of their relation; this app does not know them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Q

from kraftsamla.accounts.rules import Visitor
from kraftsamla.audit.overviews import Line, history_of
from kraftsamla.bodies.models import Appointment, Body


@dataclass(frozen=True, slots=True)
class BodyOverview:
    body: Body
    now: Sequence[Appointment]
    before: Sequence[Appointment]
    parts: Sequence[Body]
    objectives: Sequence[Any]
    meetings: Sequence[Any]
    passages: Sequence[Any]
    history: Sequence[Line]


def bodies_for(visitor: Visitor) -> models.QuerySet[Body]:
    """Those that exist first, with how many appointments have no last day."""
    ended = models.Case(models.When(valid_to="", then=0), default=1, output_field=models.IntegerField())
    sitting = Count("appointments", filter=Q(appointments__valid_to=""))
    found = Body.objects.visible_to(visitor).select_related("host", "parent")
    return found.annotate(sitting=sitting, ended=ended).order_by("ended", "sort_key", "slug")


def body_overview(body: Body, *, at: dt.date) -> BodyOverview:
    record: Any = body
    appointments = list(body.appointments.select_related("person", "on_behalf_of").in_protocol_order())
    now = [appointment for appointment in appointments if appointment.holds(at=at)]
    passages = record.passages.select_related("document__publisher").defer("document__text", "document__layout")
    return BodyOverview(
        body=body,
        now=now,
        before=[appointment for appointment in appointments if appointment not in now],
        parts=list(body.parts.order_by("sort_key")),
        objectives=list(record.objectives.select_related("strategy").prefetch_related("wordings")),
        meetings=list(record.meetings.order_by("-starts_on", "sort_key")[:20]),
        passages=list(passages.order_by("document__published", "document__sort_key", "start", "pk")),
        history=history_of(body, *appointments),
    )


def ending_touches(body: Body) -> int:
    """How many appointments end together with the body."""
    return body.appointments.filter(valid_to="").count()
