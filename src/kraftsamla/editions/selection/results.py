"""What the public may read about results: who claims what, who has looked into it, and what is weakest about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, QuerySet

from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.sources import Names
from kraftsamla.strategy.choices import Verification
from kraftsamla.strategy.models import Action, Result, StatusUpdate, Verdict

#: The least proven first.
PROOF = (Verification.DISPUTED, Verification.NO_EVIDENCE, Verification.CLAIMED, Verification.VERIFIED)
WEAK: dict[str, content.WeakLink] = {
    Verification.DISPUTED.value: "disputed", Verification.NO_EVIDENCE.value: "no_evidence",
    Verification.CLAIMED.value: "not_verified", Verification.VERIFIED.value: "",
}  # fmt: skip


def with_verdicts(with_sources: Prefetch[str]) -> QuerySet[Result]:
    found = Verdict.objects.select_related("found_by", "corrected_by")
    return Result.objects.select_related("claimed_by", "corrected_by").prefetch_related(
        with_sources, Prefetch("verdicts", queryset=found)
    )  # fmt: skip


def select_results(record: Action, names: Names, ref: content.Ref, *, at: dt.date) -> tuple[content.Result, ...]:
    """What had been reached by the edition's date, newest first."""
    found = [result for result in record.results.all() if result.on <= at.isoformat()]
    return tuple(
        content.Result(
            what=each.what, on=each.on, claimed_by=name.organisation(each.claimed_by), evidence=each.evidence,
            url=each.evidence_url, verification=each.verification.value,
            verdicts=tuple(_verdict(verdict) for verdict in reversed(each.verdicts.all())),
            corrected=hasattr(each, "corrected_by"), reason=each.reason, sources=names.sources(each, ref),
        )
        for each in sorted(found, key=lambda each: (each.on, each.pk), reverse=True)
    )  # fmt: skip


def _verdict(record: Verdict) -> content.Verdict:
    return content.Verdict(
        finding=record.finding, on=record.on, found_by=name.organisation(record.found_by), words=record.words,
        url=record.evidence_url, corrected=hasattr(record, "corrected_by"), reason=record.reason,
    )  # fmt: skip


def select_milestones(
    record: Action, updates: Sequence[StatusUpdate], names: Names, ref: content.Ref
) -> tuple[content.Milestone, ...]:
    """Milestones with the first day that an update which stands says they were reached."""
    reached: dict[int, str] = {}
    for update in updates:
        if not hasattr(update, "corrected_by"):
            for milestone in update.milestones.all():
                reached[milestone.pk] = min(update.on, reached.get(milestone.pk, update.on))
    return tuple(
        content.Milestone(each.title, each.due, reached.get(each.pk, ""), names.sources(each, ref))
        for each in record.milestones.all()
    )


def verification_of(results: Iterable[content.Result]) -> str:
    """How well some results are proven: as well as the least proven of them; "" when there are none."""
    codes = {result.verification for result in results if not result.corrected}
    return next((code.value for code in PROOF if code.value in codes), "")


def weakest_of(results: tuple[content.Result, ...], *, done: bool) -> content.WeakLink:
    """What is weakest about the results of an action: an objection against any of them, and, when the action is said
    to be done, that none is claimed or that nobody else has looked into them."""
    code = verification_of(results)
    if not code:
        return "no_result" if done else ""
    weak = WEAK[code]
    return weak if done or weak != "not_verified" else ""
