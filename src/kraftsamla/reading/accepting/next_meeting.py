"""The meeting that the minutes announce."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Refused
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import create_meeting
from kraftsamla.reading.accepting.agenda_item import parents
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import Field, Kind


def accept(context: Context) -> None:
    meeting, date = context.meeting, context.text("date")
    if not date:
        raise Refused(_now("Mötet har aviserats utan datum. Låt förslaget vänta, eller ändra det när datumet är känt."))
    known = Meeting.objects.filter(starts_on=date, body=meeting.body, kind=meeting.kind).exclude(pk=meeting.pk).first()
    if known is not None:
        context.quoted(known)
        return
    values = {
        "title_sv": context.text("title", length=300) or meeting.title_sv,
        "kind": meeting.kind,
        "body": meeting.body,
        "starts_on": date,
        "starts_at": context.text("start") or None,
        "place": context.text("place", length=200),
        "follows": meeting,
    }
    context.created(create_meeting(values=values, by=context.by))


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
)
