"""What the meeting decided."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.operations import add_decision
from kraftsamla.reading.accepting.agenda_item import parents, point_above
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.accepting.shape import Field, Kind


def accept(context: Context) -> None:
    meeting, text = context.meeting, context.title(length=1000)
    for decision in meeting.decisions.all():
        if plain(decision.text_sv) == plain(text):
            context.quoted(decision)
            return
    values = {"text_sv": text, "item": point_above(context)}
    context.created(add_decision(meeting=meeting, values=values, by=context.by))


KIND = Kind(
    code="decision",
    plural=_("Beslut"),
    becomes=_("ett beslut på mötet"),
    fields=(Field("title", _("vad som beslutades"), required=True),),
    accept=accept,
    parents=parents,
)
