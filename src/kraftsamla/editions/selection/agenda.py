"""What a public meeting takes up in public: points, who presents, materials, decisions and what groups agreed on.

A point that is not public takes everything at it along: its parts, presentations, materials, decisions and questions.
Notes, what single groups said and summaries that are not agreed on are never asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.sources import Names
from kraftsamla.library.choices import Publicity
from kraftsamla.meetings.assembly.timetable import timetable
from kraftsamla.meetings.choices import MeetingKind, SummaryState
from kraftsamla.meetings.models import (
    AgendaItem,
    Decision,
    Discussion,
    Material,
    Meeting,
    Presentation,
    Summary,
)

#: Meetings that anybody may come to, where the hall of a session is a thing to know.
OPEN_TO_ALL = frozenset({
    MeetingKind.CONFERENCE, MeetingKind.SEMINAR, MeetingKind.SUMMIT, MeetingKind.EXPO, MeetingKind.RELAY_LEG,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the picture holds, so that nothing else is led to: titles of objectives, and slugs."""

    objectives: Mapping[str, Text]
    actions: Mapping[str, Text]
    followups: frozenset[str]
    people: frozenset[str]


def open_items(meetings: QuerySet[Meeting]) -> QuerySet[AgendaItem]:
    """The public points of some meetings; a part of a point that is not public is not either."""
    return AgendaItem.objects.filter(meeting__in=meetings, is_public=True).exclude(parent__is_public=False)


def is_open(item: AgendaItem | None) -> bool:
    """Whether a point may be shown, or nothing stands at one that may not; ``parent`` is at hand."""
    return item is None or (item.is_public and (item.parent is None or item.parent.is_public))


def points(with_sources: Prefetch[str]) -> Prefetch[str]:
    talks = Presentation.objects.select_related("person", "organisation").prefetch_related(with_sources)
    agreed = Summary.objects.filter(state=SummaryState.AGREED).select_related("question")
    items = AgendaItem.objects.select_related("parent", "area", "discussion").prefetch_related(
        "questions", "followups", "actions", with_sources, Prefetch("presentations", queryset=talks),
        "discussion__groups", Prefetch("discussion__summaries", queryset=agreed),
    )  # fmt: skip
    return Prefetch("agenda", queryset=items)


def papers() -> Prefetch[str]:
    shown = Material.objects.filter(is_public=True).exclude(document__publicity=Publicity.PRIVATE)
    return Prefetch("materials", queryset=shown.select_related("document", "item__parent"))


def decisions(with_sources: Prefetch[str]) -> Prefetch[str]:
    rows = Decision.objects.select_related("item__parent")
    return Prefetch("decisions", queryset=rows.prefetch_related("objectives", "actions", with_sources))


def select_items(m: Meeting, names: Names, ref: content.Ref, known: Known) -> tuple[content.AgendaItem, ...]:
    items = list(m.agenda.all())
    at_item: dict[int, list[Material]] = {}
    for each in m.materials.all():
        at_item.setdefault(each.item_id or 0, []).append(each)
    return tuple(
        _item(row.item, names, ref, known, starts=row.starts, ends=row.ends, papers=at_item.get(row.item.pk, []))
        for row in timetable(m, items).flat()
        if is_open(row.item)
    )


def _item(
    item: AgendaItem, names: Names, ref: content.Ref, known: Known, *, starts: dt.time | None, ends: dt.time | None,
    papers: Iterable[Material],
) -> content.AgendaItem:  # fmt: skip
    return content.AgendaItem(
        number=item.number, title=item.title,
        presentations=tuple(
            content.Presentation(
                name.person(p.person), name.maybe(name.organisation, p.organisation), p.topic, names.sources(p, ref)
            )
            for p in item.presentations.all()
        ),
        questions=name.refs(name.question, item.questions.all()), sources=names.sources(item, ref),
        purpose=item.purpose, minutes=item.minutes, intro=item.intro, level=2 if item.parent else 1, day=item.day,
        starts_at=clock(starts), ends_at=clock(ends), room=item.room if item.meeting.kind in OPEN_TO_ALL else "",
        area=name.maybe(name.area, item.area), materials=select_papers(papers, names, ref),
        followups=name.refs(name.followup, (f for f in item.followups.all() if f.slug in known.followups)),
        actions=name.refs(name.action, (a for a in item.actions.all() if a.slug in known.actions)),
        discussion=_discussion(item),
    )  # fmt: skip


def _discussion(item: AgendaItem) -> content.Discussion | None:
    found: Discussion | None = getattr(item, "discussion", None)
    agreed = list(found.summaries.all()) if found else []
    if found is None or not agreed:
        return None
    groups = list(found.groups.all())
    return content.Discussion(
        groups=len(groups), reported=sum(group.reported_at is not None for group in groups),
        summaries=tuple((name.question(each.question), each.text) for each in agreed),
    )  # fmt: skip


def select_papers(records: Iterable[Material], names: Names, ref: content.Ref) -> tuple[content.Material, ...]:
    found = []
    for record in records:
        document = names.paper(record.document, ref)
        if document is not None:
            kept = record.document
            found.append(content.Material(record.kind, document, kept.url, kept.language, kept.published))
    return tuple(found)


def select_decisions(m: Meeting, names: Names, ref: content.Ref, known: Known) -> tuple[content.Decision, ...]:
    return tuple(
        content.Decision(
            text=d.text, item=d.item.title if d.item else None, sources=names.sources(d, ref),
            objectives=tuple(
                name.objective(o, known.objectives[o.number]) for o in d.objectives.all()
                if o.number in known.objectives
            ),
            actions=name.refs(name.action, (a for a in d.actions.all() if a.slug in known.actions)),
        )
        for d in m.decisions.all()
        if is_open(d.item)
    )  # fmt: skip


def clock(value: dt.time | None) -> str:
    return value.strftime("%H:%M") if value else ""
