"""A meeting's page in its phases: what is left to do before it, on the day and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Access, Body
from kraftsamla.core.clock import today
from kraftsamla.meetings.models import Invitation, Meeting, Minutes
from kraftsamla.meetings.operations import record_attendance
from kraftsamla.meetings.operations.preparing import prepare_meeting
from kraftsamla.meetings.overviews import MeetingOverview
from kraftsamla.meetings.presets import preset_of
from tests import factories

Browse = Callable[[User], Client]
MOMENT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@pytest.fixture
def group(db: None) -> Body:
    return factories.body()


@pytest.fixture
def coming(group: Body, alva: User) -> Meeting:
    day = (today() + dt.timedelta(days=30)).isoformat()
    return prepare_meeting(preset=preset_of("group_meeting"), values={"body": group, "starts_on": day}, by=alva)


def _shown(meeting: Meeting, client: Client) -> MeetingOverview:
    overview: MeetingOverview = client.get(reverse("meetings:meeting", args=[meeting.slug])).context["overview"]
    return overview


def _left(meeting: Meeting, client: Client) -> list[str]:
    return [each.text for each in _shown(meeting, client).todos]


def test_before_it_says_what_is_missing_until_nothing_is(coming: Meeting, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert _left(coming, client) == [
        "Bestäm när mötet börjar.", "Bestäm var mötet hålls.", "Lägg in länken för dem som deltar på distans.",
        "Bestäm vem som är ordförande.", "Ingen är inbjuden.",
    ]  # fmt: skip
    Meeting.objects.filter(pk=coming.pk).update(
        starts_at=dt.time(13), ends_at=dt.time(15), place="Lund", link="https://example.org/", chair=factories.person()
    )
    for name, sent, reply in (("Ada", MOMENT, "room"), ("Bea", MOMENT, "none"), ("Cilla", None, "none")):
        Invitation.objects.create(meeting=coming, name=name, sent_at=sent, reply=reply)
    coming.agenda.filter(number="1").update(minutes=None)
    assert _left(coming, client) == [
        "1 punkt saknar tid.", "Dagordningen är 50 minuter för lång.", "1 inbjudan är inte skickad.",
        "1 inbjuden har inte svarat.",
    ]  # fmt: skip


def test_the_phase_follows_the_day_and_what_was_opened_and_closed(
    coming: Meeting, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    phases = []
    for values in (
        {}, {"opened_at": MOMENT}, {"closed_at": MOMENT}, {"opened_at": None, "closed_at": None, "starts_on": "2021"},
        {"cancelled_at": MOMENT, "cancelled_why": "För få"},
    ):  # fmt: skip
        Meeting.objects.filter(pk=coming.pk).update(**{"changed_at": MOMENT, **values})
        phases.append(_shown(coming, client).phase)
    assert phases == ["before", "now", "after", "after", "cancelled"]
    page = client.get(reverse("meetings:meeting", args=[coming.slug])).content.decode()
    assert ("För få" in page, _left(coming, client)) == (True, [])


def test_after_it_says_what_remains(group: Body, alva: User, browse: Browse) -> None:
    client, held = browse(alva), factories.meeting("Hållet", body=group, starts_on="2021-03-03")
    assert _left(held, client) == [
        "Anteckna vilka som deltog.", "Sätt ihop anteckningarna.", "Bestäm nästa möte."
    ]  # fmt: skip
    record_attendance(meeting=held, values={"person": factories.person()}, by=alva)
    Minutes.objects.create(meeting=held)
    factories.meeting("Nästa", body=group, starts_on="2021-05-05")
    assert _left(held, client) == ["Anteckningarna är inte publicerade."]
    Minutes.objects.update(state="published")
    assert _left(held, client) == []


def test_a_member_is_shown_the_meeting_and_not_the_work(
    group: Body, coming: Meeting, bo: User, elsa: User, browse: Browse
) -> None:
    Access.objects.create(body=group, user=elsa, right="work")
    assert (_left(coming, browse(bo)), len(_left(coming, browse(elsa)))) == ([], 5)
    steps = browse(bo).get(reverse("meetings:meeting", args=[coming.slug])).content.decode()
    listed = [name for name in ("dagordning", "handlingar", "inbjudna", "nu", "anteckningar") if f"/{name}/\"" in steps]
    assert listed == ["dagordning", "handlingar", "anteckningar"]


def test_whoever_works_in_a_body_is_offered_a_new_meeting(
    group: Body, alva: User, bo: User, elsa: User, browse: Browse
) -> None:
    Access.objects.create(body=group, user=elsa, right="work")
    page = reverse("meetings:meeting-list")
    offered = [reverse("meetings:meeting-add") in browse(user).get(page).content.decode() for user in (alva, elsa, bo)]
    assert offered == [True, True, False]
