from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.models import AgendaItem, Attendance, Meeting
from kraftsamla.meetings.operations import (
    add_item,
    add_presentation,
    ask_at,
    change_meeting,
    link_followup,
    record_attendance,
)
from tests import factories

Browse = Callable[[User], Client]
SLUG = "mote-med-gruppen"


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.meeting("Möte med gruppen", slug=SLUG)


@pytest.fixture
def item(meeting: Meeting, alva: User) -> AgendaItem:
    return add_item(meeting=meeting, values={"number": "1", "title_sv": "Inledning"}, by=alva)


def _address(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=args)


def _pages(item: AgendaItem) -> dict[str, list[str]]:
    reading = [_address("meeting-list"), _address("meeting", SLUG), _address("meeting-choices")]
    reading += [_address(page, SLUG) for page in ("agenda", "materials")]
    editing = [_address("meeting-add"), _address("agenda-proposals", SLUG), _address("material-add", SLUG)]
    editing += [_address(f"meeting-{deed}", SLUG) for deed in ("edit", "remove", "copy", "series")]
    editing += [_address(f"{noun}-add", SLUG) for noun in ("item", "attendance", "followup")]
    editing += [_address("item-edit", SLUG, item.pk), _address("presentation-add", SLUG, item.pk)]
    return {"read": reading, "edit": editing}


def test_each_role_meets_its_door(item: AgendaItem, alva: User, bo: User, cia: User, browse: Browse) -> None:
    pages = _pages(item)
    addresses = [*pages["read"], *pages["edit"]]
    met = {user.name: [browse(user).get(each).status_code for each in addresses] for user in (alva, bo, cia)}
    assert met == {"Alva": [200] * 17, "Bo": [200] * 5 + [403] * 12, "Cia": [404] * 17}
    assert [Client().get(each).status_code for each in addresses] == [404] * 17


def test_the_wrong_method_is_refused(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    person = record_attendance(meeting=item.meeting, values={"person": factories.person()}, by=alva)
    buttons = [_address("item-remove", SLUG, item.pk), _address("attendance-remove", SLUG, person.pk)]
    assert [client.get(each).status_code for each in buttons] == [405, 405]
    reading = [each for each in _pages(item)["read"] if each != _address("agenda", SLUG)]
    assert [client.post(each).status_code for each in reading] == [405] * 4


def test_a_member_is_offered_no_change(item: AgendaItem, bo: User, browse: Browse) -> None:
    main = browse(bo).get(_address("meeting", SLUG)).content.decode().partition("<main")[2]
    assert ('<form method="post"' in main, "/andra/" in main, "Lägg till" in main) == (False, False, False)


def test_a_member_cannot_remove_a_point(item: AgendaItem, bo: User, browse: Browse) -> None:
    assert (browse(bo).post(_address("item-remove", SLUG, item.pk)).status_code, AgendaItem.objects.count()) == (403, 1)


def test_a_meeting_is_changed_with_its_body_organisers_and_chair(meeting: Meeting, alva: User, browse: Browse) -> None:
    body, region, chair = factories.body(), factories.organisation("Region Skåne"), factories.person("Gunvor Ek")
    typed = {
        "title_sv": "Konferens", "kind": "conference", "starts_on": "17 jan 2022", "starts_at": "13:00",
        "body": str(body.pk), "organisers": ["Region Skåne"], "partners": ["Region Skåne"], "chair": "gunvor ek",
        "form": "remote", "purpose_sv": "Lära", "room": "Sal 3", "link": "https://example.org/rum", "version": "1",
    }  # fmt: skip
    response = browse(alva).post(_address("meeting-edit", SLUG), typed)
    assert response["Location"] == _address("meeting", SLUG)
    meeting.refresh_from_db()
    assert (meeting.starts_on, meeting.body, list(meeting.organisers.all()), list(meeting.partners.all())) == (
        "2022-01-17", body, [region], [region],
    )  # fmt: skip
    assert (meeting.chair, meeting.purpose_sv, meeting.room, meeting.link) == (
        chair, "Lära", "Sal 3", "https://example.org/rum",
    )  # fmt: skip
    assert (meeting.is_public, meeting.shows_attendance) == (False, False)


def test_an_end_before_the_start_and_a_missing_date_are_named(meeting: Meeting, alva: User, browse: Browse) -> None:
    client = browse(alva)
    typed, page = {"title_sv": "Konferens", "kind": "conference", "version": "1"}, _address("meeting-edit", SLUG)
    backwards = client.post(page, {**typed, "starts_on": "2022-02", "ends_on": "2022-01"})
    undated = client.post(page, typed)
    assert [(each.status_code, each.context["form"].errors) for each in (backwards, undated)] == [
        (422, {"__all__": ["Slutdatumet ligger före startdatumet."]}),
        (422, {"starts_on": ["Fyll i fältet."]}),
    ]
    meeting.refresh_from_db()
    assert ('value="Konferens"' in backwards.content.decode(), meeting.title_sv) == (True, "Möte med gruppen")


def test_a_meeting_changed_meanwhile_shows_both(meeting: Meeting, alva: User, browse: Browse) -> None:
    change_meeting(meeting=meeting, values={"place": "Uppsala"}, version=1, by=alva)
    typed = {"title_sv": "Möte", "kind": "group_meeting", "starts_on": "2021-03-03", "place": "Umeå", "version": "1"}
    response = browse(alva).post(_address("meeting-edit", SLUG), typed)
    form = response.context["form"]
    assert (response.status_code, form.standing["place"], form["place"].value()) == (409, "Uppsala", "Umeå")
    meeting.refresh_from_db()
    assert meeting.place == "Uppsala"


def test_a_point_is_added_with_a_question_changed_and_removed(meeting: Meeting, alva: User, browse: Browse) -> None:
    question = factories.question("Hur går det?")
    client = browse(alva)
    client.post(_address("item-add", SLUG), {"number": "1", "title_sv": "Inledning", "questions": ["Hur går det?"]})
    item = AgendaItem.objects.get()
    assert (item.title_sv, list(item.questions.all())) == ("Inledning", [question])
    response = client.post(_address("item-edit", SLUG, item.pk), {"number": "1", "title_sv": "Öppnande"})
    assert response["Location"] == f"{_address('agenda', SLUG)}#punkt-{item.pk}"
    item.refresh_from_db()
    assert (item.title_sv, list(item.questions.all())) == ("Öppnande", [])
    client.post(_address("item-remove", SLUG, item.pk))
    assert AgendaItem.objects.count() == 0


def test_a_point_with_a_presentation_stays(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    factories.person("Gunvor Ek")
    client.post(_address("presentation-add", SLUG, item.pk), {"person": "Gunvor Ek", "topic_sv": "Läget"})
    presentation = item.presentations.get()
    client.post(_address("item-remove", SLUG, item.pk))
    assert (presentation.topic_sv, AgendaItem.objects.count()) == ("Läget", 1)
    client.post(_address("presentation-remove", SLUG, presentation.pk))
    assert item.presentations.count() == 0


def test_somebody_who_took_part_is_noted_and_taken_back(meeting: Meeting, alva: User, browse: Browse) -> None:
    factories.person("Gunvor Ek")
    client = browse(alva)
    client.post(_address("attendance-add", SLUG), {"person": "Gunvor Ek", "role": "ledamot", "presence": "excused"})
    noted = Attendance.objects.get()
    assert (noted.person_name, noted.role, noted.presence) == ("Gunvor Ek", "ledamot", "excused")
    client.post(_address("attendance-remove", SLUG, noted.pk))
    assert Attendance.objects.count() == 0


def test_nobody_cannot_take_part_and_the_same_person_only_once(meeting: Meeting, alva: User, browse: Browse) -> None:
    record_attendance(meeting=meeting, values={"person": factories.person("Gunvor Ek")}, by=alva)
    client = browse(alva)
    nobody = client.post(_address("attendance-add", SLUG), {"presence": "present"})
    again = client.post(_address("attendance-add", SLUG), {"presence": "present", "person": "Gunvor Ek"})
    assert [each.context["form"].errors for each in (nobody, again)] == [
        {"person": ["Ange en person eller en organisation."]},
        {"__all__": ["Personen finns redan bland deltagarna."]},
    ]


def test_those_who_took_part_are_grouped_by_role_or_organisation(meeting: Meeting, alva: User, browse: Browse) -> None:
    vinnova = factories.organisation("Vinnova")
    for name, values in (
        ("Ada", {"role": "ledamot"}), ("Bea", {"organisation": vinnova}), ("Cilla", {"role": "ledamot"}),
        ("Disa", {"organisation": vinnova, "presence": "absent"}),
    ):  # fmt: skip
        record_attendance(meeting=meeting, values={"person": factories.person(name), **values}, by=alva)
    overview = browse(alva).get(_address("meeting", SLUG)).context["overview"]
    assert [(group.name, [each.person_name for each in group.people]) for group in overview.groups] == [
        ("ledamot", ["Ada", "Cilla"]), ("Vinnova", ["Bea", "Disa"]),
    ]  # fmt: skip
    assert (overview.present, overview.absent) == (3, 1)


def test_a_follow_up_is_written_in_one_line(meeting: Meeting, alva: User, browse: Browse) -> None:
    client = browse(alva)
    response = client.post(_address("followup-add", SLUG), {"what_sv": "Skicka siffror", "asked_of": "Ledamöterna"})
    point = FollowUp.objects.get()
    assert response["Location"] == f"{_address('meeting', SLUG)}#uppfoljning"
    assert (list(meeting.followups.all()), point.asked_on, point.asked_of) == ([point], "2021-03-03", "Ledamöterna")
    client.post(_address("followup-drop", SLUG, point.slug))
    assert (meeting.followups.count(), FollowUp.objects.count()) == (0, 1)


def test_meetings_to_come_stand_before_those_held(alva: User, browse: Browse) -> None:
    factories.meeting("Hållet", starts_on="2021")
    factories.meeting("Nästa", starts_on="2998")
    factories.meeting("Sedan", starts_on="2999", body=factories.body("Gruppen"))
    client = browse(alva)

    def listed(query: str) -> tuple[list[str], list[str]]:
        overview = client.get(f"{_address('meeting-list')}?{query}").context["overview"]
        return [each.title_sv for each in overview.coming], [each.title_sv for each in overview.held]

    assert [listed(query) for query in ("", "organ=gruppen", "sok=hållet", "slag=conference")] == [
        (["Nästa", "Sedan"], ["Hållet"]), (["Sedan"], []), ([], ["Hållet"]), ([], []),
    ]  # fmt: skip


def test_questions_to_the_database_do_not_grow_with_the_rows(item: AgendaItem, alva: User, browse: Browse) -> None:
    client, meeting = browse(alva), item.meeting

    def fill(numbers: range) -> list[int]:
        for number in numbers:
            body, organisation = factories.body(f"Organ {number}"), factories.organisation(f"Org {number}")
            person = factories.person(f"Person {number}")
            factories.meeting(f"Möte {number}", body=body, follows=meeting)
            passage = cite(document=factories.document(f"Dokument {number}"), by=alva)
            point = add_item(meeting=meeting, values={"title_sv": f"Punkt {number}"}, by=alva)
            values = {"person": person, "organisation": organisation, "topic_sv": "Läget"}
            ask_at(item=point, questions=[factories.question(f"Fråga {number}")], by=alva)
            presentation = add_presentation(item=point, values=values, by=alva)
            record_attendance(meeting=meeting, values={"person": person, "organisation": organisation}, by=alva)
            link_followup(meeting=meeting, followup=factories.followup(f"Följ {number}", owner=organisation), by=alva)
            for record in (meeting, point, presentation):
                add_evidence(to=record, passage=passage, by=alva)
            meeting.organisers.add(organisation)
        counts = []
        for address in (_address("meeting-list"), _address("meeting", SLUG)):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
        return counts

    assert fill(range(1)) == fill(range(1, 30))
