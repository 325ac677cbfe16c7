"""The pages of bodies."""

from kraftsamla.bodies.views.access import access, access_take_back
from kraftsamla.bodies.views.appointments import (
    appointment_edit,
    appointment_end,
    appointment_new,
    appointment_withdraw,
)
from kraftsamla.bodies.views.bodies import (
    body,
    body_edit,
    body_end,
    body_list,
    body_new,
    body_withdraw,
    sitting,
)
from kraftsamla.bodies.views.interests import interest_end, interests
from kraftsamla.bodies.views.nominations import (
    nomination_appoint,
    nomination_decline,
    nomination_edit,
    nomination_erase,
    nomination_list,
    nomination_new,
    nomination_take_back,
)
from kraftsamla.bodies.views.seats import seat_edit, seat_end, seat_move, seat_new, seat_withdraw

__all__ = [
    "access", "access_take_back", "appointment_edit", "appointment_end", "appointment_new", "appointment_withdraw",
    "body", "body_edit", "body_end", "body_list", "body_new", "body_withdraw", "interest_end", "interests",
    "nomination_appoint", "nomination_decline", "nomination_edit", "nomination_erase", "nomination_list",
    "nomination_new", "nomination_take_back", "seat_edit", "seat_end", "seat_move", "seat_new", "seat_withdraw",
    "sitting",
]  # fmt: skip
