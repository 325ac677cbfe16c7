"""Where the weekly letter gets what it says: every app registers a source, a question about how things stand.

A source is asked anew each time letters go out, so that nobody is reminded of what they have already done::

    def collect(at: datetime) -> Iterable[Item]: …
    register_source("followup", collect)          # in the app's AppConfig.ready()

``key`` names what is said: "followup:17:late". The same key is news to a person only once; until it is over it is
repeated below what is new, in letters that have something new to say. A reminder is a key of its own.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kraftsamla.core.text import Text


class Urgency(enum.IntEnum):
    """What comes first in a letter; among equals the newest comes first."""

    LATE = 0
    ASKED = 1
    SOON = 2
    NEWS = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter. ``text/calendar; method=REQUEST`` is an invitation that calendars answer."""

    name: str
    content: bytes
    mimetype: str

    @property
    def is_for_calendars(self) -> bool:
        return self.mimetype.startswith("text/calendar") and "method=" in self.mimetype


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to say to one person.

    ``address`` is called when the letter is really written: it may issue a personal link. It gives a path, "/…".
    ``due`` is a date as the register keeps it ("2026-03", "" when there is none).
    """

    key: str
    email: str
    name: str
    language: str
    urgency: Urgency
    since: dt.datetime
    heading: Text
    words: Text
    button: Text
    address: Callable[[], str]
    due: str = ""
    attachments: tuple[Attachment, ...] = ()


Source = Callable[[dt.datetime], Iterable[Item]]
_sources: dict[str, Source] = {}


def register_source(name: str, collect: Source) -> None:
    """Register a source. The same name twice is an error."""
    if name in _sources:
        raise ValueError(f"letter source {name!r} is registered twice")
    _sources[name] = collect


def everything_to_say(at: dt.datetime) -> list[Item]:
    """What all sources have to say now, sources in the order of their names."""
    return [item for name in sorted(_sources) for item in _sources[name](at)]
