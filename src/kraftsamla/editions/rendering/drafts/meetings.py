"""Meetings: the list of them, and each one's own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kraftsamla.core.text import Text
from kraftsamla.editions.content import FollowUp, Meeting, Turnout
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts
from kraftsamla.editions.rendering.programme import days_of

SECTION = "meetings"
NOBODY = Turnout()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The meetings before and after: as told, otherwise by their order in the series."""

    before: tuple[Meeting, ...]
    after: tuple[Meeting, ...]
    series: tuple[Meeting, ...]


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.MEETINGS,
        template="meetings",
        section=SECTION,
        title=ours(_("Möten")),
        about=ours(_("Möten och konferenser om strategin: vad som togs upp och vilka som var med.")),
    )
    newest_first = sorted(index.picture.meetings, key=lambda meeting: (meeting.starts_on, meeting.slug), reverse=True)
    states = {meeting.slug: state_of(meeting, at=index.picture.as_of) for meeting in newest_first}
    for part in parts(newest_first, addresses.MEETINGS):
        rows = [(meeting, states[meeting.slug]) for meeting in part.items]
        yield replace(listed, address=part.address, context={"part": part, "rows": rows})
    for meeting in index.picture.meetings:
        yield _meeting(meeting, index)


def state_of(meeting: Meeting, *, at: str) -> str:
    """How it stands on a day: a code of the table ``meeting_state``."""
    if meeting.is_cancelled:
        return "cancelled"
    if not meeting.is_coming(at=at):
        return "held"
    return "coming" if meeting.starts_on > at[: len(meeting.starts_on)] or len(meeting.starts_on) < len(at) else "today"


def _meeting(meeting: Meeting, index: Index) -> Draft:
    at = index.picture.as_of
    state = state_of(meeting, at=at)
    sign_up = meeting.sign_up
    return Draft(
        address=addresses.record("meeting", meeting.slug),
        template="meeting",
        section=SECTION,
        title=meeting.title,
        about=shortened(meeting.purpose or meeting.summary or meeting.title),
        context={
            "meeting": meeting,
            "state": state,
            "turnout": meeting.turnout or _counted(meeting),
            "neighbours": _neighbours(meeting, index),
            "programme": days_of(meeting),
            "several_days": len({item.day for item in meeting.agenda}) > 1,
            "followups": _followups(meeting, index),
            "takes_sign_ups": sign_up is not None and state == "coming" and sign_up.closes_on >= at,
            "not_yet": sign_up is not None and sign_up.opens_on > at,
            "weakness": weak_links.of_meeting(meeting, index),
        },
        crumbs=[(addresses.MEETINGS, ours(_("Möten")))],
        sources_of=(meeting,),
    )


def _counted(meeting: Meeting) -> Turnout | None:
    """Editions from before turnouts were kept name those who came."""
    present = sum(row.presence == "present" for row in meeting.attendance)
    return replace(NOBODY, present=present) if present else None


def _neighbours(meeting: Meeting, index: Index) -> Neighbours:
    series = index.in_series[meeting.series.slug] if meeting.series else []
    place = series.index(meeting) if series else 0
    before = [index.meetings[ref.slug] for ref in (meeting.follows,) if ref and ref.slug in index.meetings]
    after = [index.meetings[ref.slug] for ref in meeting.followed_by if ref.slug in index.meetings]
    return Neighbours(
        tuple(before or series[max(place - 1, 0) : place]), tuple(after or series[place + 1 : place + 2]), tuple(series)
    )


def _followups(meeting: Meeting, index: Index) -> list[tuple[FollowUp | None, Text, str]]:
    """What came out of the meeting and where it stands; None where the edition holds no more than its name."""
    return [(index.followups.get(ref.slug), ref.title, ref.slug) for ref in meeting.followups]
