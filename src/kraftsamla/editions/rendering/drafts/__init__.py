"""Which pages an edition has and what each one shows, by noun. Called with a language in force."""

from __future__ import annotations

from collections.abc import Iterator

from kraftsamla.editions.rendering.drafts import (
    actions,
    actors,
    bodies,
    calendar,
    front,
    library,
    meetings,
    reference,
    strategy,
    threads,
)
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft

NOUNS = (front, strategy, actions, actors, bodies, meetings, calendar, library, threads, reference)


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    """Every page of the edition in the language in force, in an order that never varies."""
    for noun in NOUNS:
        yield from noun.drafts(index, contact=contact)
