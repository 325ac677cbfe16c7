"""Something that is done to reach an objective."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting import fitting, guesses
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, Titled, alike, why_alike
from kraftsamla.reading.accepting.likeness import SAME
from kraftsamla.reading.accepting.shape import NEW, NONE, Evidence, Field, Kind, Option, Parent, Slot, Values
from kraftsamla.strategy.choices import ActionKind, AssignmentRole, DateKind
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import add_date, assign, create_action
from kraftsamla.ui.templatetags.ui import partial_date

ROLES = {
    "responsible": AssignmentRole.RESPONSIBLE, "partners": AssignmentRole.PARTNER, "parties": AssignmentRole.PARTNER,
    "commissioner": AssignmentRole.COMMISSIONER,
}


def accept(context: Context) -> None:
    chosen = context.answer("action")
    if chosen == NEW:
        action = context.created(create_action(strategy=context.strategy, values=_values(context), by=context.by))
        context.known.actions.append(Titled(action.pk, action.slug, action.title_sv))
    else:
        action = context.quoted(Action.objects.get(slug=chosen))
    _assign(context, action)
    _date(context, action)


def _values(context: Context) -> dict[str, object]:
    title, objective = context.title(length=300), context.answer("objective")
    found = context.known.objectives.get(objective)
    area = context.known.areas.get(objective.removeprefix("area:")) if objective.startswith("area:") else None
    return {
        "title_sv": title,
        "kind": context.text("action_kind") or kind_of(context),
        "objectives": [found] if found else [],
        "areas": [area] if area else [],
    }


def kind_of(context: Context) -> str:
    if context.suggestion.kind == "agreement":
        return ActionKind.AGREEMENT.value
    return guesses.action_kind(context.text("title"))


def _assign(context: Context, action: Action) -> None:
    for field, role in ROLES.items():
        for organisation in context.organisations(field):
            known = action.assignments.filter(organisation=organisation, role=role).first()
            if known is not None:
                context.quoted(known)
            else:
                context.created(assign(action=action, organisation=organisation, role=role.value, by=context.by))


def _date(context: Context, action: Action) -> None:
    date, kind = context.text("date"), context.answer("date_kind")
    if not date or kind == NONE:
        return
    known = action.dates.filter(date=date, kind=kind).first()
    if known is not None:
        context.quoted(known)
    else:
        context.created(add_date(action=action, values={"date": date, "kind": kind}, by=context.by))


def slots(values: Values, known: Known) -> list[Slot]:
    return [_same_action(values, known), *_date_kind(values)]


def placed(values: Values, known: Known, evidence: Evidence) -> list[Slot]:
    return [_objective(values, known, evidence)]


def _same_action(values: Values, known: Known) -> Slot:
    """An action by the same title is the same; one that reads alike is asked about."""
    said, new = str(values.get("title") or ""), Option(NEW, _("En ny insats"))
    near = alike(said, known.actions, at_least=0.6)
    if near and near[0][0] >= SAME:
        found = near[0][1]
        return Slot(
            "action", _("insats"), said, known=Option(found.slug, found.title),
            options=(Option(found.slug, found.title), new), default=found.slug, remark=_("finns redan i bilden"),
        )
    if near:
        options = (*(Option(each.slug, _same(each)) for _score, each in near[:3]), new)
        remark = _("liknar en känd insats")
        return Slot("action", _("insats"), said, options=options, remark=remark, why=why_alike(said, near))
    return Slot("action", _("insats"), said, options=(new,), default=NEW)


def _same(each: Titled) -> str:
    return _("Samma som %(title)s") % {"title": each.title}


def _objective(values: Values, known: Known, evidence: Evidence) -> Slot:
    """The objective the document states; else none until somebody chooses one, with the likeliest proposed."""
    stated = str(values.get("objective") or "")
    options = (
        Option(NONE, _("inget mål valt")),
        *(Option(number, str(objective)) for number, objective in known.objectives.items()),
        *(Option(f"area:{number}", _("bara område %(area)s") % {"area": area}) for number, area in known.areas.items()),
    )
    if stated in known.objectives:
        option = Option(stated, str(known.objectives[stated]))
        return Slot("objective", _("mål"), stated, known=option, options=options, default=stated)
    if stated in known.coming:
        return Slot("objective", _("mål"), stated, options=(Option(stated, stated), *options), default=stated)
    if stated:
        return Slot("objective", _("mål"), stated, options=options, remark=_("det målet finns inte här"))
    fit = fitting.stated_in(known, evidence)
    if fit:
        option = Option(fit.number, str(known.objectives[fit.number]))
        return Slot("objective", _("mål"), "", known=option, options=options, default=fit.number, remark=fit.why)
    fit = fitting.likely(str(values.get("title") or ""), known)
    proposal = Option(fit.number, str(known.objectives[fit.number])) if fit else None
    return Slot(
        "objective", _("mål"), "", options=options, default=NONE, remark=_("framgår inte av texten"),
        proposal=proposal, why=fit.why if fit else "",
    )


def _date_kind(values: Values) -> list[Slot]:
    """What the date means, asked when the text does not say."""
    date, said = str(values.get("date") or ""), str(values.get("date_kind") or "")
    if not date:
        return []
    kinds = tuple(Option(str(kind.value), kind.label) for kind in DateKind)
    default = said if said in DateKind.values else ""
    known = next((option for option in kinds if option.value == default), None)
    return [
        Slot(
            "date_kind", _("datumet gäller"), partial_date(date), known=known, default=default,
            options=(*kinds, Option(NONE, _("ta inte med datumet"))), remark=_("framgår inte av texten"),
        )
    ]


def parents(values: Values, known: Known) -> list[Parent]:
    strategy = [] if known.reading.strategy_id else [Parent("strategy")]
    stated = str(values.get("objective") or "")
    return [*strategy, Parent("objective", stated)] if stated and stated not in known.objectives else strategy


FIELDS = (
    Field("title", _("titel"), required=True),
    Field(
        "action_kind", _("slag"), "choice", choices=tuple((str(kind.value), kind.label) for kind in ActionKind)
    ),
    Field("responsible", _("ansvarig"), "lines", noun="organisation"),
    Field("partners", _("medverkar"), "lines", noun="organisation"),
    Field("commissioner", _("uppdragsgivare"), noun="organisation"),
    Field("date", _("datum"), "date"),
    Field(
        "date_kind", _("datumet gäller"), "choice", choices=tuple((str(kind.value), kind.label) for kind in DateKind)
    ),
    Field("objective", _("mål")),
)

KIND = Kind(
    code="action",
    plural=_("Insatser"),
    becomes=_("en insats"),
    fields=FIELDS,
    accept=accept,
    slots=slots,
    placed=placed,
    parents=parents,
)
