"""The vocabulary of the log: an event that is not registered here by its app cannot be recorded."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Event:
    """``name`` is "noun.verbed"; ``sentence`` says in the reader's language what the person did, before the record's
    name: "skapade insatsen"."""

    name: str
    sentence: str | Promise


class UnknownEvent(LookupError):
    """An event name that no app has registered: a programming error, caught by the first test that runs it."""


_events: dict[str, Event] = {}


def register(name: str, sentence: str | Promise) -> str:
    """Register an event and return its name. The same name twice is an error."""
    if name in _events:
        raise ValueError(f"event {name!r} is registered twice")
    _events[name] = Event(name, sentence)
    return name


def event(name: str) -> Event:
    """The registered event. Raises UnknownEvent."""
    try:
        return _events[name]
    except KeyError:
        raise UnknownEvent(f"event {name!r} is not registered; add it to the app's choices.py") from None


def all_events() -> tuple[Event, ...]:
    return tuple(_events[name] for name in sorted(_events))
