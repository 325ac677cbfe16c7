"""The pages while a meeting goes on."""

from kraftsamla.meetings.views.leading.attendance import (
    add_guest,
    attendance,
    edit_attendance,
    mark_attendance,
    mark_invited,
    seat_substitute,
)
from kraftsamla.meetings.views.leading.notes import note_history, restore_note, save_note, settle_note
from kraftsamla.meetings.views.leading.now import (
    capture,
    close_meeting,
    now_page,
    now_screen,
    now_state,
    open_item,
    open_meeting,
)

__all__ = [
    "add_guest", "attendance", "capture", "close_meeting", "edit_attendance", "mark_attendance", "mark_invited",
    "note_history", "now_page", "now_screen", "now_state", "open_item", "open_meeting", "restore_note", "save_note",
    "seat_substitute", "settle_note",
]  # fmt: skip
