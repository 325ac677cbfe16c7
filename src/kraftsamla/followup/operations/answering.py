"""Deeds of those who answer: drafts, "no change", evidence, a deputy, and sending it in."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.actors.rules import Voice
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, change
from kraftsamla.followup import choices
from kraftsamla.followup.choices import AnswerState
from kraftsamla.followup.models import Answer, Attachment, Point
from kraftsamla.followup.models.rounds import OWN_QUESTIONS
from kraftsamla.followup.rules import may_answer_in_round
from kraftsamla.strategy.models import StatusUpdate

POINT_FIELDS = (
    "unchanged", "progress", "confidence", "words", "result", "result_on", "evidence", "evidence_url", *OWN_QUESTIONS,
)  # fmt: skip
#: A longer pause than this is something else being done.
PAUSE = dt.timedelta(minutes=10)
FILE_KINDS = frozenset({"pdf", "docx", "odt", "xlsx", "ods", "pptx", "odp", "png", "jpg", "jpeg", "txt", "md", "csv"})
LARGEST_MB = 10
MOST_FILES = 5


def note_opened(*, answer: Answer) -> None:
    """Keep when a sheet was first opened. Nothing else changes by looking."""
    Answer.objects.filter(pk=answer.pk, opened_at=None).update(opened_at=now())


@transaction.atomic
def save_point(
    *, point: Point, values: Values, version: int, voice: Voice, by: User, shown_at: dt.datetime | None = None
) -> Changes:
    """Keep a draft of one point. Stale when another device or person has written after ``version``."""
    answer = writable(point.answer, voice=voice, by=by)
    if values.get("unchanged") and not stands(point):
        raise ValidationError({"progress": _("Ingen har sagt hur insatsen står förut. Välj hur långt den har kommit.")})
    changes = change(point, values, fields=POINT_FIELDS, version=version)
    begin(answer, shown_at=shown_at)
    return changes


@transaction.atomic
def confirm_all(*, answer: Answer, voice: Voice, by: User, shown_at: dt.datetime | None = None) -> int:
    """Say "no change" about every point that has a status and where nothing else has been answered."""
    answer = writable(answer, voice=voice, by=by)
    confirmed = 0
    for point in answer.points.select_related("action"):
        if not point.is_answered and stands(point):
            change(point, {"unchanged": True}, fields=POINT_FIELDS, version=point.version)
            confirmed += 1
    begin(answer, shown_at=shown_at)
    return confirmed


@transaction.atomic
def add_attachment(*, point: Point, file_name: str, content: bytes, voice: Voice, by: User) -> Attachment:
    """Keep a file with a point: under a name of our own, never opened here. ValidationError says what is wrong."""
    begin(writable(point.answer, voice=voice, by=by))
    shown = PurePath(file_name.replace("\\", "/")).name[-200:]
    if PurePath(shown).suffix.casefold().lstrip(".") not in FILE_KINDS:
        raise ValidationError({"file": _("Filen måste vara ett dokument, ett kalkylblad eller en bild.")})
    if not content or len(content) > LARGEST_MB * 2**20:
        raise ValidationError({"file": _("Filen ska vara högst %(limit)s MB och inte tom.") % {"limit": LARGEST_MB}})
    digest = hashlib.sha256(content).hexdigest()
    known = point.attachments.filter(sha256=digest).first()
    if known is not None:
        return known
    if point.attachments.count() >= MOST_FILES:
        raise ValidationError({"file": _("Högst %(most)s filer på en punkt.") % {"most": MOST_FILES}})
    attachment = Attachment(point=point, file_name=shown, sha256=digest, size=len(content))
    attachment.file.save(f"{point.pk}", ContentFile(content), save=False)
    try:
        attachment.full_clean(exclude=["document"])
        attachment.save(force_insert=True)
    except BaseException:
        attachment.file.storage.delete(str(attachment.file.name))
        raise
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: Attachment, voice: Voice, by: User) -> None:
    """Take a file back before the answer is sent."""
    writable(attachment.point.answer, voice=voice, by=by)
    storage, place = attachment.file.storage, attachment.file.name
    attachment.delete()
    if place:
        transaction.on_commit(lambda: storage.delete(place))


@transaction.atomic
def share_answer(*, answer: Answer, name: str, email: str, voice: Voice, by: User) -> Answer:
    """Let a deputy answer too. The deputy gets a link of their own; this one works on."""
    answer = writable(answer, voice=voice, by=by)
    named_with_address(name, email)
    answer.deputy_name, answer.deputy_email, answer.shared_at = name.strip(), email.strip(), now()
    answer.save(update_fields=["deputy_name", "deputy_email", "shared_at"])
    record(event=choices.ANSWER_SHARED, subject=answer, by=by)
    return answer


@transaction.atomic
def submit_answer(*, answer: Answer, voice: Voice, by: User, shown_at: dt.datetime | None = None) -> Answer:
    """Send the answer in, in the name of whoever does it. Every point must be answered or unchanged."""
    answer = writable(answer, voice=voice, by=by)
    left = [point for point in answer.points.select_related("action") if not point.is_answered]
    if left:
        words = ngettext("En punkt är inte besvarad.", "%(number)s punkter är inte besvarade.", len(left))
        raise ValidationError(words % {"number": len(left)})
    if not voice.name.strip():
        raise ValidationError({"name": _("Skriv ditt namn.")})
    _spend(answer, shown_at=shown_at)
    answer.said_by, answer.said_by_title = voice.name, voice.title
    answer.said_by_email = voice.link.email if voice.link else ""
    answer.submitted_at, answer.times_sent = now(), answer.times_sent + 1
    step(answer, AnswerState.SUBMITTED)
    answer.save()
    record(event=choices.ANSWER_SUBMITTED, subject=answer, by=by, note=str(voice))
    return answer


def step(answer: Answer, to: AnswerState) -> None:
    """The one door of an answer's state."""
    if to not in answer.stage.next:
        raise Refused(_("Svaret är %(now)s och kan inte bli %(then)s.") % {"now": answer.stage.label, "then": to.label})
    answer.state = to


def stands(point: Point) -> bool:
    """Whether somebody has said how the action stands, so that it can be unchanged."""
    return StatusUpdate.objects.standing(at=today()).filter(action=point.action_id).exists()


def named_with_address(name: str, email: str) -> None:
    """Raise ValidationError by field unless both are there."""
    errors = {}
    if not name.strip():
        errors["name"] = _("Skriv personens namn.")
    try:
        validate_email(email.strip())
    except ValidationError:
        errors["email"] = _("Skriv personens e-postadress, till exempel namn@example.org.")
    if errors:
        raise ValidationError(errors)


def writable(answer: Answer, *, voice: Voice, by: User) -> Answer:
    """The answer, locked while it is written, if this person may write in it now."""
    require(may_answer_in_round(by, voice, answer))
    found = Answer.objects.select_related("round", "organisation").select_for_update(of=("self",)).get(pk=answer.pk)
    if not found.round.is_open:
        raise Refused(_("Rundan är stängd. Hör av dig till den som frågar om du vill ändra något."))
    if not found.stage.is_open:
        raise Refused(_("Svaret är redan inskickat. Hör av dig till den som frågar om du vill ändra något."))
    return found


def begin(answer: Answer, *, shown_at: dt.datetime | None = None) -> None:
    """Keep that somebody has written in the sheet, and for how long."""
    _spend(answer, shown_at=shown_at)
    if answer.state == AnswerState.WAITING:
        step(answer, AnswerState.DRAFT)
    answer.save(update_fields=["state", "saved_at", "seconds"])


def _spend(answer: Answer, *, shown_at: dt.datetime | None) -> None:
    """Count the time since the page was shown or last saved; a pause is not work."""
    at = now()
    marks = [mark for mark in (shown_at, answer.saved_at) if mark is not None and mark <= at]
    if marks:
        spent = min(at - max(marks), PAUSE)
        answer.seconds += int(spent.total_seconds())
    answer.saved_at = at
