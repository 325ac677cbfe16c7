"""Meetings: into records by the deeds, and back into rows.

What is carried are the facts of a meeting. These are not, and stay in the database they were written in: what leads
into the meeting (link, room, invitations and replies); what is said before it is published (notes, what groups said,
summaries, drafts, comments and revisions; the published document is carried); sign-ups; and why it was cancelled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.meetings import operations as deeds
from kraftsamla.meetings.models import AgendaItem, Attendance, Meeting
from kraftsamla.meetings.operations.calling import cancel_meeting
from kraftsamla.meetings.operations.materials import add_material
from kraftsamla.meetings.operations.series import join_series
from kraftsamla.portal.exchange import schema
from kraftsamla.portal.exchange.loader import Loader, both, plain
from kraftsamla.portal.exchange.pieces import known, ordered, row_of, slug_of, sources_of, text_of
from kraftsamla.strategy.models import Action, Area, Objective, Question

#: Said where a meeting that was cancelled elsewhere is read in: the reason was not carried.
CANCELLED = "Inställt enligt den inlästa filen."


def load_meeting(loader: Loader, row: schema.MeetingRow) -> None:
    values = {**plain(row, "slug", "kind", "starts_on", "ends_on", "form", "place"), **both("title", row.title)}
    values |= {**both("summary", row.summary), "starts_at": _time(row.starts_at), "ends_at": _time(row.ends_at)}
    values |= {"body": loader.get(Body, row.body), "chair": loader.get(Person, row.chair)}
    values |= {"minutes": loader.get(Document, row.minutes), "organisers": loader.all(Organisation, row.organisers)}
    values |= {**both("purpose", row.purpose), "partners": loader.all(Organisation, row.partners)}
    values |= {"is_public": row.public, "shows_attendance": row.shows_attendance}
    values["followups"] = loader.all(FollowUp, row.followups)
    meeting = loader.put(
        "meetings",
        loader.get(Meeting, row.slug),
        values,
        create=lambda v: deeds.create_meeting(values=v, by=loader.by),
        change=lambda r, v: deeds.change_meeting(meeting=r, values=v, version=r.version, by=loader.by),
    )
    _load_standing(loader, meeting, row)
    _load_agenda(loader, meeting, row)
    _load_materials(loader, meeting, row.materials, None)
    _load_decisions(loader, meeting, row)
    _load_attendance(loader, meeting, row)
    loader.source(meeting, row.sources)


def _load_standing(loader: Loader, meeting: Meeting, row: schema.MeetingRow) -> None:
    """The series it belongs to, and whether it is cancelled."""
    if row.series and (meeting.series is None or meeting.series.slug != row.series.slug):
        name = Text(row.series.name.sv, row.series.name.en or "")
        join_series(meeting=meeting, slug=row.series.slug, name=name, by=loader.by)
        loader.counts["changed"] += 1
    if row.cancelled and not meeting.is_cancelled:
        cancel_meeting(meeting=meeting, why=CANCELLED, by=loader.by)
        loader.counts["changed"] += 1


def _load_agenda(loader: Loader, meeting: Meeting, row: schema.MeetingRow) -> None:
    items = {(item.number, item.title_sv): item for item in meeting.agenda.all()}

    def add(i: schema.AgendaItemRow) -> Any:
        above = next((item for item in items.values() if i.part_of and item.number == i.part_of), None)
        values = {
            **plain(i, "number", "purpose"), **both("title", i.title), **both("intro", i.intro), "minutes": i.minutes,
            "day": i.day, "starts_at": _time(i.starts_at), "ends_at": _time(i.ends_at), "is_public": i.public,
            "area": loader.get(Area, i.area), "parent": above, "actions": loader.all(Action, i.actions),
            "followups": loader.all(FollowUp, i.followups),
        }  # fmt: skip
        return deeds.add_item(meeting=meeting, values=values, by=loader.by)

    loader.add_missing(row.agenda, items, lambda i: (i.number or "", i.title.sv), add)
    for item in row.agenda:
        _load_parts(loader, items[item.number or "", item.title.sv], item)


def _load_parts(loader: Loader, item: AgendaItem, row: schema.AgendaItemRow) -> None:
    def add(p: schema.PresentationRow) -> Any:
        who = {"person": loader.get(Person, p.person), "organisation": loader.get(Organisation, p.organisation)}
        return deeds.add_presentation(item=item, values={**who, **both("topic", p.topic)}, by=loader.by)

    present = {(p.person.slug, p.topic_sv): p for p in item.presentations.select_related("person")}
    loader.add_missing(row.presentations, present, lambda p: (p.person, p.topic.sv), add)
    missing = [q for q in loader.all(Question, row.questions) if q not in set(item.questions.all())]
    if missing:
        deeds.ask_at(item=item, questions=missing, by=loader.by)
        loader.counts["changed"] += 1
    _load_materials(loader, item.meeting, row.materials, item)


def _load_materials(
    loader: Loader, meeting: Meeting, rows: Iterable[schema.MaterialRow], item: AgendaItem | None
) -> None:
    def add(m: schema.MaterialRow) -> Any:
        values = {"item": item, "kind": m.kind, "is_public": m.public}
        document = loader.get(Document, m.document)
        return add_material(meeting=meeting, document=document, values=values, by=loader.by)

    present = {m.document.slug: m for m in meeting.materials.filter(item=item).select_related("document")}
    loader.add_missing(rows, present, lambda m: m.document, add)


def _load_decisions(loader: Loader, meeting: Meeting, row: schema.MeetingRow) -> None:
    items = {item.number: item for item in meeting.agenda.all() if item.number}

    def add(d: schema.DecisionRow) -> Any:
        values = {
            **both("text", d.text), "item": items.get(d.item or ""), "actions": loader.all(Action, d.actions),
            "objectives": loader.all(Objective, d.objectives),
        }  # fmt: skip
        return deeds.add_decision(meeting=meeting, values=values, by=loader.by)

    loader.add_missing(row.decisions, {d.text_sv: d for d in meeting.decisions.all()}, lambda d: d.text.sv, add)


def _load_attendance(loader: Loader, meeting: Meeting, row: schema.MeetingRow) -> None:
    def add(a: schema.AttendanceRow) -> Any:
        who = {"person": loader.get(Person, a.person), "organisation": loader.get(Organisation, a.organisation)}
        written = {"person_name": a.name, "organisation_name": a.organisation_name}
        values = {
            **who, **{name: value for name, value in written.items() if value},
            **plain(a, "role", "mode", "title", "substitute_for"), "presence": a.attendance, "is_guest": a.guest,
            "came_at": _time(a.came_at), "left_at": _time(a.left_at),
        }  # fmt: skip
        return deeds.record_attendance(meeting=meeting, values=values, by=loader.by)

    rows = meeting.attendance.select_related("person", "organisation")
    present = {(*_who(a), a.role): a for a in rows}
    loader.add_missing(
        row.attendance, present,
        lambda a: (a.person or "", a.organisation or "", a.name or "", a.organisation_name or "", a.role or ""), add,
    )  # fmt: skip


def _who(a: Attendance) -> tuple[str, str, str, str]:
    """Who it was; the names count where no record stands for them."""
    person, organisation = slug_of(a.person) or "", slug_of(a.organisation) or ""
    return person, organisation, "" if person else a.person_name, "" if organisation else a.organisation_name


def _time(value: str | None) -> dt.time | None:
    return dt.time.fromisoformat(value) if value else None


def link_meeting(loader: Loader, row: schema.MeetingRow) -> None:
    loader.put(
        "meetings",
        loader.get(Meeting, row.slug),
        {"follows": loader.get(Meeting, row.follows)},
        create=None,
        change=lambda r, v: deeds.change_meeting(meeting=r, values=v, version=r.version, by=loader.by),
    )


def meetings() -> Iterable[BaseModel]:
    for m in Meeting.objects.order_by("slug").select_related("body", "chair", "follows", "minutes", "series"):
        yield row_of(
            schema.MeetingRow, slug=m.slug, sources=sources_of(m), title=text_of(m.title), kind=m.kind,
            starts_on=m.starts_on, organisers=tuple(o.slug for o in ordered(m.organisers)), agenda=_agenda(m),
            decisions=_decisions(m), attendance=_attendance(m), followups=tuple(f.slug for f in ordered(m.followups)),
            partners=tuple(o.slug for o in ordered(m.partners)), public=m.is_public, materials=_materials(m, None),
            shows_attendance=m.shows_attendance, cancelled=m.is_cancelled,
            **known(
                body=slug_of(m.body), ends_on=m.ends_on, form=m.form, place=m.place, summary=text_of(m.summary),
                starts_at=_clock(m.starts_at), chair=slug_of(m.chair), ends_at=_clock(m.ends_at),
                follows=slug_of(m.follows), minutes=slug_of(m.minutes), purpose=text_of(m.purpose), series=_series(m),
            ),
        )  # fmt: skip


def _clock(value: dt.time | None) -> str:
    return value.strftime("%H:%M") if value else ""


def _series(m: Meeting) -> schema.SeriesRow | None:
    return row_of(schema.SeriesRow, slug=m.series.slug, name=text_of(m.series.name)) if m.series else None


def _agenda(meeting: Meeting) -> tuple[schema.AgendaItemRow, ...]:
    items = meeting.agenda.order_by("position", "pk").select_related("area", "parent")
    return tuple(
        row_of(
            schema.AgendaItemRow, title=text_of(item.title), presentations=_presentations(item),
            sources=sources_of(item), questions=tuple(q.slug for q in ordered(item.questions)), public=item.is_public,
            day=item.day, materials=_materials(meeting, item),
            **known(
                number=item.number, purpose=item.purpose, minutes=item.minutes, intro=text_of(item.intro),
                starts_at=_clock(item.starts_at), ends_at=_clock(item.ends_at),
                area=item.area.number if item.area else "", part_of=item.parent.number if item.parent else "",
                followups=tuple(sorted(f.slug for f in item.followups.all())),
                actions=tuple(sorted(a.slug for a in item.actions.all())),
            ),
        )
        for item in items
    )  # fmt: skip


def _materials(meeting: Meeting, item: AgendaItem | None) -> tuple[schema.MaterialRow, ...]:
    rows = meeting.materials.filter(item=item).order_by("position", "pk").select_related("document")
    return tuple(row_of(schema.MaterialRow, document=m.document.slug, kind=m.kind, public=m.is_public) for m in rows)


def _presentations(item: AgendaItem) -> tuple[schema.PresentationRow, ...]:
    return tuple(
        row_of(
            schema.PresentationRow, person=p.person.slug, topic=text_of(p.topic), sources=sources_of(p),
            **known(organisation=slug_of(p.organisation)),
        )
        for p in item.presentations.select_related("person", "organisation").order_by("pk")
    )  # fmt: skip


def _decisions(meeting: Meeting) -> tuple[schema.DecisionRow, ...]:
    return tuple(
        row_of(
            schema.DecisionRow, text=text_of(d.text), sources=sources_of(d),
            objectives=tuple(sorted(o.number for o in d.objectives.all())),
            actions=tuple(sorted(a.slug for a in d.actions.all())), **known(item=d.item.number if d.item else ""),
        )
        for d in meeting.decisions.select_related("item").order_by("position", "pk")
    )  # fmt: skip


def _attendance(meeting: Meeting) -> tuple[schema.AttendanceRow, ...]:
    rows = meeting.attendance.select_related("person", "organisation").order_by("position", "pk")
    return tuple(
        row_of(
            schema.AttendanceRow, attendance=a.presence, sources=sources_of(a), guest=a.is_guest,
            **known(
                person=who[0], organisation=who[1], name=who[2], organisation_name=who[3], role=a.role, mode=a.mode,
                title=a.title, substitute_for=a.substitute_for, came_at=_clock(a.came_at), left_at=_clock(a.left_at),
            ),
        )
        for a, who in ((a, _who(a)) for a in rows)
    )  # fmt: skip
