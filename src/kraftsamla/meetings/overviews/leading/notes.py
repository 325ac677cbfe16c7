"""What is written at a point: the text that stands, those put aside to be chosen among, and all that was saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kraftsamla.meetings.models import AgendaItem, ItemNote, NoteVersion


@dataclass(frozen=True, slots=True)
class NoteState:
    """The text as it stands; ``version`` is what a save begins from. ``asides`` wait to be chosen among."""

    text: str = ""
    version: int = 0
    changed_by: str = ""
    changed_by_id: int = 0
    changed_at: dt.datetime | None = None
    asides: tuple[NoteVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """For choosing: what stands, what was put aside, and a text in which everything from both is found."""

    note: NoteState
    together: str


def note_of(item: AgendaItem) -> NoteState:
    asides = NoteVersion.objects.filter(note__item=item, is_aside=True, settled_at=None).select_related("saved_by")
    note = ItemNote.objects.filter(item=item).select_related("changed_by").first()
    if note is None:
        return NoteState()
    return NoteState(
        text=note.text, version=note.version, changed_by=note.changed_by.name if note.changed_by else "",
        changed_by_id=note.changed_by_id or 0, changed_at=note.changed_at if note.version else None,
        asides=tuple(asides),
    )  # fmt: skip


def texts_at(item: AgendaItem) -> Texts:
    note = note_of(item)
    together = note.text
    for aside in note.asides:
        together = union(together, aside.text)
    return Texts(note=note, together=together)


def note_history(item: AgendaItem) -> Sequence[NoteVersion]:
    """Everything that was saved, the newest first."""
    return list(NoteVersion.objects.filter(note__item=item).select_related("saved_by").order_by("-pk"))


def union(one: str, other: str) -> str:
    """Every line of both, those they share once, and where they differ first the one's and then the other's."""
    mine, theirs = one.splitlines(), other.splitlines()
    lines: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        lines += mine[a:b]
        if what in {"insert", "replace"}:
            lines += theirs[c:d]
    return "\n".join(lines)
