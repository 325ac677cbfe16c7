"""A point on the meeting's agenda."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.operations import add_item
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.likeness import title_likeness
from kraftsamla.reading.accepting.shape import Field, Kind, Parent, Values


def accept(context: Context) -> None:
    number, title = context.text("number", length=20), context.title(length=300)
    for item in context.known.agenda:
        if item.number == number and title_likeness(item.title_sv, title) >= 0.6:
            context.quoted(item)
            return
    item = add_item(meeting=context.meeting, values={"number": number, "title_sv": title}, by=context.by)
    context.known.forget("agenda")
    context.created(item)


def parents(values: Values, known: Known) -> list[Parent]:
    return [] if known.meeting else [Parent("meeting")]


KIND = Kind(
    code="agenda_item",
    plural=_("Dagordning"),
    becomes=_("en punkt på mötets dagordning"),
    fields=(Field("number", _("nummer")), Field("title", _("rubrik"), required=True)),
    accept=accept,
    parents=parents,
)
