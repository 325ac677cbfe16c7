"""Deeds that prepare a meeting: from a preset, as a copy, as a series; its agenda's order and what it takes up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.actors.models import Person
from kraftsamla.audit.operations import record
from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.bodies.models import Body
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Values, create
from kraftsamla.core.slugs import slug_from
from kraftsamla.meetings.assembly.agenda import Proposal
from kraftsamla.meetings.assembly.timetable import counted
from kraftsamla.meetings.choices import ItemPurpose
from kraftsamla.meetings.choices import preparing as events
from kraftsamla.meetings.models import AgendaItem, Meeting, MeetingSeries
from kraftsamla.meetings.operations.agenda import add_item, add_presentation, put_item, withdraw_item
from kraftsamla.meetings.operations.meetings import create_meeting
from kraftsamla.meetings.presets import Preset
from kraftsamla.meetings.rules import may_run

#: What a copy takes with it; who came, what was said and what was decided stays where it was.
COPIED = (
    "title_sv", "title_en", "kind", "body", "starts_at", "ends_at", "form", "place", "room", "link", "chair",
    "purpose_sv", "purpose_en", "is_public", "shows_attendance",
)  # fmt: skip
POINT_COPIED = ("number", "title_sv", "title_en", "purpose", "minutes", "intro_sv", "intro_en", "day", "starts_at",
                "ends_at", "room", "area", "is_public")  # fmt: skip
MOST_MEETINGS = 60


@dataclass(frozen=True, slots=True)
class Pick:
    """A proposal that is taken up: as a point of its own, or at a point that already stands there."""

    proposal: Proposal
    at: AgendaItem | None


@transaction.atomic
def prepare_meeting(*, preset: Preset, values: Values, by: User) -> Meeting:
    """Add a meeting with what usually belongs to its kind; what ``values`` says stands before that.

    The chair comes from the body's appointments, and so does the meeting it follows on and what may be public.
    """
    body: Body | None = values.get("body")
    day: str = values["starts_on"]
    usual = {
        "kind": preset.kind, "form": preset.form, "chair": chair_of(body, day=day), "follows": _before(body, day),
        "is_public": preset.is_public and (body is None or (body.is_public and not body.is_closed)),
        "shows_attendance": preset.shows_attendance and (body is None or (body.shows_members and not body.is_closed)),
    }  # fmt: skip
    said = {name: value for name, value in values.items() if value not in ("", None)}
    titled = {**_titled(preset, body), **usual, **said}
    titled.setdefault("ends_at", _after(titled.get("starts_at"), preset.length))
    meeting = create_meeting(values={**titled, "slug": _free(f"{titled['title_sv']} {day}")}, by=by)
    if body is not None and body.host is not None:
        meeting.organisers.add(body.host)
    for point in preset.points:
        number = "" if point.purpose == ItemPurpose.BREAK else str(meeting.agenda.exclude(number="").count() + 1)
        line = {"number": number, "title_sv": point.title.sv, "title_en": point.title.en}
        put_item(meeting=meeting, values={**line, "purpose": point.purpose, "minutes": point.minutes})
    return meeting


@transaction.atomic
def copy_meeting(*, meeting: Meeting, values: Values, by: User) -> Meeting:
    """A new meeting like this one (``starts_on`` and what differs): times, form, organisers and the agenda's points.

    Attendance, notes, decisions, presentations and materials stay with the meeting they belong to.
    """
    require(may_run(by, meeting))
    kept = {name: getattr(meeting, name) for name in COPIED}
    new = {**kept, "follows": _before(meeting.body, values["starts_on"]), **values}
    slug = _free(f"{new['title_sv']} {new['starts_on']}")
    many = {"organisers": list(meeting.organisers.all()), "partners": list(meeting.partners.all())}
    made = create_meeting(values={**new, **many, "slug": slug}, by=by)
    _copy_agenda(meeting, made)
    record(event=events.MEETING_COPIED, subject=meeting, by=by, changes={"copy": [None, made.slug]})
    return made


@transaction.atomic
def make_series(*, meeting: Meeting, days: Sequence[dt.date], name: str, by: User) -> MeetingSeries:
    """Copies of a meeting on each of the days, all of them or none; the meeting itself is the first of the series.

    Each follows on the one before it. Refused when a day has a meeting of the series already.
    """
    require(may_run(by, meeting))
    if not days or len(days) > MOST_MEETINGS:
        raise Refused(_("En serie har mellan 1 och %(most)s nya möten.") % {"most": MOST_MEETINGS})
    series = meeting.series or create(
        MeetingSeries, {"name_sv": name, "body": meeting.body}, fields=("name_sv", "body"), named_by="name_sv"
    )
    taken = set(series.meetings.values_list("starts_on", flat=True)) | {meeting.starts_on}
    twice = sorted(taken & {day.isoformat() for day in days})
    if twice:
        raise Refused(_("Det finns redan ett möte i serien %(days)s.") % {"days": ", ".join(twice)})
    Meeting.objects.filter(pk=meeting.pk).update(series=series)
    last = meeting
    for day in sorted(set(days)):
        shown = {"starts_on": day.isoformat(), "series": series}
        last = copy_meeting(meeting=meeting, values={**shown, "follows": _latest_before(series, day) or last}, by=by)
    record(event=events.SERIES_MADE, subject=meeting, by=by, changes={"meetings": [None, len(set(days))]})
    return series


@transaction.atomic
def add_point(*, meeting: Meeting, values: Values, by: User) -> AgendaItem:
    """Add a point to an agenda that is being prepared: before the closing one, and with the next number."""
    numbered = _is_counted(meeting)
    item = add_item(meeting=meeting, values=values, by=by)
    order = [each for each in meeting.agenda.order_by("position", "pk") if each != item]
    at = len(order)
    while at and order[at - 1].purpose == ItemPurpose.CLOSE and item.parent_id is None:
        at -= 1
    _place([*order[:at], item, *order[at:]])
    if numbered and not values.get("number"):
        _number(meeting)
    item.refresh_from_db()
    return item


@transaction.atomic
def remove_point(*, item: AgendaItem, by: User) -> None:
    """Take back a point and let the numbers after it close up. Refused when something belongs to it."""
    meeting, numbered = item.meeting, _is_counted(item.meeting)
    withdraw_item(item=item, by=by)
    if numbered:
        _number(meeting)


@transaction.atomic
def order_agenda(*, meeting: Meeting, keys: Sequence[int], by: User) -> None:
    """Put the points and parts in this order. Refused when somebody has added or removed a point meanwhile."""
    require(may_run(by, meeting))
    items = {each.pk: each for each in meeting.agenda.all()}
    if sorted(keys) != sorted(items):
        raise Refused(_("Någon annan har ändrat dagordningen. Sidan visar nu hur den ser ut. Flytta punkten igen."))
    numbered = _is_counted(meeting)
    _place([items[key] for key in keys])
    if numbered:
        _number(meeting)
    record(event=events.AGENDA_ORDERED, subject=meeting, by=by)


@transaction.atomic
def move_item(*, item: AgendaItem, steps: int, by: User) -> None:
    """Move a point past its neighbours, a negative number upwards; at the end nothing happens."""
    order = list(item.meeting.agenda.order_by("position", "pk"))
    peers = [each for each in order if each.parent_id == item.parent_id]
    at = peers.index(item)
    to = min(max(at + steps, 0), len(peers) - 1)
    places = [order.index(each) for each in peers]
    peers.insert(to, peers.pop(at))
    for place, each in zip(places, peers, strict=True):
        order[place] = each
    order_agenda(meeting=item.meeting, keys=[each.pk for each in order], by=by)


@transaction.atomic
def take_up(*, meeting: Meeting, picks: Iterable[Pick], by: User) -> int:
    """Put what was picked on the agenda. Each point remembers the follow-up, action or question it came from."""
    require(may_run(by, meeting))
    taken = list(picks)
    for pick in taken:
        proposal = pick.proposal
        item = pick.at or add_point(meeting=meeting, values=_line(proposal), by=by)
        if isinstance(proposal.record, AgendaItem):
            _take_over(proposal.record, item, by=by)
        else:
            getattr(item, f"{proposal.origin}s").add(proposal.record)
    if taken:
        record(event=events.AGENDA_FILLED, subject=meeting, by=by, changes={"agenda": [None, len(taken)]})
    return len(taken)


def chair_of(body: Body | None, *, day: str) -> Person | None:
    """Who is appointed to chair a body on a day."""
    if body is None:
        return None
    chairs = body.appointments.filter(role=AppointmentRole.CHAIR).select_related("person").in_protocol_order()
    return next((each.person for each in chairs if each.holds(at=earliest(day))), None)


def _line(proposal: Proposal) -> dict[str, object]:
    title = proposal.title
    return {
        "title_sv": (title.sv or title.en)[:300], "title_en": title.en[:300], "purpose": proposal.purpose,
        "minutes": proposal.minutes,
    }  # fmt: skip


def _take_over(old: AgendaItem, new: AgendaItem, *, by: User) -> None:
    """What a point that was not reached carried goes with it."""
    if not (new.intro_sv or new.intro_en):
        AgendaItem.objects.filter(pk=new.pk).update(intro_sv=old.intro_sv, intro_en=old.intro_en)
    for name in ("questions", "followups", "actions"):
        getattr(new, name).add(*getattr(old, name).all())
    for each in old.presentations.all():
        values = {name: getattr(each, name) for name in ("person", "organisation", "topic_sv", "topic_en")}
        add_presentation(item=new, values=values, by=by)


def _copy_agenda(meeting: Meeting, made: Meeting) -> None:
    """Points and parts; what they came from (a follow-up, an action) is proposed anew while it is open."""
    copies: dict[int, AgendaItem] = {}
    points_first = sorted(meeting.agenda.order_by("position", "pk"), key=lambda item: item.parent_id is not None)
    for item in points_first:
        line = {name: getattr(item, name) for name in POINT_COPIED}
        copies[item.pk] = put_item(meeting=made, values={**line, "parent": copies.get(item.parent_id or 0)})
    for key, position in meeting.agenda.values_list("pk", "position"):
        AgendaItem.objects.filter(pk=copies[key].pk).update(position=position)


def _place(items: Sequence[AgendaItem]) -> None:
    for position, each in enumerate(items, start=1):
        if each.position != position:
            AgendaItem.objects.filter(pk=each.pk).update(position=position)


def _is_counted(meeting: Meeting) -> bool:
    """Whether the numbers are those that counting gives; numbers that came from a document are left alone."""
    items = list(meeting.agenda.order_by("position", "pk"))
    numbers = counted(items)
    return all(each.number == numbers[each.pk] for each in items)


def _number(meeting: Meeting) -> None:
    items = list(meeting.agenda.order_by("position", "pk"))
    for key, number in counted(items).items():
        AgendaItem.objects.filter(pk=key).exclude(number=number).update(number=number)


def _before(body: Body | None, day: str) -> Meeting | None:
    """The body's meeting before a day."""
    if body is None:
        return None
    held = body.meetings.filter(starts_on__lt=day, cancelled_at=None)
    return held.order_by("-starts_on", "-pk").first()


def _latest_before(series: MeetingSeries, day: dt.date) -> Meeting | None:
    return series.meetings.filter(starts_on__lt=day.isoformat()).order_by("-starts_on", "-pk").first()


def _titled(preset: Preset, body: Body | None) -> dict[str, str]:
    """A body's own meeting is called after the body, other meetings after their kind."""
    if body is None or not preset.by_appointment:
        return {"title_sv": preset.title.sv, "title_en": preset.title.en}
    name_en = body.name_en or body.name_sv
    return {"title_sv": f"Möte i {body.name_sv}"[:300], "title_en": f"Meeting of {name_en}"[:300]}


def _after(start: dt.time | None, minutes: int) -> dt.time | None:
    """The time when a meeting of so many minutes ends; None when it would pass midnight."""
    if start is None or not minutes:
        return None
    end = start.hour * 60 + start.minute + minutes
    return dt.time(end // 60, end % 60) if end < 24 * 60 else None


def _free(words: str) -> str:
    """An address name that ends with the meeting's day and that no meeting has."""
    name, _space, day = words.rpartition(" ")
    stem = f"{slug_from(name, length=45)}-{day}"
    number, slug = 1, stem
    while Meeting.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug
