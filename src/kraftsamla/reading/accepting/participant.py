"""Somebody, or an organisation, that was at the meeting or had been asked to be."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.choices import Mode, Presence
from kraftsamla.meetings.models import Attendance
from kraftsamla.meetings.operations import record_attendance
from kraftsamla.reading.accepting.agenda_item import parents
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import Field, Kind

PRESENCE = {"present": Presence.PRESENT, "absent": Presence.ABSENT, "excused": Presence.EXCUSED}
MODES = {
    "room": Mode.ROOM.value, "on_site": Mode.ROOM.value, "physical": Mode.ROOM.value, "remote": Mode.REMOTE.value,
    "digital": Mode.REMOTE.value,
}  # fmt: skip


def accept(context: Context) -> None:
    meeting = context.meeting
    person, organisation = context.person("person"), context.organisation("organisation")
    if person is not None and (listed := Attendance.objects.filter(meeting=meeting, person=person).first()):
        context.quoted(listed)
        return
    context.engagement(person, organisation, "")
    values = {
        "person": person,
        "organisation": organisation,
        "person_name": context.text("person", length=200),
        "organisation_name": context.text("organisation", length=300),
        "role": context.text("role", length=200),
        "presence": PRESENCE.get(context.text("attendance") or "present", Presence.UNKNOWN),
        "mode": MODES.get(context.text("mode"), ""),
    }
    context.created(record_attendance(meeting=meeting, values=values, by=context.by))


KIND = Kind(
    code="participant",
    plural=_("Deltagare"),
    becomes=_("en deltagare på mötet"),
    fields=(
        Field("person", _("person"), noun="person"),
        Field("organisation", _("organisation"), noun="organisation"),
        Field("role", _("roll")),
        Field(
            "attendance", _("närvaro"), "choice",
            choices=tuple((str(each.value), each.label) for each in Presence),
        ),
        Field(
            "mode", _("hur"), "choice", aliases=MODES, choices=tuple((str(each.value), each.label) for each in Mode)
        ),
    ),
    accept=accept,
    parents=parents,
)
