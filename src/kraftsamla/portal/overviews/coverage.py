"""What the strategy does not cover, whom it asks the most of, and where each chain of proof is weakest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.choices import OrganisationKind
from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.models import Appointment
from kraftsamla.followup.models import Answer
from kraftsamla.portal.proof import ORDER, SHORT, is_answered_for, with_weakest
from kraftsamla.strategy.models import Action, Assignment, Objective
from kraftsamla.strategy.querysets import ActionQuerySet, ObjectiveQuerySet

PER_PAGE = 50
#: Asked more often than this in a year is too often: once a quarter is what people keep up with.
TIMES_A_YEAR = 4
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Gap:
    """``number`` of ``total`` objectives lack something; ``number`` is None when nobody can know yet, and ``why``."""

    code: str
    label: str | Promise
    number: int | None
    total: int
    why: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """An organisation and what has been asked of it in a year."""

    organisation: Organisation
    rounds: int
    points: int

    @property
    def is_too_often(self) -> bool:
        return self.rounds > TIMES_A_YEAR


@dataclass(frozen=True, slots=True)
class Weak:
    code: str
    label: str | Promise
    number: int


@dataclass(frozen=True, slots=True)
class Coverage:
    gaps: Sequence[Gap]
    shown: str
    objectives: Sequence[Objective]
    asked: Sequence[Asked]
    any_round: bool
    weak: Sequence[Weak]
    actions: int


def without_action(objectives: ObjectiveQuerySet, *, at: dt.date) -> ObjectiveQuerySet:
    return objectives.filter(~Exists(_actions()))


def without_owner(objectives: ObjectiveQuerySet, *, at: dt.date) -> ObjectiveQuerySet:
    """No organisation has said yes to answering for any action towards it."""
    return objectives.filter(~Exists(is_answered_for(_actions())))


def without_patients(objectives: ObjectiveQuerySet, *, at: dt.date) -> ObjectiveQuerySet:
    """No patient organisation has a part in an action, or sits in a working group."""
    return objectives.filter(~Exists(_with_kind(OrganisationKind.PATIENT_ORGANISATION)),
                             ~Exists(_seats(OrganisationKind.PATIENT_ORGANISATION, at=at)))  # fmt: skip


def without_region(objectives: ObjectiveQuerySet, *, at: dt.date) -> ObjectiveQuerySet:
    """No region has a part in an action, or sits in a working group."""
    return objectives.filter(~Exists(_with_kind(OrganisationKind.REGION)),
                             ~Exists(_seats(OrganisationKind.REGION, at=at)))  # fmt: skip


Lacking = Callable[..., ObjectiveQuerySet]
GAPS: dict[str, tuple[str | Promise, Lacking]] = {
    "insats": (_("utan insats"), without_action),
    "ansvarig": (_("utan någon som har åtagit sig ansvaret"), without_owner),
    "patienter": (_("utan patientröst"), without_patients),
    "region": (_("utan region"), without_region),
}


def coverage(visitor: Visitor, *, shown: str, at: dt.date) -> Coverage:
    """The numbers, and the objectives behind one of them; the same number of questions whatever there is."""
    objectives = Objective.objects.visible_to(visitor)
    total = objectives.count()
    gaps = [Gap(code, label, lacking(objectives, at=at).count(), total) for code, (label, lacking) in GAPS.items()]
    gaps.append(Gap("indikator", _("utan indikator"), None, total, _("Indikatorer finns inte i programmet än.")))
    chosen = GAPS[shown][1](objectives, at=at) if shown in GAPS else objectives.none()
    actions = Action.objects.visible_to(visitor).in_picture()
    return Coverage(
        gaps=gaps, shown=shown, objectives=list(chosen.select_related("strategy", "area").prefetch_related("wordings")),
        asked=_asked(visitor, at=at), any_round=Answer.objects.exists(), weak=_weak(actions, at=at),
        actions=actions.count(),
    )  # fmt: skip


def weak_chains(visitor: Visitor, *, code: str, area: str, page: str, at: dt.date) -> Page[Action]:
    """The actions whose chain is weakest at a link, "" for every weak one; each with its objectives."""
    found = with_weakest(Action.objects.visible_to(visitor).in_picture(), at=at)
    found = found.filter(Q(weakest=code)) if code else found.exclude(Q(weakest=""))
    if area:
        within = Action.objectives.through.objects.filter(action=OuterRef("pk"), objective__area__number=area)
        direct = Action.areas.through.objects.filter(action=OuterRef("pk"), area__number=area)
        found = found.filter(Exists(within) | Exists(direct))
    rows = found.select_related("strategy").order_by("sort_key", "pk").prefetch_related("objectives", "areas")
    shown: Page[Action] = Paginator(rows, PER_PAGE).get_page(page)
    for row in shown:
        row.weak_words = SHORT[row.weakest]  # type: ignore[attr-defined]  # annotated above, read by the template
    return shown


def _weak(actions: ActionQuerySet, *, at: dt.date) -> list[Weak]:
    counted = with_weakest(actions, at=at).order_by().annotate(link=F("weakest")).values_list("link")
    numbers = dict(counted.annotate(number=Count("pk")))
    return [Weak(code, SHORT[code], numbers[code]) for code in ORDER if code in numbers]


def _asked(visitor: Visitor, *, at: dt.date) -> list[Asked]:
    """Those asked the most in the year that has been, in rounds that were opened."""
    since = at - YEAR
    told = Q(answers__asked_at__date__gt=since, answers__round__opened_at__isnull=False)
    found: QuerySet[Organisation] = (
        Organisation.objects.visible_to(visitor).current()
        .annotate(
            rounds_asked=Count("answers__round", filter=told, distinct=True),
            points_asked=Count("answers__points", filter=told, distinct=True), last_asked=Max("answers__asked_at"),
        )
        .filter(Q(rounds_asked__gt=0)).order_by("-rounds_asked", "-points_asked", "sort_key")[:20]
    )  # fmt: skip
    return [Asked(each, each.rounds_asked, each.points_asked) for each in found]  # type: ignore[attr-defined]  # annotated


def _actions() -> ActionQuerySet:
    """The actions of an objective that a query goes through."""
    return Action.objects.in_picture().filter(objectives=OuterRef("pk"))


def _with_kind(kind: str) -> QuerySet[Assignment]:
    """A part that is not over, in an action of the objective, of an organisation of a kind."""
    tied = Action.objectives.through.objects.filter(objective=OuterRef(OuterRef("pk")), action=OuterRef("action"))
    return Assignment.objects.going().filter(Exists(tied), organisation__kind=kind, action__ending="")


def _seats(kind: str, *, at: dt.date) -> QuerySet[Appointment]:
    """Somebody sits for an organisation of a kind in a working group of the objective."""
    held = Appointment.objects.filter(body__objectives=OuterRef("pk"), on_behalf_of__kind=kind)
    day = at.isoformat()
    # A month or a year lasts to its end, so the one that the day lies in has not passed.
    return held.filter(Q(valid_to="") | Q(valid_to__gte=day) | Q(valid_to__in=[day[:4], day[:7]]), valid_from__lte=day)
