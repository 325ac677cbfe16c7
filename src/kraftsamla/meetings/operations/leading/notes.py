"""Deeds on what is written at a point. What has been acknowledged is never lost.

**A save names the version it began from.** If the text has not moved on, it becomes the newest. If it has, nothing is
overwritten: what was sent is kept beside (``NoteVersion.is_aside``) until somebody has read both and chosen. A text
put aside stays in the history for ever.

**When rows are put together.** Saving every other second would leave hundreds of rows a point. A save takes the place
of the row before when the same person wrote that row less than a minute ago *and* has only added something in one
place: then every letter acknowledged before still stands in the new text. Whoever takes a word away, or changes one,
begins a new row. Texts put aside are never put together.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.meetings.choices import leading as events
from kraftsamla.meetings.models import AgendaItem, ItemNote, NoteVersion
from kraftsamla.meetings.operations.leading import receipts
from kraftsamla.meetings.rules import may_run

TOGETHER = dt.timedelta(seconds=60)
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a text that was sent.

    ``version`` is what the next save from the same place begins from; ``aside`` is the key of the text that was put
    aside, 0 when it became the newest.
    """

    version: int
    aside: int = 0


@transaction.atomic
def save_note(*, item: AgendaItem, text: str, base: int, key: uuid.UUID, by: User, continues: int = 0) -> Kept:
    """Keep what is written at a point, once for each key. ``continues``: the text put aside that this one goes on from.

    ValidationError when it is too long.
    """
    require(may_run(by, item.meeting))
    text = _plain(text)
    note = _locked(item)
    if (known := receipts.kept_before(key, meeting=item.meeting, kind="note", words=_words(item, text))) is not None:
        version, _at, aside = known.partition(":")
        return Kept(version=int(version), aside=int(aside or 0))
    if base == note.version or text == note.text:
        kept = Kept(version=_write(note, text, by=by))
    else:
        kept = Kept(version=base, aside=_put_aside(note, text, base=base, continues=continues, by=by))
    receipts.keep(
        key, meeting=item.meeting, kind="note", subject=f"{kept.version}:{kept.aside}", words=_words(item, text)
    )
    return kept


@transaction.atomic
def settle_note(*, item: AgendaItem, text: str, base: int, asides: Iterable[int], key: uuid.UUID, by: User) -> Kept:
    """Say what is to stand, having read the texts ``asides`` beside it. They stay in the history.

    If somebody has written meanwhile, the choice is put aside too and nothing is settled.
    """
    kept = save_note(item=item, text=text, base=base, key=key, by=by)
    if not kept.aside:
        open_ones = NoteVersion.objects.filter(note__item=item, is_aside=True, settled_at=None)
        if open_ones.filter(pk__in=list(asides)).update(settled_at=now()):
            record(event=events.NOTES_SETTLED, subject=item.meeting, by=by, changes={"agenda": [None, str(item)]})
    return kept


def _locked(item: AgendaItem) -> ItemNote:
    ItemNote.objects.get_or_create(item=item)
    return ItemNote.objects.select_for_update().get(item=item)


def _plain(text: str) -> str:
    """As the browser's box shows it: one sort of line ending, and not the one sign databases refuse."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if len(plain) > LONGEST:
        raise ValidationError(
            {"text": _("Anteckningen är för lång: %(length)s tecken, högst %(limit)s. Flytta en del till en annan "
                       "punkt.") % {"length": len(plain), "limit": LONGEST}}
        )  # fmt: skip
    return plain


def _words(item: AgendaItem, text: str) -> str:
    """What a key stands for: the same text at another point is something else."""
    return f"{item.pk}\n{text}"


def _write(note: ItemNote, text: str, *, by: User) -> int:
    if text == note.text:
        return note.version
    before = note.versions.filter(is_aside=False).order_by("-pk").first()
    note.text, note.changed_by, note.changed_at = text, by, now()
    note.version += 1
    note.full_clean()
    note.save()
    if before is not None and before.saved_by_id == by.pk and _goes_on(before, text):
        before.text, before.number = text, note.version
        before.save(update_fields=["text", "number"])
    else:
        _add(note, text, began_from=note.version - 1, is_aside=False, by=by)
    return note.version


def _goes_on(before: NoteVersion, text: str) -> bool:
    return now() - before.saved_at < TOGETHER and only_adds(before.text, text)


def only_adds(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` with something put in at one place, so that all of ``before`` stands in it."""
    if len(after) < len(before):
        return False
    start = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    return after.endswith(before[start:])


def _put_aside(note: ItemNote, text: str, *, base: int, continues: int, by: User) -> int:
    """The text that this one goes on from no longer waits to be chosen: this one does."""
    waiting = note.versions.filter(is_aside=True, settled_at=None)
    if (same := waiting.filter(text=text, saved_by=by).first()) is not None:
        return int(same.pk)
    waiting.filter(pk=continues, saved_by=by).update(settled_at=now())
    return int(_add(note, text, began_from=base, is_aside=True, by=by).pk)


def _add(note: ItemNote, text: str, *, began_from: int, is_aside: bool, by: User) -> NoteVersion:
    row = NoteVersion(
        note=note, number=note.version, began_from=began_from, text=text, saved_by=by, is_aside=is_aside,
        saved_at=now(),
    )  # fmt: skip
    row.full_clean(exclude=["note", "saved_by"])
    row.save(force_insert=True)
    return row
