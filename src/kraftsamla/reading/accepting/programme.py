"""A programme: a strategy of its own, or an action of the strategy it belongs to. A person says which."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting import strategy
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, alike
from kraftsamla.reading.accepting.likeness import SAME
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Slot, Values
from kraftsamla.strategy.choices import ActionKind, AssignmentRole, DateKind
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import add_date, assign, create_action

ACTION = "action"


def accept(context: Context) -> None:
    chosen = context.answer("strategy")
    if chosen.startswith(f"{ACTION}:"):
        context.quoted(Action.objects.get(slug=chosen.removeprefix(f"{ACTION}:")))
    elif chosen == ACTION:
        _as_action(context)
    else:
        strategy.accept(context)


def _as_action(context: Context) -> None:
    values = {"title_sv": context.title(length=300), "kind": ActionKind.PROGRAMME}
    action = context.created(create_action(strategy=context.strategy, values=values, by=context.by))
    context.known.forget("actions")
    owner = context.organisation("owner")
    if owner is not None:
        role = AssignmentRole.RESPONSIBLE.value
        context.created(assign(action=action, organisation=owner, role=role, by=context.by))
    for field, kind in (("start", DateKind.STARTED), ("end", DateKind.ENDED)):
        if context.text(field):
            dated = {"date": context.text(field), "kind": kind.value}
            context.created(add_date(action=action, values=dated, by=context.by))


def slots(values: Values, known: Known) -> list[Slot]:
    """One known by that name is the same. Else it is a strategy, unless there is one that it can be an action of."""
    said = str(values.get("title") or "")
    (slot,) = strategy.slots(values, known)
    near = alike(said, known.actions, at_least=SAME)
    if slot.known:
        return [slot]
    own = Option(NEW, _("Ett eget program, läggs upp som en strategi"))
    if near:
        found = Option(f"{ACTION}:{near[0][1].slug}", near[0][1].title)
        return [Slot("strategy", _("program"), said, known=found, options=(found, own), default=found.value)]
    if known.reading.strategy is None:
        return [Slot("strategy", _("program"), said, options=(own,), default=NEW)]
    words = {"strategy": known.reading.strategy}
    part = Option(ACTION, _("En insats inom %(strategy)s") % words)
    return [Slot("strategy", _("program"), said, options=(part, own), remark=_("framgår inte av texten"))]


KIND = Kind(
    code="programme",
    plural=_("Program"),
    becomes=_("en strategi eller en insats av slaget program"),
    fields=(
        Field("title", _("titel"), required=True),
        Field("owner", _("ägare"), noun="organisation"),
        Field("start", _("från"), "date"),
        Field("end", _("till"), "date"),
        Field("date", _("antagen"), "date"),
    ),
    accept=accept,
    slots=slots,
)
