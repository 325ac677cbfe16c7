"""What the records say of a meeting, gathered in a fixed number of questions however long the meeting was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from kraftsamla.actors.models import Organisation
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.assembly.asked import asked_at
from kraftsamla.meetings.choices import ItemPurpose, SummaryState
from kraftsamla.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    Discussion,
    Group,
    ItemNote,
    Meeting,
    Presentation,
    Summary,
)
from kraftsamla.strategy.models import Question


@dataclass(frozen=True, slots=True)
class Talk:
    """A discussion in groups: its questions, what everybody agreed that the groups said, and who has not reported."""

    groups: int
    silent: int
    questions: tuple[Question, ...]
    summaries: dict[int, Summary]

    @property
    def is_whole(self) -> bool:
        return not self.silent


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the agenda with what belongs to it. ``note`` is what was written there during the meeting."""

    item: AgendaItem
    number: str
    level: int
    presentations: tuple[Presentation, ...]
    questions: tuple[Question, ...]
    decisions: tuple[Decision, ...]
    note: ItemNote | None
    talk: Talk | None


@dataclass(frozen=True, slots=True)
class Records:
    meeting: Meeting
    points: dict[int, Point]
    decisions: Sequence[Decision]
    followups: Sequence[FollowUp]
    attendance: Sequence[Attendance]
    organisers: Sequence[Organisation]
    next_meeting: Meeting | None

    @property
    def lacks_english(self) -> int:
        """How many headings, decisions and follow-ups have no English words."""
        said: list[Text] = [self.meeting.title, *(each.text for each in self.decisions)]
        said += [point.item.title for point in self.points.values()] + [each.what for each in self.followups]
        return sum(1 for each in said if not each.en)


def records_of(meeting: Meeting) -> Records:
    """Everything that goes into the minutes of a meeting."""
    decisions = list(meeting.decisions.select_related("item"))
    followups = meeting.followups.select_related("owner").order_by("due", "pk")
    return Records(
        meeting=meeting, points=_points(meeting, decisions), decisions=decisions, followups=list(followups),
        attendance=list(meeting.attendance.all()), organisers=list(meeting.organisers.order_by("sort_key")),
        next_meeting=_next(meeting),
    )  # fmt: skip


def _points(meeting: Meeting, decisions: Sequence[Decision]) -> dict[int, Point]:
    """By the point's key, in the order of the agenda, each followed by those below it. Pauses are no points."""
    items = list(_items(meeting))
    asked = asked_at(items)
    inside: dict[int | None, list[AgendaItem]] = {}
    known = {item.pk for item in items}
    for item in items:
        inside.setdefault(item.parent_id if item.parent_id in known else None, []).append(item)
    found: dict[int, Point] = {}
    for place, item in enumerate(inside.get(None, []), start=1):
        number = item.number or str(place)
        found[item.pk] = _point(item, number, 1, decisions, asked[item.pk])
        for row, part in enumerate(inside.get(item.pk, []), start=1):
            found[part.pk] = _point(part, part.number or f"{number}.{row}", 2, decisions, asked[part.pk])
    return found


def _items(meeting: Meeting) -> Sequence[AgendaItem]:
    groups = Prefetch("discussion__groups", queryset=Group.objects.order_by("number"))
    summaries = Prefetch("discussion__summaries", queryset=Summary.objects.filter(state=SummaryState.AGREED))
    presentations = Prefetch("presentations", queryset=Presentation.objects.select_related("person", "organisation"))
    items = meeting.agenda.exclude(purpose=ItemPurpose.BREAK).order_by("day", "position", "pk")
    return list(
        items.select_related("note", "discussion").prefetch_related(presentations, groups, summaries)
    )


def _point(
    item: AgendaItem, number: str, level: int, decisions: Sequence[Decision], asked: tuple[Question, ...]
) -> Point:  # fmt: skip
    note = item.note if hasattr(item, "note") else None
    talk = _talk(item.discussion, asked) if hasattr(item, "discussion") else None
    return Point(
        item=item, number=number, level=level, presentations=tuple(item.presentations.all()),
        questions=asked, decisions=tuple(each for each in decisions if each.item_id == item.pk),
        note=note, talk=talk,
    )  # fmt: skip


def _talk(discussion: Discussion, questions: tuple[Question, ...]) -> Talk:
    groups = list(discussion.groups.all())
    silent = sum(1 for group in groups if group.reported_at is None)
    return Talk(len(groups), silent, questions, {each.question_id: each for each in discussion.summaries.all()})


def _next(meeting: Meeting) -> Meeting | None:
    """The one that says it follows, otherwise the body's next."""
    coming = Meeting.objects.filter(cancelled_at=None).order_by("starts_on", "sort_key")
    after = coming.filter(follows=meeting).first()
    if after is None and meeting.body_id:
        after = coming.filter(body=meeting.body_id, starts_on__gt=meeting.starts_on).exclude(pk=meeting.pk).first()
    return after
