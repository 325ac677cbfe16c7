"""Tables that open in a spreadsheet: meetings, and who sits where. The same fields as the pages show."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from kraftsamla.core.text import Language
from kraftsamla.editions.content import Body, Meeting, Seat
from kraftsamla.editions.rendering import addresses, words
from kraftsamla.editions.rendering.drafts.meetings import state_of
from kraftsamla.editions.rendering.frame import said
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Page, Site

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
#: A cell that begins so would be taken for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(index: Index, site: Site, language: Language) -> Iterator[Page]:
    """Called with the language in force."""
    heads: tuple[str, ...] = (
        _("Möte"), _("Slag"), _("Organ"), _("Datum"), _("Slutdatum"), _("Börjar"), _("Slutar"), _("Form"), _("Ort"),
        _("Läge"), _("Adress"),
    )  # fmt: skip
    rows = (_meeting(meeting, index, site, language) for meeting in index.picture.meetings)
    yield Page(addresses.MEETINGS_TABLE.within(language), sheet(heads, rows))
    heads = (
        _("Organ"), _("Person"), _("För"), _("Roll"), _("Plats i organet"), _("Från"), _("Till"), _("Ingår nu"),
        _("Adress"),
    )  # fmt: skip
    seats = (_seat(seat, body, site, language) for body in index.picture.bodies for seat in body.seats)
    yield Page(addresses.SEATS_TABLE.within(language), sheet(heads, seats))


def sheet(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Semicolons and a byte order mark: what a Swedish spreadsheet opens rightly when double-clicked."""
    file = io.StringIO(newline="")
    write = csv.writer(file, delimiter=";", lineterminator="\r\n")
    write.writerow(heads)
    write.writerows([_cell(value) for value in row] for row in rows)
    return (BOM + file.getvalue()).encode()


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def _meeting(meeting: Meeting, index: Index, site: Site, language: Language) -> list[str]:
    return [
        said(meeting.title, language),
        words.word("meeting_kind", meeting.kind, language),
        said(meeting.body.title, language) if meeting.body else "",
        meeting.starts_on,
        meeting.ends_on,
        meeting.starts_at[:5],
        meeting.ends_at[:5],
        words.word("meeting_form", meeting.form, language) if meeting.form else "",
        meeting.place,
        words.word("meeting_state", state_of(meeting, at=index.picture.as_of), language),
        _page("meeting", meeting.slug, site, language),
    ]


def _seat(seat: Seat, body: Body, site: Site, language: Language) -> list[str]:
    post = next((post for post in body.posts if post.key == seat.post), None)
    return [
        said(body.name, language),
        said(seat.person.title, language),
        said(seat.on_behalf_of.title, language) if seat.on_behalf_of else "",
        words.word("seat_role", seat.role, language),
        said(post.label, language) if post else "",
        seat.valid_from,
        seat.valid_to,
        words.word("yes_no", "yes" if seat.current else "no", language),
        _page("body", body.slug, site, language),
    ]


def _page(kind: str, slug: str, site: Site, language: Language) -> str:
    return f"{site.address}/{addresses.record(kind, slug).within(language)}"
