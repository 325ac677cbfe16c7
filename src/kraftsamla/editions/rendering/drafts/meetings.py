"""Meetings as they were held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.editions.content import Meeting
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts

SECTION = "meetings"


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.MEETINGS,
        template="meetings",
        section=SECTION,
        title=ours(_("Möten")),
        about=ours(_("Möten och konferenser om strategin: vad som togs upp och vilka som var med.")),
    )
    newest_first = sorted(index.picture.meetings, key=lambda meeting: (meeting.starts_on, meeting.slug), reverse=True)
    for part in parts(newest_first, addresses.MEETINGS):
        yield replace(listed, address=part.address, context={"part": part})
    for meeting in index.picture.meetings:
        yield _meeting(meeting, index)


def _meeting(meeting: Meeting, index: Index) -> Draft:
    as_of = index.picture.as_of
    return Draft(
        address=addresses.record("meeting", meeting.slug),
        template="meeting",
        section=SECTION,
        title=meeting.title,
        about=shortened(meeting.summary or meeting.title),
        context={
            "meeting": meeting,
            "is_coming": meeting.starts_on > as_of[: len(meeting.starts_on)],
            "present": sum(attendance.presence == "present" for attendance in meeting.attendance),
            "weakness": weak_links.of_meeting(meeting, index),
        },
        crumbs=[(addresses.MEETINGS, ours(_("Möten")))],
        sources_of=(meeting,),
    )
