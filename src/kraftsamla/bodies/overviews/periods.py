"""Who sat when, where a date may be a year, a month or a day, or not known."""

from __future__ import annotations

from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.core.partial_dates import earliest, latest


def start_of(record: Appointment | Seat | Body) -> str:
    """Since when it is known to have been so; "" when nobody has said."""
    return record.valid_from or (record.seen_on if isinstance(record, Appointment) else "")


def ran_during(record: Appointment | Seat | Body, date: str) -> bool:
    """Whether a period touches a date, which may be a whole month or year. An unknown end is open."""
    start = start_of(record)
    begun = not start or earliest(start) <= latest(date)
    return begun and (not record.valid_to or earliest(date) <= latest(record.valid_to))
