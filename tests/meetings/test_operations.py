from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.operations import change_person
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.meetings.operations import (
    add_item,
    add_presentation,
    ask_at,
    change_item,
    create_meeting,
    record_attendance,
    withdraw_item,
    withdraw_meeting,
)
from tests import factories


def test_points_keep_the_order_they_were_added_in(alva: User) -> None:
    meeting = factories.meeting()
    for number in ("2", "10", "1"):
        add_item(meeting=meeting, values={"number": number, "title_sv": f"Punkt {number}"}, by=alva)
    assert [item.number for item in meeting.agenda.all()] == ["2", "10", "1"]


def test_attendance_keeps_the_names_as_they_were_that_day(alva: User) -> None:
    person = factories.person("Eva Ek")
    row = record_attendance(meeting=factories.meeting(), values={"person": person, "role": "ledamot"}, by=alva)
    change_person(person=person, values={"name": "Eva Ekström"}, version=1, by=alva)
    row.refresh_from_db()
    assert row.person_name == "Eva Ek"


def test_the_same_person_is_noted_once(alva: User) -> None:
    meeting, person = factories.meeting(), factories.person()
    record_attendance(meeting=meeting, values={"person": person}, by=alva)
    with pytest.raises(ValidationError, match="finns redan bland deltagarna"):
        record_attendance(meeting=meeting, values={"person": person}, by=alva)


def test_attendance_of_nobody_is_refused(alva: User) -> None:
    with pytest.raises(ValidationError, match="Ange en person eller en organisation"):
        record_attendance(meeting=factories.meeting(), values={"role": "ledamot"}, by=alva)


def test_an_organisation_can_take_part_without_a_name(alva: User) -> None:
    organisation = factories.organisation("Region Prov")
    row = record_attendance(meeting=factories.meeting(), values={"organisation": organisation}, by=alva)
    assert (row.person_name, row.organisation_name) == ("", "Region Prov")


def test_a_meeting_that_ends_before_it_begins_is_refused(alva: User) -> None:
    values = {"title_sv": "X", "kind": "conference", "starts_on": "2021-03-25", "ends_on": "2021-03-22"}
    with pytest.raises(ValidationError, match="Slutdatumet ligger före startdatumet"):
        create_meeting(values=values, by=alva)


def test_a_point_can_be_changed_and_asked_at(alva: User) -> None:
    item = add_item(meeting=factories.meeting(), values={"title_sv": "Diskusion"}, by=alva)
    question = factories.question()
    assert change_item(item=item, values={"title_sv": "Diskussion"}, by=alva) == {
        "title_sv": ["Diskusion", "Diskussion"]
    }
    ask_at(item=item, questions=[question], by=alva)
    assert list(item.questions.all()) == [question]


def test_what_holds_something_cannot_be_withdrawn(alva: User) -> None:
    meeting = factories.meeting()
    item = add_item(meeting=meeting, values={"title_sv": "Utblick"}, by=alva)
    add_presentation(item=item, values={"person": factories.person(), "topic_sv": "Export"}, by=alva)
    with pytest.raises(Refused, match="presentation"):
        withdraw_item(item=item, by=alva)
    with pytest.raises(Refused, match="punkt på dagordningen"):
        withdraw_meeting(meeting=meeting, by=alva)


def test_a_member_may_not_add_a_meeting(bo: User) -> None:
    with pytest.raises(NotAllowed):
        create_meeting(values={"title_sv": "X", "kind": "seminar", "starts_on": "2021"}, by=bo)
