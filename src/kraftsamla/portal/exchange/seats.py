"""Bodies with their seats and who is appointed: into records by the deeds, and back into rows.

What is carried are public facts. Addresses for calls, declared interests, nominations and who has been given access are
not: they stay in the database they were written in.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies import operations as deeds
from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.library.models import Document
from kraftsamla.portal.exchange import schema
from kraftsamla.portal.exchange.loader import Loader, both, plain
from kraftsamla.portal.exchange.pieces import known, row_of, slug_of, sources_of, text_of

Key = tuple[str, str, str]


def load_body(loader: Loader, row: schema.BodyRow) -> None:
    values = {
        **plain(row, "slug", "kind", "valid_from", "valid_to", "minutes_word", "shows_members"),
        **both("name", row.name),
        **both("mandate", row.mandate),
    }
    values |= {
        "host": loader.get(Organisation, row.host), "decided_by": loader.get(Document, row.decided_by),
        "is_public": row.public, "is_closed": row.closed,
    }  # fmt: skip
    body = loader.put(
        "bodies",
        loader.get(Body, row.slug),
        values,
        create=lambda v: deeds.create_body(values=v, by=loader.by),
        change=lambda r, v: deeds.change_body(body=r, values=v, version=r.version, by=loader.by),
    )
    _load_appointments(loader, body, row, _load_seats(loader, body, row))
    loader.source(body, row.sources)


def _load_seats(loader: Loader, body: Body, row: schema.BodyRow) -> dict[int, Seat]:
    """The number of a seat in the file → the seat. One with the same number and label is there already."""
    present = {(number, seat.label_sv): seat for number, seat in enumerate(body.seats.all(), 1)}

    def add(each: schema.SeatRow) -> Seat:
        values = {
            **both("label", each.label), **plain(each, "role", "meant_for", "valid_from", "valid_to"),
            "nominated_by": loader.get(Organisation, each.nominated_by),
        }  # fmt: skip
        return deeds.add_seat(body=body, values=values, by=loader.by)

    loader.add_missing(row.seats, present, lambda each: (each.number, each.label.sv), add)
    return {each.number: present[each.number, each.label.sv] for each in row.seats}


def _load_appointments(loader: Loader, body: Body, row: schema.BodyRow, seats: dict[int, Seat]) -> None:
    present = {_key_of(each): each for each in body.appointments.select_related("person")}

    def add(each: schema.AppointmentRow) -> Appointment:
        values = {
            "body": body,
            "person": loader.get(Person, each.person),
            "on_behalf_of": loader.get(Organisation, each.on_behalf_of),
            "decided_by": loader.get(Document, each.decided_by),
            "seat": seats[each.seat] if each.seat else None,
            "substitute_for": present[_key(each.substitute_for)] if each.substitute_for else None,
            **plain(each, "role", "valid_from", "valid_to", "seen_on"),
        }
        return deeds.appoint(values=values, by=loader.by)

    ordinary_first = sorted(row.appointments, key=lambda each: each.substitute_for is not None)
    loader.add_missing(ordinary_first, present, _key, add)


def _key(row: schema.AppointmentRow | schema.OrdinaryRow) -> Key:
    return row.person, row.role, row.valid_from or ""


def _key_of(record: Appointment) -> Key:
    return record.person.slug, record.role, record.valid_from


def bodies() -> Iterable[BaseModel]:
    for b in Body.objects.order_by("slug").select_related("host", "parent", "decided_by"):
        numbers = {seat.pk: number for number, seat in enumerate(b.seats.all(), 1)}
        yield row_of(
            schema.BodyRow, slug=b.slug, sources=sources_of(b), name=text_of(b.name), kind=b.kind, public=b.is_public,
            shows_members=b.shows_members, closed=b.is_closed, minutes_word=b.minutes_word,
            objectives=tuple(o.number for o in b.objectives.all()), seats=tuple(_seats(b, numbers)),
            appointments=tuple(_appointments(b, numbers)),
            **known(
                mandate=text_of(b.mandate), host=slug_of(b.host), parent=slug_of(b.parent), valid_from=b.valid_from,
                valid_to=b.valid_to, decided_by=slug_of(b.decided_by),
            ),
        )  # fmt: skip


def _seats(body: Body, numbers: dict[int, int]) -> Iterable[schema.SeatRow]:
    for s in body.seats.select_related("nominated_by"):
        yield row_of(
            schema.SeatRow, number=numbers[s.pk], label=text_of(s.label), role=s.role,
            **known(
                meant_for=s.meant_for, nominated_by=slug_of(s.nominated_by), valid_from=s.valid_from,
                valid_to=s.valid_to,
            ),
        )  # fmt: skip


def _appointments(body: Body, numbers: dict[int, int]) -> Iterable[schema.AppointmentRow]:
    """The ordinary first, as they are loaded."""
    related = ("person", "on_behalf_of", "decided_by", "substitute_for__person")
    rows = body.appointments.select_related(*related).order_by("pk")
    for a in sorted(rows, key=lambda each: each.substitute_for_id is not None):
        yield row_of(
            schema.AppointmentRow, person=a.person.slug, role=a.role, sources=sources_of(a),
            **known(
                on_behalf_of=slug_of(a.on_behalf_of), valid_from=a.valid_from, valid_to=a.valid_to, seen_on=a.seen_on,
                decided_by=slug_of(a.decided_by), seat=numbers.get(a.seat_id or 0),
                substitute_for=_ordinary(a.substitute_for),
            ),
        )  # fmt: skip


def _ordinary(record: Appointment | None) -> schema.OrdinaryRow | None:
    if record is None:
        return None
    return row_of(
        schema.OrdinaryRow, person=record.person.slug, role=record.role, **known(valid_from=record.valid_from)
    )
