"""Deeds on nominations. The log says what happened to the seat, not who was nominated: that can be erased."""

from __future__ import annotations

import textwrap
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Person
from kraftsamla.actors.operations import create_person
from kraftsamla.audit.operations import record
from kraftsamla.bodies import choices
from kraftsamla.bodies.choices import NominationState
from kraftsamla.bodies.models import Appointment, Interest, Nomination, Seat
from kraftsamla.bodies.operations.appointments import appoint
from kraftsamla.bodies.operations.interests import declare_interest
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, change, create

NOMINATION_FIELDS = (
    "name",
    "title",
    "email",
    "organisation",
    "nominated_by",
    "approved_by",
    "words",
    "interests",
    "received_on",
)
DECIDED = ("state", "reason", "decided_on", "appointment")


@transaction.atomic
def nominate(*, seat: Seat, values: Values, by: User) -> Nomination:
    """Note that somebody is proposed for a seat. ValidationError by field."""
    require(may_edit(by))
    nomination = create(Nomination, {**values, "seat": seat}, fields=(*NOMINATION_FIELDS, "seat"))
    record(event=choices.NOMINATION_RECEIVED, subject=seat, by=by)
    return nomination


@transaction.atomic
def change_nomination(*, nomination: Nomination, values: Values, version: int, by: User) -> Changes:
    """Write what differs while nothing is decided. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    _require_undecided(nomination)
    changes = change(nomination, values, fields=NOMINATION_FIELDS, version=version)
    if changes:
        record(event=choices.NOMINATION_CHANGED, subject=nomination.seat, by=by)
    return changes


@transaction.atomic
def appoint_nominee(
    *, nomination: Nomination, person: Person | None, values: Values, version: int, by: User
) -> Appointment:
    """Appoint the nominated to the seat. Without ``person`` they are added to the register first.

    What they declared follows the appointment. ValidationError by field.
    """
    require(may_edit(by))
    _require_undecided(nomination)
    seat = nomination.seat
    terms: dict[str, Any] = {
        "body": seat.body, "seat": seat, "role": seat.role, "on_behalf_of": nomination.organisation,
        "email": nomination.email, "person": person or create_person(values={"name": nomination.name}, by=by),
    }  # fmt: skip
    appointment = appoint(values={**terms, **values}, by=by)
    for words in _one_by_one(nomination.interests):
        said = {"words": words, "declared_on": nomination.received_on}
        declare_interest(appointment=appointment, values=said, by=by)
    decided = {"state": NominationState.APPOINTED, "decided_on": today().isoformat(), "appointment": appointment}
    change(nomination, decided, fields=(*NOMINATION_FIELDS, *DECIDED), version=version)
    record(event=choices.NOMINATION_APPOINTED, subject=seat, by=by)
    return appointment


@transaction.atomic
def decline_nomination(*, nomination: Nomination, reason: str, on: str, version: int, by: User) -> None:
    """Note that the nominated was not appointed, and why."""
    require(may_edit(by))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv skälet, så att den som nominerade kan få veta det.")})
    _decide(nomination, NominationState.DECLINED, reason, on, version)
    record(event=choices.NOMINATION_DECLINED, subject=nomination.seat, by=by)


@transaction.atomic
def take_back_nomination(*, nomination: Nomination, reason: str, on: str, version: int, by: User) -> None:
    """Note that who nominated, or who was nominated, has taken the nomination back."""
    require(may_edit(by))
    _decide(nomination, NominationState.WITHDRAWN, reason, on, version)
    record(event=choices.NOMINATION_TAKEN_BACK, subject=nomination.seat, by=by)


@transaction.atomic
def erase_nomination(*, nomination: Nomination, by: User) -> None:
    """Erase what is known of somebody who was not appointed. The log keeps that it was done."""
    require(may_edit(by))
    if nomination.state == NominationState.RECEIVED:
        raise Refused(_("Nomineringen är inte avgjord. Avgör den först."))
    record(event=choices.NOMINATION_ERASED, subject=nomination.seat, by=by)
    nomination.delete()


def _decide(nomination: Nomination, state: NominationState, reason: str, on: str, version: int) -> None:
    _require_undecided(nomination)
    decided = {"state": state, "reason": reason.strip(), "decided_on": on or today().isoformat()}
    change(nomination, decided, fields=(*NOMINATION_FIELDS, *DECIDED), version=version)


def _require_undecided(nomination: Nomination) -> None:
    if nomination.state != NominationState.RECEIVED:
        raise Refused(_("Nomineringen är redan avgjord: %(state)s.") % {"state": nomination.get_state_display()})


def _one_by_one(interests: str) -> list[str]:
    """A line an interest, in pieces that there is room for."""
    room = Interest._meta.get_field("words").max_length or 500
    return [piece for line in interests.splitlines() for piece in textwrap.wrap(line, room)]
