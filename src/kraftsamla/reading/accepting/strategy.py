"""A strategy that the document sets out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Slot, Values
from kraftsamla.strategy.models import Strategy
from kraftsamla.strategy.operations import create_strategy


def accept(context: Context) -> None:
    chosen = context.answer("strategy")
    strategy = _create(context) if chosen == NEW else context.quoted(Strategy.objects.get(slug=chosen))
    reading = context.suggestion.reading
    if reading.strategy_id is None:
        reading.strategy = strategy
        reading.save(update_fields=["strategy"])
        context.did("strategy", reading, strategy=strategy.pk)
        context.known.forget("areas", "objectives", "actions")


def _create(context: Context) -> Strategy:
    count = context.text("objectives_count")
    values = {
        "title_sv": context.title(length=300),
        "owner": context.organisation("owner"),
        "adopted": context.text("date") or context.text("start"),
        "objectives_announced": int(count) if count.isdigit() else None,
    }
    return context.created(create_strategy(values=values, by=context.by))


def slots(values: Values, known: Known) -> list[Slot]:
    """With strategies in the picture, one by another name is asked about: a second one is rare."""
    said, new = str(values.get("title") or ""), Option(NEW, _("En ny strategi"))
    same = known.strategies.called(said)
    if len(same) == 1:
        option = Option(same[0].slug, same[0].name)
        return [Slot("strategy", _("strategi"), said, known=option, options=(option, new), default=option.value)]
    others = known.strategies.by_slug.values()
    if others:
        options = (*(Option(each.slug, _("Samma som %(name)s") % {"name": each.name}) for each in others), new)
        return [Slot("strategy", _("strategi"), said, options=options, remark=_("heter inte som någon känd strategi"))]
    return [Slot("strategy", _("strategi"), said, options=(new,), default=NEW)]


KIND = Kind(
    code="strategy",
    plural=_("Strategi"),
    becomes=_("en strategi"),
    fields=(
        Field("title", _("titel"), required=True),
        Field("owner", _("ägare"), noun="organisation"),
        Field("objectives_count", _("antal mål"), "number"),
        Field("start", _("från"), "date"),
        Field("date", _("antagen"), "date"),
    ),
    accept=accept,
    slots=slots,
)
