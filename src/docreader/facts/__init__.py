"""One module a kind of fact, all of one shape: ``find(page, found)`` yields suggestions.

They run in the order of ``FINDERS``; a later one may look at what the earlier ones found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docreader.facts import (
    agenda,
    agreements,
    amounts,
    assignments,
    bodies,
    cooperation,
    decisions,
    event_programme,
    events,
    figures,
    goals,
    measures,
    media,
    meeting,
    metrics,
    milestones,
    next_meeting,
    objectives,
    page_decisions,
    participants,
    presenters,
    proposals,
    published,
    questions,
    quoted,
    registration,
    relations,
    signatures,
    stakeholders,
    strategy,
    tasks,
    undertakings,
    work_packages,
)
from docreader.facts.found import Found
from docreader.model import Suggestion
from docreader.text.page import Page

Finder = Callable[[Page, Found], Iterator[Suggestion]]

FINDERS: tuple[Finder, ...] = (
    participants.find,
    agenda.find,
    meeting.find,
    next_meeting.find,
    presenters.find,
    decisions.find,
    tasks.find,
    published.find,
    objectives.find,
    strategy.find,
    measures.find,
    event_programme.find,
    questions.find,
    proposals.find,
    events.find,
    media.find,
    quoted.find,
    signatures.find,
    bodies.find,
    agreements.find,
    stakeholders.find,
    metrics.find,
    assignments.find,
    work_packages.find,
    amounts.find,
    cooperation.find,
    milestones.find,
    undertakings.find,
    registration.find,
    figures.find,
    goals.find,
    relations.find,
    page_decisions.find,
)


def find_all(page: Page) -> tuple[Suggestion, ...]:
    """All suggestions, in the order of the text."""
    found = Found()
    for find in FINDERS:
        found.extend(list(find(page, found)))
    return tuple(sorted(found.suggestions, key=lambda item: item.evidence[0]))
