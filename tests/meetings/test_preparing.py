"""A new meeting from a preset, as a copy, and as a series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Access, Body
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.meetings.assembly.series import Unit, days_every
from kraftsamla.meetings.models import Meeting, MeetingSeries
from kraftsamla.meetings.operations import add_decision, add_item, record_attendance
from kraftsamla.meetings.operations.preparing import copy_meeting, make_series, prepare_meeting
from kraftsamla.meetings.presets import PRESETS, preset_of
from tests import factories

Browse = Callable[[User], Client]
GROUP = preset_of("group_meeting")


@pytest.fixture
def group(alva: User) -> Body:
    body = factories.body("Samverkansgruppen", host=factories.organisation("Regeringskansliet"))
    chair = {"body": body, "person": factories.person("Gunvor Ek"), "role": "chair", "valid_from": "2020"}
    appoint(values=chair, by=alva)
    return body


def _new(group: Body, by: User, **values: object) -> Meeting:
    return prepare_meeting(preset=GROUP, values={"body": group, "starts_on": "2026-03-03", **values}, by=by)


def test_a_preset_brings_agenda_times_chair_and_the_meeting_before(group: Body, alva: User) -> None:
    before = factories.meeting("Förra", body=group, starts_on="2025-11-01")
    made = _new(group, alva, starts_at=dt.time(13), title_sv="")
    assert (made.title_sv, made.title_en) == ("Möte i Samverkansgruppen", "Meeting of Samverkansgruppen")
    assert (made.slug, made.form, made.ends_at) == ("mote-i-samverkansgruppen-2026-03-03", "hybrid", dt.time(16))
    assert (str(made.chair), made.follows, str(made.organisers.get())) == ("Gunvor Ek", before, "Regeringskansliet")
    points = [(each.number, each.title_sv, each.purpose, each.minutes) for each in made.agenda.all()]
    assert points[:4] == [
        ("1", "Inledning och presentation", "inform", 10), ("2", "Uppföljning från förra mötet", "follow_up", 20),
        ("3", "Presentationer", "present", 45), ("", "Paus", "break", 15),
    ]  # fmt: skip
    assert len(points) == len(GROUP.points)


def test_what_is_said_stands_before_the_preset(group: Body, alva: User) -> None:
    made = _new(group, alva, starts_at=dt.time(9), ends_at=dt.time(10), form="remote", title_sv="Kort möte")
    assert (made.title_sv, made.form, made.ends_at) == ("Kort möte", "remote", dt.time(10))


def test_a_closed_bodys_meeting_is_shown_to_nobody_outside(alva: User) -> None:
    made = _new(factories.body("Sluten", is_closed=True), alva)
    assert (made.is_public, made.shows_attendance) == (False, False)


def test_a_chair_whose_time_is_over_does_not_chair(alva: User) -> None:
    body = factories.body()
    gone = {"body": body, "person": factories.person(), "role": "chair", "valid_from": "2020", "valid_to": "2021"}
    appoint(values=gone, by=alva)
    assert _new(body, alva).chair is None


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: str(each.kind))
def test_every_preset_makes_a_whole_meeting(preset: object, alva: User) -> None:
    known = next(each for each in PRESETS if each is preset)
    made = prepare_meeting(preset=known, values={"starts_on": "2026-05"}, by=alva)
    assert [each.title_en for each in made.agenda.all()] == [each.title.en for each in known.points]
    assert (made.kind, made.body) == (known.kind, None)


def test_the_short_form_makes_the_meeting(group: Body, alva: User, browse: Browse) -> None:
    typed = {"kind": "group_meeting", "body": str(group.pk), "starts_on": "3 mars 2026", "starts_at": "13:00"}
    response = browse(alva).post(reverse("meetings:meeting-add"), typed)
    made = Meeting.objects.get()
    assert response["Location"] == reverse("meetings:meeting", args=[made.slug])
    assert (made.starts_on, made.body, made.agenda.count()) == ("2026-03-03", group, 7)


def test_an_end_before_the_start_is_named_and_nothing_typed_is_lost(alva: User, browse: Browse) -> None:
    typed = {"kind": "seminar", "starts_on": "2026-03-03", "starts_at": "13:00", "ends_at": "12:00", "place": "Lund"}
    response = browse(alva).post(reverse("meetings:meeting-add"), typed)
    form = response.context["form"]
    assert (response.status_code, set(form.errors), form["place"].value()) == (422, {"ends_at"}, "Lund")


def test_who_works_in_a_body_calls_its_meetings_and_no_others(group: Body, elsa: User, browse: Browse) -> None:
    Access.objects.create(body=group, user=elsa, right="work")
    other, client, page = factories.body("En annan"), browse(elsa), reverse("meetings:meeting-add")
    typed = {"kind": "group_meeting", "starts_on": "2026-03-03"}
    answers = [client.post(page, {**typed, "body": str(each.pk) if each else ""}) for each in (other, None, group)]
    assert [each.status_code for each in answers] == [422, 422, 302]
    assert [each.body for each in Meeting.objects.all()] == [group]


def test_a_member_may_neither_prepare_copy_nor_make_a_series(group: Body, alva: User, bo: User) -> None:
    made = _new(group, alva)
    for deed in (
        lambda: _new(group, bo),
        lambda: copy_meeting(meeting=made, values={"starts_on": "2026-05-05"}, by=bo),
        lambda: make_series(meeting=made, days=[dt.date(2026, 5, 5)], name="Serie", by=bo),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert Meeting.objects.count() == 1


def test_a_copy_takes_the_agenda_and_leaves_what_happened(group: Body, alva: User) -> None:
    made = _new(group, alva, starts_at=dt.time(13), place="Stockholm")
    point = made.agenda.get(number="3")
    add_item(meeting=made, values={"number": "3.1", "title_sv": "Export", "parent": point}, by=alva)
    add_decision(meeting=made, values={"text_sv": "Ja"}, by=alva)
    record_attendance(meeting=made, values={"person": factories.person("Bea")}, by=alva)
    copy = copy_meeting(meeting=made, values={"starts_on": "2026-05-05"}, by=alva)
    assert (copy.starts_at, copy.place, copy.follows, copy.kind) == (dt.time(13), "Stockholm", made, "group_meeting")
    assert [(each.number, each.title_sv) for each in copy.agenda.all()] == [
        (each.number, each.title_sv) for each in made.agenda.all()
    ]
    assert str(copy.agenda.get(number="3.1").parent) == "3 Presentationer"
    assert copy.agenda.get(number="3.1").parent != point
    assert (copy.decisions.count(), copy.attendance.count(), str(copy.organisers.get())) == (0, 0, "Regeringskansliet")


@pytest.mark.parametrize(
    ("start", "every", "unit", "days"),
    [
        ("2026-03-03", 2, "weeks", ["2026-03-17", "2026-03-31"]),
        ("2026-03-03", 1, "months", ["2026-04-07", "2026-05-05"]),
        ("2026-03-31", 1, "months", ["2026-04-28", "2026-05-26"]),
        ("2026-11-10", 3, "months", ["2027-02-09", "2027-05-11"]),
    ],
    ids=["weeks", "first Tuesday", "last Tuesday", "over the year"],
)
def test_a_series_keeps_the_weekday(start: str, every: int, unit: Unit, days: list[str]) -> None:
    found = days_every(dt.date.fromisoformat(start), every=every, unit=unit, times=2)
    assert [each.isoformat() for each in found] == days


def test_a_series_is_made_whole_and_each_follows_the_one_before(group: Body, alva: User) -> None:
    made = _new(group, alva)
    series = make_series(meeting=made, days=[dt.date(2026, 6, 2), dt.date(2026, 4, 7)], name="Möten 2026", by=alva)
    rows = list(series.meetings.order_by("starts_on"))
    assert [(each.starts_on, each.follows) for each in rows[1:]] == [("2026-04-07", made), ("2026-06-02", rows[1])]
    assert [each.agenda.count() for each in rows] == [7, 7, 7]


def test_a_series_with_a_day_that_is_taken_makes_nothing(group: Body, alva: User) -> None:
    made = _new(group, alva)
    with pytest.raises(Refused, match="2026-03-03"):
        make_series(meeting=made, days=[dt.date(2026, 4, 7), dt.date(2026, 3, 3)], name="Möten", by=alva)
    assert (Meeting.objects.count(), MeetingSeries.objects.count()) == (1, 0)


def test_what_is_made_is_what_was_shown(group: Body, alva: User, browse: Browse) -> None:
    made, client = _new(group, alva), browse(alva)
    factories.meeting("Ett annat", body=group, starts_on="2026-03-31")
    page = reverse("meetings:meeting-series", args=[made.slug])
    typed = {"name": "Möten 2026", "every": "4", "unit": "weeks", "times": "2", "listed": ""}
    shown = client.post(page, typed)
    assert [(str(each.day), each.clash) for each in shown.context["days"]] == [
        ("2026-03-31", "Ett annat"), ("2026-04-28", ""),
    ]  # fmt: skip
    seen = "2026-03-31 2026-04-28"
    changed = client.post(page, {**typed, "times": "3", "gor": "1", "seen": seen})
    assert (changed.status_code, len(changed.context["days"]), Meeting.objects.count()) == (200, 3, 2)
    assert client.post(page, {**typed, "gor": "1", "seen": seen}).status_code == 302
    assert Meeting.objects.count() == 4


def test_days_can_be_listed_and_a_wrong_one_is_named(group: Body, alva: User, browse: Browse) -> None:
    page, client = reverse("meetings:meeting-series", args=[_new(group, alva).slug]), browse(alva)
    typed = {"name": "Möten", "listed": "7 april 2026\n2 juni 2026"}
    assert [str(each.day) for each in client.post(page, typed).context["days"]] == ["2026-04-07", "2026-06-02"]
    wrong = client.post(page, {**typed, "listed": "7 april 2026\nsnart"})
    assert (wrong.status_code, wrong.context["form"].errors) == (
        422, {"listed": ["”snart” är ingen dag. Skriv till exempel 2026-03-03."]},
    )  # fmt: skip
    empty = client.post(page, {"name": "Möten"})
    assert set(empty.context["form"].errors) == {"every", "times"}
