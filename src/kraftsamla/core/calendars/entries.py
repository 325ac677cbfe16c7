"""What a calendar is told of a meeting: frozen, and without records."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kraftsamla.core.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WHOLE_DAY = len("2026-12-03")
NOTHING = Text()


class Method(enum.StrEnum):
    """What the receiver's calendar is to do with a file (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


class Standing(enum.StrEnum):
    """What the addressee has answered, in the calendar's words."""

    UNANSWERED = "NEEDS-ACTION"
    COMING = "ACCEPTED"
    NOT_COMING = "DECLINED"


class Span(NamedTuple):
    """From when until when. Dates: whole days, and ``ends`` is the last of them. Times: where the office is."""

    starts: dt.date | dt.datetime
    ends: dt.date | dt.datetime | None

    @property
    def is_timed(self) -> bool:
        return isinstance(self.starts, dt.datetime)


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting. ``changed_at`` is when what stands here was last changed; a file of the same entries is the same file.

    ``link`` is where those who take part from afar join; leave it out of what is public.
    """

    uid: str
    sequence: int
    title: Text
    span: Span
    changed_at: dt.datetime
    words: Text = NOTHING
    place: str = ""
    link: str = ""
    url: Text = NOTHING
    is_cancelled: bool = False
    categories: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who calls: an address, and the name of the body or office."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked. Nobody else stands in their file. ``is_optional``: a guest, who is welcome but not expected."""

    email: str
    name: str
    language: str
    standing: Standing = Standing.UNANSWERED
    is_chair: bool = False
    is_optional: bool = False


def span(
    *, starts_on: str, ends_on: str = "", starts_at: dt.time | None = None, ends_at: dt.time | None = None
) -> Span | None:
    """When a meeting is, from what the register holds; None while its day is not known.

    Over several days times count only when both are known. A time to end that is not after the start is left out.
    """
    if len(starts_on) != WHOLE_DAY:
        return None
    first = dt.date.fromisoformat(starts_on)
    last = dt.date.fromisoformat(ends_on) if len(ends_on) == WHOLE_DAY else first
    if starts_at is None or (last != first and ends_at is None):
        return Span(first, last)
    starts = dt.datetime.combine(first, starts_at, STOCKHOLM)
    ends = dt.datetime.combine(last, ends_at, STOCKHOLM) if ends_at is not None else None
    return Span(starts, ends if ends is not None and ends > starts else None)
