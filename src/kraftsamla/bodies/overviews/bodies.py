"""Bodies in a list, and one body as it is, or as it was on a date."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Q

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.audit.overviews import Line, history_of
from kraftsamla.bodies.choices import NOT_FOR_ALL, NominationState
from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.bodies.overviews.periods import ran_during
from kraftsamla.bodies.rules import is_ordinary, may_work

MEETINGS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who sits, and who comes in their place."""

    appointment: Appointment
    substitutes: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class SeatRow:
    """``holders`` is one or nobody, but where dates are vague or a seat changed hands, it may be two."""

    seat: Seat
    holders: tuple[Appointment, ...]
    waiting: int

    @property
    def is_open(self) -> bool:
        return not self.holders


@dataclass(frozen=True, slots=True)
class BodyOverview:
    """``shown``: the date that the page shows, "" for today."""

    body: Body
    shown: str
    is_over: bool
    sitting: Sequence[Sitting]
    others: int
    seats: Sequence[SeatRow]
    ended_seats: Sequence[Seat]
    parts: Sequence[Body]
    objectives: Sequence[Any]
    coming: Sequence[Any]
    held: Sequence[Any]
    series: Sequence[Any]
    passages: Sequence[Any]
    history: Sequence[Line]
    accounts: int
    may_edit: bool
    may_work: bool

    @property
    def open_seats(self) -> int:
        return 0 if self.is_over else sum(row.is_open for row in self.seats)


def bodies_for(visitor: Visitor) -> models.QuerySet[Body]:
    """Those that exist first, with how many appointments have no last day."""
    ended = models.Case(models.When(valid_to="", then=0), default=1, output_field=models.IntegerField())
    sitting = Count("appointments", filter=Q(appointments__valid_to=""))
    found = Body.objects.visible_to(visitor).select_related("host", "parent")
    return found.annotate(sitting=sitting, ended=ended).order_by("ended", "sort_key", "slug")


def body_overview(body: Body, *, visitor: Visitor, on: str, at: dt.date) -> BodyOverview:
    """``on``: a date at any precision, or "" for today (``at``), or for the last of a body that has ended."""
    record: Any = body
    is_over = not ran_during(body, at.isoformat())
    shown = on or (body.valid_to if is_over else "")
    day = shown or at.isoformat()
    appointments = appointments_of(body)
    there = [each for each in appointments if ran_during(each, day)]
    seats = seats_of(body)
    passages = record.passages.select_related("document__publisher").defer("document__text", "document__layout")
    edits = may_edit(visitor)
    return BodyOverview(
        body=body,
        shown=shown,
        is_over=is_over,
        sitting=_with_substitutes(there),
        others=len(appointments) - len(there),
        seats=[_row(seat, there) for seat in seats if ran_during(seat, day)],
        ended_seats=[seat for seat in seats if not ran_during(seat, day)],
        parts=list(body.parts.visible_to(visitor).order_by("sort_key")),
        objectives=list(record.objectives.select_related("strategy").prefetch_related("wordings")),
        coming=list(record.meetings.upcoming(at=at)[:MEETINGS_SHOWN]),
        held=list(record.meetings.filter(starts_on__lt=at.isoformat()).newest_first()[:MEETINGS_SHOWN]),
        series=list(record.series.annotate(size=Count("meetings")).order_by("sort_key")),
        passages=list(passages.order_by("document__published", "document__sort_key", "start", "pk")),
        history=history_of(body, *appointments, *seats, without=() if edits else NOT_FOR_ALL),
        accounts=record.access.count() if edits else 0,
        may_edit=edits,
        may_work=may_work(visitor, body),
    )


def appointments_of(body: Body) -> list[Appointment]:
    """Everybody who sits or has sat, with what a page says of them."""
    related = ("person", "on_behalf_of", "seat", "substitute_for__person", "decided_by")
    found = body.appointments.select_related(*related).defer("decided_by__text", "decided_by__layout")
    return list(found.in_protocol_order())


def seats_of(body: Body) -> list[Any]:
    """Every seat in order, with how many nominations wait to be decided on."""
    waiting = Count("nominations", filter=Q(nominations__state=NominationState.RECEIVED))
    return list(body.seats.select_related("nominated_by").annotate(waiting=waiting))


def _row(seat: Any, there: Iterable[Appointment]) -> SeatRow:
    holders = tuple(each for each in there if each.seat_id == seat.pk and is_ordinary(each))
    return SeatRow(seat, holders, seat.waiting)


def _with_substitutes(there: Sequence[Appointment]) -> list[Sitting]:
    """Those who sit, in order; a substitute stands beside the one they stand in for, when that one sits too."""
    keys = {each.pk for each in there}
    beside: dict[int, list[Appointment]] = defaultdict(list)
    for each in there:
        if each.substitute_for_id in keys and each.substitute_for_id is not None:
            beside[each.substitute_for_id].append(each)
    rows = [each for each in there if each.substitute_for_id not in keys]
    return [Sitting(each, tuple(beside[each.pk])) for each in rows]


def ending_touches(body: Body, *, at: dt.date) -> tuple[int, int]:
    """How many appointments and how many seats run on a day and would end together with the body."""
    return (
        sum(each.holds(at=at) or not each.valid_to for each in body.appointments.all()),
        sum(each.exists(at=at) or not each.valid_to for each in body.seats.all()),
    )


def seat_ending_touches(seat: Seat) -> list[Appointment]:
    """Who would stop sitting together with the seat."""
    return list(seat.appointments.filter(valid_to="").select_related("person"))
