"""What is to be followed up, where it came out of no meeting or openly out of a public one."""

from __future__ import annotations

from django.db.models import Prefetch

from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.agenda import is_open
from kraftsamla.editions.selection.sources import Names, public_passages
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.models import AgendaItem, Meeting


def followups() -> list[FollowUp]:
    """Those that may be shown. What was taken up only at points that are not public is not."""
    items = AgendaItem.objects.select_related("parent")
    records = (
        FollowUp.objects.public().oldest_promise_first().select_related("owner", "verifier", "action")
        .prefetch_related(
            public_passages(), Prefetch("meetings", queryset=Meeting.objects.public()),
            Prefetch("agenda_items", queryset=items),
        )
    )  # fmt: skip
    return [record for record in records if _came_openly(record)]


def _came_openly(record: FollowUp) -> bool:
    """From no meeting, or from one where no closed point alone treated it."""
    meetings = list(record.meetings.all())
    return not meetings or any(_openly_at(meeting, record) for meeting in meetings)


def _openly_at(meeting: Meeting, record: FollowUp) -> bool:
    treated = [item for item in record.agenda_items.all() if item.meeting_id == meeting.pk]
    return not treated or any(is_open(item) for item in treated)


def select_followups(records: list[FollowUp], names: Names) -> tuple[content.FollowUp, ...]:
    return tuple(
        content.FollowUp(
            slug=f.slug, what=f.what, asked_by=f.asked_by, asked_of=f.asked_of,
            owner=name.maybe(name.organisation, f.owner), asked_on=f.asked_on, due=f.due, closed_on=f.closed_on,
            outcome=f.outcome, meetings=name.refs(name.meeting, (m for m in f.meetings.all() if _openly_at(m, f))),
            sources=names.sources(f, name.followup(f)), reference=f.reference or "",
            verifier=name.maybe(name.organisation, f.verifier), done_on=f.done_on,
            action=name.maybe(name.action, f.action) if f.action and not f.action.ending else None,
        )
        for f in records
    )  # fmt: skip
