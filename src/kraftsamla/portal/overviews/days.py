"""What waits for somebody who opens the workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kraftsamla.accounts.rules import Visitor, may_read_log
from kraftsamla.audit.models import Entry
from kraftsamla.audit.overviews import Line, lines
from kraftsamla.editions.models import Edition
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.overviews.asking import Asking, asking_for
from kraftsamla.meetings.models import Meeting
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.strategy.choices import AssignmentRole
from kraftsamla.strategy.models import Action, Assignment, StatusUpdate

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Promise:
    """A follow-up with how it stands in time: "late", "soon" or ""."""

    followup: FollowUp
    when: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many actions in the picture lack what a reader asks for first."""

    not_read: int
    without_responsible: int
    without_source: int
    actions: int

    @property
    def any(self) -> bool:
        return bool(self.not_read or self.without_responsible or self.without_source)


@dataclass(frozen=True, slots=True)
class Unpublished:
    """``edition`` is the newest; ``changes`` how many deeds came after it."""

    edition: Edition | None
    changes: int


@dataclass(frozen=True, slots=True)
class Day:
    readings: Sequence[Reading]
    promises: Sequence[Promise]
    promises_open: int
    meetings: Sequence[Meeting]
    gaps: Gaps
    unpublished: Unpublished
    log: Sequence[Line]
    asking: Asking

    @property
    def is_empty(self) -> bool:
        """Nothing waits: no document to decide on, no promise open, no gap, nothing to publish."""
        return not (
            self.readings or self.promises or self.gaps.any or self.unpublished.changes or self.asking
        )


def day_of(visitor: Visitor, *, at: dt.date) -> Day:
    """Everything on the first page: a fixed number of questions to the database, whatever there is."""
    open_followups = FollowUp.objects.visible_to(visitor).open()
    followups = open_followups.select_related("owner").oldest_promise_first()[:SHOWN]
    undecided = Suggestion.objects.visible_to(visitor).waiting().values("reading")
    readings = Reading.objects.visible_to(visitor).filter(pk__in=undecided).select_related("document")
    return Day(
        readings=list(readings.defer("document__text").with_counts().order_by("made_at", "pk")[:SHOWN]),
        promises=[Promise(followup, _when(followup, at)) for followup in followups],
        promises_open=open_followups.count(),
        meetings=list(Meeting.objects.visible_to(visitor).upcoming(at=at)[:3]),
        gaps=_gaps(visitor, at),
        unpublished=_unpublished(visitor),
        log=lines(Entry.objects.newest_first()[:SHOWN]) if may_read_log(visitor) else [],
        asking=asking_for(visitor, at=at),
    )


def _when(followup: FollowUp, at: dt.date) -> str:
    if not followup.due:
        return ""
    if followup.due < at.isoformat()[: len(followup.due)]:
        return "late"
    return "soon" if followup.due <= (at + dt.timedelta(days=14)).isoformat() else ""


def _gaps(visitor: Visitor, at: dt.date) -> Gaps:
    actions = Action.objects.visible_to(visitor).in_picture()
    responsible = Assignment.objects.filter(action=OuterRef("pk"), role=AssignmentRole.RESPONSIBLE)
    told = StatusUpdate.objects.standing(at=at).filter(action=OuterRef("pk"))
    cited = Action.passages.through.objects.filter(action=OuterRef("pk"))
    return Gaps(
        not_read=actions.filter(~Exists(told)).count(),
        without_responsible=actions.filter(~Exists(responsible)).count(),
        without_source=actions.filter(~Exists(cited)).count(),
        actions=actions.count(),
    )


def _unpublished(visitor: Visitor) -> Unpublished:
    edition = Edition.objects.visible_to(visitor).newest()
    entries = Entry.objects.exclude(event__startswith="edition.").exclude(event__startswith="reading.")
    if edition is not None:
        entries = entries.filter(at__gt=edition.published_at)
    return Unpublished(edition, entries.count())
