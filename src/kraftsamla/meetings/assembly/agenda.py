"""What waits to be taken up: open follow-ups and proposals, actions that are late or silent, open questions, and what
the last meeting did not reach. An agenda drafts itself from it; somebody chooses what goes in, and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kraftsamla.bodies.models import Appointment
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.text import Text
from kraftsamla.followup.choices import FollowUpKind
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.choices import ItemPurpose
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.strategy.choices import AssignmentRole, Handling, Progress
from kraftsamla.strategy.models import Action, Assignment, Milestone, Question, StatusUpdate
from kraftsamla.strategy.overviews.progress import STALE_AFTER_DAYS
from kraftsamla.strategy.querysets import ActionQuerySet

Origin = Literal["followup", "action", "question", "item"]
#: An agenda that proposes everything proposes nothing.
MOST_ACTIONS = 12
PAUSES = (ItemPurpose.BREAK, ItemPurpose.CLOSE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that may go on the agenda. ``record`` is where it comes from, ``why`` the reason in words.

    ``wanted``: it is to stand there until it is closed, so that leaving it out is what has to be chosen.
    """

    origin: Origin
    record: FollowUp | Action | Question | AgendaItem
    title: Text
    why: str
    purpose: ItemPurpose
    minutes: int
    wanted: bool

    @property
    def key(self) -> str:
        return f"{self.origin}-{self.record.pk}"


def proposals_for(meeting: Meeting, *, at: dt.date) -> tuple[Proposal, ...]:
    """In the order in which they are usually taken up. The same number of questions however much there is."""
    draft = _Draft(meeting, at)
    return (*draft.unreached(), *draft.followups(), *draft.actions(), *draft.questions())


@dataclass(frozen=True)
class _Draft:
    meeting: Meeting
    at: dt.date

    @cached_property
    def earlier(self) -> list[Meeting]:
        """The meetings before this one: the body's, and the one it follows on."""
        known = Q(pk=self.meeting.follows_id)
        if self.meeting.body_id:
            known |= Q(body=self.meeting.body_id, starts_on__lt=self.meeting.starts_on)
        return list(Meeting.objects.filter(known, cancelled_at=None).exclude(pk=self.meeting.pk).newest_first())

    def followups(self) -> Iterable[Proposal]:
        ours = FollowUp.objects.filter(Q(meetings__in=self.earlier) | Q(agenda_items__meeting__in=self.earlier))
        waiting = FollowUp.objects.filter(pk__in=ours.values("pk")).open().exclude(agenda_items__meeting=self.meeting)
        for each in waiting.select_related("owner").oldest_promise_first():
            task = each.kind == FollowUpKind.TASK
            yield Proposal(
                "followup", each, each.what, self._why(each), ItemPurpose.FOLLOW_UP if task else ItemPurpose.DISCUSS,
                5 if task else 10, wanted=True,
            )  # fmt: skip

    def actions(self) -> Iterable[Proposal]:
        """Those that the body's organisations answer for, and those it has spoken of or decided about."""
        found = self._theirs().exclude(agenda_items__meeting=self.meeting).with_progress(at=self.at)
        living = found.filter(Q(progress_now=None) | ~Q(progress_now__in=[Progress.DONE, Progress.STOPPED]))
        border = (self.at - dt.timedelta(days=STALE_AFTER_DAYS)).isoformat()
        reached = StatusUpdate.objects.standing(at=self.at).filter(milestones=OuterRef("pk"))
        due = Milestone.objects.filter(~Exists(reached), action=OuterRef("pk"), due__lt=self.at.isoformat())
        missed = due.exclude(due__in=["", f"{self.at:%Y}", f"{self.at:%Y-%m}"])  # a period that still goes on
        asked: Any = living.annotate(is_missed=Exists(missed))  # with columns that no type knows of
        late = asked.filter(Q(is_missed=True) | Q(updated_on__lt=border))
        for each in late.order_by("-is_missed", "updated_on", "pk")[:MOST_ACTIONS]:
            silence = _("Ingen har berättat om läget på ett halvår.")
            why = _("Ett delmål har passerat sin dag.") if each.is_missed else silence
            yield Proposal("action", each, each.title, why, ItemPurpose.FOLLOW_UP, 10, wanted=False)

    def questions(self) -> Iterable[Proposal]:
        waiting = Question.objects.filter(handling__in=[Handling.OPEN, Handling.PURSUED])
        asked = Question.objects.filter(agenda_items__meeting__in=self.earlier)
        for each in waiting.filter(pk__in=asked.values("pk")).exclude(agenda_items__meeting=self.meeting):
            why = _("Frågan togs upp vid ett tidigare möte och är inte besvarad.")
            yield Proposal("question", each, each.wording, why, ItemPurpose.DISCUSS, 15, wanted=False)

    def unreached(self) -> Iterable[Proposal]:
        """Points that were not taken up at the last meeting, when it was led here and has ended."""
        last = self.earlier[0] if self.earlier else None
        if last is None or last.opened_at is None or last.closed_at is None:
            return
        there = set(self.meeting.agenda.values_list("title_sv", flat=True))
        missed = last.agenda.filter(opened_at=None, parts=None, note=None).exclude(purpose__in=PAUSES)
        for each in missed.exclude(title_sv__in=there):
            yield Proposal(
                "item", each, each.title, _("Hanns inte med vid förra mötet."),
                ItemPurpose(each.purpose or ItemPurpose.DISCUSS), each.minutes or 10, wanted=True,
            )  # fmt: skip

    def _theirs(self) -> ActionQuerySet:
        spoken = Q(agenda_items__meeting__in=self.earlier) | Q(decisions__meeting__in=self.earlier)
        spoken |= Q(objectives__decisions__meeting__in=self.earlier)
        if self.meeting.body_id:
            answering = Assignment.objects.going().filter(
                role=AssignmentRole.RESPONSIBLE, organisation__in=self._organisations()
            )
            spoken |= Q(pk__in=answering.values("action")) | Q(objectives__bodies=self.meeting.body_id)
        return Action.objects.in_picture().filter(pk__in=Action.objects.filter(spoken).values("pk"))

    def _organisations(self) -> Sequence[int]:
        seats: QuerySet[Appointment] = Appointment.objects.filter(body=self.meeting.body_id)
        return [each.on_behalf_of_id for each in seats if each.on_behalf_of_id and each.holds(at=self.at)]

    def _why(self, followup: FollowUp) -> str:
        if followup.due and latest(followup.due) < self.at:
            return _("Skulle ha varit klart.")
        if followup.done_on:
            return _("Uppges vara klart och väntar på kontroll.")
        return {
            FollowUpKind.PROPOSAL.value: _("Ett förslag som inte är besvarat."),
            FollowUpKind.REQUEST.value: _("En begäran som inte är besvarad."),
        }.get(followup.kind, _("Öppen sedan ett tidigare möte."))
