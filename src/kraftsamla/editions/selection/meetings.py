"""The meetings' part of the picture: those that everybody may know of.

What leads into a meeting (link, room, invitations, replies, sign-ups), why it was cancelled, and what is written before
it is published (notes, drafts, comments) is never asked for.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import Prefetch
from django.utils.timezone import localtime

from kraftsamla.editions import content
from kraftsamla.editions.selection import agenda
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.agenda import Known, clock, is_open, select_papers
from kraftsamla.editions.selection.sources import Names, public_passages
from kraftsamla.meetings.choices import MinutesState, Mode, Presence, StepKind
from kraftsamla.meetings.models import Attendance, Meeting, Minutes, MinutesStep, SignUp

#: A revision that has been published, also when a later one has replaced it.
OUT = (MinutesState.PUBLISHED, MinutesState.REPLACED)


def select_meetings(names: Names, *, known: Known) -> tuple[content.Meeting, ...]:
    with_sources = public_passages()
    attendance = Attendance.objects.select_related("person", "organisation").prefetch_related(with_sources)
    published = MinutesStep.objects.filter(kind=StepKind.PUBLISHED).order_by("pk")
    revisions = Minutes.objects.filter(state__in=OUT).order_by("-revision").select_related("document", "corrects")
    revisions = revisions.defer("content").prefetch_related(Prefetch("steps", queryset=published))
    records = (
        Meeting.objects.public().newest_first()
        .select_related("body", "chair", "minutes", "follows__body", "series__body", "sign_up")
        .prefetch_related(
            "organisers", "partners", "followups", "followed_by__body", with_sources, agenda.points(with_sources),
            Prefetch("attendance", queryset=attendance), agenda.decisions(with_sources), agenda.papers(),
            Prefetch("revisions", queryset=revisions),
        )
    )  # fmt: skip
    return tuple(_meeting(record, names, known) for record in records)


def _is_public(record: Meeting) -> bool:
    return record.is_public and (record.body is None or record.body.is_public)


def _public_ref(record: Meeting | None) -> content.Ref | None:
    return name.meeting(record) if record is not None and _is_public(record) else None


def _meeting(m: Meeting, names: Names, known: Known) -> content.Meeting:
    ref = name.meeting(m)
    whole = [each for each in m.materials.all() if each.item_id is None and is_open(each.item)]
    return content.Meeting(
        slug=m.slug, title=m.title, kind=m.kind, body=name.maybe(name.body, m.body), starts_on=m.starts_on,
        ends_on=m.ends_on, starts_at=clock(m.starts_at), ends_at=clock(m.ends_at), form=m.form, place=m.place,
        summary=m.summary, organisers=name.refs(name.organisation, m.organisers.all()),
        chair=name.maybe(name.person, m.chair), follows=_public_ref(m.follows),
        followed_by=name.refs(name.meeting, (f for f in m.followed_by.all() if _is_public(f))),
        minutes=names.paper(m.minutes, ref), agenda=agenda.select_items(m, names, ref, known),
        attendance=tuple(_attendance(row, names, ref, known) for row in m.attendance.all() if m.shows_attendance),
        followups=name.refs(name.followup, (f for f in m.followups.all() if f.slug in known.followups)),
        sources=names.sources(m, ref), decisions=agenda.select_decisions(m, names, ref, known), purpose=m.purpose,
        partners=name.refs(name.organisation, m.partners.all()), series=_series(m), uid=m.uid, sequence=m.sequence,
        cancelled_on=_day(m.cancelled_at), materials=select_papers(whole, names, ref),
        revisions=tuple(_revision(r, names, ref) for r in m.revisions.all()),
        shows_attendance=m.shows_attendance, turnout=_turnout(m), sign_up=_sign_up(m),
    )  # fmt: skip


def _day(moment: dt.datetime | None) -> str:
    return localtime(moment).date().isoformat() if moment else ""


def _series(m: Meeting) -> content.Series | None:
    record = m.series
    if record is None or (record.body is not None and not record.body.is_public):
        return None
    return content.Series(record.slug, record.name)


def _revision(record: Minutes, names: Names, ref: content.Ref) -> content.Minutes:
    steps = list(record.steps.all())
    return content.Minutes(
        revision=record.revision, state=record.state,
        word=record.meeting.body.minutes_word if record.meeting.body else "meeting_notes", language=record.language,
        reference=record.reference, published_on=_day(steps[-1].made_at) if steps else "",
        replaces=record.corrects.revision if record.corrects else None, reason=record.reason,
        document=names.paper(record.document, ref),
    )  # fmt: skip


def _turnout(m: Meeting) -> content.Turnout | None:
    came = [row for row in m.attendance.all() if row.presence == Presence.PRESENT]
    if not came:
        return None
    modes = [row.mode for row in came]
    organisations = {row.organisation_id or row.organisation_name for row in came} - {""}
    return content.Turnout(len(came), modes.count(Mode.ROOM), modes.count(Mode.REMOTE), len(organisations))


def _sign_up(m: Meeting) -> content.SignUp | None:
    record: SignUp | None = getattr(m, "sign_up", None)
    if record is None:
        return None
    return content.SignUp(
        record.opens_on, record.closes_on, record.room_places != 0, record.remote_places != 0, record.words
    )


def _attendance(row: Attendance, names: Names, ref: content.Ref, known: Known) -> content.Attendance:
    return content.Attendance(
        name=row.person_name, organisation_name=row.organisation_name,
        person=name.person(row.person) if row.person and row.person.slug in known.people else None,
        organisation=name.maybe(name.organisation, row.organisation), role=row.role, presence=row.presence,
        mode=row.mode, sources=names.sources(row, ref), title=row.title, substitute_for=row.substitute_for,
        is_guest=row.is_guest, came_at=clock(row.came_at), left_at=clock(row.left_at),
    )  # fmt: skip
