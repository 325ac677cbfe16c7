"""A group or an office that gathers people."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import create_body
from kraftsamla.core.errors import Refused
from kraftsamla.reading.accepting import guesses
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Entry, Known
from kraftsamla.reading.accepting.shape import NEW, NONE, Field, Kind, Slot, Values
from kraftsamla.reading.accepting.slots import body_slot


def accept(context: Context) -> None:
    chosen, name = context.answer("body"), context.text("name", length=300)
    if chosen == NONE:
        raise Refused(_now("Välj vad det är för slags organ, eller avvisa förslaget."))
    if not chosen.startswith(f"{NEW}:"):
        context.quoted(Body.objects.get(slug=chosen))
        return
    host, kind = context.organisation("host"), chosen.removeprefix(f"{NEW}:")
    values = {"name_sv": guesses.as_name(name), "kind": kind, "host": host}
    body = context.created(create_body(values=values, by=context.by))
    context.known.bodies.add(Entry(body.pk, body.slug, body.name_sv), name)


def slots(values: Values, known: Known) -> list[Slot]:
    """Known by name; else new, of the kind its name says, or else of a kind that is asked for."""
    slot = body_slot("body", _("organ"), str(values.get("name") or ""), known)
    default = "" if slot.default == NONE else slot.default
    options = tuple(option for option in slot.options if option.value != NONE)
    return [
        Slot(slot.name, slot.label, slot.said, known=slot.known, options=options, default=default, remark=slot.remark)
    ]


KIND = Kind(
    code="body",
    plural=_("Organ"),
    becomes=_("ett organ"),
    fields=(Field("name", _("namn"), required=True), Field("host", _("värd"), noun="organisation")),
    accept=accept,
    slots=slots,
)
