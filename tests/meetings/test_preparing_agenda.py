"""The agenda: its clock, its order, and the page where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Access, Body
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.meetings.assembly.timetable import timetable
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations import add_decision, add_item, add_presentation, link_followup
from kraftsamla.meetings.operations.agenda import change_item
from kraftsamla.meetings.operations.preparing import add_point, move_item, order_agenda, remove_point, take_up
from kraftsamla.meetings.overviews.preparing import budget_of
from tests import factories

Browse = Callable[[User], Client]
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def group(db: None) -> Body:
    return factories.body()


@pytest.fixture
def earlier(group: Body) -> Meeting:
    return factories.meeting("Förra mötet", body=group, starts_on="2026-03-03")


@pytest.fixture
def meeting(group: Body) -> Meeting:
    hours: dict[str, Any] = {"starts_at": dt.time(13), "ends_at": dt.time(15)}
    return factories.meeting("Nästa möte", body=group, starts_on="2026-12-01", **hours)


def _points(meeting: Meeting, by: User, *rows: tuple[str, int | None, str]) -> list[AgendaItem]:
    return [
        add_point(meeting=meeting, values={"title_sv": title, "minutes": minutes, "purpose": purpose}, by=by)
        for title, minutes, purpose in rows
    ]


def _order(meeting: Meeting) -> list[str]:
    return [str(each) for each in meeting.agenda.all()]


def _clock(meeting: Meeting) -> list[tuple[str, str]]:
    times = timetable(meeting, list(meeting.agenda.all()))
    return [(str(row.item), f"{row.starts:%H.%M}" if row.starts else "") for row in times.flat()]


def test_the_clock_runs_through_the_points_and_their_parts(meeting: Meeting, alva: User) -> None:
    _one, two, _pause, _three = _points(
        meeting, alva, ("Inledning", 10, ""), ("Läget", None, ""), ("Paus", 15, "break"), ("Beslut", 30, "decide")
    )
    for title, minutes in (("Export", 20), ("Import", 25)):
        add_point(meeting=meeting, values={"title_sv": title, "minutes": minutes, "parent": two}, by=alva)
    assert _clock(meeting) == [
        ("1 Inledning", "13.00"), ("2 Läget", "13.10"), ("2.1 Export", "13.10"), ("2.2 Import", "13.30"),
        ("Paus", "13.55"), ("3 Beslut", "14.10"),
    ]  # fmt: skip


def test_a_point_with_a_time_of_its_own_begins_then_and_the_clock_goes_on_from_there(
    meeting: Meeting, alva: User
) -> None:
    for title, values in (("Ett", {"minutes": 10}), ("Två", {"minutes": 30, "starts_at": dt.time(14)}), ("Tre", {})):
        add_point(meeting=meeting, values={"title_sv": title, **values}, by=alva)
    assert _clock(meeting) == [("1 Ett", "13.00"), ("2 Två", "14.00"), ("3 Tre", "14.30")]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (120, "Punkterna tar 2 timmar. Det går jämnt upp."),
        (135, "Punkterna tar 2 timmar 15 minuter. Det är 15 minuter för mycket."),
        (59, "Punkterna tar 59 minuter. Det finns 1 timme 1 minut kvar."),
    ],
)
def test_the_time_is_weighed_against_the_meetings_length(
    meeting: Meeting, alva: User, minutes: int, told: str
) -> None:
    _points(meeting, alva, ("Allt", minutes, ""))
    assert budget_of(timetable(meeting, list(meeting.agenda.all()))) == told


def test_a_new_point_stands_before_the_closing_one_and_the_numbers_close_up(meeting: Meeting, alva: User) -> None:
    _points(meeting, alva, ("Inledning", 5, ""), ("Avslutning", 5, "close"), ("Läget", 5, ""), ("Export", 5, ""))
    assert _order(meeting) == ["1 Inledning", "2 Läget", "3 Export", "4 Avslutning"]
    remove_point(item=meeting.agenda.get(title_sv="Läget"), by=alva)
    assert _order(meeting) == ["1 Inledning", "2 Export", "3 Avslutning"]


def test_numbers_that_came_from_a_document_are_left_alone(meeting: Meeting, alva: User) -> None:
    for number in ("§ 7", "§ 8"):
        add_item(meeting=meeting, values={"number": number, "title_sv": "Punkt"}, by=alva)
    move_item(item=meeting.agenda.get(number="§ 8"), steps=-1, by=alva)
    assert _order(meeting) == ["§ 8 Punkt", "§ 7 Punkt"]


def test_a_point_moves_past_its_neighbours_and_stops_at_the_ends(meeting: Meeting, alva: User) -> None:
    one, _two, _three = _points(meeting, alva, ("Ett", 5, ""), ("Två", 5, ""), ("Tre", 5, ""))
    part = add_point(meeting=meeting, values={"title_sv": "Del", "parent": one}, by=alva)
    move_item(item=one, steps=1, by=alva)
    assert _clock(meeting)[0][0] == "1 Två"
    assert [row[0] for row in _clock(meeting)] == ["1 Två", "2 Ett", "2.1 Del", "3 Tre"]
    move_item(item=meeting.agenda.get(title_sv="Två"), steps=-5, by=alva)
    move_item(item=part, steps=1, by=alva)
    assert [row[0] for row in _clock(meeting)] == ["1 Två", "2 Ett", "2.1 Del", "3 Tre"]


def test_an_order_of_other_points_than_those_that_stand_there_is_refused(meeting: Meeting, alva: User) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 5, ""))
    with pytest.raises(Refused):
        order_agenda(meeting=meeting, keys=[two.pk], by=alva)
    order_agenda(meeting=meeting, keys=[two.pk, one.pk], by=alva)
    assert _order(meeting) == ["1 Två", "2 Ett"]


def test_a_part_belongs_to_a_point_of_the_same_meeting_that_is_no_part(meeting: Meeting, alva: User) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 5, ""))
    change_item(item=two, values={"parent": one}, by=alva)
    elsewhere = add_item(meeting=factories.meeting("Ett annat"), values={"title_sv": "Annat"}, by=alva)
    for item, parent in ((one, two), (one, one), (one, elsewhere)):
        with pytest.raises(Exception, match="inte själv hör till en punkt"):
            change_item(item=item, values={"parent": parent}, by=alva)


def _typed(meeting: Meeting, **changed: Any) -> dict[str, str]:
    """The page as it was opened, with what somebody changed in it."""
    typed: dict[str, str] = {"title_sv-ny": "", "purpose-ny": "", "minutes-ny": ""}
    for item in meeting.agenda.all():
        for name in ("title_sv", "purpose", "minutes"):
            value = getattr(item, name)
            typed[f"{name}-{item.pk}"] = typed[f"initial-{name}-{item.pk}"] = "" if value is None else str(value)
    return {**typed, **changed}


def test_all_lines_are_saved_and_a_point_is_added_in_one_go(meeting: Meeting, alva: User, browse: Browse) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 10, ""))
    page = reverse("meetings:agenda", args=[meeting.slug])
    typed = _typed(meeting, **{f"minutes-{one.pk}": "20", "title_sv-ny": "Tre", "purpose-ny": "decide"})
    response = browse(alva).post(page, typed)
    three = meeting.agenda.get(title_sv="Tre")
    assert response["Location"] == f"{page}#punkt-{three.pk}"
    rows = [(str(each), each.minutes, each.purpose) for each in meeting.agenda.all()]
    assert rows == [("1 Ett", 20, ""), ("2 Två", 10, ""), ("3 Tre", None, "decide")]
    assert two.minutes == 10


def test_a_button_that_moves_or_removes_saves_what_was_typed(meeting: Meeting, alva: User, browse: Browse) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 10, ""))
    page, client = reverse("meetings:agenda", args=[meeting.slug]), browse(alva)
    moved = client.post(page, _typed(meeting, **{f"title_sv-{one.pk}": "Först", "gor": f"ner-{one.pk}"}))
    assert (moved["Location"], _order(meeting)) == (f"{page}#punkt-{one.pk}", ["1 Två", "2 Först"])
    client.post(page, _typed(meeting, **{f"minutes-{one.pk}": "7", "gor": f"bort-{two.pk}"}))
    assert [(str(each), each.minutes) for each in meeting.agenda.all()] == [("1 Först", 7)]


def test_what_nobody_touched_is_not_written_over(meeting: Meeting, alva: User, browse: Browse) -> None:
    one, _two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 10, ""))
    typed = _typed(meeting, **{f"minutes-{one.pk}": "6"})
    change_item(item=one, values={"title_sv": "Någon annans rubrik"}, by=alva)
    browse(alva).post(reverse("meetings:agenda", args=[meeting.slug]), typed)
    one.refresh_from_db()
    assert (one.title_sv, one.minutes) == ("Någon annans rubrik", 6)


def test_a_wrong_line_is_named_and_nothing_is_saved_or_lost(meeting: Meeting, alva: User, browse: Browse) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 10, ""))
    typed = _typed(meeting, **{f"title_sv-{one.pk}": "", f"minutes-{two.pk}": "20", "title_sv-ny": "Tre"})
    response = browse(alva).post(reverse("meetings:agenda", args=[meeting.slug]), typed)
    assert (response.status_code, response.context["form"].errors) == (422, {f"title_sv-{one.pk}": ["Fyll i fältet."]})
    assert 'value="Tre"' in response.content.decode()
    assert _order(meeting) == ["1 Ett", "2 Två"]
    kept = browse(alva).post(
        reverse("meetings:agenda", args=[meeting.slug]), _typed(meeting, gor=f"bort-{one.pk}")
    )  # fmt: skip
    assert kept.status_code == 302


def test_a_point_that_something_belongs_to_stays_and_says_why(meeting: Meeting, alva: User, browse: Browse) -> None:
    (one,) = _points(meeting, alva, ("Ett", 5, ""))
    add_decision(meeting=meeting, values={"text_sv": "Ja", "item": one}, by=alva)
    response = browse(alva).post(
        reverse("meetings:agenda", args=[meeting.slug]), _typed(meeting, gor=f"bort-{one.pk}")
    )  # fmt: skip
    assert (response.status_code, "Posten kan inte tas bort" in response.content.decode()) == (409, True)
    assert meeting.agenda.count() == 1


def test_points_are_put_in_the_order_they_were_dragged_to(meeting: Meeting, alva: User, browse: Browse) -> None:
    one, two = _points(meeting, alva, ("Ett", 5, ""), ("Två", 10, ""))
    browse(alva).post(reverse("meetings:agenda-order", args=[meeting.slug]), {"ordning": f"{two.pk},{one.pk}"})
    assert _order(meeting) == ["1 Två", "2 Ett"]


def test_members_read_and_strangers_find_nothing(
    group: Body, meeting: Meeting, alva: User, bo: User, cia: User, elsa: User, browse: Browse
) -> None:
    (one,) = _points(meeting, alva, ("Ett", 5, ""))
    names = ("agenda", "agenda-order")
    pages = [reverse(f"meetings:{name}", args=[meeting.slug]) for name in names]
    assert [[browse(user).post(page).status_code for page in pages] for user in (bo, cia)] == [[403] * 2, [404] * 2]
    read = browse(bo).get(pages[0])
    assert (read.status_code, 'id="rader"' in read.content.decode()) == (200, False)
    Access.objects.create(body=group, user=elsa, right="work")
    assert browse(elsa).post(pages[0], _typed(meeting, **{f"minutes-{one.pk}": "9"})).status_code == 302
    for deed in (
        lambda: order_agenda(meeting=meeting, keys=[one.pk], by=bo), lambda: take_up(meeting=meeting, picks=[], by=bo),
        lambda: add_point(meeting=meeting, values={"title_sv": "X"}, by=bo), lambda: remove_point(item=one, by=bo),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_as_many_questions_to_the_database_for_1_as_for_30(
    earlier: Meeting, meeting: Meeting, alva: User, browse: Browse
) -> None:
    client, strategy = browse(alva), factories.strategy()

    def fill(numbers: range) -> list[int]:
        for number in numbers:
            agency = factories.organisation(f"Org {number}")
            (point,) = _points(meeting, alva, (f"Punkt {number}", 5, "discuss"))
            presenter = {"person": factories.person(f"P {number}"), "organisation": agency}
            add_presentation(item=point, values=presenter, by=alva)
            origins = {
                "followups": [factories.followup(f"På {number}", owner=agency)],
                "actions": [factories.action(strategy, f"Insats {number}")],
                "questions": [factories.question(f"Fråga {number}")],
            }
            change_item(item=point, values=origins, by=alva)
            link_followup(meeting=earlier, followup=factories.followup(f"Väntar {number}", owner=agency), by=alva)
        counts = []
        for name in ("agenda", "agenda-proposals", "meeting"):
            address = reverse(f"meetings:{name}", args=[meeting.slug])
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    assert fill(range(1)) == fill(range(1, 30))
