"""What is to be followed up, and one such point."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from kraftsamla.accounts.rules import Visitor
from kraftsamla.core.partial_dates import latest
from kraftsamla.followup.models import FollowUp, FollowUpStep
from kraftsamla.followup.rules import may_carry, may_verify_followup
from kraftsamla.library.overviews import Backing, backing_of

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class FollowUpsWanted:
    """``shown``: "" the open ones, "avslutade" the closed ones, "alla" both."""

    words: str = ""
    organisation: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpOverview:
    followup: FollowUp
    is_late: bool
    steps: Sequence[FollowUpStep]
    meetings: Sequence[Any]
    may_carry: bool
    may_verify: bool
    backing: Backing


@dataclass(frozen=True, slots=True)
class Row:
    followup: FollowUp
    is_late: bool


def followups_for(visitor: Visitor, wanted: FollowUpsWanted, *, page: str, at: dt.date) -> Page[Any]:
    """Rows: the open ones by the oldest promise, the closed ones by when they were closed."""
    followups = FollowUp.objects.visible_to(visitor).select_related("owner", "verifier")
    if wanted.words:
        followups = followups.named_like(wanted.words)
    if wanted.organisation:
        followups = followups.filter(owner__slug=wanted.organisation)
    if wanted.shown == "avslutade":
        followups = followups.exclude(closed_on="").order_by("-closed_on", "-pk")
    elif wanted.shown == "alla":
        followups = followups.order_by("-asked_on", "-pk")
    else:
        followups = followups.open().oldest_promise_first()
    found: Page[Any] = Paginator(followups, PER_PAGE).get_page(page)
    found.object_list = [Row(each, is_late(each, at=at)) for each in found.object_list]
    return found


def is_late(followup: FollowUp, *, at: dt.date) -> bool:
    """Whether the whole of the due period has passed without the point being closed."""
    return bool(followup.due) and not followup.closed_on and latest(followup.due) < at


def followup_overview(followup: FollowUp, *, visitor: Visitor, at: dt.date) -> FollowUpOverview:
    record: Any = followup
    return FollowUpOverview(
        followup=followup,
        is_late=is_late(followup, at=at),
        steps=list(followup.steps.order_by("-pk").select_related("organisation", "handed_to", "made_by")),
        meetings=list(record.meetings.visible_to(visitor)),
        may_carry=may_carry(visitor, followup, at=at),
        may_verify=may_verify_followup(visitor, followup, at=at),
        backing=backing_of(followup),
    )
