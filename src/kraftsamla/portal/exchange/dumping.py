"""Records into the same YAML files that loading reads, in one canonical form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.db import transaction
from pydantic import BaseModel

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import Meeting
from kraftsamla.portal.exchange import schema
from kraftsamla.portal.exchange.files import FILES
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy

R = TypeVar("R", bound=BaseModel)


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


def _row(model: type[R], **values: Any) -> R:
    """A row checked as one that is read: a choice or a date that could not be loaded again is not written."""
    return model.model_validate(values)


def _text(text: Text) -> schema.Text | None:
    return schema.Text(sv=text.sv or text.en, en=text.en or None) if text else None


def _known(**values: Any) -> dict[str, Any]:
    """Without what is not known, so that it is left out of the file."""
    return {name: value for name, value in values.items() if value not in ("", None, ())}


def _ordered(relation: Any) -> Iterable[Any]:
    """Related records in the order they were tied, which is the order of the file."""
    field, through = relation.target_field_name, relation.through
    links = through._base_manager.filter(**{relation.source_field_name: relation.instance}).order_by("pk")
    return [getattr(link, field) for link in links.select_related(field)]


def _sources(record: Any) -> tuple[schema.Source, ...]:
    return tuple(
        _row(schema.Source, document=p.document.slug, quote=p.quote or None, note=p.note_sv or None)
        for p in _ordered(record.passages)
    )


def _slug(record: Any) -> str | None:
    return record.slug if record is not None else None


def organisations() -> Iterable[BaseModel]:
    for o in Organisation.objects.current().order_by("slug").select_related("parent", "successor"):
        names = tuple(_row(schema.OtherNameRow, name=n.name, kind=n.kind) for n in o.other_names.order_by("pk"))
        yield _row(
            schema.OrganisationRow, slug=o.slug, sources=_sources(o), name=o.name, sector=o.sector, kind=o.kind,
            country=o.country, other_names=names,
            **_known(
                name_en=o.name_en, region=o.region, parent=_slug(o.parent), website=o.website, valid_from=o.valid_from,
                valid_to=o.valid_to, successor=_slug(o.successor),
            ),
        )  # fmt: skip


def documents() -> Iterable[BaseModel]:
    for d in Document.objects.order_by("slug").select_related("publisher").without_text_column():
        known = _known(publisher=_slug(d.publisher), published=d.published, url=d.url)
        yield _row(schema.DocumentRow, slug=d.slug, title=d.title, kind=d.kind, language=d.language, **known)


def people() -> Iterable[BaseModel]:
    for p in Person.objects.current().order_by("slug"):
        engagements = tuple(
            _row(
            schema.EngagementRow, organisation=e.organisation.slug, sources=_sources(e),
                **_known(title=_text(e.title), valid_from=e.valid_from, valid_to=e.valid_to, seen_on=e.seen_on),
            )
            for e in p.engagements.select_related("organisation").order_by("pk")
        )  # fmt: skip
        spellings = tuple(s.name for s in p.spellings.order_by("pk"))
        yield _row(
            schema.PersonRow,
            slug=p.slug,
            sources=_sources(p),
            name=p.name,
            other_spellings=spellings,
            engagements=engagements,
        )


def bodies() -> Iterable[BaseModel]:
    for b in Body.objects.order_by("slug").select_related("host", "parent"):
        appointments = tuple(
            _row(
            schema.AppointmentRow, person=a.person.slug, role=a.role, sources=_sources(a),
                **_known(
                    on_behalf_of=_slug(a.on_behalf_of), valid_from=a.valid_from, valid_to=a.valid_to, seen_on=a.seen_on
                ),
            )
            for a in b.appointments.select_related("person", "on_behalf_of").order_by("pk")
        )  # fmt: skip
        yield _row(
            schema.BodyRow, slug=b.slug, sources=_sources(b), name=_text(b.name), kind=b.kind, public=b.is_public,
            objectives=tuple(o.number for o in b.objectives.all()), appointments=appointments,
            **_known(
                mandate=_text(b.mandate), host=_slug(b.host), parent=_slug(b.parent), valid_from=b.valid_from,
                valid_to=b.valid_to,
            ),
        )  # fmt: skip


def strategies() -> Iterable[BaseModel]:
    for s in Strategy.objects.order_by("slug").select_related("owner"):
        yield _row(
            schema.StrategyRow, slug=s.slug, sources=_sources(s), title=_text(s.title),
            **_known(
                summary=_text(s.summary), definition=_text(s.definition), owner=_slug(s.owner), adopted=s.adopted,
                objectives_announced=s.objectives_announced,
            ),
        )  # fmt: skip


def areas() -> Iterable[BaseModel]:
    for a in Area.objects.select_related("strategy"):
        yield _row(
            schema.AreaRow, number=a.number, strategy=a.strategy.slug, title=_text(a.title), sources=_sources(a),
            all_objectives_read=a.all_objectives_read, **_known(summary=_text(a.summary)),
        )  # fmt: skip


def objectives() -> Iterable[BaseModel]:
    for o in Objective.objects.select_related("strategy"):
        wordings = tuple(
            _row(
            schema.WordingRow, title=_text(w.title), sources=_sources(w),
                **_known(valid_from=w.valid_from, valid_to=w.valid_to, reason=_text(w.reason)),
            )
            for w in o.wordings.order_by("pk")
        )  # fmt: skip
        known = _known(goal_kind=o.goal_kind, plain=_text(o.plain))
        yield _row(schema.ObjectiveRow, number=o.number, strategy=o.strategy.slug, wordings=wordings, **known)


def actions() -> Iterable[BaseModel]:
    rows = Action.objects.in_picture().order_by("position", "pk").select_related("strategy", "follows")
    for a in rows:
        yield _row(
            schema.ActionRow, slug=a.slug, sources=_sources(a), title=_text(a.title), strategy=a.strategy.slug,
            kind=a.kind, objectives=tuple(o.number for o in _ordered(a.objectives)),
            areas=tuple(area.number for area in _ordered(a.areas)), dates=_dates(a), money=_money(a),
            assignments=_assignments(a), status=_status(a),
            **_known(
                description=_text(a.description), steering_basis=a.steering_basis, registry_number=a.registry_number,
                follows=_slug(a.follows),
            ),
        )  # fmt: skip


def _dates(action: Action) -> tuple[schema.DatedFactRow, ...]:
    return tuple(
        _row(schema.DatedFactRow, kind=d.kind, date=d.date, sources=_sources(d), **_known(note=_text(d.note)))
        for d in action.dates.order_by("pk")
    )


def _money(action: Action) -> tuple[schema.MoneyRow, ...]:
    return tuple(
        _row(
            schema.MoneyRow, amount=int(m.amount), currency=m.currency, sources=_sources(m),
            **_known(period=m.period, funder=_slug(m.funder), note=_text(m.note)),
        )
        for m in action.money.select_related("funder").order_by("pk")
    )  # fmt: skip


def _assignments(action: Action) -> tuple[schema.AssignmentRow, ...]:
    rows = action.assignments.select_related("organisation").order_by("pk")
    return tuple(
        _row(schema.AssignmentRow, organisation=a.organisation.slug, role=a.role, sources=_sources(a)) for a in rows
    )


def _status(action: Action) -> tuple[schema.StatusRow, ...]:
    """The updates that stand; one that was corrected is left to the history."""
    return tuple(
        _row(schema.StatusRow, on=u.on, progress=u.progress, sources=_sources(u), **_known(words=_text(u.words)))
        for u in action.updates.filter(corrected_by=None).order_by("pk")
    )


def questions() -> Iterable[BaseModel]:
    for q in Question.objects.order_by("slug"):
        yield _row(
            schema.QuestionRow, slug=q.slug, sources=_sources(q), wording=_text(q.wording), handling=q.handling,
            objectives=tuple(o.number for o in _ordered(q.objectives)),
            **_known(number=q.number, asked_on=q.asked_on, asked_by=q.asked_by, note=_text(q.note)),
        )  # fmt: skip


def followups() -> Iterable[BaseModel]:
    for f in FollowUp.objects.order_by("slug").select_related("owner"):
        yield _row(
            schema.FollowUpRow, slug=f.slug, sources=_sources(f), what=_text(f.what),
            **_known(
                asked_by=f.asked_by, asked_of=f.asked_of, owner=_slug(f.owner), asked_on=f.asked_on, due=f.due,
                closed_on=f.closed_on, outcome=_text(f.outcome),
            ),
        )  # fmt: skip


def meetings() -> Iterable[BaseModel]:
    for m in Meeting.objects.order_by("slug").select_related("body", "chair", "follows", "minutes"):
        yield _row(
            schema.MeetingRow, slug=m.slug, sources=_sources(m), title=_text(m.title), kind=m.kind,
            starts_on=m.starts_on, organisers=tuple(o.slug for o in _ordered(m.organisers)), agenda=_agenda(m),
            attendance=_attendance(m), followups=tuple(f.slug for f in _ordered(m.followups)),
            **_known(
                body=_slug(m.body), ends_on=m.ends_on, form=m.form, place=m.place, summary=_text(m.summary),
                starts_at=m.starts_at and m.starts_at.strftime("%H:%M"), chair=_slug(m.chair),
                ends_at=m.ends_at and m.ends_at.strftime("%H:%M"), follows=_slug(m.follows), minutes=_slug(m.minutes),
            ),
        )  # fmt: skip


def _agenda(meeting: Meeting) -> tuple[schema.AgendaItemRow, ...]:
    return tuple(
        _row(
            schema.AgendaItemRow, title=_text(item.title), presentations=_presentations(item), sources=_sources(item),
            questions=tuple(q.slug for q in _ordered(item.questions)), **_known(number=item.number),
        )
        for item in meeting.agenda.order_by("position", "pk")
    )  # fmt: skip


def _presentations(item: Any) -> tuple[schema.PresentationRow, ...]:
    return tuple(
        _row(
            schema.PresentationRow, person=p.person.slug, topic=_text(p.topic), sources=_sources(p),
            **_known(organisation=_slug(p.organisation)),
        )
        for p in item.presentations.select_related("person", "organisation").order_by("pk")
    )  # fmt: skip


def _attendance(meeting: Meeting) -> tuple[schema.AttendanceRow, ...]:
    return tuple(
        _row(
            schema.AttendanceRow, attendance=a.presence, sources=_sources(a),
            **_known(person=_slug(a.person), organisation=_slug(a.organisation), role=a.role, mode=a.mode),
        )
        for a in meeting.attendance.select_related("person", "organisation").order_by("position", "pk")
    )  # fmt: skip


ROWS: dict[str, Callable[[], Iterable[BaseModel]]] = {
    "organisations": organisations,
    "documents": documents,
    "people": people,
    "bodies": bodies,
    "strategies": strategies,
    "areas": areas,
    "objectives": objectives,
    "actions": actions,
    "questions": questions,
    "followups": followups,
    "meetings": meetings,
}
