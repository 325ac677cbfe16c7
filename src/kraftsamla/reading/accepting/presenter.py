"""Somebody who presented something at a point of the agenda."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.choices import OrganisationKind
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.models import AgendaItem
from kraftsamla.meetings.operations import add_presentation
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.accepting.shape import Field, Kind, Option, Parent, Slot, Values, Words
from kraftsamla.reading.accepting.slots import organisation_slot

OTHER = OrganisationKind.OTHER.value


def accept(context: Context) -> None:
    item = _item(context)
    listed = context.known.listed.get(plain(context.text("person")), "")
    person, organisation = context.person("person"), context.organisation("organisation", said=listed)
    if person is None:
        raise Refused(_now("Skriv vem som presenterade, eller avvisa förslaget."))
    # The role is one at the organisation only when both are said in the same breath.
    context.engagement(person, organisation, context.text("role") if context.text("organisation") else "")
    values = {"person": person, "organisation": organisation, "topic_sv": context.text("topic", length=500)}
    context.created(add_presentation(item=item, values=values, by=context.by))


def _item(context: Context) -> AgendaItem:
    number = context.text("agenda_item") or context.answer("agenda_item")
    for item in context.known.agenda:
        if number in {item.number, f"#{item.pk}"}:
            return item
    raise Refused(_now("Presentationen behöver en punkt på dagordningen. Godkänn punkten först, eller ändra numret."))


def slots(values: Values, known: Known) -> list[Slot]:
    """Without a number the person chooses among the points that are on the agenda.

    Where the document does not say at the presentation where somebody comes from, its list of participants may.
    """
    return [*_listed(values, known), *_point(values, known)]


def _listed(values: Values, known: Known) -> list[Slot]:
    said = "" if values.get("organisation") else known.listed.get(plain(str(values.get("person") or "")), "")
    if not said:
        return []
    slot = organisation_slot("organisation", _("organisation"), said, known, otherwise=OTHER)
    return [replace(slot, remark=slot.remark or _("enligt deltagarlistan"))]


def _point(values: Values, known: Known) -> list[Slot]:
    if values.get("agenda_item") or not known.agenda:
        return []
    options = tuple(Option(f"#{item.pk}", str(item)) for item in known.agenda)
    return [Slot("agenda_item", _("punkt"), "", options=options, remark=_("framgår inte av texten"))]


def parents(values: Values, known: Known) -> list[Parent]:
    number = str(values.get("agenda_item") or "")
    first = [] if known.meeting else [Parent("meeting")]
    missing = number and number not in {item.number for item in known.agenda}
    return [*first, Parent("agenda_item", number)] if missing else first


def lacks(values: Values) -> Words:
    return "" if values.get("agenda_item") else _("punkten på dagordningen")


KIND = Kind(
    code="presenter",
    plural=_("Presentationer"),
    becomes=_("en presentation på mötet"),
    fields=(
        Field("person", _("person"), noun="person", required=True),
        Field("organisation", _("organisation"), noun="organisation", otherwise=OTHER),
        Field("role", _("titel")),
        Field("topic", _("ämne")),
        Field("agenda_item", _("punkt")),
    ),
    accept=accept,
    slots=slots,
    parents=parents,
    lacks=lacks,
)
