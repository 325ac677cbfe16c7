"""The words for meetings, and what the log calls the deeds on them."""

from kraftsamla.meetings.choices import grouping as grouping
from kraftsamla.meetings.choices import inviting as inviting
from kraftsamla.meetings.choices import leading as leading
from kraftsamla.meetings.choices import minuting as minuting
from kraftsamla.meetings.choices import papers as papers
from kraftsamla.meetings.choices import preparing as preparing
from kraftsamla.meetings.choices import signing as signing
from kraftsamla.meetings.choices.events import (
    ATTENDANCE_CREATED,
    ATTENDANCE_WITHDRAWN,
    DECISION_CREATED,
    DECISION_WITHDRAWN,
    ITEM_CHANGED,
    ITEM_CREATED,
    ITEM_WITHDRAWN,
    MEETING_CHANGED,
    MEETING_CREATED,
    MEETING_WITHDRAWN,
    PRESENTATION_CREATED,
    PRESENTATION_WITHDRAWN,
)
from kraftsamla.meetings.choices.words import (
    Adjusting,
    CommentState,
    ItemPurpose,
    MaterialKind,
    MeetingForm,
    MeetingKind,
    MinutesState,
    Mode,
    PartKind,
    Presence,
    Reply,
    SignUpState,
    StepKind,
    SummaryState,
)

__all__ = [
    "ATTENDANCE_CREATED", "ATTENDANCE_WITHDRAWN", "DECISION_CREATED", "DECISION_WITHDRAWN", "ITEM_CHANGED",
    "ITEM_CREATED", "ITEM_WITHDRAWN", "MEETING_CHANGED", "MEETING_CREATED", "MEETING_WITHDRAWN",
    "PRESENTATION_CREATED", "PRESENTATION_WITHDRAWN", "Adjusting", "CommentState", "ItemPurpose", "MaterialKind",
    "MeetingForm", "MeetingKind", "MinutesState", "Mode", "PartKind", "Presence", "Reply", "SignUpState", "StepKind",
    "SummaryState",
]  # fmt: skip
