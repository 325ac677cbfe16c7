"""Meetings and bodies as search engines read them (schema.org, JSON-LD).

Where a meeting is held at a distance its address there is that of the public page: the way in is nowhere in an edition.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from kraftsamla.core.calendars import span
from kraftsamla.core.calendars.entries import STOCKHOLM
from kraftsamla.core.text import Language, Text
from kraftsamla.editions.content import AgendaItem, Body, Meeting, Ref
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.frame import Frame, said

#: What would end the element that holds the data, or begin another.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
ATTENDANCE = {
    "on_site": "OfflineEventAttendanceMode",
    "remote": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
#: Kinds whose points are events of their own, that somebody may come for.
WITH_SESSIONS = frozenset({"conference", "seminar", "summit", "expo"})
SCHEMA = "https://schema.org"


def event(meeting: Meeting, at: Frame) -> str:
    page = _page("meeting", meeting.slug, at)
    found = {
        "@context": SCHEMA, "@type": "Event", "@id": page, "url": page, "name": said(meeting.title, at.language),
        "description": said(meeting.purpose or meeting.summary, at.language), "inLanguage": _spoken(meeting.title),
        **_times(meeting), "eventStatus": f"{SCHEMA}/{'EventCancelled' if meeting.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"{SCHEMA}/{ATTENDANCE[meeting.form]}" if meeting.form in ATTENDANCE else "",
        "location": _places(meeting, page), "organizer": [_somebody(ref, at) for ref in _organisers(meeting)],
        "superEvent": _series(meeting, at),
        "subEvent": [_session(item, meeting, page, at) for item in _sessions(meeting)],
    }  # fmt: skip
    return _written(found)


def organisation(body: Body, at: Frame) -> str:
    page = _page("body", body.slug, at)
    return _written({
        "@context": SCHEMA, "@type": "Organization", "@id": page, "url": page, "name": said(body.name, at.language),
        "description": said(body.mandate, at.language), "foundingDate": body.valid_from,
        "dissolutionDate": body.valid_to, "parentOrganization": _somebody(body.parent, at) if body.parent else None,
        "subOrganization": [_somebody(ref, at) for ref in body.parts],
    })  # fmt: skip


def _written(data: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in data.items() if value not in ("", None, [], {})}
    return json.dumps(kept, ensure_ascii=False).translate(ESCAPES)


def _page(kind: str, slug: str, at: Frame) -> str:
    return f"{at.site.address}/{addresses.record(kind, slug).within(at.language)}"


def _spoken(title: Text) -> Language:
    return "sv" if title.sv else "en"


def _organisers(meeting: Meeting) -> tuple[Ref, ...]:
    own = (meeting.body,) if meeting.body else ()
    return (*own, *meeting.organisers, *meeting.partners)


def _somebody(ref: Ref, at: Frame) -> dict[str, str]:
    found = {"@type": "Organization", "name": said(ref.title, at.language)}
    return {**found, "url": _page(ref.kind, ref.slug, at)} if at.index.holds(ref.kind, ref.slug) else found


def _times(meeting: Meeting) -> dict[str, str]:
    """With the offset of that day when the time is known; otherwise as much of the date as is."""
    start, end = _time(meeting.starts_at), _time(meeting.ends_at)
    when = span(starts_on=meeting.starts_on, ends_on=meeting.ends_on, starts_at=start, ends_at=end)
    if when is None:
        return {"startDate": meeting.starts_on, "endDate": meeting.ends_on}
    return {"startDate": when.starts.isoformat(), "endDate": when.ends.isoformat() if when.ends else ""}


def _time(value: str) -> dt.time | None:
    return dt.time.fromisoformat(value) if value else None


def _places(meeting: Meeting, page: str) -> list[dict[str, str]]:
    there = {"@type": "Place", "name": meeting.place, "address": meeting.place}
    afar = {"@type": "VirtualLocation", "url": page}
    found = [there] if meeting.place and meeting.form != "remote" else []
    return [*found, afar] if meeting.form in {"remote", "hybrid"} else found


def _series(meeting: Meeting, at: Frame) -> dict[str, str] | None:
    if meeting.series is None:
        return None
    return {"@type": "EventSeries", "name": said(meeting.series.name, at.language)}


def _sessions(meeting: Meeting) -> list[AgendaItem]:
    """The points that a programme gives a time of their own, breaks apart."""
    if meeting.kind not in WITH_SESSIONS or len(meeting.starts_on) < len("2026-12-03"):
        return []
    return [item for item in meeting.agenda if item.starts_at and item.level == 1 and item.purpose != "break"]


def _session(item: AgendaItem, meeting: Meeting, page: str, at: Frame) -> dict[str, Any]:
    day = dt.date.fromisoformat(meeting.starts_on) + dt.timedelta(days=item.day - 1)

    def moment(clock: str) -> str:
        return dt.datetime.combine(day, dt.time.fromisoformat(clock), STOCKHOLM).isoformat()

    found: dict[str, Any] = {
        "@type": "Event", "name": said(item.title, at.language), "startDate": moment(item.starts_at),
        "endDate": moment(item.ends_at) if item.ends_at > item.starts_at else "", "url": page,
        "location": _places(meeting, page),
        "performer": [
            {"@type": "Person", "name": said(talk.person.title, at.language)} for talk in item.presentations
        ],
    }  # fmt: skip
    return {name: value for name, value in found.items() if value not in ("", [])}
