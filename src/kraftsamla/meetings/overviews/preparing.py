"""How far a meeting has come: what is left to do before it, on the day, and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kraftsamla.meetings.assembly.agenda import Proposal, proposals_for
from kraftsamla.meetings.assembly.timetable import Timetable, timetable
from kraftsamla.meetings.choices import MeetingForm, MinutesState, Presence, Reply
from kraftsamla.meetings.models import AgendaItem, Discussion, Invitation, Meeting, Presentation

Phase = Literal["before", "now", "after", "cancelled"]
SATURDAY = 5
#: States of minutes that are on their way.
OPEN_STATES = (MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.ADJUSTING, MinutesState.ADJUSTED)


@dataclass(frozen=True, slots=True)
class Todo:
    """Something left to do. ``page``: the url name of the page where it is done."""

    text: str
    page: str


@dataclass(frozen=True, slots=True)
class AgendaOverview:
    meeting: Meeting
    times: Timetable
    items: Sequence[AgendaItem]
    budget: str
    is_over: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class ProposalsOverview:
    meeting: Meeting
    proposals: tuple[Proposal, ...]
    items: Sequence[AgendaItem]


@dataclass(frozen=True, slots=True)
class Planned:
    """A day of a series before it is made. ``clash``: what the body has that day already."""

    day: dt.date
    clash: str
    is_weekend: bool


def planned(meeting: Meeting, days: Sequence[dt.date]) -> list[Planned]:
    """The days of a series, each with what speaks against it."""
    taken: dict[str, str] = {}
    if meeting.body_id:
        others = Meeting.objects.filter(body=meeting.body_id, starts_on__in=[day.isoformat() for day in days])
        taken = dict(others.values_list("starts_on", "title_sv"))
    return [Planned(day, taken.get(day.isoformat(), ""), day.weekday() >= SATURDAY) for day in days]


def phase_of(meeting: Meeting, *, at: dt.date) -> Phase:
    if meeting.is_cancelled:
        return "cancelled"
    if meeting.is_running:
        return "now"
    return "before" if meeting.closed_at is None and meeting.is_coming(at=at) else "after"


def agenda_overview(meeting: Meeting, *, at: dt.date) -> AgendaOverview:
    presentations = Prefetch("presentations", queryset=Presentation.objects.select_related("person", "organisation"))
    items = meeting.agenda.select_related("area").prefetch_related(
        presentations, "questions", "followups__owner", "actions"
    )
    times = timetable(meeting, list(items))
    return AgendaOverview(
        meeting=meeting, times=times, items=[row.item for row in times.flat()], budget=budget_of(times),
        is_over=times.over > 0, waiting=len(proposals_for(meeting, at=at)),
    )  # fmt: skip


def proposals_overview(meeting: Meeting, *, at: dt.date) -> ProposalsOverview:
    return ProposalsOverview(meeting, proposals_for(meeting, at=at), list(meeting.agenda.order_by("position", "pk")))


def budget_of(times: Timetable) -> str:
    """Whether the time is enough, in words."""
    if not times.planned:
        return ""
    planned = _("Punkterna tar %(time)s.") % {"time": duration(times.planned)}
    if times.over:
        return planned + " " + _("Det är %(time)s för mycket.") % {"time": duration(times.over)}
    if times.left:
        return planned + " " + _("Det finns %(time)s kvar.") % {"time": duration(times.left)}
    return planned + (" " + _("Det går jämnt upp.") if times.given is not None else "")


def duration(minutes: int) -> str:
    """"2 timmar 5 minuter"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(number)d timme", "%(number)d timmar", hours) % {"number": hours})
    if rest or not hours:
        parts.append(ngettext("%(number)d minut", "%(number)d minuter", rest) % {"number": rest})
    return " ".join(parts)


def todos_of(meeting: Meeting, times: Timetable, *, phase: Phase, at: dt.date) -> list[Todo]:
    """What is left to do, the nearest first. Few questions to the database, and none for each point or person."""
    if phase == "before":
        return [*_about_the_meeting(meeting), *_about_the_agenda(meeting, times, at=at), *_about_those_invited(meeting)]
    return list(_about_what_was_said(meeting)) if phase == "after" else []


def _about_the_meeting(meeting: Meeting) -> Iterator[Todo]:
    edit = "meetings:meeting-edit"
    if meeting.starts_at is None:
        yield Todo(_("Bestäm när mötet börjar."), edit)
    elif meeting.ends_at is None and not meeting.ends_on:
        yield Todo(_("Bestäm när mötet slutar."), edit)
    if meeting.form != MeetingForm.REMOTE and not (meeting.place or meeting.room):
        yield Todo(_("Bestäm var mötet hålls."), edit)
    if meeting.form in {MeetingForm.REMOTE, MeetingForm.HYBRID} and not meeting.link:
        yield Todo(_("Lägg in länken för dem som deltar på distans."), edit)
    if meeting.chair_id is None:
        yield Todo(_("Bestäm vem som är ordförande."), edit)


def _about_the_agenda(meeting: Meeting, times: Timetable, *, at: dt.date) -> Iterator[Todo]:
    page = "meetings:agenda"
    if not times.rows:
        yield Todo(_("Dagordningen är tom."), page)
    elif times.untimed:
        yield Todo(
            ngettext("%(number)d punkt saknar tid.", "%(number)d punkter saknar tid.", times.untimed)
            % {"number": times.untimed}, page,
        )  # fmt: skip
    if times.over:
        yield Todo(_("Dagordningen är %(time)s för lång.") % {"time": duration(times.over)}, page)
    if waiting := len(proposals_for(meeting, at=at)):
        yield Todo(
            ngettext("%(number)d öppet ärende kan tas upp.", "%(number)d öppna ärenden kan tas upp.", waiting)
            % {"number": waiting}, "meetings:agenda-proposals",
        )  # fmt: skip


def _about_those_invited(meeting: Meeting) -> Iterator[Todo]:
    page = "meetings:invitations"
    asked = Invitation.objects.filter(meeting=meeting, withdrawn_at=None, is_informed=False)
    rows = list(asked.values_list("reply", "sent_at"))
    if not rows:
        yield Todo(_("Ingen är inbjuden."), page)
        return
    unsent = sum(sent is None for _reply, sent in rows)
    silent = sum(reply == Reply.NONE and sent is not None for reply, sent in rows)
    if unsent:
        yield Todo(
            ngettext("%(number)d inbjudan är inte skickad.", "%(number)d inbjudningar är inte skickade.", unsent)
            % {"number": unsent}, page,
        )  # fmt: skip
    if silent:
        yield Todo(
            ngettext("%(number)d inbjuden har inte svarat.", "%(number)d inbjudna har inte svarat.", silent)
            % {"number": silent}, page,
        )  # fmt: skip


def _about_what_was_said(meeting: Meeting) -> Iterator[Todo]:
    if not meeting.attendance.filter(presence=Presence.PRESENT).exists():
        yield Todo(_("Anteckna vilka som deltog."), "meetings:now")
    groups = Discussion.objects.filter(item__meeting=meeting, closed_at=None, opened_at__isnull=False)
    if groups.exists():
        yield Todo(_("En gruppdiskussion är inte avslutad."), "meetings:discussions")
    if meeting.minutes_id is None:
        states = list(meeting.revisions.values_list("state", flat=True))
        if not states:
            yield Todo(_("Sätt ihop anteckningarna."), "meetings:minutes")
        elif set(states) <= set(OPEN_STATES):
            yield Todo(_("Anteckningarna är inte publicerade."), "meetings:minutes")
    if meeting.body_id is not None and not meeting.followed_by.exists():
        later = Meeting.objects.filter(body=meeting.body_id, starts_on__gt=meeting.starts_on, cancelled_at=None)
        if not later.exists():
            yield Todo(_("Bestäm nästa möte."), "meetings:meeting-copy")
