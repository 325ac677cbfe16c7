"""Who took part, as a paper says it: grouped by role, with who was away last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.meetings.choices import MeetingForm, Mode, Presence
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.meetings.papers.content import People

#: Groups as large as this one organisation's are printed under its name; smaller ones share a heading.
GATHERED = 3
WROTE = {"sekreterare", "mötessekreterare", "secretary", "antecknare", "note-taker"}
CHAIRED = {"ordförande", "mötesordförande", "chair", "chairperson"}


def people(meeting: Meeting, attendance: Sequence[Attendance]) -> People:
    """Present by role, or by organisation where several came without a role; guests, then those who were away."""
    here = [each for each in attendance if each.presence == Presence.PRESENT and not each.is_guest]
    guests = [each for each in attendance if each.presence == Presence.PRESENT and each.is_guest]
    sizes: dict[str, int] = {}
    for each in here:
        if not each.role:
            sizes[each.organisation_name] = sizes.get(each.organisation_name, 0) + 1
    groups: dict[str, list[Attendance]] = {}
    for each in here:
        gathered = each.organisation_name if sizes.get(each.organisation_name, 0) >= GATHERED else ""
        heading = role_of(each) or gathered or _("Deltagare")
        groups.setdefault(_capital(heading), []).append(each)
    away = {
        _("Gäster"): guests,
        _("Anmält förhinder"): [each for each in attendance if each.presence == Presence.EXCUSED],
        _("Frånvarande"): [each for each in attendance if each.presence == Presence.ABSENT],
        _("Uppgift om närvaro saknas"): [each for each in attendance if each.presence == Presence.UNKNOWN],
    }
    lasting = sorted(groups.items(), key=lambda each: _place(each[0]))
    shown = [*lasting, *((heading, rows) for heading, rows in away.items() if rows)]
    return People(
        tuple((heading, tuple(_line(each, meeting, under=heading) for each in rows)) for heading, rows in shown)
    )


def _place(heading: str) -> int:
    """Who chairs comes first, those without a role last; between them as they were written down."""
    if any(word in heading.casefold() for word in CHAIRED):
        return 0
    return 2 if heading == _("Deltagare") else 1


def count(attendance: Iterable[Attendance]) -> str:
    """"28, varav 6 på distans"."""
    here = [each for each in attendance if each.presence == Presence.PRESENT]
    remote = sum(1 for each in here if each.mode == Mode.REMOTE)
    if not here:
        return ""
    if remote and remote < len(here):
        return _("%(number)s, varav %(remote)s på distans") % {"number": len(here), "remote": remote}
    return str(len(here))


def named(attendance: Iterable[Attendance], roles: set[str]) -> str:
    """Those present with one of the roles, "" when nobody is noted with it."""
    rows = (each for each in attendance if each.presence == Presence.PRESENT and each.role.casefold() in roles)
    return ", ".join(each.person_name for each in rows if each.person_name)


def clock(at: dt.time | None) -> str:
    """As the language writes it: 09.30 in Swedish, 09:30 in English."""
    return at.strftime("%H:%M" if get_language() == "en" else "%H.%M") if at else ""


def role_of(each: Attendance) -> str:
    """The role as it was noted; one of the bodies' own roles in the paper's language."""
    with override("sv"):
        known = {str(role.label): role for role in AppointmentRole}
    role = known.get(each.role.casefold())
    return str(role.label) if role else each.role


def _line(each: Attendance, meeting: Meeting, *, under: str) -> tuple[str, str]:
    organisation = each.organisation_name
    if not each.person_name:
        return organisation, _stay(each, meeting)
    own = organisation if _capital(organisation) != under else ""
    role = role_of(each) if _capital(role_of(each)) != under else ""
    told = (each.title, own, role, _substitute(each), _stay(each, meeting))
    return each.person_name, ", ".join(part for part in told if part)


def _substitute(each: Attendance) -> str:
    return _("ersätter %(name)s") % {"name": each.substitute_for} if each.substitute_for else ""


def _stay(each: Attendance, meeting: Meeting) -> str:
    """How and for how long somebody was there, where it differs from the rest."""
    if each.presence != Presence.PRESENT:
        return ""
    told = []
    if each.mode == Mode.REMOTE and meeting.form != MeetingForm.REMOTE:
        told.append(_("på distans"))
    if each.came_at:
        told.append(_("kom kl. %(time)s") % {"time": clock(each.came_at)})
    if each.left_at:
        told.append(_("gick kl. %(time)s") % {"time": clock(each.left_at)})
    return ", ".join(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
