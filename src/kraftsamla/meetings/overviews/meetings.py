"""Meetings to come and meetings held, and one meeting with its agenda and everybody who took part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Organisation
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Passage
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.meetings.assembly.timetable import Timetable, timetable
from kraftsamla.meetings.choices import Presence
from kraftsamla.meetings.models import Attendance, Decision, Material, Meeting, Presentation
from kraftsamla.meetings.overviews.preparing import Phase, Todo, phase_of, todos_of
from kraftsamla.meetings.querysets import MeetingQuerySet
from kraftsamla.strategy.models import Objective

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class MeetingsWanted:
    words: str = ""
    body: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MeetingsOverview:
    """``coming`` is whole, the next one first; ``held`` is one page of the others, the newest first."""

    coming: Sequence[Meeting]
    held: Page[Meeting]


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """Those with the same role at the meeting, or for the same organisation where no role is given."""

    name: str
    people: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True)
class MeetingOverview:
    meeting: Meeting
    is_coming: bool
    organisers: Sequence[Organisation]
    partners: Sequence[Organisation]
    phase: Phase
    todos: Sequence[Todo]
    times: Timetable
    materials: Sequence[Material]
    decisions: Sequence[Decision]
    groups: tuple[AttendanceGroup, ...]
    present: int
    absent: int
    followups: Sequence[FollowUp]
    followed_by: Sequence[Meeting]
    backing: Backing


def meetings_for(visitor: Visitor, wanted: MeetingsWanted, *, page: str, at: dt.date) -> MeetingsOverview:
    """A meeting whose day is not fully known counts as coming until its period has begun."""
    meetings = _wanted(Meeting.objects.visible_to(visitor), wanted).select_related("body")
    counted = meetings.annotate(
        present_count=Count("attendance", filter=Q(attendance__presence=Presence.PRESENT), distinct=True)
    )
    coming = counted.upcoming(at=at)
    held = counted.filter(starts_on__lt=at.isoformat()).newest_first()
    return MeetingsOverview(coming=list(coming), held=Paginator(held, PER_PAGE).get_page(page))


def _wanted(meetings: MeetingQuerySet, wanted: MeetingsWanted) -> MeetingQuerySet:
    if wanted.words:
        meetings = meetings.named_like(wanted.words)
    if wanted.body:
        meetings = meetings.filter(body__slug=wanted.body)
    if wanted.kind:
        meetings = meetings.filter(kind=wanted.kind)
    return meetings


def meeting_overview(meeting: Meeting, *, at: dt.date, with_todos: bool = False) -> MeetingOverview:
    """``with_todos``: also what is left to do, for whoever does it."""
    sources = Prefetch("passages", queryset=Passage.objects.select_related("document").defer("document__text"))
    presentations = Presentation.objects.select_related("person", "organisation").prefetch_related(sources)
    objectives = Objective.objects.select_related("strategy").prefetch_related("wordings")
    attendance = list(meeting.attendance.select_related("person", "organisation"))
    agenda = meeting.agenda.select_related("area").prefetch_related(
        Prefetch("presentations", queryset=presentations), "questions", "followups__owner", "actions", sources
    )
    times = timetable(meeting, list(agenda))
    phase = phase_of(meeting, at=at)
    papers = Material.objects.filter(meeting=meeting).select_related("item", "document").defer("document__text")
    return MeetingOverview(
        meeting=meeting,
        is_coming=meeting.starts_on >= at.isoformat(),
        organisers=list(meeting.organisers.all()),
        partners=list(meeting.partners.all()),
        phase=phase,
        todos=todos_of(meeting, times, phase=phase, at=at) if with_todos else [],
        times=times,
        materials=list(papers),
        decisions=list(
            meeting.decisions.select_related("item").prefetch_related(
                sources, "actions", Prefetch("objectives", queryset=objectives)
            )
        ),
        groups=tuple(_grouped(attendance)),
        present=sum(each.presence == Presence.PRESENT for each in attendance),
        absent=sum(each.presence in {Presence.ABSENT, Presence.EXCUSED} for each in attendance),
        followups=list(meeting.followups.select_related("owner").oldest_promise_first()),
        followed_by=list(meeting.followed_by.order_by("starts_on")),
        backing=backing_of(meeting),
    )


def _grouped(attendance: Sequence[Attendance]) -> list[AttendanceGroup]:
    """By role, or by organisation where no role is given, in the order in which each was first written down."""
    rows: dict[str, list[Attendance]] = {}
    for each in attendance:
        rows.setdefault(each.role or each.organisation_name, []).append(each)
    return [AttendanceGroup(name, tuple(people)) for name, people in rows.items()]
