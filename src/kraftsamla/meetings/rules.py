"""Who may run a meeting: prepare it, lead it, document it and publish what was written."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localtime

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.rules import may_work
from kraftsamla.core.partial_dates import earliest, latest
from kraftsamla.meetings.choices import MeetingForm, Mode, Reply
from kraftsamla.meetings.models import Meeting, SignUp


def may_run(visitor: Visitor, meeting: Meeting) -> bool:
    """Coordinators, and those who may work in the meeting's body."""
    return may_hold(visitor, meeting.body)


def may_hold(visitor: Visitor, body: Body | None) -> bool:
    """Call a meeting of a body. One of no body is for coordinators."""
    return may_edit(visitor) or (body is not None and may_work(visitor, body))


def may_be_answered(meeting: Meeting, *, at: dt.datetime) -> bool:
    """Whether an invitation can be answered by its link: until the meeting begins, as the clock or the chair has it."""
    if meeting.opened_at is not None or meeting.closed_at is not None or meeting.is_cancelled:
        return False
    local = localtime(at)
    first = latest(meeting.starts_on)
    if meeting.starts_at is None or local.date() != first:
        return local.date() <= first
    return local.time() < meeting.starts_at


def ways_to_come(meeting: Meeting) -> tuple[Reply, ...]:
    """What the form of a meeting offers; when it is not said, the room, and a distance if there is a link."""
    ways = {
        MeetingForm.ON_SITE: (Reply.ROOM,), MeetingForm.REMOTE: (Reply.REMOTE,),
        MeetingForm.HYBRID: (Reply.ROOM, Reply.REMOTE),
    }  # fmt: skip
    if meeting.form:
        return ways[MeetingForm(meeting.form)]
    return (Reply.ROOM, Reply.REMOTE) if meeting.link else (Reply.ROOM,)


def may_sign_up(sign_up: SignUp, *, at: dt.datetime) -> bool:
    """From the day it opens to the last day, both included, while the meeting is to be held and has not begun."""
    day = localtime(at).date()
    meeting = sign_up.meeting
    if meeting.is_cancelled or meeting.opened_at is not None or day > latest(meeting.ends_on or meeting.starts_on):
        return False
    return earliest(sign_up.opens_on) <= day <= latest(sign_up.closes_on)


def places_of(sign_up: SignUp, mode: str) -> int | None:
    """How many may take part in a way: None is no limit, 0 that the way is not offered."""
    form = sign_up.meeting.form
    if (mode == Mode.REMOTE and form == MeetingForm.ON_SITE) or (mode == Mode.ROOM and form == MeetingForm.REMOTE):
        return 0
    return sign_up.room_places if mode == Mode.ROOM else sign_up.remote_places
