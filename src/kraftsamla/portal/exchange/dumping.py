"""Records into the same YAML files that loading reads, in one canonical form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from pydantic import BaseModel

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.portal.exchange import gatherings, points, promises, schema, seats
from kraftsamla.portal.exchange.files import FILES
from kraftsamla.portal.exchange.pieces import known, ordered, row_of, slug_of, sources_of, text_of
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy


class Writer(yaml.SafeDumper):
    """Lists indented under their key, no references, no wrapping in the middle of a word."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002  as the library calls it
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump_folder(folder: Path) -> list[Path]:
    """Write every file of the exchange format into ``folder``; each is replaced in one step. The paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    with transaction.atomic():
        lists = {key: [_plain(row) for row in rows()] for key, rows in ROWS.items()}
    written = []
    for name, keys in FILES.items():
        data = {key: lists[key] for key in keys}
        text = yaml.dump(data, Dumper=Writer, allow_unicode=True, sort_keys=False, width=110)
        unfinished = folder / f".{name}.{os.getpid()}"
        try:
            unfinished.write_text(text, encoding="utf-8")
            written.append(unfinished.replace(folder / name))
        finally:
            unfinished.unlink(missing_ok=True)  # there is one only when it could not be written whole
    return written


def _plain(row: BaseModel) -> dict[str, Any]:
    data: dict[str, Any] = row.model_dump(mode="json", exclude_defaults=True)
    return data


def organisations() -> Iterable[BaseModel]:
    for o in Organisation.objects.current().order_by("slug").select_related("parent", "successor"):
        names = tuple(row_of(schema.OtherNameRow, name=n.name, kind=n.kind) for n in o.other_names.order_by("pk"))
        yield row_of(
            schema.OrganisationRow, slug=o.slug, sources=sources_of(o), name=o.name, sector=o.sector, kind=o.kind,
            country=o.country, other_names=names,
            **known(
                name_en=o.name_en, region=o.region, parent=slug_of(o.parent), website=o.website,
                valid_from=o.valid_from, valid_to=o.valid_to, successor=slug_of(o.successor),
            ),
        )  # fmt: skip


def documents() -> Iterable[BaseModel]:
    for d in Document.objects.order_by("slug").select_related("publisher").without_text_column():
        more = known(publisher=slug_of(d.publisher), published=d.published, url=d.url)
        yield row_of(schema.DocumentRow, slug=d.slug, title=d.title, kind=d.kind, language=d.language, **more)


def people() -> Iterable[BaseModel]:
    for p in Person.objects.current().order_by("slug"):
        engagements = tuple(
            row_of(
            schema.EngagementRow, organisation=e.organisation.slug, sources=sources_of(e),
                **known(title=text_of(e.title), valid_from=e.valid_from, valid_to=e.valid_to, seen_on=e.seen_on),
            )
            for e in p.engagements.select_related("organisation").order_by("pk")
        )  # fmt: skip
        spellings = tuple(s.name for s in p.spellings.order_by("pk"))
        yield row_of(
            schema.PersonRow,
            slug=p.slug,
            sources=sources_of(p),
            name=p.name,
            other_spellings=spellings,
            engagements=engagements,
        )


def strategies() -> Iterable[BaseModel]:
    for s in Strategy.objects.order_by("slug").select_related("owner"):
        yield row_of(
            schema.StrategyRow, slug=s.slug, sources=sources_of(s), title=text_of(s.title),
            **known(
                summary=text_of(s.summary), definition=text_of(s.definition), owner=slug_of(s.owner), adopted=s.adopted,
                objectives_announced=s.objectives_announced,
            ),
        )  # fmt: skip


def areas() -> Iterable[BaseModel]:
    for a in Area.objects.select_related("strategy"):
        yield row_of(
            schema.AreaRow, number=a.number, strategy=a.strategy.slug, title=text_of(a.title), sources=sources_of(a),
            all_objectives_read=a.all_objectives_read, **known(summary=text_of(a.summary)),
        )  # fmt: skip


def objectives() -> Iterable[BaseModel]:
    for o in Objective.objects.select_related("strategy"):
        wordings = tuple(
            row_of(
            schema.WordingRow, title=text_of(w.title), sources=sources_of(w),
                **known(valid_from=w.valid_from, valid_to=w.valid_to, reason=text_of(w.reason)),
            )
            for w in o.wordings.order_by("pk")
        )  # fmt: skip
        more = known(goal_kind=o.goal_kind, plain=text_of(o.plain))
        yield row_of(schema.ObjectiveRow, number=o.number, strategy=o.strategy.slug, wordings=wordings, **more)


def actions() -> Iterable[BaseModel]:
    rows = Action.objects.in_picture().order_by("position", "pk").select_related("strategy", "follows")
    for a in rows:
        yield row_of(
            schema.ActionRow, slug=a.slug, sources=sources_of(a), title=text_of(a.title), strategy=a.strategy.slug,
            kind=a.kind, objectives=tuple(o.number for o in ordered(a.objectives)),
            areas=tuple(area.number for area in ordered(a.areas)), dates=_dates(a), money=_money(a),
            assignments=promises.assignments(a), milestones=promises.milestones(a), status=promises.status(a),
            results=promises.results(a),
            **known(
                description=text_of(a.description), steering_basis=a.steering_basis, registry_number=a.registry_number,
                follows=slug_of(a.follows),
            ),
        )  # fmt: skip


def _dates(action: Action) -> tuple[schema.DatedFactRow, ...]:
    return tuple(
        row_of(schema.DatedFactRow, kind=d.kind, date=d.date, sources=sources_of(d), **known(note=text_of(d.note)))
        for d in action.dates.order_by("pk")
    )


def _money(action: Action) -> tuple[schema.MoneyRow, ...]:
    return tuple(
        row_of(
            schema.MoneyRow, amount=int(m.amount), currency=m.currency, sources=sources_of(m),
            **known(period=m.period, funder=slug_of(m.funder), note=text_of(m.note)),
        )
        for m in action.money.select_related("funder").order_by("pk")
    )  # fmt: skip


def questions() -> Iterable[BaseModel]:
    for q in Question.objects.order_by("slug"):
        yield row_of(
            schema.QuestionRow, slug=q.slug, sources=sources_of(q), wording=text_of(q.wording), handling=q.handling,
            objectives=tuple(o.number for o in ordered(q.objectives)),
            **known(number=q.number, asked_on=q.asked_on, asked_by=q.asked_by, note=text_of(q.note)),
        )  # fmt: skip


def followups() -> Iterable[BaseModel]:
    for f in FollowUp.objects.order_by("slug").select_related("owner", "verifier", "action"):
        yield row_of(
            schema.FollowUpRow, slug=f.slug, sources=sources_of(f), what=text_of(f.what),
            **known(
                reference=f.reference, action=slug_of(f.action), verifier=slug_of(f.verifier), steps=points.steps(f),
                asked_by=f.asked_by, asked_of=f.asked_of, owner=slug_of(f.owner), asked_on=f.asked_on, due=f.due,
                closed_on=f.closed_on, outcome=text_of(f.outcome),
            ),
        )  # fmt: skip


ROWS: dict[str, Callable[[], Iterable[BaseModel]]] = {
    "organisations": organisations,
    "documents": documents,
    "people": people,
    "bodies": seats.bodies,
    "strategies": strategies,
    "areas": areas,
    "objectives": objectives,
    "actions": actions,
    "questions": questions,
    "followups": followups,
    "meetings": gatherings.meetings,
}
