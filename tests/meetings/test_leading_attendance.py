"""Who is here: one key each, with names and roles as they were that day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.operations import change_organisation, create_engagement
from kraftsamla.core.errors import NotAllowed
from kraftsamla.meetings.choices import Mode, Reply
from kraftsamla.meetings.choices.leading import Mark
from kraftsamla.meetings.models import Attendance, Invitation, Meeting
from kraftsamla.meetings.operations import (
    add_guest,
    change_attendance,
    mark_attendance,
    mark_invited,
    record_attendance,
    seat_substitute,
)
from kraftsamla.meetings.overviews.leading import AttendanceWanted, attendance_list
from kraftsamla.meetings.overviews.leading.attendance import SHOWN
from tests import factories


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.meeting()


def invited(meeting: Meeting, name: str = "Gunvor Ek", **values: Any) -> Invitation:
    return Invitation.objects.create(meeting=meeting, name=name, **values)


def listed(meeting: Meeting, **wanted: Any) -> list[str]:
    return [line.name for line in attendance_list(meeting, AttendanceWanted(**wanted)).lines]


def test_one_mark_freezes_who_somebody_is_that_day(meeting: Meeting, alva: User) -> None:
    organisation = factories.organisation("Vinnova")
    person = factories.person("Gunvor Ek")
    invitation = invited(meeting, person=person, organisation=organisation, title="enhetschef", role="ledamot")
    mark_invited(invitation=invitation, mark=Mark.ROOM, by=alva)
    change_organisation(
        organisation=organisation, values={"name": "Verket för prov"}, version=organisation.version, by=alva
    )
    noted = Attendance.objects.get()
    assert (noted.person, noted.organisation_name, noted.title, noted.role) == (
        person, "Vinnova", "enhetschef", "ledamot",
    )  # fmt: skip
    assert (noted.invitation, noted.presence, noted.mode) == (invitation, "present", "room")


def test_each_mark_says_its_thing_and_the_last_one_holds(meeting: Meeting, alva: User) -> None:
    invitation = invited(meeting)
    said = []
    for mark in (Mark.ROOM, Mark.REMOTE, Mark.ABSENT, Mark.EXCUSED):
        noted = mark_invited(invitation=invitation, mark=mark, by=alva)
        assert noted is not None
        said.append((noted.presence, noted.mode))
    assert said == [("present", "room"), ("present", "remote"), ("absent", ""), ("excused", "")]
    assert Attendance.objects.count() == 1
    assert mark_invited(invitation=invitation, mark=Mark.CLEAR, by=alva) is None
    assert Attendance.objects.count() == 0


def test_who_comes_late_leaves_and_is_back(meeting: Meeting, alva: User) -> None:
    invitation = invited(meeting)
    noted = mark_invited(invitation=invitation, mark=Mark.CAME, at=dt.time(10, 20), by=alva)
    assert noted is not None
    assert (noted.presence, noted.mode, noted.came_at) == ("present", "room", dt.time(10, 20))
    mark_invited(invitation=invitation, mark=Mark.LEFT, at=dt.time(11, 5), by=alva)
    assert attendance_list(meeting, AttendanceWanted()).gone == 1
    mark_invited(invitation=invitation, mark=Mark.BACK, by=alva)
    noted.refresh_from_db()
    assert (noted.came_at, noted.left_at, attendance_list(meeting, AttendanceWanted()).here) == (
        dt.time(10, 20), None, 1,
    )  # fmt: skip


def test_nobody_leaves_before_they_came(meeting: Meeting, alva: User) -> None:
    invitation = invited(meeting)
    mark_invited(invitation=invitation, mark=Mark.CAME, at=dt.time(10, 20), by=alva)
    with pytest.raises(ValidationError) as refusal:
        mark_invited(invitation=invitation, mark=Mark.LEFT, at=dt.time(9, 0), by=alva)
    assert list(refusal.value.message_dict) == ["left_at"]
    assert Attendance.objects.get().left_at is None


def test_a_substitute_who_is_invited_excuses_the_one_they_sit_for(meeting: Meeting, alva: User) -> None:
    ordinary = invited(meeting, "Gunvor Ek", organisation=factories.organisation("Vinnova"))
    substitute = invited(meeting, "Nils Alm", substitute_for=ordinary)
    mark_invited(invitation=substitute, mark=Mark.ROOM, by=alva)
    rows = Attendance.objects.order_by("person_name").values_list("person_name", "presence", "substitute_for")
    assert list(rows) == [("Gunvor Ek", "excused", ""), ("Nils Alm", "present", "Gunvor Ek")]


def test_one_who_is_here_after_all_stays_here_beside_the_substitute(meeting: Meeting, alva: User) -> None:
    ordinary = invited(meeting, "Gunvor Ek")
    substitute = invited(meeting, "Nils Alm", substitute_for=ordinary)
    mark_invited(invitation=ordinary, mark=Mark.ROOM, by=alva)
    mark_invited(invitation=substitute, mark=Mark.REMOTE, by=alva)
    assert sorted(Attendance.objects.values_list("presence", flat=True)) == ["present", "present"]


def test_a_substitute_nobody_invited_sits_in_the_same_role_for_the_same_organisation(
    meeting: Meeting, alva: User
) -> None:
    vinnova = factories.organisation("Vinnova")
    invitation = invited(meeting, "Gunvor Ek", organisation=vinnova, role="ledamot")
    nils = factories.person("Nils Alm")
    create_engagement(values={"person": nils, "organisation": vinnova}, by=alva)
    noted = seat_substitute(invitation=invitation, name="nils alm", title="utredare", mode=Mode.ROOM, by=alva)
    assert (noted.person, noted.organisation_name, noted.role, noted.substitute_for) == (
        nils, "Vinnova", "ledamot", "Gunvor Ek",
    )  # fmt: skip
    assert Attendance.objects.get(invitation=invitation).presence == "excused"


def test_a_guest_is_tied_to_what_the_register_surely_knows(meeting: Meeting, alva: User) -> None:
    vinnova = factories.organisation("Vinnova")
    factories.person("Nils Alm")  # the same name, and nothing says that it is the same person
    noted = add_guest(meeting=meeting, name="Nils Alm", organisation="vinnova", title="", mode=Mode.REMOTE, by=alva)
    assert (noted.organisation, noted.organisation_name, noted.person, noted.is_guest, noted.mode) == (
        vinnova, "vinnova", None, True, "remote",
    )  # fmt: skip


def test_the_same_guest_twice_is_said(meeting: Meeting, alva: User) -> None:
    vinnova, nils = factories.organisation("Vinnova"), factories.person("Nils Alm")
    create_engagement(values={"person": nils, "organisation": vinnova}, by=alva)
    guest: dict[str, Any] = {"name": "Nils Alm", "organisation": "Vinnova", "title": "", "mode": Mode.ROOM, "by": alva}
    add_guest(meeting=meeting, **guest)
    with pytest.raises(ValidationError) as refusal:
        add_guest(meeting=meeting, **guest)
    assert refusal.value.messages == ["Nils Alm finns redan i listan. Markera där i stället."]


def test_what_was_read_in_without_an_invitation_can_be_marked_and_corrected(meeting: Meeting, alva: User) -> None:
    noted = record_attendance(meeting=meeting, values={"person_name": "Gunvor Ek", "role": "ledamot"}, by=alva)
    mark_attendance(attendance=noted, mark=Mark.REMOTE, by=alva)
    change_attendance(attendance=noted, values={"role": "ordförande", "left_at": dt.time(11, 0)}, by=alva)
    noted.refresh_from_db()
    assert (noted.mode, noted.role, noted.left_at, noted.person_name) == (
        "remote", "ordförande", dt.time(11, 0), "Gunvor Ek",
    )  # fmt: skip
    assert listed(meeting) == ["Gunvor Ek"]


def test_letters_find_a_name_without_its_accents_and_an_organisation(meeting: Meeting) -> None:
    for name in ("Åsa Öberg", "Anna Berg", "René Æroe"):
        invited(meeting, name)
    invited(meeting, "Bo Ek", organisation=factories.organisation("Örebro universitet"))
    found = [listed(meeting, words=words) for words in ("asa o", "BERG", "rene ær", "orebro", "åsa", "xyz")]
    assert found == [["Åsa Öberg"], ["Anna Berg", "Åsa Öberg"], ["René Æroe"], ["Bo Ek"], ["Åsa Öberg"], []]


def test_only_those_not_marked_and_not_those_who_only_get_the_notes(meeting: Meeting, alva: User) -> None:
    mark_invited(invitation=invited(meeting, "Ada"), mark=Mark.ROOM, by=alva)
    invited(meeting, "Bea")
    invited(meeting, "Cilla", is_informed=True)
    assert (listed(meeting), listed(meeting, unmarked=True)) == (["Ada", "Bea"], ["Bea"])


def test_enter_marks_as_the_reply_said(meeting: Meeting) -> None:
    invited(meeting, "Ada", reply=Reply.REMOTE)
    invited(meeting, "Bea", reply=Reply.ROOM)
    invited(meeting, "Cilla")
    lines = attendance_list(meeting, AttendanceWanted()).lines
    assert [line.expected for line in lines] == ["remote", "room", "room"]


def test_a_list_of_thousands_shows_some_and_counts_all(meeting: Meeting) -> None:
    Invitation.objects.bulk_create(Invitation(meeting=meeting, name=f"Person {n}") for n in range(SHOWN + 5))
    found = attendance_list(meeting, AttendanceWanted())
    assert (len(found.lines), found.hidden, found.everybody, found.unmarked) == (SHOWN, 5, SHOWN + 5, SHOWN + 5)


def test_a_member_may_not_mark(meeting: Meeting, bo: User) -> None:
    with pytest.raises(NotAllowed):
        mark_invited(invitation=invited(meeting), mark=Mark.ROOM, by=bo)
