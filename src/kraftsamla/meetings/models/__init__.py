"""Meetings from invitation to published minutes."""

from kraftsamla.meetings.models.agenda import AgendaItem, Decision, Material, Presentation
from kraftsamla.meetings.models.attendance import Attendance, Invitation
from kraftsamla.meetings.models.groups import Contribution, Discussion, Group, GroupMember, Summary
from kraftsamla.meetings.models.meetings import Meeting, MeetingSeries
from kraftsamla.meetings.models.minutes import Adjuster, Comment, Minutes, MinutesPart, MinutesStep
from kraftsamla.meetings.models.notes import ItemNote, NoteVersion, Receipt
from kraftsamla.meetings.models.signups import Registration, SignUp

__all__ = [
    "Adjuster", "AgendaItem", "Attendance", "Comment", "Contribution", "Decision", "Discussion", "Group",
    "GroupMember", "Invitation", "ItemNote", "Material", "Meeting", "MeetingSeries", "Minutes", "MinutesPart",
    "MinutesStep", "NoteVersion", "Presentation", "Receipt", "Registration", "SignUp", "Summary",
]  # fmt: skip
