"""Bodies with their places and who sits there. Declared interests, nominations and access are never asked for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db.models import Prefetch, QuerySet

from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.sources import Names, public_passages
from kraftsamla.meetings.models import Meeting


def select_bodies(names: Names, objectives: list[content.Objective], *, at: dt.date) -> tuple[content.Body, ...]:
    with_sources = public_passages()
    places = Seat.objects.order_by("position", "pk").select_related("nominated_by")
    records = (
        Body.objects.public().select_related("host", "parent", "decided_by")
        .prefetch_related(
            with_sources, Prefetch("appointments", queryset=seats(with_sources)), Prefetch("seats", queryset=places),
            Prefetch("meetings", queryset=Meeting.objects.public().newest_first()),
            Prefetch("parts", queryset=Body.objects.public()),
        )
    )  # fmt: skip
    worked_with = defaultdict(list)
    for objective in objectives:
        for body in objective.bodies:
            worked_with[body.slug].append(content.Ref("objective", objective.number, objective.title))
    return tuple(_body(record, names, tuple(worked_with[record.slug]), at=at) for record in records)


def _body(b: Body, names: Names, objectives: tuple[content.Ref, ...], *, at: dt.date) -> content.Body:
    ref = name.body(b)
    held = {a.seat_id for a in b.appointments.all() if a.holds(at=at)}
    return content.Body(
        slug=b.slug, name=b.name, kind=b.kind, mandate=b.mandate, host=name.maybe(name.organisation, b.host),
        parent=name.body(b.parent) if b.parent and b.parent.is_public else None, objectives=objectives,
        valid_from=b.valid_from, valid_to=b.valid_to,
        seats=tuple(seat(a, names, ref, at=at) for a in b.appointments.all()),
        meetings=name.refs(name.meeting, b.meetings.all()), sources=names.sources(b, ref),
        parts=name.refs(name.body, b.parts.all()), decided_by=names.paper(b.decided_by, ref),
        shows_members=b.shows_members,
        posts=tuple(_post(each, held, at=at) for each in b.seats.all() if b.shows_members),
    )  # fmt: skip


def _post(record: Seat, held: set[int | None], *, at: dt.date) -> content.Post:
    exists = record.exists(at=at)
    return content.Post(
        key=str(record.pk), label=record.label, role=record.role, meant_for=record.meant_for,
        nominated_by=name.maybe(name.organisation, record.nominated_by), valid_from=record.valid_from,
        valid_to=record.valid_to, exists=exists, is_open=exists and record.pk not in held,
    )  # fmt: skip


def seats(with_sources: Prefetch[str]) -> QuerySet[Appointment]:
    """The appointments that may be shown, the chair first, with what ``seat`` says of them."""
    found = Appointment.objects.public().in_protocol_order()
    found = found.select_related("body", "person", "on_behalf_of", "decided_by", "substitute_for__person")
    return found.prefetch_related(with_sources)


def seat(record: Appointment, names: Names, ref: content.Ref, *, at: dt.date) -> content.Seat:
    instead = record.substitute_for
    return content.Seat(
        body=name.body(record.body), person=name.person(record.person),
        on_behalf_of=name.maybe(name.organisation, record.on_behalf_of), role=record.role,
        valid_from=record.valid_from, valid_to=record.valid_to, seen_on=record.seen_on, current=record.holds(at=at),
        sources=names.sources(record, ref), post=str(record.seat_id or ""),
        substitute_for=name.person(instead.person) if instead else None,
        decided_by=names.paper(record.decided_by, ref),
    )  # fmt: skip
