"""The strategy's part of the picture: areas, objectives, actions and questions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import get_args

from django.db.models import Prefetch

from kraftsamla.core.partial_dates import latest
from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.selection import agreements, results
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.agenda import is_open
from kraftsamla.editions.selection.sources import Names, public_passages
from kraftsamla.strategy.choices import AssignmentRole, Progress
from kraftsamla.strategy.models import (
    Action,
    Area,
    DatedFact,
    Milestone,
    Money,
    Objective,
    Question,
    StatusUpdate,
    Strategy,
    Wording,
)

WEAKNESSES = list(get_args(content.WeakLink))
#: The state of an objective is that of its liveliest action.
LIVELIEST: tuple[content.ObjectiveState, ...] = ("under_way", "decided", "proposed")


def select_strategy(record: Strategy, names: Names) -> content.Strategy:
    return content.Strategy(
        slug=record.slug,
        title=record.title,
        summary=record.summary,
        definition=record.definition,
        owner=name.maybe(name.organisation, record.owner),
        adopted=record.adopted,
        objectives_announced=record.objectives_announced,
        sources=names.sources(record, None),
    )


def actions_of(strategy: Strategy) -> list[Action]:
    """The strategy's actions with all their parts, in a fixed number of queries."""
    with_sources = public_passages()
    updates = StatusUpdate.objects.newest_first().select_related("on_behalf_of", "corrected_by", "confirms")
    return list(
        Action.objects.in_picture().filter(strategy=strategy).order_by("position", "pk").select_related("follows")
        .prefetch_related(
            "areas", "continued_by", with_sources,
            Prefetch("objectives", queryset=Objective.objects.prefetch_related("wordings")),
            Prefetch("dates", queryset=DatedFact.objects.prefetch_related(with_sources)),
            Prefetch("money", queryset=Money.objects.select_related("funder").prefetch_related(with_sources)),
            Prefetch("assignments", queryset=agreements.with_trail(with_sources)),
            Prefetch("updates", queryset=updates.prefetch_related(with_sources, "milestones")),
            Prefetch("milestones", queryset=Milestone.objects.prefetch_related(with_sources)),
            Prefetch("results", queryset=results.with_verdicts(with_sources)),
        )
    )  # fmt: skip


def select_action(record: Action, names: Names, *, at: dt.date) -> content.Action:
    ref = name.action(record)
    updates = [update for update in record.updates.all() if update.on <= at.isoformat()]
    standing = next((update for update in updates if not hasattr(update, "corrected_by")), None)
    parts = tuple(agreements.select_part(part, names, ref, at=at) for part in record.assignments.all())
    found = results.select_results(record, names, ref, at=at)
    sources = names.sources(record, ref)
    days = (at - latest(standing.on)).days if standing else None
    days = max(0, days) if days is not None else None
    progress = standing.progress if standing else ""
    return content.Action(
        slug=record.slug, title=record.title, kind=record.kind, description=record.description,
        steering_basis=record.steering_basis, registry_number=record.registry_number,
        objectives=tuple(name.objective(o, title_of(o, at=at)) for o in record.objectives.all()),
        areas=name.refs(name.area, record.areas.all()),
        dates=tuple(
            content.DatedFact(fact.kind, fact.date, fact.note, names.sources(fact, ref)) for fact in record.dates.all()
        ),
        money=tuple(
            content.Money(
                int(sum_.amount), sum_.currency, sum_.period, name.maybe(name.organisation, sum_.funder), sum_.note,
                names.sources(sum_, ref),
            )
            for sum_ in record.money.all()
        ),
        parts=parts, updates=tuple(_status(update, names, ref) for update in updates), progress=progress,
        updated_on=standing.on if standing else "", days_since_update=days,
        follows=name.maybe(name.action, record.follows), continued_by=name.refs(name.action, record.continued_by.all()),
        sources=sources, weakest=_weakest(parts, sources, progress, days, found),
        milestones=results.select_milestones(record, updates, names, ref), results=found,
    )  # fmt: skip


def _status(record: StatusUpdate, names: Names, ref: content.Ref) -> content.Status:
    return content.Status(
        on=record.on,
        progress=record.progress,
        confidence=record.confidence,
        words=record.words,
        on_behalf_of=name.maybe(name.organisation, record.on_behalf_of),
        corrected=hasattr(record, "corrected_by"),
        reason=record.reason,
        sources=names.sources(record, ref),
        no_change_since=record.confirms.on if record.confirms else "",
        reached=tuple(milestone.title for milestone in record.milestones.all()),
    )


def _weakest(
    parts: tuple[content.Part, ...], sources: tuple[content.Source, ...], progress: str, days: int | None,
    found: tuple[content.Result, ...],
) -> content.WeakLink:  # fmt: skip
    """The first objection that holds against an action."""
    responsible = [part for part in parts if part.role == AssignmentRole.RESPONSIBLE and not part.is_past]
    if not sources:
        return "no_source"
    if not responsible:
        return "no_responsible"
    if not any(part.accepted for part in responsible):
        return agreements.why_not_accepted(responsible)
    if not progress:
        return "no_status"
    if progress in content.LIVING and (days or 0) > content.STALE_AFTER_DAYS:
        return "stale"
    return results.weakest_of(found, done=progress == Progress.DONE)


def title_of(record: Objective, *, at: dt.date) -> Text:
    wording = record.wording_at(at) or record.wording_at(None)
    return wording.title if wording else Text()


def objectives_of(strategy: Strategy) -> list[Objective]:
    with_sources = public_passages()
    wordings = Wording.objects.prefetch_related(with_sources)
    return list(
        Objective.objects.filter(strategy=strategy).order_by("sort_key").select_related("area")
        .prefetch_related("bodies", "questions", with_sources, Prefetch("wordings", queryset=wordings))
    )  # fmt: skip


def select_objective(
    record: Objective, names: Names, actions: list[content.Action], *, at: dt.date
) -> content.Objective:
    title = title_of(record, at=at)
    ref = name.objective(record, title)
    mine = [action for action in actions if any(o.slug == record.number for o in action.objectives)]
    tally = Counter(action.progress for action in mine)
    updated = max((action.updated_on for action in mine), default="")
    days = max(0, (at - latest(updated)).days) if updated else None
    wordings = tuple(
        content.Wording(w.title, w.valid_from, w.valid_to, w.reason, names.sources(w, ref))
        for w in record.wordings.all()
    )
    own = names.sources(record, ref)
    return content.Objective(
        number=record.number, area=name.area(record.area), title=title, plain=record.plain,
        goal_kind=record.goal_kind, wordings=wordings,
        actions=tuple(content.Ref("action", action.slug, action.title) for action in mine),
        bodies=tuple(name.body(body) for body in record.bodies.all() if body.is_public),
        questions=name.refs(name.question, record.questions.all()),
        counts=tuple(content.Count(p, tally[p]) for p in (*Progress.values, "") if tally[p]),
        state=_state(tally), updated_on=updated, days_since_update=days,
        sources=own or tuple(dict.fromkeys(source for wording in wordings for source in wording.sources)),
        weakest=_weakest_of(mine),
    )  # fmt: skip


def _state(tally: Counter[str]) -> content.ObjectiveState:
    """The liveliest known progress; done only when every action is done, or stopped beside one that is."""
    if not tally:
        return "no_action"
    for state in LIVELIEST:
        if tally[state]:
            return state
    if tally[""]:
        return "not_read"
    return "done" if tally[Progress.DONE] else "stopped"


def _weakest_of(actions: list[content.Action]) -> content.WeakLink:
    """An objective is shown as far as its best action is: the least of the actions' weaknesses."""
    if not actions:
        return "no_action"
    return max((action.weakest for action in actions), key=WEAKNESSES.index)


def select_areas(
    strategy: Strategy, names: Names, objectives: list[content.Objective], actions: list[content.Action]
) -> tuple[content.Area, ...]:
    announced = strategy.objectives_announced or 0
    some_missing = announced > len(objectives)
    areas = []
    for record in Area.objects.filter(strategy=strategy).prefetch_related(public_passages()):
        ref = name.area(record)
        mine = tuple(o.number for o in objectives if o.area.slug == record.number)
        direct = [a for a in actions if any(area.slug == record.number for area in a.areas)]
        areas.append(
            content.Area(
                number=record.number, title=record.title, summary=record.summary, objectives=mine,
                other_actions=tuple(content.Ref("action", a.slug, a.title) for a in direct),
                more_objectives=some_missing and not record.all_objectives_read,
                sources=names.sources(record, ref),
            )
        )  # fmt: skip
    return tuple(areas)


def select_questions(names: Names, objectives: list[content.Objective]) -> tuple[content.Question, ...]:
    titles = {objective.number: objective.title for objective in objectives}
    records = Question.objects.order_by("number", "sort_key", "slug").prefetch_related(
        "objectives", "agenda_items__meeting__body", "agenda_items__parent", public_passages()
    )
    return tuple(
        content.Question(
            slug=q.slug, number=q.number, wording=q.wording, asked_on=q.asked_on, asked_by=q.asked_by,
            handling=q.handling, note=q.note,
            objectives=tuple(
                name.objective(o, titles[o.number]) for o in q.objectives.all() if o.number in titles
            ),
            meetings=name.refs(name.meeting, _public_meetings(q)),
            sources=names.sources(q, name.question(q)),
        )
        for q in records
    )  # fmt: skip


def _public_meetings(question: Question) -> list[object]:
    meetings = [item.meeting for item in question.agenda_items.all() if is_open(item)]
    return [m for m in meetings if m.is_public and (m.body is None or m.body.is_public)]
