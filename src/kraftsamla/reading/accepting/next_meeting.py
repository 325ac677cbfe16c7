"""The meeting that the minutes announce."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Refused
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import create_meeting
from kraftsamla.reading.accepting.agenda_item import parents
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.meeting import title_of
from kraftsamla.reading.accepting.shape import Field, Kind, Values, Words


def accept(context: Context) -> None:
    meeting, date = context.meeting, context.text("date")
    if not date:
        raise Refused(_now("Mötet har aviserats utan datum. Låt förslaget vänta, eller ändra det när datumet är känt."))
    known = Meeting.objects.filter(starts_on=date, body=meeting.body, kind=meeting.kind).exclude(pk=meeting.pk).first()
    if known is not None:
        context.quoted(known)
        return
    values = {
        "title_sv": context.title(length=300) or _called(meeting, date),
        "kind": meeting.kind,
        "body": meeting.body,
        "starts_on": date,
        "starts_at": context.text("start") or None,
        "place": context.text("place", length=200),
        "follows": meeting,
    }
    context.created(create_meeting(values=values, by=context.by))


def _called(meeting: Meeting, date: str) -> str:
    """As the meeting that announces it, unless that one's name tells its own day."""
    if not any(letter.isdigit() for letter in meeting.title_sv):
        return meeting.title_sv
    return title_of({"body": str(meeting.body or ""), "date": date})


def lacks(values: Values) -> Words:
    return "" if values.get("date") else _("datum för nästa möte")


KIND = Kind(
    code="next_meeting",
    plural=_("Nästa möte"),
    becomes=_("ett kommande möte"),
    fields=(
        Field("date", _("datum"), "date"),
        Field("start", _("börjar kl."), "time"),
        Field("place", _("plats")),
        Field("title", _("titel")),
    ),
    accept=accept,
    parents=parents,
    lacks=lacks,
)
