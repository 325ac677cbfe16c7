"""A conference's programme: what goes on side by side, and what cannot."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations import add_item, add_presentation
from kraftsamla.meetings.overviews.programme import programme_of
from tests import factories

SLUG = "konferens"
Browse = Callable[[User], Client]


@pytest.fixture
def meeting(alva: User) -> Meeting:
    return factories.meeting("Konferens", slug=SLUG, kind="conference", starts_on="2027-05-04", by=alva)


def session(meeting: Meeting, title: str, starts: str, ends: str = "", **values: Any) -> AgendaItem:
    times = {"starts_at": dt.time.fromisoformat(starts), "ends_at": dt.time.fromisoformat(ends) if ends else None}
    return add_item(meeting=meeting, values={"title_sv": title, **times, **values}, by=_by())


def _by() -> User:
    return User.objects.get(name="Alva")


def speaks(item: AgendaItem, person: Person) -> None:
    add_presentation(item=item, values={"person": person}, by=_by())


def table(meeting: Meeting) -> list[tuple[int, str, list[str], list[list[str]]]]:
    """Each slot: day, time, what is for everybody, and what stands in each column."""
    return [
        (
            day.number, f"{slot.starts:%H.%M}" if slot.starts else "", [each.item.title_sv for each in slot.common],
            [[each.item.title_sv for each in cell] for cell in slot.cells],
        )
        for day in programme_of(meeting).days for slot in day.slots
    ]  # fmt: skip


def test_sessions_of_two_areas_stand_side_by_side_and_what_is_for_all_across(meeting: Meeting) -> None:
    plan = factories.strategy()
    one, two = factories.area(plan, "1"), factories.area(plan, "2")
    session(meeting, "Välkomna", "09:00", "09:30", room="Stora salen")
    session(meeting, "Data", "10:00", "11:00", area=two)
    session(meeting, "Vård", "10:00", "11:00", area=one)
    assert table(meeting) == [(1, "09.00", ["Välkomna"], [[], []]), (1, "10.00", [], [["Vård"], ["Data"]])]


def test_parts_with_a_room_are_sessions_at_the_time_of_their_point(meeting: Meeting) -> None:
    parallel = session(meeting, "Parallella pass", "13:00", "14:00")
    for room in ("A", "B"):
        add_item(meeting=meeting, values={"title_sv": f"Pass {room}", "parent": parallel, "room": room}, by=_by())
    assert table(meeting) == [(1, "13.00", ["Parallella pass"], [["Pass A"], ["Pass B"]])]


def test_days_have_their_dates_and_what_has_no_time_comes_last(meeting: Meeting) -> None:
    add_item(meeting=meeting, values={"title_sv": "Någon gång", "day": 2}, by=_by())
    session(meeting, "Andra dagen", "09:00", day=2)
    session(meeting, "Första dagen", "09:00")
    days = programme_of(meeting).days
    assert [day.date for day in days] == [dt.date(2027, 5, 4), dt.date(2027, 5, 5)]
    assert [slot.common[0].item.title_sv for slot in days[1].slots] == ["Andra dagen", "Någon gång"]


def test_the_same_room_and_the_same_presenter_twice_at_once_are_pointed_out(meeting: Meeting) -> None:
    ada = factories.person("Ada Ek")
    first = session(meeting, "Ett", "10:00", "11:00", room="Sal A")
    second = session(meeting, "Två", "10:30", "11:30", room="sal a ")
    third = session(meeting, "Tre", "10:45", "11:00", room="Sal B")
    for each in (first, third):
        speaks(each, ada)
    found = [
        (each.one.item.title_sv, each.other.item.title_sv, each.room, each.who)
        for each in programme_of(meeting).clashes
    ]
    assert found == [("Ett", "Två", "Sal A", ""), ("Ett", "Tre", "", "Ada Ek")]
    assert second.pk


def test_what_follows_directly_what_is_another_day_and_a_points_own_part_do_not_clash(meeting: Meeting) -> None:
    ada = factories.person("Ada Ek")
    rows = [session(meeting, "Ett", "10:00", "11:00", room="A"), session(meeting, "Två", "11:00", "12:00", room="A")]
    rows.append(session(meeting, "Tre", "10:00", "11:00", room="A", day=2))
    rows.append(add_item(meeting=meeting, values={"title_sv": "Del", "parent": rows[0], "room": "A"}, by=_by()))
    for each in rows:
        speaks(each, ada)
    assert list(programme_of(meeting).clashes) == []


def test_members_read_the_programme_and_those_who_run_the_meeting_change_it(
    meeting: Meeting, alva: User, bo: User, cia: User, browse: Browse
) -> None:
    item = session(meeting, "Ett", "10:00", "11:00")
    pages = [reverse("meetings:programme", args=[SLUG]), reverse("meetings:session-edit", args=[SLUG, item.pk])]
    met = [[browse(user).get(page).status_code for page in pages] for user in (alva, bo, cia)]
    assert met == [[200, 200], [200, 403], [404, 404]]
    assert pages[1] not in browse(bo).get(pages[0]).content.decode()
    sent = {"day": "2", "starts_at": "12:00", "ends_at": "13:00", "room": "Sal C"}
    assert browse(alva).post(pages[1], sent).status_code == 302
    item.refresh_from_db()
    assert (item.day, item.starts_at, item.room) == (2, dt.time(12), "Sal C")
    wrong = browse(alva).post(pages[1], {**sent, "ends_at": "11:00"})
    assert (wrong.status_code, "Slutet ska ligga efter början." in wrong.content.decode()) == (422, True)


def test_the_page_says_the_clash_and_asks_as_much_for_thirty_sessions_as_for_two(
    meeting: Meeting, alva: User, browse: Browse
) -> None:
    client, page = browse(alva), reverse("meetings:programme", args=[SLUG])
    for title in ("Ett", "Två"):
        speaks(session(meeting, title, "10:00", "11:00", room="Sal A"), factories.person(f"Person {title}"))
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", client.get(page).content.decode()))
    assert "Ett och Två: samma sal, Sal A" in words

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get(page)
        return len(caught)

    few = asked()
    ada = factories.person("Ada")
    for number in range(30):
        speaks(session(meeting, f"Pass {number}", "12:00", "13:00", room=f"Sal {number}"), ada)
    assert asked() == few
