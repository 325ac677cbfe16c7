"""Deeds on who took part."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Values, append
from kraftsamla.meetings import choices
from kraftsamla.meetings.models import Attendance, Meeting


@transaction.atomic
def record_attendance(*, meeting: Meeting, values: Values, by: User) -> Attendance:
    """Note who took part (``person`` and/or ``organisation``, ``role``, ``presence``, ``mode``).

    The names are frozen as they are now; give ``person_name`` or ``organisation_name`` for how they were written.
    """
    require(may_edit(by))
    last = meeting.attendance.aggregate(last=Max("position"))["last"] or 0
    person, organisation = values.get("person"), values.get("organisation")
    names = {
        "person_name": values.get("person_name") or (person.name if person else ""),
        "organisation_name": values.get("organisation_name") or (organisation.name if organisation else ""),
    }
    attendance = append(Attendance, {**values, **names, "meeting": meeting, "position": last + 1})
    record(event=choices.ATTENDANCE_CREATED, subject=meeting, by=by, changes={"attendance": [None, str(attendance)]})
    return attendance


@transaction.atomic
def withdraw_attendance(*, attendance: Attendance, by: User) -> None:
    """Take back a line of attendance."""
    require(may_edit(by))
    withdraw(subject=attendance, event=choices.ATTENDANCE_WITHDRAWN, by=by)
