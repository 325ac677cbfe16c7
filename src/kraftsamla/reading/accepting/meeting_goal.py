"""What the meeting was for: a line of the meeting's summary."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.operations import change_meeting
from kraftsamla.reading.accepting.agenda_item import parents
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import Field, Kind
from kraftsamla.reading.choices import SuggestionState


def accept(context: Context) -> None:
    # Kept in the record, so in Swedish whoever accepts it.
    line = f"Syfte: {context.title(length=500)}"
    meetings = context.suggestion.reading.suggestions.filter(kind="meeting").exclude(state=SuggestionState.REJECTED)
    if context.known.meeting is None and not meetings.exists():
        context.noted(line)  # a page about something that is no meeting here
        return
    meeting = context.meeting
    if line not in meeting.summary_sv.split("\n"):
        summary = "\n".join(part for part in (meeting.summary_sv, line) if part)
        change_meeting(meeting=meeting, values={"summary_sv": summary}, version=meeting.version, by=context.by)
        context.did("summary", meeting, line=line)
        context.known.forget("meeting")
    context.quoted(meeting)


KIND = Kind(
    code="meeting_goal",
    plural=_("Mötets syfte"),
    becomes=_("en rad i mötets sammanfattning"),
    fields=(Field("title", _("syfte"), required=True),),
    accept=accept,
    parents=parents,
)
