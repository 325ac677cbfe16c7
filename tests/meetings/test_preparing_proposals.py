"""What an agenda proposes by itself, and how it is taken up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import appoint
from kraftsamla.followup.operations import close_followup
from kraftsamla.meetings.assembly.agenda import Proposal, proposals_for
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations import add_decision, add_presentation, ask_at, link_followup
from kraftsamla.meetings.operations.agenda import change_item
from kraftsamla.meetings.operations.preparing import Pick, add_point, take_up
from kraftsamla.strategy.operations import add_milestone, assign, report_status
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


def _keys(meeting: Meeting) -> list[tuple[str, str, bool]]:
    return [(each.origin, each.title.sv, each.wanted) for each in proposals_for(meeting, at=TODAY)]


def test_an_open_follow_up_is_proposed_until_it_is_closed(earlier: Meeting, meeting: Meeting, alva: User) -> None:
    point = factories.followup("Skicka siffror", due="2026-05")
    link_followup(meeting=earlier, followup=point, by=alva)
    link_followup(meeting=factories.meeting("Ett annat organs"), followup=factories.followup("Annat"), by=alva)
    (proposal,) = proposals_for(meeting, at=TODAY)
    assert (proposal.title.sv, proposal.why, proposal.wanted) == ("Skicka siffror", "Skulle ha varit klart.", True)
    take_up(meeting=meeting, picks=[Pick(proposal, None)], by=alva)
    assert (_keys(meeting), list(meeting.agenda.get().followups.all())) == ([], [point])
    later = factories.meeting("Mötet därpå", body=meeting.body, starts_on="2027-01-12")
    assert _keys(later) == [("followup", "Skicka siffror", True)]
    close_followup(followup=point, on="2026-12-01", outcome_sv="Skickat", version=point.version, by=alva)
    assert _keys(later) == []


def test_a_proposal_is_discussed_and_a_task_is_followed_up(earlier: Meeting, meeting: Meeting, alva: User) -> None:
    for what, kind in (("Uppgift", "task"), ("Förslag", "proposal"), ("Begäran", "request")):
        link_followup(meeting=earlier, followup=factories.followup(what, kind=kind), by=alva)
    told = {each.title.sv: (each.purpose, each.why) for each in proposals_for(meeting, at=TODAY)}
    assert told == {
        "Uppgift": ("follow_up", "Öppen sedan ett tidigare möte."),
        "Förslag": ("discuss", "Ett förslag som inte är besvarat."),
        "Begäran": ("discuss", "En begäran som inte är besvarad."),
    }


def test_actions_that_are_silent_or_late_are_proposed_where_they_concern_the_body(
    group: Body, earlier: Meeting, meeting: Meeting, alva: User
) -> None:
    strategy, agency = factories.strategy(), factories.organisation()
    member = {"body": group, "person": factories.person(), "on_behalf_of": agency, "valid_from": "2020"}
    appoint(values=member, by=alva)
    silent, late, fresh, done, others = (
        factories.action(strategy, title) for title in ("Tyst", "Sen", "Färsk", "Klar", "Andras")
    )
    for action, on, progress in (
        (silent, "2026-01-01", "under_way"), (late, "2026-11-01", "under_way"), (fresh, "2026-11-01", "under_way"),
        (done, "2025-01-01", "done"), (others, "2025-01-01", "under_way"),
    ):  # fmt: skip
        report_status(action=action, values={"on": on, "progress": progress}, by=alva)
        if action != others:
            assign(action=action, organisation=agency, role="responsible", by=alva)
    add_milestone(action=late, values={"title_sv": "Hubben", "due": "2026-10"}, by=alva)
    add_milestone(action=fresh, values={"title_sv": "Hubben", "due": "2026-11"}, by=alva)
    assert [(each.title.sv, each.why) for each in proposals_for(meeting, at=TODAY)] == [
        ("Sen", "Ett delmål har passerat sin dag."), ("Tyst", "Ingen har berättat om läget på ett halvår."),
    ]  # fmt: skip
    decision = add_decision(meeting=earlier, values={"text_sv": "Vi följer den", "actions": [others]}, by=alva)
    assert [each.title.sv for each in proposals_for(meeting, at=TODAY)] == ["Sen", "Andras", "Tyst"]
    assert list(others.decisions.all()) == [decision]


def test_open_questions_and_points_that_were_not_reached_are_proposed(
    earlier: Meeting, meeting: Meeting, alva: User
) -> None:
    reached, missed = _points(earlier, alva, ("Inledning", 5, ""), ("Hanns inte", 25, "present"))
    _points(earlier, alva, ("Paus", 5, "break"))
    asked = [factories.question("Öppen?"), factories.question("Klar?", handling="answered")]
    ask_at(item=reached, questions=asked, by=alva)
    change_item(item=missed, values={"intro_sv": "Bakgrund"}, by=alva)
    add_presentation(item=missed, values={"person": factories.person("Gunvor Ek"), "topic_sv": "Läget"}, by=alva)
    assert _keys(meeting) == [("question", "Öppen?", False)]
    now = dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    AgendaItem.objects.filter(pk=reached.pk).update(opened_at=now)
    Meeting.objects.filter(pk=earlier.pk).update(opened_at=now, closed_at=now)
    assert _keys(meeting) == [("item", "Hanns inte", True), ("question", "Öppen?", False)]
    (proposal, _question) = proposals_for(meeting, at=TODAY)
    take_up(meeting=meeting, picks=[Pick(proposal, None)], by=alva)
    item = meeting.agenda.get()
    assert (item.title_sv, item.minutes, item.intro_sv, item.presentations.get().topic_sv) == (
        "Hanns inte", 25, "Bakgrund", "Läget",
    )  # fmt: skip
    assert _keys(meeting) == [("question", "Öppen?", False)]


def test_the_officer_ticks_what_goes_where(earlier: Meeting, meeting: Meeting, alva: User, browse: Browse) -> None:
    one, two, three = (factories.followup(what) for what in ("Ett", "Två", "Tre"))
    for point in (one, two, three):
        link_followup(meeting=earlier, followup=point, by=alva)
    (back,) = _points(meeting, alva, ("Uppföljning", 15, "follow_up"))
    page, client = reverse("meetings:agenda-proposals", args=[meeting.slug]), browse(alva)
    form = client.get(page).context["form"]
    assert (form[f"take-followup-{one.pk}"].value(), form[f"at-followup-{one.pk}"].value()) == (True, str(back.pk))
    typed = {
        f"take-followup-{one.pk}": "on", f"at-followup-{one.pk}": str(back.pk), f"take-followup-{two.pk}": "on",
        f"at-followup-{two.pk}": "", f"at-followup-{three.pk}": "",
    }  # fmt: skip
    assert client.post(page, typed)["Location"] == reverse("meetings:agenda", args=[meeting.slug])
    assert [(str(each), list(each.followups.all())) for each in meeting.agenda.all()] == [
        ("1 Uppföljning", [one]), ("2 Två", [two]),
    ]  # fmt: skip
    wrong = client.post(page, {f"take-followup-{three.pk}": "on", f"at-followup-{three.pk}": "99999"})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {f"at-followup-{three.pk}"})


def test_a_proposal_has_a_key_of_its_own(earlier: Meeting, meeting: Meeting, alva: User) -> None:
    link_followup(meeting=earlier, followup=factories.followup(), by=alva)
    ask_at(
        item=_points(earlier, alva, ("Ett", 5, ""))[0], questions=[factories.question()], by=alva
    )  # fmt: skip
    found: tuple[Proposal, ...] = proposals_for(meeting, at=TODAY)
    assert len({each.key for each in found}) == 2
