"""What the public may read about who has been asked to do what, and what they answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.results import verification_of
from kraftsamla.editions.selection.sources import Names
from kraftsamla.strategy.choices import AssignmentState, TermsBy
from kraftsamla.strategy.models import Assignment, AssignmentStep, Terms


def with_trail(with_sources: Prefetch[str]) -> QuerySet[Assignment]:
    """Parts with the steps that led to where they stand."""
    steps = AssignmentStep.objects.select_related("terms", "handed_to")
    return Assignment.objects.select_related("organisation", "handed_from__organisation").prefetch_related(
        with_sources, Prefetch("steps", queryset=steps)
    )  # fmt: skip


def select_part(record: Assignment, names: Names, ref: content.Ref, *, at: dt.date) -> content.Part:
    """A part as it stood on the edition's date. A question that was taken back leaves the organisation as it was
    before it was asked."""
    state = record.state_at(at)
    shown = AssignmentState.NAMED if state == AssignmentState.WITHDRAWN else state
    return content.Part(
        name.organisation(record.organisation), record.role, shown.value, shown.is_accepted,
        names.sources(record, ref), _agreement(record, at=at) if shown != AssignmentState.NAMED else None,
    )  # fmt: skip


def _agreement(record: Assignment, *, at: dt.date) -> content.Agreement | None:
    steps = sorted((s for s in record.steps.all() if s.on <= at.isoformat()), key=lambda s: (s.on, s.pk))
    if not steps:
        return None
    newest = steps[-1]
    asked = next((step for step in reversed(steps) if step.state == AssignmentState.OFFERED), None)
    theirs = newest.terms if newest.terms and newest.terms.by == TermsBy.ORGANISATION else None
    return content.Agreement(
        ours=_terms(asked.terms if asked else newest.terms), theirs=_terms(theirs),
        asked_on=asked.on if asked else "", on=newest.on,
        words=newest.words if newest.state != AssignmentState.OFFERED else "",
        handed_to=name.maybe(name.organisation, newest.handed_to),
        handed_from=name.organisation(record.handed_from.organisation) if record.handed_from else None,
    )  # fmt: skip


def _terms(record: Terms | None) -> content.Terms | None:
    if record is None:
        return None
    return content.Terms(
        what=record.what, due=record.due, steering_basis=record.steering_basis, registry_number=record.registry_number,
        decided_on=record.decided_on, reporting_on=record.reporting_on,
        amount=int(record.amount) if record.amount is not None else None, currency=record.currency,
        money_note=record.money_note,
    )  # fmt: skip


def why_not_accepted(responsible: Iterable[content.Part]) -> content.WeakLink:
    """Why nobody answers for an action: they would on other terms, they have said no, or nobody has said yes."""
    states = {part.state for part in responsible}
    if AssignmentState.CHANGES_PROPOSED.value in states:
        return "changes_proposed"
    if states <= {AssignmentState.DECLINED.value}:
        return "declined"
    return "not_accepted"


def select_role(part: content.Part, action: content.Action, ref: content.Ref) -> content.ActionRole:
    """The same part as the organisation's own page tells it: what it has promised, and how that stands."""
    agreement = part.agreement
    terms = (agreement.theirs or agreement.ours) if agreement else None
    return content.ActionRole(
        action=ref, role=part.role, accepted=part.accepted, progress=action.progress, state=part.state,
        due=terms.due if terms else "", what=terms.what if terms else Text(), updated_on=action.updated_on,
        days_since_update=action.days_since_update,
        verification=verification_of(r for r in action.results if r.claimed_by == part.organisation),
    )  # fmt: skip
