"""Deeds that take minutes from draft to publication. Each is a step that stays, and says what it means in law."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.records import append, change
from kraftsamla.library.choices import DocumentKind, Publicity
from kraftsamla.library.models import Document
from kraftsamla.library.operations import store_document
from kraftsamla.meetings import choices
from kraftsamla.meetings.assembly.law import needs_adjusting
from kraftsamla.meetings.assembly.minutes import dressed, paper_of
from kraftsamla.meetings.choices import Adjusting, CommentState, MinutesState, StepKind
from kraftsamla.meetings.choices import minuting as events
from kraftsamla.meetings.models import Meeting, Minutes, MinutesPart, MinutesStep
from kraftsamla.meetings.operations.minuting import add_step, lock
from kraftsamla.meetings.papers.content import Paper, as_json, digest, from_json
from kraftsamla.meetings.rules import may_run


@dataclass(frozen=True, slots=True)
class PaperFile:
    """The published paper as a file and as plain text."""

    name: str
    content: bytes
    text: str


@transaction.atomic
def circulate_minutes(*, minutes: Minutes, comments_until: str, by: User) -> MinutesStep:
    """Freeze the draft and let members comment until a day. The letters are sent when this is done and kept."""
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state != MinutesState.DRAFT:
        raise Refused(_("Anteckningarna är redan utsända. Ta tillbaka dem till utkast för att sända en ny text."))
    if len(comments_until) < len("2026-01-01") or latest(comments_until) < today():
        raise ValidationError({"comments_until": _("Skriv en dag från och med i dag, till exempel 2026-12-01.")})
    held.comments_until = comments_until
    _freeze(held, MinutesState.CIRCULATED)
    step = add_step(held, StepKind.CIRCULATED, by=by, words=comments_until, sha256=held.sha256)
    changes = {"comments_until": [None, comments_until]}
    record(event=events.MINUTES_CIRCULATED, subject=minutes.meeting, by=by, changes=changes)
    return step


@transaction.atomic
def take_back(*, minutes: Minutes, reason: str, by: User) -> MinutesStep:
    """Make circulated minutes, or those with adjusters, a draft again. Signatures fall. A reason is asked for."""
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state not in {MinutesState.CIRCULATED, MinutesState.ADJUSTING}:
        raise Refused(_("Bara det som är utsänt eller hos justerare kan tas tillbaka."))
    words = _reason(reason)
    fallen = held.sha256
    held.state, held.content, held.sha256, held.comments_until = MinutesState.DRAFT, None, "", ""
    _save(held)
    _ask_anew(held, asked_at=None)
    step = add_step(held, StepKind.TAKEN_BACK, by=by, words=words, sha256=fallen)
    record(event=events.MINUTES_TAKEN_BACK, subject=minutes.meeting, by=by, note=words)
    return step


@transaction.atomic
def send_to_adjust(*, minutes: Minutes, reason: str = "", by: User) -> MinutesStep:
    """Freeze the text and hand it to the named adjusters.

    Sent again with other words, earlier signatures fall: they stand for a text that is no longer there. ``reason`` is
    needed when members have not been asked for comments.
    """
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state not in {MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.ADJUSTING}:
        raise Refused(_("Anteckningarna är redan färdiga."))
    if not held.adjusters.exists():
        raise Refused(_("Utse minst en justerare först."))
    _all_answered(held)
    words = reason.strip() if was_circulated(held) else _reason(reason)
    before = held.sha256 if held.state == MinutesState.ADJUSTING else ""
    _freeze(held, MinutesState.ADJUSTING)
    if held.sha256 != before:
        _ask_anew(held, asked_at=now())
    else:
        held.adjusters.filter(asked_at=None).update(asked_at=now())
    step = add_step(held, StepKind.SENT_TO_ADJUST, by=by, words=words, sha256=held.sha256)
    record(event=events.MINUTES_TO_ADJUST, subject=minutes.meeting, by=by, note=words)
    return step


@transaction.atomic
def correct_minutes(*, minutes: Minutes, reason: str, by: User) -> Minutes:
    """Begin a corrected version of minutes that are adjusted or published. Those stay until it is published."""
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state not in {MinutesState.ADJUSTED, MinutesState.PUBLISHED}:
        raise Refused(_("Bara det som är justerat eller publicerat rättas i en ny version."))
    if Minutes.objects.filter(corrects=held).exists():
        raise Refused(_("En rättad version är redan påbörjad."))
    made = append(
        Minutes,
        {
            "meeting": held.meeting, "revision": held.revision + 1, "language": held.language, "corrects": held,
            "reason": _reason(reason), "reference": held.reference,
        },
    )  # fmt: skip
    for part in held.parts.all():
        kept = ("position", "kind", "item", "heading", "text", "is_left_out")
        append(MinutesPart, {"minutes": made, **{name: getattr(part, name) for name in kept}})
    add_step(held, StepKind.CORRECTED, by=by, words=made.reason, sha256=held.sha256)
    add_step(made, StepKind.DRAFTED, by=by, words=made.reason)
    record(event=events.MINUTES_CORRECTED, subject=held.meeting, by=by, note=made.reason)
    return made


@transaction.atomic
def publish_minutes(*, minutes: Minutes, file: PaperFile, seen: str, reason: str = "", by: User) -> Document:
    """Publish: the content is frozen for good, its file put in the library, and the meeting points at it.

    ``seen`` is the digest of the paper that ``file`` shows; Refused when the words have changed since. ``reason`` is
    needed when nobody has adjusted, which is refused for what a body calls "protokoll".
    """
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state == MinutesState.ADJUSTING:
        raise Refused(_("Alla justerare har inte justerat. Vänta in dem, eller ta tillbaka anteckningarna."))
    if held.state not in {MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.ADJUSTED}:
        raise Refused(_("Anteckningarna är redan publicerade."))
    words = reason.strip()
    if held.state != MinutesState.ADJUSTED:
        if needs_adjusting(held.meeting):
            raise Refused(_("Protokoll ska justeras innan de publiceras."))
        _all_answered(held)
        words = _reason(reason)
    if digest(content_to_publish(held)) != seen:
        raise Refused(_("Texten har ändrats sedan du öppnade sidan. Läs den igen innan du publicerar."))
    if held.state != MinutesState.ADJUSTED:
        _freeze(held, MinutesState.PUBLISHED)
    held.state = MinutesState.PUBLISHED
    held.document = _stored(held, file)
    _save(held)
    if held.corrects_id:
        Minutes.objects.filter(pk=held.corrects_id).update(state=MinutesState.REPLACED, version=F("version") + 1)
    meeting = Meeting.objects.get(pk=held.meeting_id)
    changes = change(meeting, {"minutes": held.document}, fields=("minutes",), version=meeting.version)
    add_step(held, StepKind.PUBLISHED, by=by, words=words, sha256=held.sha256)
    record(event=choices.MEETING_CHANGED, subject=meeting, by=by, changes=changes)
    record(event=events.MINUTES_PUBLISHED, subject=meeting, by=by, note=words)
    return held.document


def content_to_publish(minutes: Minutes) -> Paper:
    """What would be published now: what was adjusted, otherwise the paper as it stands."""
    if minutes.state == MinutesState.ADJUSTED and minutes.content:
        return from_json(minutes.content)
    return paper_of(minutes)


def paper_to_publish(minutes: Minutes, *, at: dt.datetime) -> tuple[Paper, str]:
    """The paper as its file will show it, and the digest of its content."""
    content = content_to_publish(minutes)
    shown = Minutes(meeting=minutes.meeting, state=MinutesState.PUBLISHED, sha256=digest(content))
    adjusters = list(minutes.adjusters.select_related("organisation"))
    return dressed(content, shown, adjusters, at=at), digest(content)


def publicity_of(meeting: Meeting) -> Publicity:
    """Whole in the public edition only where the meeting, its body and the list of who took part may all be shown."""
    body = meeting.body
    is_open = meeting.is_public and (body is None or (body.is_public and not body.is_closed))
    return Publicity.FULL if is_open and meeting.shows_attendance else Publicity.PRIVATE


def was_circulated(minutes: Minutes) -> bool:
    return minutes.steps.filter(kind=StepKind.CIRCULATED).exists()


def _freeze(minutes: Minutes, state: MinutesState) -> None:
    paper = paper_of(minutes)
    minutes.content, minutes.sha256, minutes.state = as_json(paper), digest(paper), state
    _save(minutes)


def _save(minutes: Minutes) -> None:
    minutes.version += 1
    minutes.changed_at = now()
    names = ["state", "content", "sha256", "comments_until", "document", "version", "changed_at"]
    minutes.save(update_fields=names)


def _ask_anew(minutes: Minutes, *, asked_at: dt.datetime | None) -> None:
    minutes.adjusters.update(
        state=Adjusting.WAITING, words="", answered_at=None, channel="", signed_sha256="", asked_at=asked_at
    )


def _all_answered(minutes: Minutes) -> None:
    waiting = minutes.comments.filter(state=CommentState.OPEN).count()
    if waiting:
        raise Refused(
            ngettext("%(number)s synpunkt väntar på svar.", "%(number)s synpunkter väntar på svar.", waiting)
            % {"number": waiting}
        )


def _reason(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv skälet. Det står kvar bland stegen.")})
    return reason.strip()


def _stored(minutes: Minutes, file: PaperFile) -> Document:
    """The file in the library. The program keeps it there: the right to publish is asked for above."""
    with translation.override(minutes.language):
        title = f"{from_json(minutes.content or {}).word}: {from_json(minutes.content or {}).title}"
        version = _("rättad version %(number)s") % {"number": minutes.revision} if minutes.corrects_id else ""
    body = minutes.meeting.body
    values = {
        "title": f"{title[:260]}{', ' + version if version else ''}", "kind": DocumentKind.MINUTES,
        "language": minutes.language, "publisher": body.host if body else None, "published": today().isoformat(),
        "publicity": publicity_of(minutes.meeting),
    }  # fmt: skip
    return store_document(
        file_name=file.name, content=file.content, text=file.text, layout=[], values=values, by=system_account()
    )
