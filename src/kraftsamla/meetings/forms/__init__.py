"""Forms for meetings. Each area has a module of its own."""

from kraftsamla.meetings.forms.agenda import (
    DecisionForm,
    ItemForm,
    PointForm,
    PresentationForm,
)
from kraftsamla.meetings.forms.attendance import (
    AttendanceForm,
)
from kraftsamla.meetings.forms.meetings import (
    MeetingFilter,
    MeetingForm,
    NewMeetingForm,
)

__all__ = [
    "AttendanceForm", "DecisionForm", "ItemForm", "MeetingFilter", "MeetingForm", "NewMeetingForm", "PointForm",
    "PresentationForm",
]  # fmt: skip
