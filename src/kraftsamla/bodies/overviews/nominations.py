"""Nominations to a body's seats, and what those who sit and those who are nominated come from.

Balance is counted by sector, kind of organisation and region: what the register knows of organisations. Of people it
keeps a name only.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.choices import NominationState
from kraftsamla.bodies.models import Body, Nomination, Seat
from kraftsamla.bodies.overviews.bodies import appointments_of
from kraftsamla.bodies.overviews.periods import ran_during
from kraftsamla.bodies.rules import is_ordinary

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Share:
    name: Words
    sitting: int
    nominated: int


@dataclass(frozen=True, slots=True)
class Balance:
    """One way of counting: ``by`` is its heading."""

    by: Words
    shares: Sequence[Share]


@dataclass(frozen=True, slots=True)
class SeatNominations:
    seat: Seat
    waiting: Sequence[Nomination]
    decided: Sequence[Nomination]
    is_open: bool


@dataclass(frozen=True, slots=True)
class NominationsOverview:
    body: Body
    seats: Sequence[SeatNominations]
    waiting: int
    balance: Sequence[Balance]


def nominations_overview(body: Body, *, at: dt.date) -> NominationsOverview:
    day = at.isoformat()
    there = appointments_of(body) if ran_during(body, day) else []
    sitting = [each for each in there if is_ordinary(each) and each.holds(at=at)]
    nominations = list(_nominations(body))
    waiting = [each for each in nominations if each.state == NominationState.RECEIVED]
    taken = {each.seat_id for each in sitting}
    seats = [
        SeatNominations(
            seat=seat,
            waiting=[each for each in waiting if each.seat_id == seat.pk],
            decided=[each for each in nominations if each.seat_id == seat.pk and each not in waiting],
            is_open=seat.pk not in taken,
        )
        for seat in body.seats.select_related("nominated_by")
        if ran_during(seat, day) or any(each.seat_id == seat.pk for each in nominations)
    ]
    return NominationsOverview(
        body=body,
        seats=seats,
        waiting=len(waiting),
        balance=_balance([each.on_behalf_of for each in sitting], [each.organisation for each in waiting]),
    )


def _nominations(body: Body) -> Iterable[Nomination]:
    return Nomination.objects.filter(seat__body=body).select_related("organisation", "nominated_by", "appointment")


def _balance(sitting: Sequence[Organisation | None], nominated: Sequence[Organisation | None]) -> list[Balance]:
    nobody = _("utan organisation")
    ways: list[tuple[str, Callable[[Organisation], Any]]] = [
        (_("Sektor"), lambda organisation: organisation.get_sector_display()),
        (_("Slag av organisation"), lambda organisation: organisation.get_kind_display()),
        (_("Region"), lambda organisation: organisation.region or _("uppgift saknas")),
    ]
    found = []
    for heading, of in ways:
        here = Counter(str(of(each)) if each else nobody for each in sitting)
        there = Counter(str(of(each)) if each else nobody for each in nominated)
        names = sorted({*here, *there}, key=lambda name: (-here[name], -there[name], name.casefold()))
        found.append(Balance(heading, [Share(name, here[name], there[name]) for name in names]))
    return found
