"""Those who can sit in a group: from the replies to the invitations, or from who has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kraftsamla.meetings.assembly.groups import Seat
from kraftsamla.meetings.choices import Mode, Presence, Reply
from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.models import Attendance, Discussion, GroupMember, Invitation, Meeting

ORGANISED = ("organisation__slug", "organisation__sector", "organisation__kind", "organisation__name")


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who can sit in a group, with the record they are known by: ``invitation`` or ``attendance`` may be 0."""

    name: str
    organisation: str
    invitation: int
    attendance: int
    seat: Seat

    @property
    def key(self) -> str:
        return self.seat.key


def gathered(meeting: Meeting, who: Gathered) -> list[Sitter]:
    """Everybody to place, in an order of their own."""
    return here(meeting) if who == Gathered.HERE else coming(meeting)


def coming(meeting: Meeting) -> list[Sitter]:
    """Those who have answered that they come themselves; a substitute has an invitation of their own."""
    asked = Invitation.objects.filter(
        meeting=meeting, withdrawn_at=None, is_informed=False, reply__in=(Reply.ROOM, Reply.REMOTE)
    )
    rows = asked.order_by("pk").values_list("pk", "name", "reply", *ORGANISED)
    return [
        _sitter(name, name_of, is_remote=reply == Reply.REMOTE, of=(slug, sector, kind), invitation=pk)
        for pk, name, reply, slug, sector, kind, name_of in rows
    ]


def here(meeting: Meeting) -> list[Sitter]:
    """Those marked as present who have not left."""
    came = Attendance.objects.filter(meeting=meeting, presence=Presence.PRESENT, left_at=None).exclude(person_name="")
    rows = came.order_by("pk").values_list("pk", "invitation", "person_name", "organisation_name", "mode", *ORGANISED)
    return [
        _sitter(
            name, written or named, is_remote=mode == Mode.REMOTE, of=(slug, sector, kind), invitation=asked or 0,
            attendance=pk,
        )
        for pk, asked, name, written, mode, slug, sector, kind, named in rows
    ]  # fmt: skip


def seated(discussion: Discussion) -> list[tuple[GroupMember, Seat]]:
    """Those in the groups, as they would be placed today."""
    members = GroupMember.objects.filter(group__discussion=discussion).select_related(
        "group", "invitation__organisation", "invitation__attendance", "attendance__organisation"
    )
    return [(member, _seat_of(member)) for member in members.order_by("group__number", "pk")]


def unplaced(discussion: Discussion, members: Iterable[GroupMember]) -> list[Sitter]:
    """Those who are here, or while nobody is marked those who come, and sit in no group."""
    rows = list(members)
    invitations = {each.invitation_id for each in rows if each.invitation_id}
    attendance = {each.attendance_id for each in rows if each.attendance_id}
    meeting = discussion.item.meeting
    return [
        each for each in here(meeting) or coming(meeting)
        if each.invitation not in invitations and each.attendance not in attendance
    ]  # fmt: skip


def _seat_of(member: GroupMember) -> Seat:
    asked = member.invitation
    came = member.attendance or (getattr(asked, "attendance", None) if asked else None)
    owner = (came and came.organisation) or (asked and asked.organisation)
    remote = came.mode == Mode.REMOTE if came else bool(asked and asked.reply == Reply.REMOTE)
    if not owner:
        return Seat(str(member.pk), organisation=member.organisation_name, is_remote=remote)
    return Seat(str(member.pk), owner.sector, owner.kind, owner.slug, remote)


def _sitter(
    name: str, organisation: str | None, *, is_remote: bool, of: tuple[str | None, ...], invitation: int = 0,
    attendance: int = 0,
) -> Sitter:  # fmt: skip
    """Somebody invited keeps their key when they come, so that groups drawn again stay the same."""
    key = f"i{invitation}" if invitation else f"d{attendance}"
    slug, sector, kind = (each or "" for each in of)
    seat = Seat(key, sector, kind, slug or organisation or "", is_remote)
    return Sitter(name, organisation or "", invitation, attendance, seat)
