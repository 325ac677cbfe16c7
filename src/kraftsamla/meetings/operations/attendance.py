"""Deeds on who took part. Names, roles and organisations are frozen as they are that day."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import now
from kraftsamla.core.collation import fold
from kraftsamla.core.records import Changes, Values, append, only, snapshot
from kraftsamla.meetings import choices
from kraftsamla.meetings.choices import Mode, Presence
from kraftsamla.meetings.choices import leading as events
from kraftsamla.meetings.choices.leading import Mark
from kraftsamla.meetings.models import Attendance, Invitation, Meeting
from kraftsamla.meetings.rules import may_run

CHANGEABLE = (
    "person", "organisation", "role", "presence", "mode", "person_name", "organisation_name", "title",
    "substitute_for", "is_guest", "came_at", "left_at",
)  # fmt: skip
#: What each mark says; ``None`` leaves what stood there.
SAYS: dict[Mark, tuple[Presence | None, Mode | str | None]] = {
    Mark.ROOM: (Presence.PRESENT, Mode.ROOM),
    Mark.REMOTE: (Presence.PRESENT, Mode.REMOTE),
    Mark.ABSENT: (Presence.ABSENT, ""),
    Mark.EXCUSED: (Presence.EXCUSED, ""),
    Mark.CAME: (Presence.PRESENT, None),
    Mark.LEFT: (Presence.PRESENT, None),
    Mark.BACK: (Presence.PRESENT, None),
}


@transaction.atomic
def record_attendance(*, meeting: Meeting, values: Values, by: User) -> Attendance:
    """Note who took part (``person`` and/or ``organisation``, ``role``, ``presence``, ``mode``).

    The names are frozen as they are now; give ``person_name`` or ``organisation_name`` for how they were written.
    """
    require(may_run(by, meeting))
    attendance = append(Attendance, {**_named(values), "meeting": meeting, "position": _last(meeting) + 1})
    record(event=choices.ATTENDANCE_CREATED, subject=meeting, by=by, changes={"attendance": [None, str(attendance)]})
    return attendance


@transaction.atomic
def change_attendance(*, attendance: Attendance, values: Values, by: User) -> Changes:
    """Correct a line of attendance, whatever it came from. ValidationError by field."""
    require(may_run(by, attendance.meeting))
    known = only(_named(values), CHANGEABLE)
    before = snapshot(attendance, known)
    for name, value in known.items():
        setattr(attendance, name, value)
    check_times(attendance)
    attendance.full_clean()
    after = snapshot(attendance, known)
    changes: Changes = {name: [before[name], after[name]] for name in known if before[name] != after[name]}
    if changes:
        attendance.save(update_fields=list(known))
        noted = {"attendance": [None, str(attendance)], **changes}
        record(event=events.ATTENDANCE_CHANGED, subject=attendance.meeting, by=by, changes=noted)
    return changes


@transaction.atomic
def mark_invited(*, invitation: Invitation, mark: Mark, by: User, at: dt.time | None = None) -> Attendance | None:
    """Say by one key how somebody invited takes part; the first mark freezes who they are that day.

    Who comes for somebody else: that other has then sent word that they cannot come, unless they are here after all.
    ``CLEAR`` takes the line back, and so does nothing to what was never said.
    """
    require(may_run(by, invitation.meeting))
    _queue(invitation.meeting)
    attendance = Attendance.objects.filter(invitation=invitation).first()
    if mark == Mark.CLEAR:
        if attendance is not None:
            withdraw_attendance(attendance=attendance, by=by)
        return None
    if attendance is None:
        attendance = _from_invitation(invitation)
    marked = _mark(attendance, mark, at=at, by=by)
    if invitation.substitute_for is not None and mark in {Mark.ROOM, Mark.REMOTE, Mark.CAME}:
        _excuse(invitation.substitute_for, by=by)
    return marked


@transaction.atomic
def mark_attendance(*, attendance: Attendance, mark: Mark, by: User, at: dt.time | None = None) -> Attendance | None:
    """The same for a line without an invitation: guests, and what was read in."""
    require(may_run(by, attendance.meeting))
    _queue(attendance.meeting)
    if mark == Mark.CLEAR:
        withdraw_attendance(attendance=attendance, by=by)
        return None
    return _mark(attendance, mark, at=at, by=by)


@transaction.atomic
def add_guest(*, meeting: Meeting, name: str, organisation: str, title: str, mode: Mode, by: User) -> Attendance:
    """Write down a guest who is here. An organisation of the register is tied by its name, and then a person there."""
    known = _organisation_called(organisation)
    person = _person_at(name, known)
    if person is not None and meeting.attendance.filter(person=person).exists():
        raise ValidationError({"name": _("%(name)s finns redan i listan. Markera där i stället.") % {"name": name}})
    values = {
        "person_name": name.strip(), "organisation_name": organisation.strip(), "title": title.strip(),
        "organisation": known, "person": person, "mode": mode, "presence": Presence.PRESENT, "is_guest": True,
    }  # fmt: skip
    _queue(meeting)
    return record_attendance(meeting=meeting, values=values, by=by)


@transaction.atomic
def seat_substitute(*, invitation: Invitation, name: str, title: str, mode: Mode, by: User) -> Attendance:
    """Somebody sits for one who was invited: for the same organisation, in the same role, and named as a substitute.

    The one invited has then sent word that they cannot come. Who is invited as a substitute is marked in the list.
    """
    require(may_run(by, invitation.meeting))
    _queue(invitation.meeting)
    _excuse(invitation, by=by)
    values = {
        "person_name": name.strip(), "title": title.strip(), "role": invitation.role, "mode": mode,
        "organisation": invitation.organisation, "person": _person_at(name, invitation.organisation),
        "substitute_for": invitation.name, "presence": Presence.PRESENT,
    }  # fmt: skip
    return record_attendance(meeting=invitation.meeting, values=values, by=by)


@transaction.atomic
def withdraw_attendance(*, attendance: Attendance, by: User) -> None:
    """Take back a line of attendance."""
    require(may_run(by, attendance.meeting))
    withdraw(subject=attendance, event=choices.ATTENDANCE_WITHDRAWN, by=by)


def check_times(attendance: Attendance) -> None:
    """Nobody leaves before they came. ValidationError at ``left_at``."""
    came, left = attendance.came_at, attendance.left_at
    if came is not None and left is not None and left < came:
        raise ValidationError({"left_at": _("Den tid då någon gick kan inte ligga före den tid då samma person kom.")})


def _mark(attendance: Attendance, mark: Mark, *, at: dt.time | None, by: User) -> Attendance:
    presence, mode = SAYS[mark]
    before = f"{attendance.get_presence_display()} {attendance.get_mode_display()}".strip() if attendance.pk else None
    attendance.presence = presence or attendance.presence
    attendance.mode = attendance.mode or Mode.ROOM if mode is None else mode
    moment = at or timezone.localtime(now()).time().replace(second=0, microsecond=0)
    if mark == Mark.CAME:
        attendance.came_at, attendance.left_at = moment, None
    elif mark == Mark.LEFT:
        attendance.left_at = moment
    elif mark == Mark.BACK:
        attendance.left_at = None
    elif attendance.presence != Presence.PRESENT:
        attendance.came_at = attendance.left_at = None
    check_times(attendance)
    attendance.full_clean()
    attendance.save()
    told = f"{attendance}: {mark.label}"
    event = choices.ATTENDANCE_CREATED if before is None else events.ATTENDANCE_CHANGED
    record(event=event, subject=attendance.meeting, by=by, changes={"attendance": [before, told]})
    return attendance


def _from_invitation(invitation: Invitation) -> Attendance:
    other = invitation.substitute_for
    return Attendance(
        meeting=invitation.meeting, position=_last(invitation.meeting) + 1, invitation=invitation,
        person=invitation.person, organisation=invitation.organisation, person_name=invitation.name,
        organisation_name=invitation.organisation.name if invitation.organisation else "", role=invitation.role,
        title=invitation.title, is_guest=invitation.is_guest, substitute_for=other.name if other else "",
    )  # fmt: skip


def _excuse(invitation: Invitation, *, by: User) -> None:
    """The one who was invited cannot come, unless somebody has said that they are here."""
    line = Attendance.objects.filter(invitation=invitation).first() or _from_invitation(invitation)
    if line.pk is None or line.presence != Presence.PRESENT:
        _mark(line, Mark.EXCUSED, at=None, by=by)


def _queue(meeting: Meeting) -> None:
    """Two who mark at once go one after the other, so that nobody is written down twice."""
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)


def _last(meeting: Meeting) -> int:
    return int(meeting.attendance.aggregate(last=Max("position"))["last"] or 0)


def _named(values: Values) -> dict[str, object]:
    """The values with the names of whom they point at, where it is not said how the names were written."""
    named = dict(values)
    for link, name in (("person", "person_name"), ("organisation", "organisation_name")):
        if link in values:
            named[name] = values.get(name) or (values[link].name if values[link] else "")
    return named


def _organisation_called(name: str) -> Organisation | None:
    """The one organisation of the register with that name or abbreviation; None when there is none, or several."""
    sought = fold(name)
    if not sought:
        return None
    found = list(Organisation.objects.current().named_like(name)[:50])
    same = [each for each in found if sought in {each.folded, *(other.folded for other in each.other_names.all())}]
    return same[0] if len(same) == 1 else None


def _person_at(name: str, organisation: Organisation | None) -> Person | None:
    """The one person of that name at the organisation. A name alone does not say who somebody is."""
    if organisation is None:
        return None
    people = Person.objects.current().filter(folded=fold(name), engagements__organisation=organisation).distinct()
    found = list(people[:2])
    return found[0] if len(found) == 1 else None
