"""Forms for meetings. Each area has a module of its own."""

from kraftsamla.meetings.forms.agenda import (
    AgendaForm,
    DecisionForm,
    ItemForm,
    PointForm,
    PresentationForm,
    QuickDecisionForm,
)
from kraftsamla.meetings.forms.attendance import (
    AttendanceForm,
)
from kraftsamla.meetings.forms.meetings import (
    MeetingFilter,
    MeetingForm,
)
from kraftsamla.meetings.forms.preparing import (
    CopyForm,
    MaterialForm,
    NewMeetingForm,
    ProposalsForm,
    SeriesForm,
)

__all__ = [
    "AgendaForm", "AttendanceForm", "CopyForm", "DecisionForm", "ItemForm", "MaterialForm", "MeetingFilter",
    "MeetingForm", "NewMeetingForm", "PointForm", "PresentationForm", "ProposalsForm", "QuickDecisionForm",
    "SeriesForm",
]  # fmt: skip
