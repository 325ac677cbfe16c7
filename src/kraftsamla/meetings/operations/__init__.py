"""Deeds on meetings. Each area has a module of its own; what other apps call is named here."""

from kraftsamla.meetings.operations.agenda import (
    add_decision,
    add_item,
    add_presentation,
    ask_at,
    change_item,
    withdraw_decision,
    withdraw_item,
    withdraw_presentation,
)
from kraftsamla.meetings.operations.attendance import (
    record_attendance,
    withdraw_attendance,
)
from kraftsamla.meetings.operations.meetings import (
    change_meeting,
    create_meeting,
    link_followup,
    unlink_followup,
    withdraw_meeting,
)

__all__ = [
    "add_decision", "add_item", "add_presentation", "ask_at", "change_item", "change_meeting", "create_meeting",
    "link_followup", "record_attendance", "unlink_followup", "withdraw_attendance", "withdraw_decision",
    "withdraw_item", "withdraw_meeting", "withdraw_presentation",
]  # fmt: skip
