"""The office, the groups and who sits in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.editions.content import Body, Meeting
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.calendars import in_order
from kraftsamla.editions.rendering.drafts.meetings import state_of
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts
from kraftsamla.editions.rendering.timeline import by_period, timeline

SECTION = "bodies"
#: So many of its meetings stand on a body's page; the calendar has them all.
MEETINGS = 12
LEADING = frozenset({"chair", "vice_chair", "lead"})


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.BODIES,
        template="bodies",
        section=SECTION,
        title=ours(_("Organ")),
        about=ours(_("Kansliet, grupperna och vilka som sitter i dem.")),
    )
    for part in parts(index.picture.bodies, addresses.BODIES):
        yield replace(listed, address=part.address, context={"part": part})
    for body in index.picture.bodies:
        yield _body(body, index)


def _body(body: Body, index: Index) -> Draft:
    current = [seat for seat in body.seats if seat.current]
    return Draft(
        address=addresses.record("body", body.slug),
        template="body",
        section=SECTION,
        title=body.name,
        about=shortened(body.mandate or body.name),
        context={
            "body": body,
            "current": current,
            "former": [seat for seat in body.seats if not seat.current],
            "history": by_period(body),
            "timeline": timeline(body, at=index.picture.as_of),
            "posts": {post.key: post for post in body.posts},
            "open_posts": [post for post in body.posts if post.is_open],
            **_meetings(body, index),
            "feed": addresses.calendar_feed(body.slug),
            "calendar": addresses.calendar(body=body.slug),
            "leading": [seat for seat in current if seat.role in LEADING],
            "weakness": weak_links.of_body(body, index),
        },
        crumbs=[(addresses.BODIES, ours(_("Organ")))],
        sources_of=(body,),
    )


def _meetings(body: Body, index: Index) -> dict[str, object]:
    """The coming ones in order, then the last ones held; ``more`` says whether the calendar has others."""
    at = index.picture.as_of
    held: list[Meeting] = in_order(index.meetings[ref.slug] for ref in body.meetings if ref.slug in index.meetings)
    coming = [meeting for meeting in held if meeting.is_coming(at=at)]
    past = [meeting for meeting in reversed(held) if not meeting.is_coming(at=at)]
    shown = [*coming, *past][:MEETINGS]
    return {"meetings": [(meeting, state_of(meeting, at=at)) for meeting in shown], "more": len(held) > len(shown)}
