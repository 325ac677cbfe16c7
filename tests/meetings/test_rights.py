"""Who sees and who runs a body's meetings: access to the body decides, not membership."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import give_access
from kraftsamla.core.errors import NotAllowed
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.meetings.operations import (
    add_item,
    ask_for,
    change_meeting,
    create_meeting,
    record_attendance,
    withdraw_meeting,
)
from kraftsamla.meetings.rules import may_hold, may_run
from tests import factories

Browse = Callable[[User], Client]


@pytest.fixture
def closed(db: None) -> Body:
    return factories.body("Styrgruppen", is_closed=True)


def test_a_closed_bodys_meetings_are_for_those_with_access(closed: Body, alva: User, bo: User, elsa: User) -> None:
    factories.meeting("Slutet möte", body=closed)
    factories.meeting("Öppet möte", body=factories.body("Nätverket"))
    factories.meeting("Eget möte")
    give_access(body=closed, user=bo, right="read", by=alva)
    seen = {each.name: Meeting.objects.visible_to(each).count() for each in (alva, bo, elsa)}
    assert seen == {"Alva": 3, "Bo": 3, "Elsa": 2}


def test_a_closed_meeting_is_404_for_a_member_without_access(
    closed: Body, alva: User, bo: User, elsa: User, browse: Browse
) -> None:
    meeting = factories.meeting("Slutet möte", body=closed)
    give_access(body=closed, user=bo, right="read", by=alva)
    page = f"/arbetsyta/moten/{meeting.slug}/"
    assert [browse(each).get(page).status_code for each in (alva, bo, elsa)] == [200, 200, 404]
    assert [browse(each).get(f"{page}andra/").status_code for each in (alva, bo, elsa)] == [200, 403, 404]


def test_who_may_work_in_the_body_runs_its_meetings_and_no_others(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    own, other = factories.meeting("Vårt", body=body), factories.meeting("Annat", body=factories.body("Annan"))
    alone = factories.meeting("Utan organ")
    give_access(body=body, user=bo, right="work", by=alva)
    assert [may_run(bo, each) for each in (own, other, alone)] == [True, False, False]
    assert [may_hold(each, None) for each in (alva, bo)] == [True, False]
    add_item(meeting=own, values={"title_sv": "Punkt"}, by=bo)
    record_attendance(meeting=own, values={"person": factories.person()}, by=bo)
    with pytest.raises(NotAllowed):
        add_item(meeting=other, values={"title_sv": "Punkt"}, by=bo)
    pages = [f"/arbetsyta/moten/{each.slug}/andra/" for each in (own, other, alone)]
    assert [browse(bo).get(page).status_code for page in pages] == [200, 403, 403]


def test_a_meeting_is_neither_added_to_nor_moved_to_a_body_one_does_not_work_in(alva: User, bo: User) -> None:
    body, other = factories.body("Styrgruppen"), factories.body("Annan")
    give_access(body=body, user=bo, right="work", by=alva)
    values = {"title_sv": "Möte", "kind": "group_meeting", "starts_on": "2021-03-03"}
    meeting = create_meeting(values={**values, "body": body}, by=bo)
    for wrong in (other, None):
        with pytest.raises(NotAllowed):
            create_meeting(values={**values, "body": wrong}, by=bo)
        with pytest.raises(NotAllowed):
            change_meeting(meeting=meeting, values={"body": wrong}, version=1, by=bo)
    withdraw_meeting(meeting=meeting, by=bo)
    assert not Meeting.objects.exists()


def test_what_came_out_of_a_closed_meeting_is_for_those_who_see_it_and_who_is_to_do_it(
    closed: Body, alva: User, bo: User, elsa: User, browse: Browse
) -> None:
    meeting = factories.meeting("Slutet möte", body=closed)
    agency = factories.organisation()
    hidden = ask_for(meeting=meeting, values={"what_sv": "Lämna underlag"}, by=alva)
    owned = ask_for(meeting=meeting, values={"what_sv": "Svara skriftligt", "owner": agency}, by=alva)
    free = factories.followup("Utan möte")
    factories.representative(elsa, agency)
    assert {each.slug for each in FollowUp.objects.visible_to(alva)} == {hidden.slug, owned.slug, free.slug}
    assert {each.slug for each in FollowUp.objects.visible_to(bo)} == {free.slug}
    assert {each.slug for each in FollowUp.objects.visible_to(elsa)} == {owned.slug, free.slug}
    page = f"/arbetsyta/uppfoljning/{owned.slug}/"
    assert [meeting.slug in browse(each).get(page).content.decode() for each in (alva, elsa)] == [True, False]
    assert browse(bo).get(page).status_code == 404


def test_what_was_also_taken_up_at_an_open_meeting_is_seen_by_all(closed: Body, alva: User, bo: User) -> None:
    followup = ask_for(meeting=factories.meeting("Slutet", body=closed), values={"what_sv": "Svara"}, by=alva)
    factories.meeting("Öppet", followups=[followup])
    assert list(FollowUp.objects.visible_to(bo)) == [followup]


def test_a_person_s_page_names_no_meeting_that_the_visitor_may_not_see(
    closed: Body, alva: User, bo: User, browse: Browse
) -> None:
    meeting, person = factories.meeting("Slutet möte", body=closed), factories.person()
    record_attendance(meeting=meeting, values={"person": person}, by=alva)
    assert Attendance.objects.visible_to(bo).count() == 0
    page = f"/arbetsyta/person/{person.slug}/"
    assert [meeting.slug in browse(each).get(page).content.decode() for each in (alva, bo)] == [True, False]


def test_what_a_document_is_quoted_by_is_named_only_to_who_may_see_it(
    closed: Body, alva: User, bo: User, browse: Browse
) -> None:
    document = factories.document()
    item = add_item(meeting=factories.meeting("Slutet möte", body=closed), values={"title_sv": "Hemlig punkt"}, by=alva)
    add_evidence(to=item, passage=cite(document=document, by=alva), by=alva)
    page = f"/arbetsyta/dokument/{document.slug}/"
    assert ["Hemlig punkt" in browse(each).get(page).content.decode() for each in (alva, bo)] == [True, False]
