"""The agreements: the list of them, and one with its terms, its trail and how the work stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, OuterRef, Subquery, Value, When

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.actors.models import PersonalLink, Representation
from kraftsamla.core.clock import now
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.strategy.choices import OFFER_LINK, AssignmentState, TermsBy
from kraftsamla.strategy.models import Action, Assignment, AssignmentStep, Terms
from kraftsamla.strategy.rules import may_answer, may_hand_over

PER_PAGE = 50
#: What waits for somebody comes first.
ORDER = (
    AssignmentState.CHANGES_PROPOSED, AssignmentState.OFFERED, AssignmentState.ACCEPTED,
    AssignmentState.ACCEPTED_WITH_CHANGES, AssignmentState.NAMED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssignmentsWanted:
    """What a person asks the list for; "" means all. ``mine``: those of the organisations the person represents."""

    words: str = ""
    state: str = ""
    basis: str = ""
    organisation: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class AssignmentOverview:
    """``ours`` and ``theirs``: the newest terms of each side, side by side. ``may_…``: what this reader may do."""

    assignment: Assignment
    ours: Terms | None
    theirs: Terms | None
    steps: Sequence[AssignmentStep]
    links: Sequence[PersonalLink]
    handed_to: Sequence[Assignment]
    progress: str
    updated_on: str
    backing: Backing
    may_answer: bool
    may_hand_over: bool
    may_offer: bool
    may_confirm: bool
    may_withdraw: bool
    may_end: bool


def assignments_for(visitor: Visitor, wanted: AssignmentsWanted, *, page: str, at: dt.date) -> Page[Assignment]:
    """One page: those that wait for an answer or a confirmation first, each with how the action stands."""
    found = Assignment.objects.visible_to(visitor).select_related("action", "organisation", "terms")
    if wanted.mine:
        found = found.held_by(visitor, at=at)
    if wanted.words:
        found = found.named_like(wanted.words)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.basis:
        found = found.filter(terms__steering_basis=wanted.basis)
    if wanted.organisation:
        found = found.filter(organisation__slug=wanted.organisation)
    stands: Any = Action.objects.with_progress(at=at).filter(pk=OuterRef("action"))
    ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(ORDER)]
    rows = found.annotate(
        rank=Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField()),
        progress_now=Subquery(stands.values("progress_now")[:1]), updated_on=Subquery(stands.values("updated_on")[:1]),
    ).order_by("rank", "action__sort_key", "organisation__sort_key", "pk")  # fmt: skip
    return Paginator(rows, PER_PAGE).get_page(page)


def assignment_overview(assignment: Assignment, *, visitor: Visitor, at: dt.date) -> AssignmentOverview:
    terms = list(assignment.all_terms.order_by("-pk"))
    stands: Any = Action.objects.with_progress(at=at).get(pk=assignment.action_id)
    edits, stage = may_edit(visitor), assignment.stage
    links = PersonalLink.objects.about(OFFER_LINK, assignment).open(at=now()) if edits else PersonalLink.objects.none()
    return AssignmentOverview(
        assignment=assignment,
        ours=next((each for each in terms if each.by == TermsBy.OFFICE), None),
        theirs=_theirs(terms),
        steps=list(assignment.steps.newest_first().select_related("terms", "handed_to", "made_by")),
        links=list(links),
        handed_to=list(assignment.handed_to.select_related("organisation")),
        progress=stands.progress_now or "",
        updated_on=stands.updated_on or "",
        backing=backing_of(assignment),
        may_answer=may_answer(visitor, assignment, at=at),
        may_hand_over=may_hand_over(visitor, assignment, at=at),
        may_offer=edits and AssignmentState.OFFERED in stage.next,
        may_confirm=edits and AssignmentState.ACCEPTED_WITH_CHANGES in stage.next,
        may_withdraw=edits and AssignmentState.WITHDRAWN in stage.next,
        may_end=edits and AssignmentState.ENDED in stage.next,
    )


def mandate_of(visitor: Visitor, assignment: Assignment, *, at: dt.date) -> Representation | None:
    """By what right a signed-in person answers for the organisation; None when it is a coordinator who writes down."""
    held = Representation.objects.held_by(visitor, at=at).filter(organisation=assignment.organisation)
    return held.select_related("organisation", "user").first()


def _theirs(terms: list[Terms]) -> Terms | None:
    """What the organisation wrote in answer to the newest offer."""
    newest = next(iter(terms), None)
    return newest if newest and newest.by == TermsBy.ORGANISATION else None
