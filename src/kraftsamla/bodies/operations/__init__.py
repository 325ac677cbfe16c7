"""Deeds on bodies, their seats, who is nominated and appointed, and who has access."""

from kraftsamla.bodies.operations.admitting import give_access, take_back_access
from kraftsamla.bodies.operations.appointments import (
    appoint,
    change_appointment,
    end_appointment,
    withdraw_appointment,
)
from kraftsamla.bodies.operations.bodies import change_body, create_body, end_body, withdraw_body
from kraftsamla.bodies.operations.interests import declare_interest, end_interest
from kraftsamla.bodies.operations.nominations import (
    appoint_nominee,
    change_nomination,
    decline_nomination,
    erase_nomination,
    nominate,
    take_back_nomination,
)
from kraftsamla.bodies.operations.seats import add_seat, change_seat, end_seat, move_seat, withdraw_seat

__all__ = [
    "add_seat", "appoint", "appoint_nominee", "change_appointment", "change_body", "change_nomination", "change_seat",
    "create_body", "declare_interest", "decline_nomination", "end_appointment", "end_body", "end_interest", "end_seat",
    "erase_nomination", "give_access", "move_seat", "nominate", "take_back_access", "take_back_nomination",
    "withdraw_appointment", "withdraw_body", "withdraw_seat",
]  # fmt: skip
