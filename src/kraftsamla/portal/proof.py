"""The weakest link of an action's proof, found by the database, so that long lists can be counted and filtered.

The codes and their order are those of the public edition, which finds the same for one action at a time.
"""

from __future__ import annotations

import datetime as dt
from typing import get_args

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from kraftsamla.editions.content import LIVING, PAST_PARTS, STALE_AFTER_DAYS, WeakLink
from kraftsamla.strategy.choices import AssignmentRole, AssignmentState, Finding, Progress
from kraftsamla.strategy.models import Action, Assignment, Result, Verdict
from kraftsamla.strategy.querysets import ActionQuerySet

#: From the first link of the chain to the last; "" is a chain without a weak link.
ORDER: tuple[str, ...] = get_args(WeakLink)
SHORT = {
    "no_source": _("ingen källa"),
    "no_responsible": _("ingen ansvarig"),
    "declined": _("ansvaret är avböjt"),
    "not_accepted": _("ingen har åtagit sig ansvaret"),
    "changes_proposed": _("villkoren är inte klara"),
    "no_status": _("läget är inte berättat"),
    "stale": _("läget är äldre än sex månader"),
    "disputed": _("resultatet är ifrågasatt"),
    "no_evidence": _("underlag saknas"),
    "no_result": _("genomförd, men inget resultat"),
    "not_verified": _("resultatet är inte bekräftat"),
    "": _("ingen svag länk"),
}


def with_weakest(actions: ActionQuerySet, *, at: dt.date) -> ActionQuerySet:
    """Adds ``weakest``, and ``progress_now`` and ``updated_on`` that it needs."""
    cited = Action.passages.through.objects.filter(action=OuterRef("pk"))
    answers = Assignment.objects.filter(action=OuterRef("pk"), role=AssignmentRole.RESPONSIBLE)
    answers = answers.exclude(state__in=PAST_PARTS)
    results = _results(at)
    done = Q(progress_now=Progress.DONE)
    return actions.with_progress(at=at).annotate(
        weakest=Case(
            When(~Exists(cited), then=Value("no_source")),
            When(~Exists(answers), then=Value("no_responsible")),
            When(~Exists(answers.accepted()) & Exists(answers.filter(state=AssignmentState.CHANGES_PROPOSED)),
                 then=Value("changes_proposed")),
            When(~Exists(answers.exclude(state=AssignmentState.DECLINED)), then=Value("declined")),
            When(~Exists(answers.accepted()), then=Value("not_accepted")),
            When(progress_now=None, then=Value("no_status")),
            When(_is_stale(at), then=Value("stale")),
            When(Exists(results.filter(Q(finding_now=Finding.DISPUTED))), then=Value("disputed")),
            When(Exists(results.filter(Q(finding_now=Finding.NO_EVIDENCE))), then=Value("no_evidence")),
            When(done & ~Exists(results), then=Value("no_result")),
            When(done & Exists(results.filter(Q(finding_now=None))), then=Value("not_verified")),
            default=Value(""), output_field=CharField(),
        )
    )  # fmt: skip


def is_answered_for(actions: ActionQuerySet) -> ActionQuerySet:
    """Those that an organisation has taken the responsibility for."""
    taken = Assignment.objects.accepted().filter(action=OuterRef("pk"), role=AssignmentRole.RESPONSIBLE)
    return actions.filter(Exists(taken))


def _results(at: dt.date) -> QuerySet[Result]:
    """The results that stand, each with what somebody else found last."""
    verdicts = Verdict.objects.filter(result=OuterRef("pk"), corrected_by=None)
    verdicts = verdicts.exclude(found_by=F("result__claimed_by")).order_by("-on", "-pk")
    standing = Result.objects.filter(action=OuterRef("pk"), corrected_by=None, on__lte=at.isoformat())
    return standing.annotate(finding_now=Subquery(verdicts.values("finding")[:1]))


def _is_stale(at: dt.date) -> Q:
    """Told too long ago. A month or a year lasts to its end, so the one that the limit lies in is not too old."""
    limit = (at - dt.timedelta(days=STALE_AFTER_DAYS)).isoformat()
    return Q(progress_now__in=LIVING, updated_on__lt=limit) & ~Q(updated_on__in=[limit[:4], limit[:7]])
