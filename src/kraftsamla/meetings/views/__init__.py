"""The pages of meetings."""

from kraftsamla.meetings.views.agenda import add_item, add_presentation, edit_item, remove_item, remove_presentation
from kraftsamla.meetings.views.decided import add_decision, edit_decision, remove_decision
from kraftsamla.meetings.views.meetings import (
    edit_meeting,
    meeting,
    meeting_choices,
    meeting_list,
    remove_meeting,
)
from kraftsamla.meetings.views.people import add_attendance, add_followup, drop_followup, remove_attendance
from kraftsamla.meetings.views.preparing import add_meeting

__all__ = [
    "add_attendance", "add_decision", "add_followup", "add_item", "add_meeting", "add_presentation", "drop_followup",
    "edit_decision", "edit_item", "edit_meeting", "meeting", "meeting_choices", "meeting_list", "remove_attendance",
    "remove_decision", "remove_item", "remove_meeting", "remove_presentation",
]  # fmt: skip
