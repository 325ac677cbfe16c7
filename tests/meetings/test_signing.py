"""Signing up: who gets a place, who waits, and how long what they wrote is kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account, system_account
from kraftsamla.audit.models import Entry
from kraftsamla.config.cli import main
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.models import Registration, SignUp
from kraftsamla.meetings.operations import (
    ask_for_place,
    cancel_place,
    change_registration,
    confirm,
    erase_due,
    erase_registration,
    set_up,
)
from kraftsamla.meetings.operations import signing as deeds
from tests.meetings.signing_case import conference, letters_to

GOING, WAITING = SignUpState.GOING, SignUpState.WAITING


def test_a_place_is_taken_when_the_letter_is_answered_and_not_before(alva: User) -> None:
    held = conference(alva, room=1)
    asked = held.asks("Ada")
    assert (asked.state, letters_to("Ada")) == (SignUpState.ASKED, ["Bekräfta din anmälan: Konferens"])
    assert held.comes("Bea").state == GOING
    assert confirm(registration=asked, by=link_account()).state == WAITING
    assert letters_to("Ada")[-1] == "Du står på väntelistan: Konferens"


def test_confirming_twice_takes_one_place_and_sends_one_letter(alva: User) -> None:
    held = conference(alva, room=2)
    ada = held.comes("Ada")
    confirm(registration=ada, by=link_account())
    assert len(letters_to("Ada")) == 2


def test_room_and_distance_are_counted_apart_and_none_is_no_limit(alva: User) -> None:
    held = conference(alva, room=1, remote=None)
    held.comes("Ada")
    states = [held.comes(name, Mode.REMOTE).state for name in ("Bea", "Cai", "Dan")]
    assert (states, held.comes("Eva").state) == ([GOING] * 3, WAITING)


def test_when_somebody_cancels_the_one_who_waited_longest_gets_the_place_and_a_letter(alva: User) -> None:
    held = conference(alva, room=1)
    ada = held.comes("Ada")
    for name in ("Bea", "Cai"):
        held.comes(name)
    cancel_place(registration=ada, by=link_account())
    assert [held.state(name) for name in ("Ada", "Bea", "Cai")] == [SignUpState.CANCELLED, GOING, WAITING]
    assert (letters_to("Bea")[-1], letters_to("Cai")[-1]) == (
        "Du har fått en plats: Konferens", "Du står på väntelistan: Konferens",
    )  # fmt: skip


def test_more_places_go_to_those_who_wait(alva: User) -> None:
    held = conference(alva, room=1)
    for name in ("Ada", "Bea", "Cai", "Dan"):
        held.comes(name)
    set_up(meeting=held.meeting, values={"room_places": 3}, version=1, by=alva)
    assert [held.state(name) for name in ("Bea", "Cai", "Dan")] == [GOING, GOING, WAITING]


def test_places_are_never_fewer_than_those_who_have_one(alva: User) -> None:
    held = conference(alva, room=3)
    for name in ("Ada", "Bea"):
        held.comes(name)
    with pytest.raises(ValidationError, match="2 är redan anmälda"):
        set_up(meeting=held.meeting, values={"room_places": 1}, version=1, by=alva)
    assert SignUp.objects.get().room_places == 3


def test_who_comes_while_others_wait_does_not_pass_the_queue(alva: User, monkeypatch: pytest.MonkeyPatch) -> None:
    held = conference(alva, room=1)
    held.comes("Ada")
    held.comes("Bea")
    Registration.objects.filter(name="Ada").update(state=SignUpState.CANCELLED)
    assert held.comes("Cai").state == WAITING


def test_two_who_confirm_at_once_never_share_the_last_place(alva: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other confirms between the lock of the first and its count: what the lock is for. Behind the lock the count
    is taken anew, so whichever comes second finds the place taken."""
    held = conference(alva, room=1)
    ada, bea = held.asks("Ada"), held.asks("Bea")
    locked = deeds._locked
    raced: list[Any] = []

    def in_between(sign_up: SignUp) -> SignUp:
        if not raced:
            raced.append(None)
            confirm(registration=bea, by=link_account())
        return locked(sign_up)

    monkeypatch.setattr(deeds, "_locked", in_between)
    confirm(registration=ada, by=link_account())
    assert sorted([held.state("Ada"), held.state("Bea")]) == [GOING, WAITING]


def test_changing_the_way_keeps_the_place_when_the_other_is_full_and_frees_it_otherwise(alva: User) -> None:
    held = conference(alva, room=1, remote=1)
    ada = held.comes("Ada")
    bea = held.comes("Bea", Mode.REMOTE)
    held.comes("Cai", Mode.REMOTE)
    with pytest.raises(ValidationError, match="Du har kvar den plats du har"):
        change_registration(registration=bea, values={"mode": Mode.ROOM}, by=link_account())
    cancel_place(registration=ada, by=link_account())
    change_registration(registration=bea, values={"mode": Mode.ROOM, "name": "Bea B"}, by=link_account())
    assert (held.state("Bea B"), held.state("Cai")) == (GOING, GOING)


def test_the_same_answer_is_given_whether_an_address_is_known_or_not(alva: User) -> None:
    held = conference(alva)
    held.comes("Ada")
    values = {"name": "Någon annan", "mode": Mode.ROOM, "language": "sv"}
    answers = [
        ask_for_place(sign_up=held.sign_up, values={**values, "email": email}, by=link_account())
        for email in ("ADA@example.org", "ny@example.org")
    ]
    assert answers == [True, True]
    assert letters_to("Ada")[-1] == "Din anmälan: Konferens"
    assert Registration.objects.get(email="ada@example.org").name == "Ada"


def test_who_has_not_confirmed_may_ask_again_with_other_words(alva: User) -> None:
    held = conference(alva)
    held.asks("Ada", organisation_name="Fle")
    held.asks("Ada", organisation_name="Fel rättat")
    assert Registration.objects.get().organisation_name == "Fel rättat"


def test_nobody_signs_up_before_it_opens_after_it_closes_or_when_the_meeting_is_off(alva: User) -> None:
    held = conference(alva)
    tomorrow, yesterday = ((today() + dt.timedelta(days=days)).isoformat() for days in (1, -1))
    for period in ({"opens_on": tomorrow}, {"opens_on": yesterday, "closes_on": yesterday}):
        SignUp.objects.update(**period)
        held.sign_up.refresh_from_db()
        with pytest.raises(Refused, match="inte att anmäla"):
            held.asks("Ada")
    SignUp.objects.update(closes_on=tomorrow)
    held.sign_up.refresh_from_db()
    held.sign_up.meeting.cancelled_at = now()
    with pytest.raises(Refused, match="inte att anmäla"):
        held.asks("Ada")


def test_what_was_written_is_erased_when_its_time_is_over_and_the_counts_are_left(alva: User) -> None:
    held = conference(alva)
    ada = held.comes("Ada", organisation_name="Prov AB", title="vd")
    day = dt.date.fromisoformat(held.meeting.starts_on)
    assert erase_due(by=system_account(), on=day + dt.timedelta(days=30)) == 0
    assert erase_due(by=system_account(), on=day + dt.timedelta(days=31)) == 1
    ada.refresh_from_db()
    assert (ada.name, ada.organisation_name, ada.title, ada.email, ada.consent) == ("", "", "", "", "")
    assert (ada.state, ada.erased_at is not None) == (GOING, True)
    assert Entry.objects.get(event="sign_up.erased").note == "1"
    assert erase_due(by=system_account(), on=day + dt.timedelta(days=31)) == 0


def test_an_address_that_was_never_confirmed_is_erased_after_a_week(alva: User) -> None:
    held = conference(alva)
    held.asks("Ada")
    Registration.objects.update(asked_at=now() - dt.timedelta(days=8))
    assert erase_due(by=system_account(), on=today()) == 1
    assert list(Registration.objects.values_list("email", "state")) == [("", SignUpState.CANCELLED)]


def test_the_daily_command_erases(alva: User, capsys: pytest.CaptureFixture[str]) -> None:
    held = conference(alva)
    held.asks("Ada")
    Registration.objects.update(asked_at=now() - dt.timedelta(days=8))
    assert main(["letters"]) == 0
    assert "1 anmälda till möten är raderade" in capsys.readouterr().out


def test_who_asks_to_be_erased_is_cancelled_and_the_place_goes_on(alva: User) -> None:
    held = conference(alva, room=1)
    ada = held.comes("Ada")
    held.comes("Bea")
    erase_registration(registration=ada, by=link_account())
    ada.refresh_from_db()
    assert (ada.name, ada.state, held.state("Bea")) == ("", SignUpState.CANCELLED, GOING)


def test_the_log_names_nobody_who_signed_up(alva: User) -> None:
    held = conference(alva)
    cancel_place(registration=held.comes("Ada"), by=alva)
    erase_registration(registration=held.comes("Bea"), by=alva)
    told = " ".join(f"{each.subject_name} {each.changes} {each.note}" for each in Entry.objects.all())
    assert [name in told for name in ("Ada", "Bea", "example.org")] == [False] * 3


def test_a_member_sees_and_sets_up_nothing(alva: User, bo: User) -> None:
    held = conference(alva)
    with pytest.raises(NotAllowed):
        set_up(meeting=held.meeting, values={"room_places": 3}, version=1, by=bo)
    with pytest.raises(NotAllowed):
        erase_due(by=bo, on=today())


def test_a_letter_that_cannot_go_loses_nothing(alva: User, settings: Any) -> None:
    held = conference(alva)
    settings.EMAIL_BACKEND = "tests.meetings.signing_case.Unreachable"
    values = {"name": "Ada", "email": "ada@example.org", "mode": Mode.ROOM, "language": "sv"}
    assert ask_for_place(sign_up=held.sign_up, values=values, by=link_account()) is False
    assert (Registration.objects.count(), mail.outbox) == (1, [])
