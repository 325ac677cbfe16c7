"""Deeds on the draft of a meeting's minutes: it is assembled from the records, then edited part by part."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, stale
from kraftsamla.meetings.assembly.minutes import OPEN, parts_for
from kraftsamla.meetings.assembly.records import Records, records_of
from kraftsamla.meetings.choices import MinutesState, PartKind, StepKind
from kraftsamla.meetings.choices import minuting as events
from kraftsamla.meetings.models import Meeting, Minutes, MinutesPart, MinutesStep, NoteVersion
from kraftsamla.meetings.rules import may_run

PART_FIELDS = ("heading", "text")
SETTINGS = ("language", "reference")


@transaction.atomic
def draft_minutes(*, meeting: Meeting, language: str, by: User) -> Minutes:
    """Begin the minutes of a meeting: a part for each thing that its records call for.

    Refused when there is a revision already, and for a meeting that was cancelled.
    """
    require(may_run(by, meeting))
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    last = meeting.revisions.order_by("-revision").first()
    if last is not None:
        raise Refused(_("Det finns redan anteckningar från mötet. Det som är publicerat rättas i en ny version."))
    if meeting.is_cancelled:
        raise Refused(_("Mötet är inställt. Det finns inget att anteckna."))
    minutes = append(Minutes, {"meeting": meeting, "revision": 1, "language": language})
    _add_missing(minutes, records_of(meeting))
    add_step(minutes, StepKind.DRAFTED, by=by)
    record(event=events.MINUTES_DRAFTED, subject=meeting, by=by)
    return minutes


@transaction.atomic
def change_minutes(*, minutes: Minutes, values: Values, version: int, by: User) -> Changes:
    """Change the language or the registry number. Stale when somebody changed it after ``version``."""
    require(may_run(by, minutes.meeting))
    _still_open(minutes)
    changes = change(minutes, values, fields=SETTINGS, version=version)
    if changes:
        record(event=events.MINUTES_CHANGED, subject=minutes.meeting, by=by, changes=changes)
    return changes


@transaction.atomic
def discard_draft(*, minutes: Minutes, by: User) -> None:
    """Take away a draft that nobody has been sent. Refused once it has been circulated."""
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    if held.state != MinutesState.DRAFT or held.steps.exclude(kind=StepKind.DRAFTED).exists():
        raise Refused(_("Utkastet har varit utsänt och kan inte tas bort. Gör färdigt det, eller publicera inte."))
    said = {f"{part.position} {part}": [part.text, None] for part in held.parts.all()}
    held.steps.all().delete()
    held.parts.all().delete()
    held.adjusters.all().delete()
    held.delete()
    record(event=events.MINUTES_DISCARDED, subject=minutes.meeting, by=by, changes=said)


@transaction.atomic
def reassemble(*, minutes: Minutes, by: User) -> int:
    """Let parts come in for new points, and newer notes where nobody has edited. Returns how many parts changed.

    What somebody has edited is never touched: ``take_note`` and ``leave_note`` settle how it differs.
    """
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    _still_open(held)
    records = records_of(minutes.meeting)
    touched = _add_missing(held, records)
    for part in held.parts.filter(kind=PartKind.ITEM).exclude(item=None):
        point = records.points.get(part.item_id or 0)
        if point is None or point.note is None or point.note.text == part.text:
            continue
        if part.text and not NoteVersion.objects.filter(note=point.note, text=part.text).exists():
            continue
        change(part, {"text": point.note.text}, fields=PART_FIELDS, version=part.version)
        touched += 1
    record(event=events.MINUTES_ASSEMBLED, subject=minutes.meeting, by=by, note=str(touched))
    return touched


@transaction.atomic
def change_part(*, part: MinutesPart, values: Values, version: int, by: User, note_seen: int | None = None) -> Changes:
    """Write what differs in a part. Stale when somebody changed it after ``version``.

    ``note_seen``: the version of the point's note when the part was opened. Saving over a newer note is refused once,
    so that nobody settles what they have not been shown.
    """
    require(may_run(by, part.minutes.meeting))
    _still_open(part.minutes)
    note = getattr(part.item, "note", None) if part.item else None
    if note_seen is not None and note is not None and note.version != note_seen:
        raise Refused(
            _("Anteckningen vid punkten har ändrats medan du skrev. Det du skrev finns kvar. Läs den och spara igen.")
        )
    changes = change(part, values, fields=PART_FIELDS, version=version)
    if changes:
        record(event=events.MINUTES_CHANGED, subject=part.minutes.meeting, by=by, changes=changes, note=str(part))
    return changes


@transaction.atomic
def add_part(*, minutes: Minutes, values: Values, by: User) -> MinutesPart:
    """Add a part of one's own, last. ValidationError when it has no heading."""
    require(may_run(by, minutes.meeting))
    held = lock(minutes)
    _still_open(held)
    if not str(values.get("heading") or "").strip():
        raise ValidationError({"heading": _("Skriv en rubrik.")})
    part = append(
        MinutesPart, {**values, "minutes": held, "kind": PartKind.TEXT, "position": _last(held) + 1}
    )
    record(event=events.MINUTES_CHANGED, subject=minutes.meeting, by=by, changes={"parts": [None, str(part)]})
    return part


@transaction.atomic
def leave_out(*, part: MinutesPart, out: bool, by: User) -> None:
    """Leave a part out of the paper, or take it in again. Its words are kept."""
    require(may_run(by, part.minutes.meeting))
    _still_open(lock(part.minutes))
    MinutesPart.objects.filter(pk=part.pk).update(is_left_out=out, version=F("version") + 1, changed_at=now())
    record(
        event=events.MINUTES_CHANGED, subject=part.minutes.meeting, by=by, changes={"is_left_out": [not out, out]},
        note=str(part),
    )  # fmt: skip


@transaction.atomic
def move_part(*, part: MinutesPart, steps: int, by: User) -> None:
    """Move a part one step up (-1) or down (1). At the end it stays where it is."""
    require(may_run(by, part.minutes.meeting))
    held = lock(part.minutes)
    _still_open(held)
    order = list(held.parts.values_list("pk", flat=True))
    here = order.index(part.pk)
    there = min(max(here + steps, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    _renumber(order)
    if there != here:
        note = f"{part}: {here + 1} → {there + 1}"
        record(event=events.MINUTES_CHANGED, subject=part.minutes.meeting, by=by, note=note)


@transaction.atomic
def take_note(*, part: MinutesPart, version: int, by: User) -> Changes:
    """Let the point's note, as it stands now, be the part's text. Stale when the part was changed after ``version``."""
    note = getattr(part.item, "note", None) if part.item else None
    if note is None:
        raise Refused(_("Punkten har ingen anteckning."))
    return change_part(part=part, values={"text": note.text}, version=version, by=by)


@transaction.atomic
def leave_note(*, part: MinutesPart, version: int, by: User) -> None:
    """Let the part stand as it is although the point's note is newer; it is not asked about again."""
    require(may_run(by, part.minutes.meeting))
    _still_open(part.minutes)
    rows = MinutesPart.objects.filter(pk=part.pk, version=version)
    if not rows.update(version=F("version") + 1, changed_at=now()):
        raise stale(MinutesPart.objects.get(pk=part.pk), PART_FIELDS)
    record(event=events.MINUTES_CHANGED, subject=part.minutes.meeting, by=by, note=str(part))


def lock(minutes: Minutes) -> Minutes:
    """The minutes as they stand now, held until the deed is done: two steps never happen at once."""
    rows = Minutes.objects.select_for_update(of=("self",))
    return rows.select_related("meeting__body__host", "meeting__chair", "corrects").get(pk=minutes.pk)


def add_step(
    minutes: Minutes, kind: StepKind, *, by: User, said_by: str = "", words: str = "", sha256: str = ""
) -> MinutesStep:
    values = {"minutes": minutes, "kind": kind, "made_by": by, "said_by": said_by, "words": words, "sha256": sha256}
    return append(MinutesStep, values)


def _still_open(minutes: Minutes) -> None:
    if minutes.state not in OPEN:
        raise Refused(_("Anteckningarna är färdiga och ändras inte. Rätta dem i en ny version."))


def _add_missing(minutes: Minutes, records: Records) -> int:
    """Add the parts that the records call for and that are not there, each after the one it follows."""
    there = {(part.kind, part.item_id): part.pk for part in minutes.parts.all()}
    order = list(minutes.parts.values_list("pk", flat=True))
    place, added = 0, 0
    for wanted in parts_for(records):
        key = (wanted.kind, wanted.item)
        if key not in there:
            values = {
                "minutes": minutes, "position": len(order) + 1, "kind": wanted.kind, "item_id": wanted.item,
                "text": wanted.text,
            }  # fmt: skip
            there[key] = append(MinutesPart, values).pk
            order.insert(place, there[key])
            added += 1
        place = order.index(there[key]) + 1
    _renumber(order)
    return added


def _renumber(order: list[int]) -> None:
    now_at = dict(MinutesPart.objects.filter(pk__in=order).values_list("pk", "position"))
    for position, pk in enumerate(order, start=1):
        if now_at[pk] != position:
            MinutesPart.objects.filter(pk=pk).update(position=position)


def _last(minutes: Minutes) -> int:
    return minutes.parts.aggregate(last=Max("position"))["last"] or 0
