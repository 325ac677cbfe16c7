"""Those invited and those who came, as one list to mark in by one key.

One question brings everybody as plain values, for a conference may have thousands; only those shown become lines.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kraftsamla.core.collation import fold, sort_key
from kraftsamla.meetings.choices import Mode, Presence, Reply
from kraftsamla.meetings.models import Attendance, Invitation, Meeting

SHOWN = 60
ATTENDANCE = ("pk", "presence", "mode", "came_at", "left_at", "substitute_for")
INVITED = ("pk", "name", "title", "role", "organisation__name", "reply", "is_guest", "substitute_for__name")
CAME = (
    "pk", "person_name", "title", "role", "organisation_name", "is_guest", "presence", "mode", "came_at", "left_at",
    "substitute_for",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttendanceWanted:
    """``words`` may be any letters of the name or the organisation, without accents; ``only`` those not marked."""

    words: str = ""
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody to mark. ``invitation`` or ``attendance`` may be 0: not invited, or not marked yet."""

    invitation: int
    attendance: int
    name: str
    organisation: str
    title: str
    role: str
    is_guest: bool
    reply: str
    substitute_for: str
    presence: str
    mode: str
    came_at: dt.time | None
    left_at: dt.time | None

    @property
    def key(self) -> str:
        return f"i{self.invitation}" if self.invitation else f"d{self.attendance}"

    @property
    def is_here(self) -> bool:
        return self.presence == Presence.PRESENT and self.left_at is None

    @property
    def in_room(self) -> bool:
        return self.presence == Presence.PRESENT and self.mode != Mode.REMOTE

    @property
    def is_remote(self) -> bool:
        return self.presence == Presence.PRESENT and self.mode == Mode.REMOTE

    @property
    def expected(self) -> str:
        """The mark that Enter gives: as they said they would come."""
        return Mode.REMOTE if self.reply == Reply.REMOTE else Mode.ROOM

    @property
    def reply_words(self) -> str:
        return str(Reply(self.reply).label) if self.reply else ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    lines: Sequence[Line]
    found: int
    everybody: int
    room: int
    remote: int
    gone: int
    excused: int
    absent: int
    unmarked: int

    @property
    def here(self) -> int:
        return self.room + self.remote

    @property
    def hidden(self) -> int:
        return self.found - len(self.lines)


def attendance_list(meeting: Meeting, wanted: AttendanceWanted) -> AttendanceList:
    """In Swedish order of name; at most ``SHOWN`` lines, so that a conference of thousands is found by its letters."""
    everybody = [*_invited(meeting), *_others(meeting)]
    found: Iterable[Line] = everybody
    if wanted.unmarked:
        found = (line for line in found if not line.attendance)
    if wanted.words.strip():
        sought = plain_letters(wanted.words)
        found = (line for line in found if sought in plain_letters(f"{line.name} {line.organisation}"))
    chosen = sorted(found, key=lambda line: sort_key(line.name or line.organisation))
    return AttendanceList(
        lines=chosen[:SHOWN], found=len(chosen), everybody=len(everybody),
        room=sum(line.is_here and line.mode != Mode.REMOTE for line in everybody),
        remote=sum(line.is_here and line.mode == Mode.REMOTE for line in everybody),
        gone=sum(line.presence == Presence.PRESENT and line.left_at is not None for line in everybody),
        excused=sum(line.presence == Presence.EXCUSED for line in everybody),
        absent=sum(line.presence == Presence.ABSENT for line in everybody),
        unmarked=sum(not line.attendance for line in everybody),
    )  # fmt: skip


def line_of(*, invitation: Invitation | None = None, attendance: Attendance | None = None) -> Line:
    """One line anew, after it was marked."""
    if invitation is not None:
        return next(_lines_of(Invitation.objects.filter(pk=invitation.pk)))
    assert attendance is not None
    return next(_lines_came(Attendance.objects.filter(pk=attendance.pk)))


def plain_letters(words: str) -> str:
    """Folded, and å, ä and ö found by a and o too: a borrowed keyboard may not have them."""
    return unicodedata.normalize("NFD", fold(words)).encode("ascii", "ignore").decode("ascii")


def _invited(meeting: Meeting) -> Iterator[Line]:
    return _lines_of(meeting.invitations.filter(withdrawn_at=None, is_informed=False))


def _others(meeting: Meeting) -> Iterator[Line]:
    """Guests, what was read in, and those whose invitation was taken back after they were marked."""
    shown = meeting.invitations.filter(withdrawn_at=None, is_informed=False)
    return _lines_came(meeting.attendance.exclude(invitation__in=shown.values("pk")))


def _lines_of(invitations: Any) -> Iterator[Line]:
    columns = (*INVITED, *(f"attendance__{name}" for name in ATTENDANCE))
    for row in invitations.order_by().values_list(*columns):
        pk, name, title, role, organisation, reply, is_guest, other = row[: len(INVITED)]
        attendance, presence, mode, came_at, left_at, sits_for = row[len(INVITED) :]
        yield Line(
            invitation=pk, attendance=attendance or 0, name=name, organisation=organisation or "", title=title,
            role=role, is_guest=is_guest, reply=reply, substitute_for=sits_for or other or "",
            presence=presence or "", mode=mode or "", came_at=came_at, left_at=left_at,
        )  # fmt: skip


def _lines_came(attendance: Any) -> Iterator[Line]:
    for row in attendance.order_by().values_list(*CAME):
        pk, name, title, role, organisation, is_guest, presence, mode, came_at, left_at, other = row
        yield Line(
            invitation=0, attendance=pk, name=name, organisation=organisation, title=title, role=role,
            is_guest=is_guest, reply="", substitute_for=other, presence=presence, mode=mode, came_at=came_at,
            left_at=left_at,
        )  # fmt: skip
