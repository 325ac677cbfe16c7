"""A numbered objective."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Refused
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Parent, Slot, Values
from kraftsamla.strategy.models import Objective
from kraftsamla.strategy.operations import create_objective


def accept(context: Context) -> None:
    number = context.text("number")
    objective = context.known.objectives.get(number)
    if objective is not None:
        _quote(context, objective)
        return
    area = context.known.areas.get(area_of(context.values))
    if area is None:
        words = {"number": number, "area": area_of(context.values)}
        raise Refused(_now("Mål %(number)s hör till område %(area)s, som inte finns. Lägg till området först.") % words)
    wording = {"title_sv": context.title(length=300)}
    objective = create_objective(area=area, values={"number": number}, wording=wording, by=context.by)
    context.known.objectives[number] = objective
    context.known.forget("coming")
    context.created(objective)
    context.quoted(objective.wordings.get())


def _quote(context: Context, objective: Objective) -> None:
    """The objective is known: the passage is one more source, also for its wording where the words are the same."""
    context.quoted(objective)
    wording = objective.wording_at(None)
    if wording is not None and plain(wording.title_sv) == plain(context.text("title")):
        context.quoted(wording)


def area_of(values: Values) -> str:
    return str(values.get("area") or "") or str(values.get("number") or "").split(".")[0]


def slots(values: Values, known: Known) -> list[Slot]:
    """An objective with that number is the same; how it reads here is shown when it differs."""
    number, title = str(values.get("number") or ""), str(values.get("title") or "")
    objective = known.objectives.get(number)
    if objective is None:
        return [Slot("objective", _("mål"), title, options=(Option(NEW, _("ett nytt mål")),), default=NEW)]
    wording = objective.wording_at(None)
    differs = wording is not None and plain(wording.title_sv) != plain(title)
    official = {"title": wording.title_sv if wording else ""}
    remark = _("lyder ”%(title)s” i strategin; bara källan läggs till") % official if differs else ""
    return [Slot("objective", _("mål"), title, known=Option(number, str(objective)), default=number, remark=remark)]


def parents(values: Values, known: Known) -> list[Parent]:
    if str(values.get("number") or "") in known.objectives:
        return []
    strategy = [] if known.reading.strategy_id else [Parent("strategy")]
    return strategy if area_of(values) in known.areas else [*strategy, Parent("area", area_of(values))]


KIND = Kind(
    code="objective",
    plural=_("Mål"),
    becomes=_("ett mål i strategin"),
    fields=(
        Field("number", _("nummer"), required=True),
        Field("title", _("lydelse"), required=True),
    ),
    accept=accept,
    slots=slots,
    parents=parents,
)
