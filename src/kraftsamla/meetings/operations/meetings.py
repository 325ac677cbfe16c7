"""Deeds on a meeting as a whole."""

from __future__ import annotations

from django.db import transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Changes, Values, change, create
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import note_followup
from kraftsamla.meetings import choices
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations.calling import note_change
from kraftsamla.meetings.rules import may_hold, may_run

MEETING_FIELDS = (
    "title_sv",
    "title_en",
    "kind",
    "body",
    "starts_on",
    "ends_on",
    "starts_at",
    "ends_at",
    "form",
    "place",
    "summary_sv",
    "summary_en",
    "organisers",
    "partners",
    "chair",
    "series",
    "purpose_sv",
    "purpose_en",
    "room",
    "link",
    "is_public",
    "shows_attendance",
    "follows",
    "minutes",
    "followups",
)


@transaction.atomic
def create_meeting(*, values: Values, by: User) -> Meeting:
    """Add a meeting. The slug ends with its date, unless one is given. ValidationError by field."""
    require(may_hold(by, values.get("body")))
    meeting = create(Meeting, values, fields=MEETING_FIELDS, named_by="title_sv")
    record(event=choices.MEETING_CREATED, subject=meeting, by=by)
    return meeting


@transaction.atomic
def change_meeting(*, meeting: Meeting, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_run(by, meeting) and may_hold(by, values.get("body", meeting.body)))
    changes = change(meeting, values, fields=MEETING_FIELDS, version=version, named_by="title_sv")
    if changes:
        note_change(meeting=meeting, changes=changes)
        record(event=choices.MEETING_CHANGED, subject=meeting, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_meeting(*, meeting: Meeting, by: User) -> None:
    """Take back a meeting added by mistake. Refused when it has an agenda or attendance."""
    require(may_run(by, meeting))
    withdraw(subject=meeting, event=choices.MEETING_WITHDRAWN, by=by)


@transaction.atomic
def ask_for(*, meeting: Meeting, values: Values, by: User) -> FollowUp:
    """Add a follow-up that came out of a meeting, asked on its day. ValidationError by field."""
    require(may_run(by, meeting))
    followup = note_followup(values={**values, "asked_on": meeting.starts_on}, by=by)
    link_followup(meeting=meeting, followup=followup, by=by)
    return followup


@transaction.atomic
def link_followup(*, meeting: Meeting, followup: FollowUp, by: User) -> None:
    """Say that a follow-up came out of a meeting."""
    require(may_run(by, meeting))
    meeting.followups.add(followup)
    record(event=choices.MEETING_CHANGED, subject=meeting, by=by, changes={"followups": [None, followup.slug]})


@transaction.atomic
def unlink_followup(*, meeting: Meeting, followup: FollowUp, by: User) -> None:
    """Take back that a follow-up came out of a meeting."""
    require(may_run(by, meeting))
    meeting.followups.remove(followup)
    record(event=choices.MEETING_CHANGED, subject=meeting, by=by, changes={"followups": [followup.slug, None]})
