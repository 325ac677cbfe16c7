"""The calendars to subscribe to: of all meetings, and of each body's. They say no more than the meetings' pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from kraftsamla.core.calendars import Entry, calendar_of, span
from kraftsamla.core.text import LANGUAGES, Language, Text
from kraftsamla.editions.content import Meeting
from kraftsamla.editions.rendering import addresses, words
from kraftsamla.editions.rendering.frame import said
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Page, Site


def calendars(index: Index, site: Site, language: Language) -> Iterator[Page]:
    """Called with the language in force."""
    entries = {meeting.slug: entry for meeting in index.picture.meetings if (entry := _entry(meeting, index, site))}
    strategy = said(index.picture.strategy.title, language)
    whole = calendar_of(entries.values(), name=_named(_("Möten"), strategy), language=language)
    yield Page(addresses.calendar_feed().within(language), whole)
    for body in index.picture.bodies:
        own = [entries[ref.slug] for ref in body.meetings if ref.slug in entries]
        name = _named(said(body.name, language), strategy)
        yield Page(addresses.calendar_feed(body.slug).within(language), calendar_of(own, name=name, language=language))


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda each: (each.starts_on, each.starts_at, each.slug))


def _named(what: str, strategy: str) -> Text:
    name = f"{what} – {strategy}"
    return Text(name, name)


def _entry(meeting: Meeting, index: Index, site: Site) -> Entry | None:
    """None while the day is not known. The file says when its edition was published: a meeting that changes its time
    or place is told by its sequence."""
    at = span(
        starts_on=meeting.starts_on, ends_on=meeting.ends_on, starts_at=_time(meeting.starts_at),
        ends_at=_time(meeting.ends_at),
    )  # fmt: skip
    if at is None:
        return None
    published = dt.date.fromisoformat(index.edition.published_on[:10])
    page = addresses.record("meeting", meeting.slug)
    body = (meeting.body.title,) if meeting.body else ()
    return Entry(
        uid=meeting.uid or f"{site.address}/{page.sv}", sequence=meeting.sequence, title=_title(meeting), span=at,
        changed_at=dt.datetime.combine(published, dt.time(), dt.UTC), words=meeting.purpose or meeting.summary,
        place=meeting.place, url=Text(*(f"{site.address}/{page.within(each)}" for each in LANGUAGES)),
        is_cancelled=meeting.is_cancelled, categories=(_both("meeting_kind", meeting.kind), *body),
    )  # fmt: skip


def _title(meeting: Meeting) -> Text:
    """A cancelled one says so in its name too, for the calendars that do not show its status."""
    if not meeting.is_cancelled:
        return meeting.title
    sv, en = (f"{words.word('meeting_state', 'cancelled', each)}: {said(meeting.title, each)}" for each in LANGUAGES)
    return Text(sv[:1].upper() + sv[1:], (en[:1].upper() + en[1:]) if meeting.title.en else "")


def _both(table: str, code: str) -> Text:
    return Text(*(words.word(table, code, each) for each in LANGUAGES))


def _time(value: str) -> dt.time | None:
    return dt.time.fromisoformat(value) if value else None
