"""What both forms say alike: texts, moments, and files without what is not known."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from kraftsamla.core.calendars import span
from kraftsamla.core.calendars.entries import STOCKHOLM
from kraftsamla.core.text import Text
from kraftsamla.editions.content import Edition, Meeting, Ref
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.frame import said
from kraftsamla.editions.rendering.pages import Site

WHOLE_DAY = len("2026-12-03")


def known(**values: Any) -> dict[str, Any]:
    """Without what is not known. False and 0 are known."""
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def file(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def words(text: Text) -> str:
    return said(text, "sv")


def page(kind: str, slug: str, site: Site) -> str:
    return f"{site.address}/{addresses.record(kind, slug).sv}"


def published(edition: Edition) -> str:
    return f"{edition.published_on[:10]}T00:00:00+00:00"


def moments(meeting: Meeting) -> tuple[str, str]:
    """When it starts and ends, with the offset of that day where the time is known; otherwise the dates that are."""
    start, end = _time(meeting.starts_at), _time(meeting.ends_at)
    when = span(starts_on=meeting.starts_on, ends_on=meeting.ends_on, starts_at=start, ends_at=end)
    if when is None or not when.is_timed:
        return meeting.starts_on, meeting.ends_on
    return when.starts.isoformat(), when.ends.isoformat() if when.ends else ""


def moment(day: str, clock: str, *, after: int = 0) -> str:
    """A time of day with its offset; "" unless the whole date is known. ``after``: so many days later."""
    if len(day) < WHOLE_DAY or not clock:
        return ""
    date = dt.date.fromisoformat(day) + dt.timedelta(days=after)
    return dt.datetime.combine(date, dt.time.fromisoformat(clock), STOCKHOLM).isoformat()


def present(meeting: Meeting) -> list[Ref]:
    """Those who were there and have a page; nobody where the meeting does not say who came."""
    if not meeting.shows_attendance:
        return []
    return [row.person for row in meeting.attendance if row.person is not None and row.presence == "present"]


def _time(value: str) -> dt.time | None:
    return dt.time.fromisoformat(value) if value else None
