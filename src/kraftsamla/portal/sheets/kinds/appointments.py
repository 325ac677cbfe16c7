"""Who sits in which body, as a sheet. Addresses for calls are written out only for those who work in the body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Person
from kraftsamla.actors.operations import create_person
from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.bodies.operations import appoint, change_appointment
from kraftsamla.core.collation import fold
from kraftsamla.portal.sheets.cells import choice_cell, text_cell
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Kind, Scene, Stored, Takes
from kraftsamla.ui.forms.records import WITH_SLUG

PLAIN = ("valid_from", "valid_to", "seen_on")


class Appointments(Kind):
    name = "forordnanden"
    title = "Förordnanden"
    named = "person"
    about = (
        "En person som inte finns i registret läggs till när en ny rad läses in.",
        "Plats skrivs som på organets sida. Har flera platser samma namn skrivs numret först: 2. Ledamot.",
        "E-postadresser visas bara för den som arbetar i organet.",
    )
    columns = (
        Column("body", "Organ", Takes.ONE, "Organets namn.", 40, register="bodies", required=True, fixed=True),
        Column("person", "Person", help="Personens namn.", width=28, required=True, fixed=True),
        Column("on_behalf_of", "För organisationen", Takes.ONE, "Organisationens namn.", 36, register="organisations"),
        Column("role", "Roll", Takes.CHOICE, choices=AppointmentRole, width=18, required=True),
        Column("seat", "Plats", help="En av organets platser.", width=34),
        Column("substitute_for", "Ersättare för", help="Namnet på en ordinarie i samma organ.", width=28),
        Column("valid_from", "Från", Takes.DATE, width=12),
        Column("valid_to", "Till", Takes.DATE, width=12),
        Column("seen_on", "Uppgift från", Takes.DATE, width=13),
        Column("email", "E-post för kallelser", width=34),
    )

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        related = ("body", "person", "seat", "substitute_for__person")
        rows = Appointment.objects.visible_to(visitor).select_related(*related)
        reached = set(Body.objects.worked_in_by(visitor).values_list("pk", flat=True))
        for record in rows.order_by("body__sort_key", "body", "person__sort_key", "pk"):
            cells = {name: text_cell(getattr(record, name)) for name in PLAIN}
            cells["body"] = known.bodies.label(record.body_id)
            cells["person"] = known.people.label(record.person_id)
            cells["on_behalf_of"] = known.organisations.label(record.on_behalf_of_id)
            cells["role"] = choice_cell(AppointmentRole, record.role)
            cells["seat"] = _label(record.seat) if record.seat else ""
            above = record.substitute_for
            cells["substitute_for"] = known.people.label(above.person_id) if above else ""
            cells["email"] = text_cell(record.email) if record.body_id in reached else ""
            yield Stored(str(record.pk), str(record.version), cells, record)

    def add(self, values: dict[str, Any], *, scene: Scene) -> Appointment:
        body = values["body"]
        values = {**values, **_within(body, values, scene), "person": _person(values["person"], scene)}
        same = body.appointments.filter(person=values["person"], role=values["role"], valid_to="").exists()
        if same and not values["valid_to"]:
            words = _("Personen är redan förordnad med den rollen. Ändra den raden i stället.")
            raise ValidationError({"person": words})
        return appoint(values=values, by=scene.by)

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        record: Appointment = stored.record
        values = {**values, **_within(record.body, values, scene)}
        return bool(change_appointment(appointment=record, values=values, version=version, by=scene.by))


def _within(body: Body, values: dict[str, Any], scene: Scene) -> dict[str, Any]:
    """The seat and the one stood in for, of those that the row says anything about."""
    found: dict[str, Any] = {}
    if "seat" in values:
        found["seat"] = _seat(body, values["seat"]) if values["seat"] else None
    if "substitute_for" in values:
        found["substitute_for"] = _ordinary(body, values["substitute_for"], scene) if values["substitute_for"] else None
    return found


def _label(seat: Seat) -> str:
    return f"{seat.position}. {seat.label_sv}"


def _seat(body: Body, written: str) -> Seat:
    """By its label, or by number and label where several are called the same. ValidationError."""
    seats = list(body.seats.all())
    found = [s for s in seats if fold(_label(s)) == fold(written)] or [
        s for s in seats if fold(s.label_sv) == fold(written)
    ]
    if len(found) != 1:
        names = "; ".join(_label(each) for each in seats) or _("inga platser")
        raise ValidationError(
            {"seat": _("”%(name)s” är inte en av organets platser. Skriv en av: %(names)s.")
             % {"name": written, "names": names}}
        )  # fmt: skip
    return found[0]


def _ordinary(body: Body, written: str, scene: Scene) -> Appointment:
    """Somebody who sits in the same body; the one who still sits, where somebody has sat more than once."""
    try:
        person = scene.known.people.find(written)
    except ValidationError as error:
        raise ValidationError({"substitute_for": error.messages}) from error
    found = list(body.appointments.ordinary().filter(person=person).order_by("pk"))
    running = [each for each in found if not each.valid_to]
    if not found:
        raise ValidationError(
            {"substitute_for": _("%(name)s är inte ordinarie i organet.") % {"name": person}}
        )  # fmt: skip
    return (running or found)[-1]


def _person(written: str, scene: Scene) -> Person:
    """Somebody in the register, or somebody new when nobody there has the name. ValidationError when several have."""
    people = scene.known.people
    if fold(written) not in people.by_name and not WITH_SLUG.fullmatch(written):
        return create_person(values={"name": written}, by=scene.by)
    try:
        found: Person = people.find(written)
    except ValidationError as error:
        raise ValidationError({"person": error.messages}) from error
    return found
