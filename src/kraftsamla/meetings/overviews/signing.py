"""What the pages of signing up show. Counts hold nobody's name; the list of people is asked for apart, and logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from kraftsamla.core.clock import now
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.models import Registration, SignUp
from kraftsamla.meetings.rules import may_sign_up, places_of


@dataclass(frozen=True, slots=True)
class Way:
    """A way of taking part. ``places`` None: no limit."""

    mode: Mode
    places: int | None
    going: int
    waiting: int

    @property
    def left(self) -> int | None:
        return None if self.places is None else max(0, self.places - self.going)

    @property
    def is_full(self) -> bool:
        return self.left == 0 or self.waiting > 0


@dataclass(frozen=True, slots=True)
class SignUpOverview:
    sign_up: SignUp
    ways: Sequence[Way]
    asked: int
    cancelled: int
    came: int
    erased: int
    is_open: bool

    @property
    def going(self) -> int:
        return sum(way.going for way in self.ways)

    @property
    def waiting(self) -> int:
        return sum(way.waiting for way in self.ways)


def ways_of(sign_up: SignUp) -> list[Way]:
    """The ways that are offered, in one question."""
    tally = _tally(sign_up)
    ways = [(mode, places_of(sign_up, mode)) for mode in Mode]
    return [
        Way(mode, places, tally[f"{SignUpState.GOING}_{mode}"], tally[f"{SignUpState.WAITING}_{mode}"])
        for mode, places in ways if places != 0 or tally[f"{SignUpState.GOING}_{mode}"]
    ]  # fmt: skip


def sign_up_overview(sign_up: SignUp) -> SignUpOverview:
    counts = sign_up.registrations.aggregate(
        asked=Count("pk", filter=Q(state=SignUpState.ASKED)), came=Count("pk", filter=Q(came=True)),
        cancelled=Count("pk", filter=Q(state=SignUpState.CANCELLED)), erased=Count("pk", filter=~Q(erased_at=None)),
    )  # fmt: skip
    return SignUpOverview(sign_up=sign_up, ways=ways_of(sign_up), is_open=may_sign_up(sign_up, at=now()), **counts)


def people_of(sign_up: SignUp, *, words: str = "") -> QuerySet[Registration]:
    """Those who have a place or wait for one, those who wait last and in their order."""
    shown = sign_up.registrations.filter(state__in=(SignUpState.GOING, SignUpState.WAITING), erased_at=None)
    for word in words.split():
        shown = shown.filter(Q(name__icontains=word) | Q(organisation_name__icontains=word) | Q(reference=word))
    return shown.order_by("state", "confirmed_at", "pk") if not words else shown.order_by("name", "pk")


def _tally(sign_up: SignUp) -> dict[str, int]:
    counts: dict[str, int] = sign_up.registrations.aggregate(
        **{
            f"{state}_{mode}": Count("pk", filter=Q(state=state, mode=mode))
            for state in (SignUpState.GOING, SignUpState.WAITING) for mode in Mode
        }
    )  # fmt: skip
    return counts
