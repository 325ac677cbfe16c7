"""What runs through the strategy over time: questions, things to follow up, and what changed between editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.drafts.wording import ours
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts

OF_CHANGES = 100


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    yield from _questions(index)
    yield from _followups(index)
    yield from _changes(index)


def _questions(index: Index) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.QUESTIONS,
        template="questions",
        section="meetings",
        title=ours(_("Frågor")),
        about=ours(_("Frågor som har ställts om strategin, och hur de hanteras.")),
        crumbs=[(addresses.MEETINGS, ours(_("Möten")))],
    )
    questions = index.picture.questions
    yield replace(listed, context={"questions": questions}, sources_of=questions)


def _followups(index: Index) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.FOLLOWUPS,
        template="followups",
        section="meetings",
        title=ours(_("Att följa upp")),
        about=ours(_("Vad som har lovats på möten, av vem och till när.")),
        crumbs=[(addresses.MEETINGS, ours(_("Möten")))],
    )
    followups = index.picture.followups
    context = {
        "lists": [
            ("open", [followup for followup in followups if not followup.closed_on]),
            ("closed", [followup for followup in followups if followup.closed_on]),
        ]
    }
    yield replace(listed, context=context, sources_of=followups)


def _changes(index: Index) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.CHANGES,
        template="changes",
        section="changes",
        title=ours(_("Ändrat sedan förra utgåvan")),
        about=ours(_("Vad som är nytt, ändrat och borttaget jämfört med den förra utgåvan.")),
    )
    for part in parts(index.edition.changes, addresses.CHANGES, size=OF_CHANGES):
        yield replace(
            listed,
            address=part.address,
            context={"part": part},
            sources_of=tuple(part.items),
        )
