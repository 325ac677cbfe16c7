"""The picture of one strategy on one day."""

from __future__ import annotations

import datetime as dt

from kraftsamla.editions import content
from kraftsamla.editions.selection import bodies as groups
from kraftsamla.editions.selection import documents, followups, meetings, ourselves, register, strategy
from kraftsamla.editions.selection.agenda import Known
from kraftsamla.editions.selection.sources import Names
from kraftsamla.strategy.models import Strategy


def select_picture(record: Strategy, *, at: dt.date) -> content.Picture:
    """Everything the public may read, as it stood on ``at``. A fixed number of queries, whatever the size.

    Call it inside a transaction, so that all of it is seen at one moment.
    """
    names = Names()
    actions = [strategy.select_action(action, names, at=at) for action in strategy.actions_of(record)]
    objectives = [
        strategy.select_objective(objective, names, actions, at=at) for objective in strategy.objectives_of(record)
    ]
    bodies = groups.select_bodies(names, objectives, at=at)
    people = register.select_people(names, at=at)
    to_follow_up = followups.followups()
    known = Known(
        objectives={objective.number: objective.title for objective in objectives},
        actions={action.slug: action.title for action in actions},
        followups=frozenset(record.slug for record in to_follow_up),
        people=frozenset(person.slug for person in people),
    )
    return content.Picture(
        as_of=at.isoformat(),
        strategy=strategy.select_strategy(record, names),
        areas=strategy.select_areas(record, names, objectives, actions),
        objectives=tuple(objectives),
        actions=tuple(actions),
        organisations=register.select_organisations(names, actions, bodies),
        people=people,
        bodies=bodies,
        meetings=meetings.select_meetings(names, known=known),
        questions=strategy.select_questions(names, objectives),
        followups=followups.select_followups(to_follow_up, names),
        documents=documents.select_documents(names),
        figures=ourselves.select_figures(record, actions, at=at),
    )
