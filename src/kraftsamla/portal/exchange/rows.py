"""How each kind of row becomes a record: registers first, then the strategy, then meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kraftsamla.actors import operations as actors
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies import operations as bodies
from kraftsamla.bodies.models import Body
from kraftsamla.followup import operations as followup
from kraftsamla.followup.models import FollowUp
from kraftsamla.library import operations as library
from kraftsamla.library.models import Document
from kraftsamla.portal.exchange import gatherings, points, promises, schema, seats
from kraftsamla.portal.exchange.loader import Loader, both, plain
from kraftsamla.strategy import operations as strategy
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy

Load = Callable[[Loader, Any], None]


def load_organisation(loader: Loader, row: schema.OrganisationRow) -> None:
    values = plain(row, "slug", "name", "name_en", "sector", "kind", "country", "region", "valid_from", "valid_to")
    values["website"] = str(row.website or "")
    organisation = loader.put(
        "organisations",
        loader.get(Organisation, row.slug),
        values,
        create=lambda v: actors.create_organisation(values=v, by=loader.by),
        change=lambda r, v: actors.change_organisation(organisation=r, values=v, version=r.version, by=loader.by),
    )
    present = {name.name: name for name in organisation.other_names.all()}
    loader.add_missing(
        row.other_names,
        present,
        lambda n: n.name,
        lambda n: actors.add_other_name(organisation=organisation, name=n.name, kind=n.kind, by=loader.by),
    )


def link_organisation(loader: Loader, row: schema.OrganisationRow) -> None:
    """Parents, successors and sources, once all organisations and documents are there."""
    organisation = loader.get(Organisation, row.slug)
    values = {"parent": loader.get(Organisation, row.parent), "successor": loader.get(Organisation, row.successor)}
    loader.put(
        "organisations",
        organisation,
        values,
        create=None,
        change=lambda r, v: actors.change_organisation(organisation=r, values=v, version=r.version, by=loader.by),
    )
    loader.source(organisation, row.sources)


def load_document(loader: Loader, row: schema.DocumentRow) -> None:
    values = plain(row, "slug", "title", "kind", "language", "published")
    values |= {"url": str(row.url or ""), "publisher": loader.get(Organisation, row.publisher)}
    loader.put(
        "documents",
        loader.get(Document, row.slug),
        values,
        create=lambda v: library.create_document(values=v, by=loader.by),
        change=lambda r, v: library.change_document(document=r, values=v, version=r.version, by=loader.by),
    )


def load_person(loader: Loader, row: schema.PersonRow) -> None:
    person = loader.put(
        "people",
        loader.get(Person, row.slug),
        plain(row, "slug", "name"),
        create=lambda v: actors.create_person(values=v, by=loader.by),
        change=lambda r, v: actors.change_person(person=r, values=v, version=r.version, by=loader.by),
    )
    spellings = {spelling.name: spelling for spelling in person.spellings.all()}
    for name in row.other_spellings:
        if name not in spellings:
            actors.add_spelling(person=person, name=name, by=loader.by)
            loader.counts["added"] += 1
    present = {
        (e.organisation.slug, e.title_sv, e.valid_from, e.valid_to, e.seen_on): e
        for e in person.engagements.select_related("organisation")
    }

    def add(e: schema.EngagementRow) -> Any:
        values = {"person": person, "organisation": loader.get(Organisation, e.organisation), **both("title", e.title)}
        values |= plain(e, "valid_from", "valid_to", "seen_on")
        return actors.create_engagement(values=values, by=loader.by)

    loader.add_missing(
        row.engagements,
        present,
        lambda e: (
            e.organisation,
            e.title.sv if e.title else "",
            e.valid_from or "",
            e.valid_to or "",
            e.seen_on or "",
        ),
        add,
    )
    loader.source(person, row.sources)


def link_body(loader: Loader, row: schema.BodyRow) -> None:
    """The body above, and the objectives it works with, once they are there."""
    body = loader.get(Body, row.slug)
    loader.put(
        "bodies",
        body,
        {"parent": loader.get(Body, row.parent)},
        create=None,
        change=lambda r, v: bodies.change_body(body=r, values=v, version=r.version, by=loader.by),
    )
    for objective in loader.all(Objective, row.objectives):
        groups = list(objective.bodies.all())
        if body not in groups:
            values = {"bodies": [*groups, body]}
            strategy.change_objective(objective=objective, values=values, version=objective.version, by=loader.by)
            loader.counts["changed"] += 1


def load_strategy(loader: Loader, row: schema.StrategyRow) -> None:
    values = {**plain(row, "slug", "adopted"), **both("title", row.title), **both("summary", row.summary)}
    values |= {**both("definition", row.definition), "owner": loader.get(Organisation, row.owner)}
    values["objectives_announced"] = row.objectives_announced
    record = loader.put(
        "strategies",
        loader.get(Strategy, row.slug),
        values,
        create=lambda v: strategy.create_strategy(values=v, by=loader.by),
        change=lambda r, v: strategy.change_strategy(strategy=r, values=v, version=r.version, by=loader.by),
    )
    loader.source(record, row.sources)


def load_area(loader: Loader, row: schema.AreaRow) -> None:
    values: dict[str, Any] = {"number": row.number, **both("title", row.title), **both("summary", row.summary)}
    values["all_objectives_read"] = row.all_objectives_read
    area = loader.put(
        "areas",
        loader.get(Area, row.number),
        values,
        create=lambda v: strategy.create_area(strategy=loader.get(Strategy, row.strategy), values=v, by=loader.by),
        change=lambda r, v: strategy.change_area(area=r, values=v, version=r.version, by=loader.by),
    )
    loader.source(area, row.sources)


def load_objective(loader: Loader, row: schema.ObjectiveRow) -> None:
    first, *later = row.wordings
    values = {"number": row.number, **plain(row, "goal_kind"), **both("plain", row.plain)}
    area = loader.get(Area, row.number.split(".")[0])
    objective = loader.put(
        "objectives",
        loader.get(Objective, row.number),
        values,
        create=lambda v: strategy.create_objective(area=area, values=v, wording=_wording(first), by=loader.by),
        change=lambda r, v: strategy.change_objective(objective=r, values=v, version=r.version, by=loader.by),
    )
    present = {(w.title_sv, w.valid_from): w for w in objective.wordings.all()}
    loader.add_missing(
        (first, *later),
        present,
        lambda w: (w.title.sv, w.valid_from or ""),
        lambda w: strategy.reword_objective(objective=objective, wording=_wording(w), by=loader.by),
    )


def _wording(row: schema.WordingRow) -> dict[str, Any]:
    return {**both("title", row.title), **both("reason", row.reason), **plain(row, "valid_from", "valid_to")}


def load_action(loader: Loader, row: schema.ActionRow) -> None:
    values = {**plain(row, "slug", "kind", "steering_basis", "registry_number"), **both("title", row.title)}
    values |= {**both("description", row.description), "objectives": loader.all(Objective, row.objectives)}
    values["areas"] = loader.all(Area, row.areas)
    action = loader.put(
        "actions",
        loader.get(Action, row.slug),
        values,
        create=lambda v: strategy.create_action(strategy=loader.get(Strategy, row.strategy), values=v, by=loader.by),
        change=lambda r, v: strategy.change_action(action=r, values=v, version=r.version, by=loader.by),
    )
    _action_parts(loader, action, row)
    loader.source(action, row.sources)


def _action_parts(loader: Loader, action: Action, row: schema.ActionRow) -> None:
    def date(d: schema.DatedFactRow) -> Any:
        return strategy.add_date(
            action=action, values={**plain(d, "kind", "date"), **both("note", d.note)}, by=loader.by
        )

    def money(m: schema.MoneyRow) -> Any:
        values = {**plain(m, "amount", "currency", "period"), **both("note", m.note)}
        return strategy.add_money(
            action=action, values={**values, "funder": loader.get(Organisation, m.funder)}, by=loader.by
        )

    def note(text: schema.Text | None) -> str:
        return text.sv if text else ""

    dates = {(d.kind, d.date, d.note_sv): d for d in action.dates.all()}
    loader.add_missing(row.dates, dates, lambda d: (d.kind, d.date, note(d.note)), date)
    sums = {(int(m.amount), m.currency, m.period, m.note_sv): m for m in action.money.all()}
    loader.add_missing(row.money, sums, lambda m: (m.amount, m.currency, m.period or "", note(m.note)), money)
    promises.load_assignments(loader, action, row.assignments)
    promises.load_milestones(loader, action, row.milestones)
    promises.load_status(loader, action, row.status)
    promises.load_results(loader, action, row.results)


def link_action(loader: Loader, row: schema.ActionRow) -> None:
    loader.put(
        "actions",
        loader.get(Action, row.slug),
        {"follows": loader.get(Action, row.follows)},
        create=None,
        change=lambda r, v: strategy.change_action(action=r, values=v, version=r.version, by=loader.by),
    )


def load_question(loader: Loader, row: schema.QuestionRow) -> None:
    values = {**plain(row, "slug", "number", "asked_on", "asked_by", "handling"), **both("wording", row.wording)}
    values |= {**both("note", row.note), "objectives": loader.all(Objective, row.objectives)}
    question = loader.put(
        "questions",
        loader.get(Question, row.slug),
        values,
        create=lambda v: strategy.create_question(values=v, by=loader.by),
        change=lambda r, v: strategy.change_question(question=r, values=v, version=r.version, by=loader.by),
    )
    loader.source(question, row.sources)


def load_followup(loader: Loader, row: schema.FollowUpRow) -> None:
    values = {**plain(row, "slug", "asked_by", "asked_of", "asked_on", "due", "closed_on"), **both("what", row.what)}
    values |= {**both("outcome", row.outcome), "owner": loader.get(Organisation, row.owner)}
    values |= {"action": loader.get(Action, row.action), "verifier": loader.get(Organisation, row.verifier)}
    if row.steps and loader.get(FollowUp, row.slug) is None:
        points.load_with_steps(loader, row, values)
    record = loader.put(
        "followups",
        loader.get(FollowUp, row.slug),
        values,
        create=lambda v: followup.create_followup(values={**v, "reference": row.reference}, by=loader.by),
        change=lambda r, v: followup.change_followup(followup=r, values=v, version=r.version, by=loader.by),
    )
    loader.source(record, row.sources)


#: What is loaded, in order: list and how. Links come after the rows they may lead to.
LOADERS: tuple[tuple[str, Load], ...] = (
    ("organisations", load_organisation),
    ("documents", load_document),
    ("organisations", link_organisation),
    ("people", load_person),
    ("bodies", seats.load_body),
    ("strategies", load_strategy),
    ("areas", load_area),
    ("objectives", load_objective),
    ("bodies", link_body),
    ("actions", load_action),
    ("actions", link_action),
    ("questions", load_question),
    ("followups", load_followup),
    ("meetings", gatherings.load_meeting),
    ("meetings", gatherings.link_meeting),
)
