"""The meetings' part of the picture, and the documents that show it all."""

from __future__ import annotations

import datetime as dt

from django.db.models import Prefetch

from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.sources import Names, anchor, public_passages
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.models import AgendaItem, Attendance, Decision, Meeting, Presentation


def select_meetings(names: Names, *, people: set[str]) -> tuple[content.Meeting, ...]:
    with_sources = public_passages()
    presentations = Presentation.objects.select_related("person", "organisation").prefetch_related(with_sources)
    items = AgendaItem.objects.prefetch_related(
        "questions", with_sources, Prefetch("presentations", queryset=presentations)
    )
    decisions = Decision.objects.select_related("item").prefetch_related(with_sources)
    attendance = Attendance.objects.select_related("person", "organisation").prefetch_related(with_sources)
    records = (
        Meeting.objects.public().newest_first()
        .select_related("body", "chair", "minutes", "follows__body")
        .prefetch_related(
            "organisers", "followups", "followed_by__body", with_sources, Prefetch("agenda", queryset=items),
            Prefetch("attendance", queryset=attendance), Prefetch("decisions", queryset=decisions),
        )
    )  # fmt: skip
    return tuple(_meeting(record, names, people=people) for record in records)


def _is_public(record: Meeting) -> bool:
    return record.is_public and (record.body is None or record.body.is_public)


def _public_ref(record: Meeting | None) -> content.Ref | None:
    return name.meeting(record) if record is not None and _is_public(record) else None


def _meeting(m: Meeting, names: Names, *, people: set[str]) -> content.Meeting:
    ref = name.meeting(m)
    minutes = name.document(m.minutes) if m.minutes and m.minutes.publicity != "private" else None
    return content.Meeting(
        slug=m.slug, title=m.title, kind=m.kind, body=name.maybe(name.body, m.body), starts_on=m.starts_on,
        ends_on=m.ends_on, starts_at=_clock(m.starts_at), ends_at=_clock(m.ends_at), form=m.form, place=m.place,
        summary=m.summary, organisers=name.refs(name.organisation, m.organisers.all()),
        chair=name.maybe(name.person, m.chair), follows=_public_ref(m.follows),
        followed_by=name.refs(name.meeting, (f for f in m.followed_by.all() if _is_public(f))), minutes=minutes,
        agenda=tuple(_item(item, names, ref) for item in m.agenda.all()),
        attendance=tuple(_attendance(row, names, ref, people) for row in m.attendance.all() if m.shows_attendance),
        followups=name.refs(name.followup, m.followups.all()), sources=names.sources(m, ref),
        decisions=tuple(
            content.Decision(d.text, d.item.title if d.item else None, names.sources(d, ref)) for d in m.decisions.all()
        ),
    )  # fmt: skip


def _item(item: AgendaItem, names: Names, ref: content.Ref) -> content.AgendaItem:
    return content.AgendaItem(
        number=item.number, title=item.title,
        presentations=tuple(
            content.Presentation(
                name.person(p.person), name.maybe(name.organisation, p.organisation), p.topic, names.sources(p, ref)
            )
            for p in item.presentations.all()
        ),
        questions=name.refs(name.question, item.questions.all()), sources=names.sources(item, ref),
    )  # fmt: skip


def _attendance(row: Attendance, names: Names, ref: content.Ref, people: set[str]) -> content.Attendance:
    return content.Attendance(
        name=row.person_name, organisation_name=row.organisation_name,
        person=name.person(row.person) if row.person and row.person.slug in people else None,
        organisation=name.maybe(name.organisation, row.organisation), role=row.role, presence=row.presence,
        mode=row.mode, sources=names.sources(row, ref),
    )  # fmt: skip


def _clock(value: dt.time | None) -> str:
    return value.strftime("%H:%M") if value else ""


def select_followups(names: Names) -> tuple[content.FollowUp, ...]:
    public = Meeting.objects.public()
    records = (
        FollowUp.objects.public().oldest_promise_first().select_related("owner", "verifier", "action")
        .prefetch_related(public_passages(), Prefetch("meetings", queryset=public))
    )  # fmt: skip
    return tuple(
        content.FollowUp(
            slug=f.slug, what=f.what, asked_by=f.asked_by, asked_of=f.asked_of,
            owner=name.maybe(name.organisation, f.owner), asked_on=f.asked_on, due=f.due, closed_on=f.closed_on,
            outcome=f.outcome, meetings=name.refs(name.meeting, f.meetings.all()),
            sources=names.sources(f, name.followup(f)), reference=f.reference or "",
            verifier=name.maybe(name.organisation, f.verifier), done_on=f.done_on,
            action=name.maybe(name.action, f.action) if f.action and not f.action.ending else None,
        )
        for f in records
    )  # fmt: skip


def select_documents(names: Names) -> tuple[content.Document, ...]:
    """The documents that something in the picture quotes. Their text only where it may be shown whole."""
    passages = Passage.objects.order_by("start", "pk")
    records = (
        Document.objects.public().filter(passages__in=list(names.shown)).distinct().select_related("publisher")
        .defer("layout").prefetch_related(Prefetch("passages", queryset=passages))
    )  # fmt: skip
    return tuple(_document(record, names) for record in records)


def _document(d: Document, names: Names) -> content.Document:
    shown = [p for p in d.passages.all() if p.pk in names.shown]
    merged: dict[str, content.Passage] = {}
    for p in shown:
        refs = tuple(names.shown[p.pk])
        known = merged.get(anchor(p))
        if known is not None and known.note == p.note_sv:
            refs = tuple(dict.fromkeys((*known.shows, *refs)))
        key = anchor(p) if known is None or known.note == p.note_sv else f"{anchor(p)}~{p.pk}"
        merged[key] = content.Passage(anchor(p), p.start, p.end, p.quote, p.note_sv, refs)
    cited_by = tuple(dict.fromkeys(ref for p in merged.values() for ref in p.shows))
    return content.Document(
        slug=d.slug, title=d.title, kind=d.kind, language=d.language,
        publisher=name.maybe(name.organisation, d.publisher), published=d.published, url=d.url,
        text=d.text if d.publicity == "full" else "", passages=tuple(merged.values()), cited_by=cited_by,
    )  # fmt: skip
