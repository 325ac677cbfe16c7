"""Deeds that erase what people wrote when they signed up. The counts are left: who asked for a place and who came."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, may_edit, require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.partial_dates import latest
from kraftsamla.meetings.choices import SignUpState
from kraftsamla.meetings.choices import signing as events
from kraftsamla.meetings.models import Registration, SignUp
from kraftsamla.meetings.operations.signing import cancel_place
from kraftsamla.meetings.rules import may_run

UNCONFIRMED_LIVES = dt.timedelta(days=7)
BLANK = {"name": "", "organisation_name": "", "title": "", "email": "", "consent": "", "on_list": False}


def erase_registration(*, registration: Registration, by: User) -> None:
    """Erase what somebody wrote, on their request; a place they had goes to the next. By the link, or by an officer."""
    meeting = registration.sign_up.meeting
    require(answers_by_link(by) or may_run(by, meeting))
    coming = registration.state != SignUpState.CANCELLED and registration.came is None
    if coming and meeting.closed_at is None:
        cancel_place(registration=registration, by=by)
    with transaction.atomic():
        _erase(Registration.objects.filter(pk=registration.pk))
        if not answers_by_link(by):
            record(event=events.REGISTRATION_ERASED, subject=meeting, by=by, note=registration.reference)


@transaction.atomic
def erase_due(*, by: User, on: dt.date) -> int:
    """Erase what has been kept as long as was promised, and what was never confirmed. How many people it was."""
    require(may_edit(by))
    erased = 0
    stale = Registration.objects.filter(
        state=SignUpState.ASKED, erased_at=None, asked_at__lt=now() - UNCONFIRMED_LIVES
    )
    unconfirmed = list(stale.values_list("pk", flat=True))
    erased += _erase(Registration.objects.filter(pk__in=unconfirmed))
    Registration.objects.filter(pk__in=unconfirmed).update(state=SignUpState.CANCELLED)
    for sign_up in SignUp.objects.filter(registrations__erased_at=None).distinct().select_related("meeting"):
        last = latest(sign_up.meeting.ends_on or sign_up.meeting.starts_on)
        if last + dt.timedelta(days=sign_up.keep_days) >= on:
            continue
        if number := _erase(sign_up.registrations.all()):
            record(event=events.REGISTRATIONS_ERASED, subject=sign_up.meeting, by=by, note=str(number))
            erased += number
    return erased


def _erase(rows: models.QuerySet[Registration]) -> int:
    return rows.filter(erased_at=None).update(**BLANK, erased_at=now())
