"""Deeds while a meeting goes on: what is on, what is written, what is caught."""

from kraftsamla.meetings.operations.leading.capture import capture
from kraftsamla.meetings.operations.leading.notes import Kept, save_note, settle_note
from kraftsamla.meetings.operations.leading.running import close_meeting, open_item, open_meeting

__all__ = ["Kept", "capture", "close_meeting", "open_item", "open_meeting", "save_note", "settle_note"]
