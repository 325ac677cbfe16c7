"""What the pages show while a meeting goes on."""

from kraftsamla.meetings.overviews.leading.attendance import (
    AttendanceList,
    AttendanceWanted,
    Line,
    attendance_list,
    line_of,
)
from kraftsamla.meetings.overviews.leading.notes import NoteState, Texts, note_history, note_of, texts_at
from kraftsamla.meetings.overviews.leading.now import NowOverview, Screen, now_overview, screen_of
from kraftsamla.meetings.overviews.leading.stamp import stamp_of

__all__ = [
    "AttendanceList", "AttendanceWanted", "Line", "NoteState", "NowOverview", "Screen", "Texts", "attendance_list",
    "line_of", "note_history", "note_of", "now_overview", "screen_of", "stamp_of", "texts_at",
]  # fmt: skip
