"""The calendar: what is to come first, then what has been, year by year; whole, and by body, kind and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kraftsamla.editions.content import Meeting
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.addresses import Address
from kraftsamla.editions.rendering.calendars import in_order
from kraftsamla.editions.rendering.drafts.meetings import SECTION, state_of
from kraftsamla.editions.rendering.drafts.wording import ours
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts
from kraftsamla.editions.rendering.vocabulary import TABLES

#: A calendar's page is not heavier than this many meetings.
SIZE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """``under`` is the heading it stands below: "coming", or the year it began."""

    meeting: Meeting
    state: str
    under: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A way of choosing: one page each, whether or not scripts run."""

    address: Address
    label: object
    number: int
    is_chosen: bool


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    rows = _rows(index)
    yield from _calendar(index, rows)
    for body in index.picture.bodies:
        mine = [row for row in rows if row.meeting.body and row.meeting.body.slug == body.slug]
        if mine:
            yield from _calendar(index, rows, mine, body=body.slug)
    for kind in _kinds(rows):
        yield from _calendar(index, rows, [row for row in rows if row.meeting.kind == kind], kind=kind)
    for year in _years(rows):
        yield from _calendar(index, rows, [row for row in rows if row.meeting.starts_on[:4] == year], year=year)


def _rows(index: Index) -> list[Row]:
    at = index.picture.as_of
    in_time = in_order(index.picture.meetings)
    coming = [Row(m, state_of(m, at=at), "coming") for m in in_time if m.is_coming(at=at)]
    held = [Row(m, state_of(m, at=at), m.starts_on[:4]) for m in reversed(in_time) if not m.is_coming(at=at)]
    return [*coming, *held]


def _kinds(rows: list[Row]) -> list[str]:
    known = {row.meeting.kind for row in rows}
    return [kind for kind in addresses.MEETING_KIND if kind in known]


def _years(rows: list[Row]) -> list[str]:
    return sorted({row.meeting.starts_on[:4] for row in rows}, reverse=True)


def _calendar(
    index: Index, rows: list[Row], chosen: list[Row] | None = None, *, body: str = "", kind: str = "", year: str = ""
) -> Iterator[Draft]:
    address = addresses.calendar(body=body, kind=kind, year=year)
    is_chosen = chosen is not None
    crumbs = [(addresses.MEETINGS, ours(_("Möten")))]
    if is_chosen:
        crumbs.append((addresses.CALENDAR, ours(_("Kalender"))))
    draft = Draft(
        address=address,
        template="calendar",
        section=SECTION,
        title=ours(_("Kalender")),
        about=ours(_("Möten och konferenser om strategin: först de kommande, sedan de som har hållits, år för år.")),
        crumbs=crumbs,
    )
    context = {
        "is_chosen": is_chosen,
        "choices": _choices(index, rows, body=body, kind=kind, year=year),
        "body": next((each for each in index.picture.bodies if each.slug == body), None),
        "kind": kind,
        "year": year,
        "feed": addresses.calendar_feed(body),
        "has_coming": any(row.under == "coming" for row in (rows if chosen is None else chosen)),
    }
    for part in parts(rows if chosen is None else chosen, address, size=SIZE):
        yield replace(draft, address=part.address, context={**context, "part": part})


def _choices(
    index: Index, rows: list[Row], *, body: str, kind: str, year: str
) -> list[tuple[str, list[Choice]]]:  # fmt: skip
    """What can be chosen, under a heading each. Every choice stands alone."""
    by_body = Counter(row.meeting.body.slug for row in rows if row.meeting.body)
    by_kind = Counter(row.meeting.kind for row in rows)
    by_year = Counter(row.meeting.starts_on[:4] for row in rows)
    return [
        (_("Organ"), [
            Choice(addresses.calendar(body=each.slug), each.name, by_body[each.slug], each.slug == body)
            for each in index.picture.bodies if by_body[each.slug]
        ]),
        (_("Slag av möte"), [
            Choice(addresses.calendar(kind=each), TABLES["meeting_kind"][each], by_kind[each], each == kind)
            for each in _kinds(rows)
        ]),
        (_("År"), [
            Choice(addresses.calendar(year=each), each, by_year[each], each == year) for each in _years(rows)
        ]),
    ]  # fmt: skip
