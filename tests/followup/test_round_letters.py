"""The letters that a round and a follow-up cause: who gets one when, and what it opens."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now, today
from kraftsamla.followup.models import Answer, FollowUp, UpdateRound
from kraftsamla.followup.notices import followups, rounds
from kraftsamla.followup.operations import (
    create_followup,
    redirect_answer,
    take_up_silence,
)
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.operations import send_letters
from kraftsamla.strategy.models import Action
from tests import factories
from tests.followup.conftest import Browse, Sheet, contact, opened, update_round

DAY = dt.timedelta(days=1)


def said(at: dt.datetime) -> list[tuple[str, str]]:
    """Address and the last part of the key of every letter item."""
    return [(item.email, item.key.split(":", 2)[2].rsplit(":", 1)[0]) for item in rounds.collect(at)]


def test_the_question_moves_from_contact_to_deputy_to_lead_to_the_office(
    open_one: UpdateRound, agency: Organisation, alva: User
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    contact(agency, by=alva, name="Greta Gran", part="lead")
    heard = {week: said(now() + 7 * week * DAY + dt.timedelta(hours=1)) for week in range(6)}
    elsa, dan, greta = [f"{name}@example.org" for name in ("elsa", "dan", "greta")]
    everybody = [(elsa, "contact:reminder-2"), (dan, "deputy:ask"), (greta, "lead:ask")]
    assert heard == {
        0: [(elsa, "contact:ask")], 1: [(elsa, "contact:reminder-1")], 2: everybody[:1], 3: everybody[:2],
        4: everybody, 5: everybody,
    }  # fmt: skip
    counts = [len(take_up_silence(by=alva, at=now() + weeks * 7 * DAY)) for weeks in (4, 5, 5)]
    assert counts == [0, 1, 0]
    assert FollowUp.objects.get().owner == agency


def test_who_says_not_me_is_passed_over(
    open_one: UpdateRound, agency: Organisation, alva: User, browse: Browse
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    Recipient.objects.create(email="Elsa@example.org", name="Elsa", language="sv", pace="never", says_not_me=True)
    assert said(now() + DAY) == [("dan@example.org", "deputy:ask")]


def test_who_has_answered_is_reminded_no_more_and_thanked_once(sheet: Sheet, alva: User) -> None:
    Answer.objects.update(state="submitted", submitted_at=now(), said_by_email="elsa@example.org")
    assert said(now() + 7 * DAY) == []
    Answer.objects.update(state="accepted", decided_at=now())
    assert [item.key.rsplit(":", 1)[1] for item in rounds.collect(now() + DAY)] == ["accepted"]
    assert list(rounds.collect(now() + 60 * DAY)) == []


def test_an_answer_sent_back_is_told_with_its_reason_to_the_one_who_sent_it(sheet: Sheet) -> None:
    Answer.objects.update(
        state="returned", decided_at=now(), reason="Hur många?", said_by_email="vik@example.org", said_by="Vik"
    )
    [item] = rounds.collect(now() + DAY)
    assert (item.email, item.words.sv) == ("vik@example.org", "Hur många?")
    assert item.address().startswith("/runda/kl_")


def test_the_link_of_a_letter_opens_the_sheet(open_one: UpdateRound) -> None:
    [item] = rounds.collect(now())
    assert Client().get(item.address()).status_code == 200


def test_when_somebody_else_is_asked_the_old_link_goes_dead(sheet: Sheet, alva: User) -> None:
    redirect_answer(answer=sheet.answer, name="Ny Nilsson", title="", email="ny@example.org", language="sv", by=alva)
    assert Client().get(sheet.address).status_code == 404
    assert said(now() + DAY) == [("ny@example.org", "contact:ask")]


def test_letters_ask_the_same_number_of_questions_at_1_and_at_30_answers(actions: list[Action], alva: User) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked_of_it:
            list(rounds.collect(now() + DAY))
        return len(asked_of_it)

    contact(Organisation.objects.get(), by=alva)
    opened(update_round(by=alva), alva)
    one = count()
    for number in range(30):
        organisation = factories.organisation(f"Myndighet {number}")
        contact(organisation, by=alva, name=f"Kontakt{number} Ek")
        factories.accepted(actions[0], organisation, by=alva)
    opened(update_round(by=alva, title="Stor"), alva)
    assert (len(list(rounds.collect(now() + DAY))), count()) == (32, one)


def test_a_follow_up_is_said_when_it_is_soon_due_and_when_it_is_late(agency: Organisation, alva: User) -> None:
    contact(agency, by=alva)
    due = (today() + 30 * DAY).isoformat()
    create_followup(values={"what_sv": "Lämna siffror", "owner": agency, "due": due}, by=alva)
    keys = [[item.key.split(":")[2] for item in followups.collect(now() + days * DAY)] for days in (0, 20, 40)]
    assert keys == [[], ["soon"], ["late"]]
    [item] = followups.collect(now() + 40 * DAY)
    address = item.address()
    assert "Lämna siffror" in Client().get(address).content.decode()
    empty = Client().post(address, {"words": "", "version": "1"})
    Client().post(address, {"words": "Siffrorna är lämnade.", "version": "1"})
    point = FollowUp.objects.get()
    assert (empty.status_code, point.outcome_sv, bool(point.closed_on)) == (422, "Siffrorna är lämnade.", True)
    assert ("Tack!" in Client().get(address).content.decode(), list(followups.collect(now() + 40 * DAY))) == (True, [])


def test_the_link_page_of_another_round_is_not_opened_by_a_followup_link(sheet: Sheet) -> None:
    assert Client().get(reverse("asked:followup", args=[sheet.token])).status_code == 404


@pytest.mark.slow
def test_a_whole_year_of_daily_runs_writes_to_nobody_more_than_the_row_allows(
    open_one: UpdateRound, agency: Organisation, alva: User
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    contact(agency, by=alva, name="Greta Gran", part="lead")
    for day in range(365):
        take_up_silence(by=alva, at=now() + day * DAY)
        send_letters(by=alva, at=now() + day * DAY)
    letters = Counter(letter.to[0].split("<")[1].split("@")[0] for letter in mail.outbox)
    assert letters == {"elsa": 3, "dan": 1, "greta": 1}
    assert FollowUp.objects.count() == 1


def test_a_contact_who_comes_after_the_question_went_out_is_asked(
    actions: list[Action], agency: Organisation, alva: User
) -> None:
    opened(update_round(by=alva), alva)
    assert said(now() + DAY) == []
    contact(agency, by=alva)
    assert said(now() + DAY) == [("elsa@example.org", "contact:ask")]
