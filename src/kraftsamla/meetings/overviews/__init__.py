"""What the pages of meetings show. Each area has a module of its own."""

from kraftsamla.meetings.overviews.meetings import (
    AttendanceGroup,
    MeetingOverview,
    MeetingsOverview,
    MeetingsWanted,
    meeting_overview,
    meetings_for,
)

__all__ = [
    "AttendanceGroup", "MeetingOverview", "MeetingsOverview", "MeetingsWanted", "meeting_overview", "meetings_for",
]  # fmt: skip
