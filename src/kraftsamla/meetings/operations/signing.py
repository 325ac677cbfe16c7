"""Deeds on signing up for a conference: asking, confirming, changing, cancelling, and who gets a place that comes free.

Every deed that gives or frees a place first locks the sign-up, counts, and then writes, so that two who confirm at the
same moment never share the last place. Letters go when the transaction is over.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Values, append, change, create, only
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.choices import signing as events
from kraftsamla.meetings.models import Meeting, Registration, SignUp
from kraftsamla.meetings.notices.signing import Telling, digest_of, tell, token_of, words_kept
from kraftsamla.meetings.rules import may_run, may_sign_up, places_of

SIGN_UP_FIELDS = (
    "opens_on", "closes_on", "room_places", "remote_places", "words_sv", "words_en", "keep_days", "offers_list",
)  # fmt: skip
ASKED_FIELDS = ("name", "organisation_name", "title", "email", "language", "mode", "on_list")
CHANGED_FIELDS = ("name", "organisation_name", "title", "mode", "on_list")


def set_up(*, meeting: Meeting, values: Values, version: int, by: User) -> SignUp:
    """Lay up the sign-up, or change it (``version`` as it was seen). More places go to those who wait.

    ValidationError by field, also when there would be fewer places than those who already have one.
    """
    require(may_run(by, meeting))
    with transaction.atomic():
        known = SignUp.objects.select_for_update().filter(meeting=meeting).first()
        if known is None:
            known = create(SignUp, {**values, "meeting": meeting}, fields=(*SIGN_UP_FIELDS, "meeting"))
            record(event=events.SIGN_UP_OPENED, subject=meeting, by=by)
        else:
            _check_places(known, values)
            if changes := change(known, values, fields=SIGN_UP_FIELDS, version=version):
                record(event=events.SIGN_UP_CHANGED, subject=meeting, by=by, changes=changes)
        known.meeting = meeting
        moved = _move_up(known)
    _tell_moved(moved)
    return known


def ask_for_place(*, sign_up: SignUp, values: Values, by: User) -> bool:
    """Ask for a place; nothing is taken until the letter's link has confirmed it. Whether the letter could be sent.

    An address that is known gets a letter too, so that nobody can find out which are. ValidationError by field.
    """
    require(answers_by_link(by))
    if not may_sign_up(sign_up, at=now()):
        raise Refused(_("Det går inte att anmäla sig till mötet nu."))
    with transaction.atomic():
        _locked(sign_up)
        registration, telling = _asked(sign_up, only(values, ASKED_FIELDS))
    return tell(registration, telling)


def confirm(*, registration: Registration, by: User) -> Registration:
    """Take a place, or a place in the queue when it is full. Nothing when it is done already."""
    require(answers_by_link(by))
    with transaction.atomic():
        sign_up = _locked(registration.sign_up)
        current = Registration.objects.get(pk=registration.pk)
        if current.state != SignUpState.ASKED or current.erased_at is not None:
            return current
        if sign_up.meeting.is_cancelled:
            raise Refused(_("Mötet är inställt."))
        current.state = SignUpState.GOING if _has_room(sign_up, current.mode) else SignUpState.WAITING
        current.confirmed_at = now()
        current.save(update_fields=["state", "confirmed_at"])
        current.sign_up = sign_up
    tell(current, Telling.GOING if current.state == SignUpState.GOING else Telling.WAITING)
    return current


def change_registration(*, registration: Registration, values: Values, by: User) -> Registration:
    """Change one's own particulars and way of taking part. Refused when the other way is full: the place is kept."""
    require(answers_by_link(by))
    with transaction.atomic():
        sign_up = _locked(registration.sign_up)
        current = Registration.objects.get(pk=registration.pk)
        if current.state == SignUpState.CANCELLED or current.erased_at is not None:
            raise Refused(_("Anmälan är avslutad. Anmäl dig på nytt om du vill komma."))
        other = values.get("mode", current.mode) != current.mode
        if other and places_of(sign_up, values["mode"]) == 0:
            raise ValidationError({"mode": _("Det går inte att delta på det sättet. Välj det andra.")})
        if other and current.state == SignUpState.GOING and not _has_room(sign_up, values["mode"]):
            raise ValidationError({"mode": _("Det är fullt där. Du har kvar den plats du har.")})
        for name, value in only(values, CHANGED_FIELDS).items():
            setattr(current, name, value)
        current.full_clean(exclude=["sign_up"])
        current.save(update_fields=CHANGED_FIELDS)
        moved = _move_up(sign_up)
    _tell_moved(moved)
    current.refresh_from_db()
    return current


def cancel_place(*, registration: Registration, by: User) -> None:
    """Cancel; the first in the queue gets the place. By the holder of the link, or by who runs the meeting."""
    meeting = registration.sign_up.meeting
    require(answers_by_link(by) or may_run(by, meeting))
    with transaction.atomic():
        sign_up = _locked(registration.sign_up)
        rows = Registration.objects.filter(pk=registration.pk).exclude(state=SignUpState.CANCELLED)
        done = rows.update(state=SignUpState.CANCELLED, cancelled_at=now())
        moved = _move_up(sign_up)
        if done and not answers_by_link(by):
            record(event=events.REGISTRATION_CANCELLED, subject=meeting, by=by, note=registration.reference)
    if done and registration.email and registration.state != SignUpState.ASKED:
        tell(registration, Telling.CANCELLED)
    _tell_moved(moved)


@transaction.atomic
def mark_came(*, registration: Registration, came: bool | None, by: User) -> None:
    """Note that somebody who signed up came, did not, or take back what was noted."""
    require(may_run(by, registration.sign_up.meeting))
    Registration.objects.filter(pk=registration.pk).update(came=came)


def send_own_link(*, registration: Registration, by: User) -> bool:
    """Send the letter with somebody's own link again; whether it could be sent."""
    require(may_run(by, registration.sign_up.meeting))
    return tell(registration, Telling.CONFIRM if registration.state == SignUpState.ASKED else Telling.KNOWN)


@transaction.atomic
def read_list(*, meeting: Meeting, by: User, as_file: bool = False) -> None:
    """Log that somebody looks at who has signed up; asked before every showing."""
    require(may_run(by, meeting))
    record(event=events.SIGN_UPS_TAKEN_OUT if as_file else events.SIGN_UPS_READ, subject=meeting, by=by)


def _asked(sign_up: SignUp, values: dict[str, object]) -> tuple[Registration, Telling]:
    """The row of who asks. One that is not confirmed takes the newest words; one that is stays as it is."""
    known = (
        Registration.objects.filter(sign_up=sign_up, email__iexact=str(values["email"]))
        .exclude(state=SignUpState.CANCELLED).first()
    )  # fmt: skip
    if places_of(sign_up, str(values["mode"])) == 0:
        raise ValidationError({"mode": _("Det går inte att delta på det sättet. Välj det andra.")})
    kept = {**values, "email": str(values["email"]).strip().lower(), "consent": words_kept(sign_up)}
    if known is None:
        reference = secrets.token_hex(6)
        made = append(
            Registration,
            {**kept, "sign_up": sign_up, "reference": reference, "digest": digest_of(token_of(reference))},
        )
        return made, Telling.CONFIRM
    known.sign_up = sign_up
    if known.state != SignUpState.ASKED:
        return known, Telling.KNOWN
    for name, value in kept.items():
        setattr(known, name, value)
    known.asked_at = now()
    known.full_clean(exclude=["sign_up"])
    known.save(update_fields=[*kept, "asked_at"])
    return known, Telling.CONFIRM


def _locked(sign_up: SignUp) -> SignUp:
    """Everybody who takes or frees a place queues here."""
    return SignUp.objects.select_for_update(of=("self",)).select_related("meeting__body").get(pk=sign_up.pk)


def _going(sign_up: SignUp, mode: str) -> int:
    return sign_up.registrations.filter(state=SignUpState.GOING, mode=mode).count()


def _has_room(sign_up: SignUp, mode: str) -> bool:
    """Whether there is a place, and nobody waits for it."""
    places = places_of(sign_up, mode)
    if places is None:
        return True
    waits = sign_up.registrations.filter(state=SignUpState.WAITING, mode=mode).exists()
    return not waits and _going(sign_up, mode) < places


def _move_up(sign_up: SignUp) -> Sequence[Registration]:
    """Give the places there are to those who have waited longest."""
    if sign_up.meeting.is_cancelled:
        return []
    moved: list[Registration] = []
    for mode in Mode.values:
        places = places_of(sign_up, mode)
        waiting = sign_up.registrations.filter(state=SignUpState.WAITING, mode=mode).order_by("confirmed_at", "pk")
        moved += waiting if places is None else waiting[: max(0, places - _going(sign_up, mode))]
    for each in moved:
        each.state, each.moved_up_at, each.sign_up = SignUpState.GOING, now(), sign_up
        each.save(update_fields=["state", "moved_up_at"])
    return moved


def _tell_moved(moved: Sequence[Registration]) -> None:
    for each in moved:
        tell(each, Telling.MOVED_UP)


def _check_places(sign_up: SignUp, values: Values) -> None:
    errors = {}
    for mode, name in ((Mode.ROOM, "room_places"), (Mode.REMOTE, "remote_places")):
        places, going = values.get(name), _going(sign_up, mode)
        if places is not None and places < going:
            errors[name] = _("%(number)s är redan anmälda. Skriv minst så många platser.") % {"number": going}
    if errors:
        raise ValidationError(errors)
