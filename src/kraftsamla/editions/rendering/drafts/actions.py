"""The list of actions, whole and by area and progress, and the page of each action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kraftsamla.editions.content import Action, DatedFact, Part
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.addresses import Address
from kraftsamla.editions.rendering.drafts.wording import ours, shortened
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts
from kraftsamla.editions.rendering.vocabulary import PROGRESS, TABLES

SECTION = "actions"
#: A date that an action has only one of, so that two different ones contradict each other.
ONCE = frozenset({"decided", "started", "in_force", "signed", "held", "due", "ended"})
#: What the filter is called in addresses, in Swedish and in English.
FILTER_WORDS = tuple(zip(addresses.AREA_FILTER, addresses.PROGRESS_FILTER, strict=True))


@dataclass(frozen=True, slots=True)
class Row:
    action: Action
    areas: tuple[str, ...]
    progress: str
    responsible: list[Part]


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of the filter: where it leads, its value in addresses, and how many actions it finds."""

    address: Address
    value: str
    label: object
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one kind, side by side. ``differ``: the sources contradict each other."""

    kind: str
    facts: list[DatedFact]
    differ: bool


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    rows = {action.slug: _row(action, index) for action in index.picture.actions}
    for area in (None, *index.areas):
        for progress in (None, *PROGRESS):
            yield from _list(index, rows, area, progress)
    for action in index.picture.actions:
        yield _action(action, index)


def _row(action: Action, index: Index) -> Row:
    return Row(action, index.area_numbers[action.slug], _said(action.progress), index.responsible(action))


def _said(progress: str) -> str:
    return addresses.PROGRESS[progress][0 if get_language() != "en" else 1]


def _list(index: Index, rows: dict[str, Row], area: str | None, progress: str | None) -> Iterator[Draft]:
    chosen = [rows[action.slug] for action in index.by_facet.get((area, progress), [])]
    address = addresses.actions(area, progress)
    context = {
        "area": index.areas[area] if area else None,
        "progress": progress,
        "is_filtered": address != addresses.ACTIONS,
        "filter_words": FILTER_WORDS[get_language() == "en"],
        "by_area": _area_facets(index, area, progress),
        "by_progress": _progress_facets(index, area, progress),
    }
    draft = Draft(
        address=address,
        template="actions",
        section=SECTION,
        title=ours(_("Insatser")),
        about=ours(_("Vad som görs för att nå strategins mål, av vem och hur långt det har kommit.")),
        crumbs=[(addresses.ACTIONS, ours(_("Insatser")))] if address != addresses.ACTIONS else [],
    )
    for part in parts(chosen, address):
        yield replace(draft, address=part.address, context={**context, "part": part})


def _area_facets(index: Index, chosen: str | None, progress: str | None) -> list[Facet]:
    whole = Facet(addresses.actions(None, progress), "", None, _number(index, None, progress), chosen is None)
    return [whole] + [
        Facet(addresses.actions(n, progress), n, area.title, _number(index, n, progress), chosen == n)
        for n, area in index.areas.items()
    ]


def _progress_facets(index: Index, area: str | None, chosen: str | None) -> list[Facet]:
    whole = Facet(addresses.actions(area), "", None, _number(index, area, None), chosen is None)
    return [whole] + [
        Facet(addresses.actions(area, code), _said(code), TABLES["progress"][code], _number(index, area, code),
              chosen == code)
        for code in PROGRESS
    ]  # fmt: skip


def _number(index: Index, area: str | None, progress: str | None) -> int:
    return len(index.by_facet.get((area, progress), []))


def _action(action: Action, index: Index) -> Draft:
    return Draft(
        address=addresses.record("action", action.slug),
        template="action",
        section=SECTION,
        title=action.title,
        about=shortened(action.description or action.title),
        context={
            "action": action,
            "newest": next((update for update in action.updates if not update.corrected), None),
            "responsible": index.responsible(action),
            "others": [part for part in action.parts if part.role != "responsible" and not part.is_past],
            "is_accepted": any(part.accepted for part in index.responsible(action)),
            "agreements": [part for part in action.parts if part.agreement is not None],
            "dates": _dates(action),
            "decided": index.decided.get(("action", action.slug), []),
            "areas": [index.areas[number] for number in index.area_numbers[action.slug]],
            "weakness": weak_links.of_action(action, index),
        },
        crumbs=[(addresses.ACTIONS, ours(_("Insatser")))],
        sources_of=(action,),
    )


def _dates(action: Action) -> list[Dates]:
    kinds: dict[str, list[DatedFact]] = {}
    for fact in action.dates:
        kinds.setdefault(fact.kind, []).append(fact)
    return [
        Dates(kind, facts, differ=kind in ONCE and len({fact.date for fact in facts}) > 1)
        for kind, facts in kinds.items()
    ]
