"""An area of the strategy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Parent, Slot, Values
from kraftsamla.strategy.operations import create_area


def accept(context: Context) -> None:
    number, title = context.text("number"), context.title(length=300)
    if number in context.known.areas:
        context.quoted(context.known.areas[number])
        return
    area = create_area(strategy=context.strategy, values={"number": number, "title_sv": title}, by=context.by)
    context.known.areas[number] = area
    context.created(area)


def slots(values: Values, known: Known) -> list[Slot]:
    """An area with that number is the same; how it reads here is shown when it differs."""
    number, title = str(values.get("number") or ""), str(values.get("title") or "")
    area = known.areas.get(number)
    if area is None:
        return [Slot("area", _("område"), title, options=(Option(NEW, _("ett nytt område")),), default=NEW)]
    differs = plain(title) != plain(area.title_sv)
    remark = _("står som ”%(title)s” i strategin; bara källan läggs till") % {"title": area.title_sv} if differs else ""
    return [Slot("area", _("område"), title, known=Option(number, str(area)), default=number, remark=remark)]


def parents(values: Values, known: Known) -> list[Parent]:
    return [] if known.reading.strategy_id else [Parent("strategy")]


KIND = Kind(
    code="area",
    plural=_("Områden"),
    becomes=_("ett område i strategin"),
    fields=(Field("number", _("nummer"), required=True), Field("title", _("titel"), required=True)),
    accept=accept,
    slots=slots,
    parents=parents,
)
