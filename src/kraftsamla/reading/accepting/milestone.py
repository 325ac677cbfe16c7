"""Something an action should have reached by a date: a dated fact of that action, or else a note."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, alike
from kraftsamla.reading.accepting.likeness import SAME
from kraftsamla.reading.accepting.shape import Field, Kind, Option, Slot, Values
from kraftsamla.strategy.choices import DateKind
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import add_date
from kraftsamla.ui.templatetags.ui import partial_date

NOTE = "note"


def accept(context: Context) -> None:
    title, chosen = context.title(length=280), context.answer("action")
    if chosen == NOTE or not context.text("date"):
        context.noted(f"Milstolpe: {' '.join(part for part in (context.text('date'), title) if part)}")
        return
    action = Action.objects.get(slug=chosen)
    values = {"kind": context.answer("date_kind"), "date": context.text("date"), "note_sv": title}
    context.created(add_date(action=action, values=values, by=context.by))


def slots(values: Values, known: Known) -> list[Slot]:
    """Which action it is a part of. Without a date, or without any action, it can only be a note."""
    said, date = str(values.get("of") or values.get("title") or ""), str(values.get("date") or "")
    as_note = Option(NOTE, _("behåll som anmärkning vid textstället"))
    if not date or not known.actions:
        return [Slot("action", _("insats"), "", options=(as_note,), default=NOTE)]
    near = alike(said, known.actions, at_least=0.6)
    named = [each for _score, each in near]
    rest = [each for each in known.actions if each not in named]
    options = (*(Option(each.slug, each.title) for each in [*named, *rest]), as_note)
    if near and near[0][0] >= SAME:
        slot = Slot("action", _("insats"), said, known=options[0], options=options, default=options[0].value)
    else:
        slot = Slot("action", _("insats"), said, options=options, remark=_("framgår inte av texten"))
    return [slot, _meaning(date, known)]


def _meaning(date: str, known: Known) -> Slot:
    """After the document's own day it is expected, before it has been held."""
    published = known.reading.document.published
    default = DateKind.HELD if published and date < published else DateKind.EXPECTED
    options = tuple(Option(str(kind.value), kind.label) for kind in DateKind)
    return Slot("date_kind", _("datumet gäller"), partial_date(date), options=options, default=default.value)


KIND = Kind(
    code="milestone",
    plural=_("Milstolpar"),
    becomes=_("ett datum för en insats, eller en anmärkning vid textstället"),
    fields=(
        Field("title", _("titel"), required=True), Field("date", _("datum"), "date"), Field("of", _("del av")),
    ),
    accept=accept,
    slots=slots,
)  # fmt: skip
