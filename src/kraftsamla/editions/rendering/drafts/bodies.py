"""The office, the groups and who sits in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.editions.content import Body
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts

SECTION = "bodies"
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
            "leading": [seat for seat in current if seat.role in LEADING],
            "weakness": weak_links.of_body(body, index),
        },
        crumbs=[(addresses.BODIES, ours(_("Organ")))],
        sources_of=(body,),
    )
