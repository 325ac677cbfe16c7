"""What the pages of group discussions show: who sits where, what the groups have said, and the scribe's own page."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.choices import Sector
from kraftsamla.meetings.assembly.asked import questions_of
from kraftsamla.meetings.assembly.groups import Seat, is_remote
from kraftsamla.meetings.assembly.seats import Sitter, coming, here, seated, unplaced
from kraftsamla.meetings.choices import ItemPurpose, Presence, SummaryState
from kraftsamla.meetings.models import AgendaItem, Contribution, Discussion, Group, GroupMember, Meeting, Summary
from kraftsamla.meetings.overviews.leading.now import planned
from kraftsamla.strategy.models import Question


@dataclass(frozen=True, slots=True)
class DiscussionRow:
    """A point of the meeting; ``discussion`` is None where it is not discussed in groups."""

    item: AgendaItem
    discussion: Discussion | None
    questions: int
    groups: int
    reported: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    member: GroupMember
    is_remote: bool
    is_away: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A group with those who sit in it. ``sectors`` counts them: ("offentlig", 3)."""

    group: Group
    members: Sequence[MemberRow]
    is_remote: bool
    is_mixed: bool
    sectors: Sequence[tuple[str, int]]

    @property
    def label(self) -> str:
        return label_of(self.group)


@dataclass(frozen=True, slots=True)
class Tables:
    """Who sits where. ``late``: those who are here, or have said they come, and sit nowhere."""

    discussion: Discussion
    questions: Sequence[Question]
    tables: Sequence[Table]
    late: Sequence[Sitter]
    here: int
    coming: int
    is_written: bool

    @property
    def seated(self) -> int:
        return sum(len(each.members) for each in self.tables)

    @property
    def suggested(self) -> int:
        """About seven in each group."""
        people = self.here or self.coming
        return max(1, round(people / 7))


@dataclass(frozen=True, slots=True)
class Said:
    """What one group has said on a question."""

    group: Group
    points: Sequence[Contribution]

    @property
    def label(self) -> str:
        return label_of(self.group)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the groups' points, what is agreed on it, and what earlier meetings agreed."""

    question: Question
    said: Sequence[Said]
    summary: Summary | None
    earlier: Sequence[Summary]

    @property
    def is_agreed(self) -> bool:
        return self.summary is not None and self.summary.state == SummaryState.AGREED

    @property
    def points(self) -> int:
        return sum(len(each.points) for each in self.said)


@dataclass(frozen=True, slots=True)
class Results:
    discussion: Discussion
    groups: Sequence[Group]
    answered: Sequence[Answered]
    stamp: str

    @property
    def silent(self) -> Sequence[Group]:
        return [each for each in self.groups if each.reported_at is None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scribe's page. ``left``: minutes left of the point, below zero when it is over; None when it is not known."""

    group: Group
    questions: Sequence[tuple[Question, Sequence[Contribution]]]
    members: Sequence[GroupMember]
    left: int | None
    ends_at: dt.datetime | None

    @property
    def label(self) -> str:
        return label_of(self.group)

    @property
    def is_closed(self) -> bool:
        return self.group.discussion.closed_at is not None

    @property
    def points(self) -> int:
        return sum(len(points) for _question, points in self.questions)


def label_of(group: Group) -> str:
    """"Grupp 3", or with its own name "Grupp 3: Finansiering"."""
    label = _("Grupp %(number)s") % {"number": group.number}
    return f"{label}: {group.name}" if group.name else label


def discussions_of(meeting: Meeting) -> Sequence[DiscussionRow]:
    """The points that can be discussed, those that are first in the order of the agenda."""
    items = meeting.agenda.exclude(purpose=ItemPurpose.BREAK).select_related("discussion").annotate(
        asked=Count("questions", distinct=True), tables=Count("discussion__groups", distinct=True),
        reported=Count("discussion__groups", filter=~Q(discussion__groups__reported_at=None), distinct=True),
    )  # fmt: skip
    return [
        DiscussionRow(each, getattr(each, "discussion", None), each.asked, each.tables, each.reported)
        for each in items.order_by("day", "position", "pk")
    ]


def tables_of(discussion: Discussion) -> Tables:
    meeting = discussion.item.meeting
    rows = seated(discussion)
    by_group: dict[int, list[tuple[GroupMember, Seat]]] = defaultdict(list)
    for member, seat in rows:
        by_group[member.group_id].append((member, seat))
    present = here(meeting)
    return Tables(
        discussion=discussion, questions=questions_of(discussion.item),
        tables=[_table(group, by_group[group.pk]) for group in discussion.groups.order_by("number")],
        late=unplaced(discussion, [member for member, _seat in rows]) if rows else [],
        here=len(present), coming=len(coming(meeting)),
        is_written=Contribution.objects.filter(group__discussion=discussion).exists(),
    )  # fmt: skip


def _table(group: Group, rows: Sequence[tuple[GroupMember, Seat]]) -> Table:
    remote = is_remote([seat for _member, seat in rows])
    tally = {sector: sum(seat.sector == sector for _member, seat in rows) for sector in Sector}
    return Table(
        group=group, members=[MemberRow(member, seat.is_remote, _is_away(member)) for member, seat in rows],
        is_remote=remote, is_mixed=any(seat.is_remote != remote for _member, seat in rows),
        sectors=[(str(sector.label), number) for sector, number in tally.items() if number],
    )  # fmt: skip


def _is_away(member: GroupMember) -> bool:
    """Noted as not here, or gone. Who is not marked may still come."""
    came = member.attendance or (getattr(member.invitation, "attendance", None) if member.invitation else None)
    return came is not None and (came.presence != Presence.PRESENT or came.left_at is not None)


def results_of(discussion: Discussion, *, visitor: Visitor) -> Results:
    """The groups' points as they stand, in a fixed number of questions however many they are."""
    groups = list(discussion.groups.order_by("number"))
    points = Contribution.objects.filter(group__discussion=discussion, withdrawn_at=None).order_by("pk")
    said: dict[tuple[int, int], list[Contribution]] = defaultdict(list)
    for point in points:
        said[point.question_id, point.group_id].append(point)
    chosen = Contribution.objects.select_related("group").order_by("group__number", "pk")
    rests = Prefetch("contributions", queryset=chosen)
    summaries = {
        each.question_id: each
        for each in discussion.summaries.select_related("agreed_by").prefetch_related(rests)
    }  # fmt: skip
    questions = questions_of(discussion.item)
    earlier = _earlier(discussion, questions, visitor=visitor)
    return Results(
        discussion=discussion, groups=groups, stamp=stamp_of(discussion),
        answered=[
            Answered(
                question=question, said=[Said(group, said[question.pk, group.pk]) for group in groups],
                summary=summaries.get(question.pk), earlier=earlier[question.pk],
            )
            for question in questions
        ],
    )  # fmt: skip


def _earlier(
    discussion: Discussion, questions: Iterable[Question], *, visitor: Visitor
) -> dict[int, list[Summary]]:
    """What other meetings have agreed on the same questions, the newest first; of those the visitor may see."""
    seen = Meeting.objects.visible_to(visitor).filter(starts_on__lte=discussion.item.meeting.starts_on)
    rows = Summary.objects.filter(
        question__in=list(questions), state=SummaryState.AGREED, discussion__item__meeting__in=seen
    ).exclude(discussion=discussion)
    found: dict[int, list[Summary]] = defaultdict(list)
    for each in rows.select_related("discussion__item__meeting").order_by("-discussion__item__meeting__starts_on"):
        found[each.question_id].append(each)
    return found


def stamp_of(discussion: Discussion) -> str:
    """Changes when a point comes or goes, a group reports, or a summary is written; one small question."""
    row = Discussion.objects.filter(pk=discussion.pk).annotate(
        points=Count("groups__contributions", distinct=True),
        gone=Count("groups__contributions", filter=~Q(groups__contributions__withdrawn_at=None), distinct=True),
        reported=Count("groups", filter=~Q(groups__reported_at=None), distinct=True),
        agreed=Count("summaries", filter=Q(summaries__state=SummaryState.AGREED), distinct=True),
    ).values_list("points", "gone", "reported", "agreed", "closed_at", "changed_at").get()  # fmt: skip
    versions = discussion.summaries.order_by("pk").values_list("pk", "version")
    written = ".".join(f"{pk}:{version}" for pk, version in versions)
    return "-".join(str(each or 0).replace(" ", "T") for each in (*row, written))


def sheet_of(group: Group, *, at: dt.datetime) -> Sheet:
    points: dict[int, list[Contribution]] = defaultdict(list)
    for point in group.contributions.filter(withdrawn_at=None).order_by("pk"):
        points[point.question_id].append(point)
    item = group.discussion.item
    minutes = planned(item)
    ends = left = None
    if item.opened_at is not None and item.closed_at is None and minutes is not None:
        ends = item.opened_at + dt.timedelta(minutes=minutes)
        left = int((ends - at).total_seconds() // 60)
    return Sheet(
        group=group, questions=[(each, points[each.pk]) for each in questions_of(item)],
        members=list(group.members.all()), left=left, ends_at=ends,
    )  # fmt: skip
