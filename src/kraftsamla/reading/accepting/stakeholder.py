"""An organisation that has to do with the work."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Refused
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.shape import NONE, Field, Kind, Slot, Values
from kraftsamla.reading.accepting.slots import organisation_slot


def accept(context: Context) -> None:
    organisation = context.organisation("organisation")
    if organisation is None:
        raise Refused(_now("Välj vad det är för slags organisation, eller avvisa förslaget."))
    context.quoted(organisation)


def slots(values: Values, known: Known) -> list[Slot]:
    """As for any organisation, but a new one must be given a kind: here it is the fact itself."""
    slot = organisation_slot("organisation", _("organisation"), str(values.get("organisation") or ""), known)
    options = tuple(option for option in slot.options if option.value != NONE)
    default = "" if slot.default == NONE else slot.default
    return [
        Slot(slot.name, slot.label, slot.said, known=slot.known, options=options, default=default, remark=slot.remark)
    ]


KIND = Kind(
    code="stakeholder",
    plural=_("Organisationer"),
    becomes=_("en organisation i registret"),
    fields=(Field("organisation", _("namn"), required=True),),
    accept=accept,
    slots=slots,
)
