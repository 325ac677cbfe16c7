"""At most one letter a week and person, over a year."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from django.core import mail

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.letters import operations
from kraftsamla.letters.choices import LetterState, Pace
from kraftsamla.letters.models import Letter, Recipient
from kraftsamla.letters.notices.waiting import waiting
from kraftsamla.letters.operations import send_letters
from kraftsamla.letters.registry import Urgency, register_source
from tests.letters.conftest import START, Saying

DAY = dt.timedelta(days=1)


def test_a_second_run_the_same_day_sends_nothing(saying: Saying, alva: User) -> None:
    saying.add("a")
    first, second = send_letters(by=alva, at=START), send_letters(by=alva, at=START + dt.timedelta(hours=3))
    assert (first.sent, second.sent, len(mail.outbox)) == (1, 0, 1)


def test_over_a_year_of_daily_news_a_person_gets_one_letter_a_week(saying: Saying, alva: User) -> None:
    for day in range(364):
        saying.add(f"nytt-{day}", since=START + day * DAY)
        send_letters(by=alva, at=START + day * DAY)
    days = list(Letter.objects.order_by("day").values_list("day", flat=True))
    assert len(days) == 52
    assert {(later - earlier).days for earlier, later in itertools.pairwise(days)} == {7}


def test_who_wants_a_letter_a_month_gets_thirteen_a_year_and_who_wants_none_gets_none(
    saying: Saying, alva: User
) -> None:
    for email in ("manad@example.org", "aldrig@example.org"):
        saying.add("start", email=email)
    send_letters(by=alva, at=START)
    operations.choose_pace(recipient=Recipient.objects.get(email="manad@example.org"), pace=Pace.MONTHLY)
    operations.choose_pace(recipient=Recipient.objects.get(email="aldrig@example.org"), pace=Pace.NEVER)
    for day in range(364):
        for email in ("manad@example.org", "aldrig@example.org"):
            saying.add(f"nytt-{day}", email=email, since=START + day * DAY)
        send_letters(by=alva, at=START + day * DAY)
    assert Letter.objects.filter(recipient__email="manad@example.org").count() == 13
    assert Letter.objects.filter(recipient__email="aldrig@example.org").count() == 1


def test_without_anything_new_no_letter_goes_however_long_the_old_stays_open(saying: Saying, alva: User) -> None:
    saying.add("a")
    for week in range(52):
        send_letters(by=alva, at=START + 7 * week * DAY)
    assert len(mail.outbox) == 1


def test_the_most_urgent_comes_first_then_the_newest_and_last_what_is_still_open(saying: Saying, alva: User) -> None:
    saying.add("gammal", heading="Gammal fråga")
    send_letters(by=alva, at=START)
    saying.add("nyhet", urgency=Urgency.NEWS, since=START + 3 * DAY, heading="En nyhet")
    saying.add("fraga-1", since=START + 1 * DAY, heading="Äldre fråga")
    saying.add("fraga-2", since=START + 2 * DAY, heading="Nyare fråga")
    saying.add("sen", urgency=Urgency.LATE, due="2026-01-08", heading="Försenat svar")
    send_letters(by=alva, at=START + 7 * DAY)
    body = str(mail.outbox[1].body)
    headings = ("Försenat svar", "Nyare fråga", "Äldre fråga", "En nyhet", "Fortfarande öppet", "Gammal fråga")
    places = [body.index(heading) for heading in headings]
    assert places == sorted(places)
    assert mail.outbox[1].subject == "Försenat svar – och 3 saker till"
    assert "Skulle ha varit klart 8 januari 2026." in body


def test_a_letter_speaks_the_readers_language_in_text_and_html(saying: Saying, alva: User) -> None:
    saying.add("a", language="en", due="2026-02-01")
    send_letters(by=alva, at=START)
    letter = mail.outbox[0]
    assert isinstance(letter, mail.EmailMultiAlternatives)
    html = letter.alternatives[0][0]
    assert letter.subject == "Action a"
    for body in (str(letter.body), str(html)):
        assert "By 1 February 2026." in body
        assert "Say how." in body
        assert "Hej" not in body
    assert '<html lang="en">' in str(html)


def test_the_address_is_made_only_when_the_letter_goes_and_its_secret_is_not_kept(saying: Saying, alva: User) -> None:
    saying.add("a")
    assert len(waiting(START)) == 1
    assert saying.made == []
    send_letters(by=alva, at=START)
    assert saying.made == ["a"]
    assert "/svara/kl_hemlig1/" in str(mail.outbox[0].body)
    kept = Letter.objects.get()
    assert "hemlig" not in kept.text + kept.folded
    assert "kl_…" in kept.text


def test_a_letter_that_fails_is_tried_again_the_next_day_and_stops_nobody_elses(
    saying: Saying, alva: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    saying.add("a", email="borta@example.org")
    saying.add("a", email="elsa@example.org")
    whole = mail.EmailMultiAlternatives.send

    def send(self: mail.EmailMultiAlternatives) -> int:
        if "borta" in self.to[0]:
            raise ConnectionRefusedError("mail server away")
        return whole(self)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send)
    outcome = send_letters(by=alva, at=START)
    assert (outcome.sent, outcome.failed) == (1, 1)
    failed = Letter.objects.get(state=LetterState.FAILED)
    assert "mail server away" in failed.fault
    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", whole)
    assert send_letters(by=alva, at=START + DAY).sent == 1


def test_a_letter_that_was_cut_off_is_never_sent_twice(
    saying: Saying, alva: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    saying.add("a")

    class PowerCut(BaseException):
        pass

    def cut(*_: object, **__: object) -> int:
        raise PowerCut

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", cut)
    with pytest.raises(PowerCut):
        send_letters(by=alva, at=START)
    monkeypatch.undo()
    assert Letter.objects.get().state == LetterState.SENDING
    assert send_letters(by=alva, at=START + DAY).sent == 0


def test_an_invitation_goes_along_with_its_letter_once(saying: Saying, alva: User) -> None:
    saying.add("mote", attached=b"BEGIN:VCALENDAR")
    send_letters(by=alva, at=START)
    saying.add("b", since=START + DAY)
    send_letters(by=alva, at=START + 7 * DAY)
    assert [len(letter.attachments) for letter in mail.outbox] == [1, 0]


def test_only_those_who_coordinate_or_operate_send(saying: Saying, bo: User, cia: User, dag: User) -> None:
    saying.add("a")
    for refused in (bo, cia):
        with pytest.raises(NotAllowed):
            send_letters(by=refused, at=START)
    assert send_letters(by=dag, at=START).sent == 1


def test_a_recipient_can_be_erased_but_a_no_is_remembered(saying: Saying, alva: User) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    recipient = Recipient.objects.get()
    operations.say_not_me(recipient=recipient)
    with pytest.raises(Refused, match="sagt nej"):
        operations.erase_recipient(recipient=recipient, by=alva)
    operations.change_pace(recipient=recipient, pace=Pace.WEEKLY, by=alva)
    operations.erase_recipient(recipient=recipient, by=alva)
    assert not Letter.objects.exists()
    assert "elsa" not in str(list(Entry.objects.filter(event="recipient.erased").values()))


def test_a_source_can_be_registered_once(saying: Saying) -> None:
    with pytest.raises(ValueError, match="twice"):
        register_source("test", lambda at: [])


def test_a_long_heading_makes_a_short_subject(saying: Saying, alva: User) -> None:
    saying.add("a", heading="Mycket lång rubrik med åtskilliga ord " * 10 + "\nradbrytning")
    send_letters(by=alva, at=START)
    assert len(mail.outbox[0].subject) < 130
