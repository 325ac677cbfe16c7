"""The files themselves. Lines are folded and signs escaped by ``icalendar``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

from kraftsamla.core.calendars.entries import NOTHING, Addressee, Entry, Method, Organiser, Standing
from kraftsamla.core.text import Text

PRODUCT = "-//Kraftsamla//Kraftsamla//SV"
JOIN = Text("Anslut till mötet", "Join the meeting")
ONE_DAY = dt.timedelta(days=1)


def invitation_of(
    entry: Entry, addressee: Addressee, *, organiser: Organiser, method: Method, at: dt.datetime
) -> bytes:
    """The file one person gets: to put the meeting in the calendar (REQUEST) or to take it out (CANCEL).

    Calendars know the meeting by its uid, and obey the highest sequence. ``at``: when it is sent.
    """
    event = _event(entry, language=addressee.language, stamp=at)
    event["ORGANIZER"] = _person(organiser.email, organiser.name)
    event["ATTENDEE"] = _attendee(addressee)
    cancelled = method == Method.CANCEL or entry.is_cancelled
    event["STATUS"] = vText("CANCELLED" if cancelled else "CONFIRMED")
    return _file([event], method=method, needs_zone=entry.span.is_timed)


def own_copy_of(entry: Entry, *, language: str) -> bytes:
    """The meeting to put in a calendar by hand: nothing to answer, and nobody's name in it."""
    event = _event(entry, language=language, stamp=entry.changed_at)
    return _file([event], method=Method.PUBLISH, needs_zone=entry.span.is_timed)


def calendar_of(entries: Iterable[Entry], *, name: Text = NOTHING, language: str = "sv") -> bytes:
    """A calendar to subscribe to, for example of one body. The same entries give the same bytes."""
    listed = sorted(entries, key=lambda entry: (str(entry.span.starts), entry.uid))
    events = [_event(entry, language=language, stamp=entry.changed_at) for entry in listed]
    needs_zone = any(entry.span.is_timed for entry in listed)
    return _file(events, method=Method.PUBLISH, needs_zone=needs_zone, name=_said(name, language))


def _file(events: Iterable[Event], *, method: Method, needs_zone: bool, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)  # what calendars read where they do not know RFC 7986
    if needs_zone:
        calendar.add_component(_stockholm())
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, *, language: str, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("last-modified", entry.changed_at.astimezone(dt.UTC))
    _add_span(event, entry)
    event.add("summary", _said(entry.title, language), parameters={"LANGUAGE": _language(entry.title, language)})
    if entry.words:
        words = {"LANGUAGE": _language(entry.words, language)}
        event.add("description", _said(entry.words, language), parameters=words)
    if entry.place:
        event.add("location", entry.place)
    if entry.link:
        join = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": _said(JOIN, language)}
        event.add("conference", entry.link, parameters=join)
    if entry.url:
        event.add("url", _said(entry.url, language))
    if entry.categories:
        event.add("categories", [_said(each, language) for each in entry.categories])
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.span.is_timed else "TRANSPARENT")
    return event


def _add_span(event: Event, entry: Entry) -> None:
    starts, ends = entry.span
    event.add("dtstart", starts)
    if isinstance(ends, dt.datetime):
        event.add("dtend", ends)
    elif ends is not None:
        event.add("dtend", ends + ONE_DAY)  # a calendar's last day is the first one that is not inside


def _attendee(addressee: Addressee) -> vCalAddress:
    found = _person(addressee.email, addressee.name)
    role = "CHAIR" if addressee.is_chair else "OPT-PARTICIPANT" if addressee.is_optional else "REQ-PARTICIPANT"
    found.params["CUTYPE"] = "INDIVIDUAL"
    found.params["ROLE"] = role
    found.params["PARTSTAT"] = addressee.standing.value
    found.params["RSVP"] = "TRUE" if addressee.standing == Standing.UNANSWERED else "FALSE"
    found.params["LANGUAGE"] = addressee.language
    return found


def _person(email: str, name: str) -> vCalAddress:
    found = vCalAddress(f"mailto:{email}")
    if name:
        found.params["CN"] = name.replace('"', "”")  # old calendars know no quotation mark in a name
    return found


def _said(text: Text, language: str) -> str:
    own, other = (text.en, text.sv) if language == "en" else (text.sv, text.en)
    return own or other


def _language(text: Text, language: str) -> str:
    """Which of the two it is said in."""
    if language == "en":
        return "en" if text.en else "sv"
    return "sv" if text.sv else "en"


def _stockholm() -> Timezone:
    """The zone with the rule that has held since 1996: forward the last Sunday of March, back that of October."""
    zone = Timezone()
    zone.add("tzid", "Europe/Stockholm")
    for part, month, name, before, after in (
        (TimezoneDaylight(), 3, "CEST", 1, 2),
        (TimezoneStandard(), 10, "CET", 2, 1),
    ):
        part.add("dtstart", _last_sunday(1996, month, hour=1 + before))
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("tzoffsetfrom", dt.timedelta(hours=before))
        part.add("tzoffsetto", dt.timedelta(hours=after))
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _last_sunday(year: int, month: int, *, hour: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, hour)  # noqa: DTZ001  a zone's own rule is written without a zone
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
