"""Rounds: whom they ask, and their one door."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.followup.models import Answer, UpdateRound
from kraftsamla.followup.notices import rounds
from kraftsamla.followup.operations import (
    close_round,
    open_round,
    reopen_round,
    withdraw_round,
)
from kraftsamla.followup.overviews.rounds import preview_of
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import report_status
from tests import factories
from tests.followup.conftest import Browse, Sheet, opened, update_round

DAY = dt.timedelta(days=1)


def asked(the_round: UpdateRound) -> list[tuple[str, list[str]]]:
    answers = the_round.answers.prefetch_related("points__action")
    return [(str(answer.organisation), [str(point) for point in answer.points.all()]) for answer in answers]


def test_a_round_asks_those_responsible_for_what_is_not_finished(actions: list[Action], alva: User) -> None:
    report_status(action=actions[0], values={"on": "2022-01-01", "progress": "done"}, by=alva)
    partner = factories.organisation("Medverkande")
    factories.accepted(actions[1], partner, role="partner", by=alva)
    assert asked(opened(update_round(by=alva), alva)) == [
        ("Myndigheten för prov", ["Öppna registret", "Utbilda fler"])
    ]  # fmt: skip


def test_a_round_can_ask_only_where_nothing_has_been_said_lately(actions: list[Action], alva: User) -> None:
    report_status(action=actions[0], values={"on": today().isoformat(), "progress": "under_way"}, by=alva)
    assert asked(opened(update_round(by=alva, stale_days=90), alva)) == [
        ("Myndigheten för prov", ["Öppna registret", "Utbilda fler"])
    ]  # fmt: skip


def test_a_round_can_ask_within_an_area_an_objective_and_some_organisations(actions: list[Action], alva: User) -> None:
    strategy = Strategy.objects.get()
    area = factories.area(strategy)
    objective = factories.objective(area)
    actions[0].objectives.add(objective)
    actions[1].areas.add(area)
    other = factories.organisation("Region Prov")
    factories.accepted(actions[0], other, by=alva)
    everybody = [str(part.action) for part in update_round(by=alva, areas=[area]).parts_asked(at=today())]
    assert sorted(everybody) == ["Bygga hubben", "Bygga hubben", "Öppna registret"]
    narrow = update_round(by=alva, title="Smal", objectives=[objective], organisations=[other])
    assert asked(opened(narrow, alva)) == [("Region Prov", ["Bygga hubben"])]


def test_the_preview_says_whom_it_burdens_and_how_much(sheet: Sheet, alva: User) -> None:
    draft = update_round(by=alva, title="Nästa")
    [burden] = preview_of(draft, at=today()).burdens
    assert (burden.points, burden.minutes, burden.open_rounds, burden.contact is not None, burden.is_often) == (
        3, None, 1, True, True,
    )  # fmt: skip
    Answer.objects.update(seconds=360, submitted_at=now())
    [burden] = preview_of(draft, at=today()).burdens
    assert burden.minutes == 6


def test_nobody_is_asked_by_a_draft(actions: list[Action], alva: User) -> None:
    update_round(by=alva)
    assert (Answer.objects.count(), list(rounds.collect(now()))) == (0, [])


def test_a_round_without_anybody_to_ask_stays_a_draft(alva: User) -> None:
    empty = update_round(by=alva)
    with pytest.raises(Refused):
        open_round(the_round=empty, version=empty.version, by=alva)
    assert (UpdateRound.objects.get().state, Answer.objects.count()) == ("draft", 0)


def test_a_round_goes_from_draft_to_open_to_closed_and_open_again_with_a_reason(
    open_one: UpdateRound, alva: User
) -> None:
    with pytest.raises(Refused):
        open_round(the_round=open_one, version=open_one.version, by=alva)
    with pytest.raises(Refused):
        withdraw_round(the_round=open_one, by=alva)
    close_round(the_round=open_one, version=open_one.version, by=alva)
    later = today() + 30 * DAY
    with pytest.raises(ValidationError):
        reopen_round(the_round=open_one, reason=" ", deadline=later, version=open_one.version, by=alva)
    reopen_round(the_round=open_one, reason="Två bad om mer tid.", deadline=later, version=open_one.version, by=alva)
    kept = UpdateRound.objects.get()
    assert (kept.state, kept.deadline, kept.closed_at) == ("open", later, None)


def test_a_round_is_not_opened_twice_at_once(actions: list[Action], alva: User) -> None:
    first, second = update_round(by=alva), UpdateRound.objects.get()
    open_round(the_round=first, version=1, by=alva)
    with pytest.raises((Stale, Refused)):
        open_round(the_round=second, version=1, by=alva)
    assert Answer.objects.count() == 1


def test_a_member_may_not_open_a_round(actions: list[Action], alva: User, bo: User) -> None:
    draft = update_round(by=alva)
    with pytest.raises(NotAllowed):
        open_round(the_round=draft, version=draft.version, by=bo)


def test_a_round_is_made_in_the_browser_and_shows_whom_it_burdens(
    actions: list[Action], alva: User, browse: Browse
) -> None:
    typed = {
        "title_sv": "Läget i maj", "readers_sv": "Kansliet.", "deadline": (today() + 14 * DAY).isoformat(),
        "remind_every": "7", "remind_most": "2", "asks_results": "on",
    }  # fmt: skip
    client = browse(alva)
    wrong = client.post(reverse("followup:round-add"), {**typed, "remind_every": "1"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["remind_every"])
    made = client.post(reverse("followup:round-add"), typed)
    assert "ingen kontakt" in client.get(made["Location"]).content.decode()
    client.post(reverse("followup:round-open", args=["laget-i-maj"]))
    assert UpdateRound.objects.get().is_open
