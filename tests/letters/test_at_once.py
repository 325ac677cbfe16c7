"""What cannot wait goes at once, whatever the pace, and is not said again by the weekly letter."""

from __future__ import annotations

import datetime as dt
from email.message import Message

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed
from kraftsamla.letters import operations
from kraftsamla.letters.choices import LetterState, Pace
from kraftsamla.letters.models import Letter, Recipient
from kraftsamla.letters.operations import Unreached, send_at_once, send_letters
from tests.letters.conftest import START, Saying

DAY = dt.timedelta(days=1)
FILE = "BEGIN:VCALENDAR\r\nSUMMARY:Möte på Åland\r\nEND:VCALENDAR\r\n".encode()
REQUEST = "text/calendar; method=REQUEST"


def test_a_person_gets_one_letter_at_once_with_everything_in_it(saying: Saying, bo: User) -> None:
    saying.add("kallelse", heading="Kallelse")
    saying.add("inställt", email="ELSA@example.org", heading="Inställt")
    saying.add("kallelse", email="stina@example.org")
    outcome = send_at_once(items=saying, by=bo, at=START)
    assert (outcome.sent, outcome.failed, outcome.refused) == (2, 0, 0)
    assert outcome.said == {"kallelse", "inställt"}
    assert [letter.subject for letter in mail.outbox] == ["Inställt – och 1 sak till", "Åtgärd kallelse"]
    assert set(Letter.objects.values_list("state", "at_once")) == {(LetterState.SENT, True)}


def test_it_neither_stops_the_weekly_letter_nor_is_stopped_by_it(saying: Saying, alva: User) -> None:
    saying.add("vecka")
    assert send_letters(by=alva, at=START).sent == 1
    saying.add("kallelse")
    assert send_at_once(items=saying[1:], by=alva, at=START).sent == 1
    saying.add("ändring")
    assert send_at_once(items=saying[2:], by=alva, at=START).sent == 1
    saying.add("nästa vecka")
    assert send_letters(by=alva, at=START + 6 * DAY).sent == 0
    assert send_letters(by=alva, at=START + 7 * DAY).sent == 1
    weekly = mail.outbox[-1]
    assert weekly.subject == "Åtgärd nästa vecka"
    assert "Åtgärd kallelse" in str(weekly.body).split("Fortfarande öppet")[1]


def test_what_was_said_at_once_is_no_news_to_the_weekly_letter(saying: Saying, alva: User) -> None:
    saying.add("kallelse")
    send_at_once(items=saying, by=alva, at=START)
    assert send_letters(by=alva, at=START + 30 * DAY).sent == 0


def test_pressed_twice_the_button_sends_once_and_says_so(saying: Saying, alva: User) -> None:
    saying.add("kallelse")
    first = send_at_once(items=saying, by=alva, at=START)
    second = send_at_once(items=saying, by=alva, at=START)
    assert (first.sent, second.sent, len(mail.outbox)) == (1, 0, 1)
    assert second.said == {"kallelse"}


@pytest.mark.parametrize("no", ["never", "not-me"])
def test_who_has_said_no_gets_none_and_stands_in_the_list_of_those_to_telephone(
    no: str, saying: Saying, browse_as: Client, alva: User
) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    recipient = Recipient.objects.get()
    if no == "never":
        operations.choose_pace(recipient=recipient, pace=Pace.NEVER)
    else:
        operations.say_not_me(recipient=recipient)
    saying.add("kallelse", heading="Kallelse till styrgruppen")
    outcome = send_at_once(items=saying[1:], by=alva, at=START)
    assert (outcome.sent, outcome.refused, len(mail.outbox), len(saying.made)) == (0, 1, 1, 1)
    assert outcome.unreached == [Unreached("Elsa Ek", "elsa@example.org", LetterState.REFUSED, ("kallelse",))]
    page = browse_as.get(reverse("letters:letter-list")).content.decode()
    assert "Kallelse till styrgruppen" in page
    assert "inte skickat: personen har sagt nej till brev" in page
    assert "skickat direkt" in page


def test_who_has_said_no_and_changes_their_mind_can_be_told_afterwards(saying: Saying, alva: User) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    operations.choose_pace(recipient=Recipient.objects.get(), pace=Pace.NEVER)
    saying.add("kallelse")
    send_at_once(items=saying[1:], by=alva, at=START)
    operations.choose_pace(recipient=Recipient.objects.get(), pace=Pace.MONTHLY)
    assert send_at_once(items=saying[1:], by=alva, at=START).sent == 1


def test_one_failure_stops_nobody_and_can_be_tried_again(
    saying: Saying, alva: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for email in ("anna@example.org", "borta@example.org", "cissi@example.org"):
        saying.add(f"kallelse-{email}", email=email)
    whole = mail.EmailMultiAlternatives.send

    def send(self: mail.EmailMultiAlternatives) -> int:
        if "borta" in self.to[0]:
            raise ConnectionRefusedError("mail server away")
        return whole(self)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send)
    outcome = send_at_once(items=saying, by=alva, at=START)
    assert (outcome.sent, outcome.failed, len(outcome.said)) == (2, 1, 2)
    assert [(each.email, each.state) for each in outcome.unreached] == [("borta@example.org", LetterState.FAILED)]
    monkeypatch.undo()
    assert send_at_once(items=saying, by=alva, at=START).sent == 1
    assert len(mail.outbox) == 3


def test_a_calendar_file_goes_as_an_invitation_that_calendars_answer_and_as_a_file(saying: Saying, alva: User) -> None:
    saying.add("kallelse", attached=FILE, mimetype=REQUEST)
    send_at_once(items=saying, by=alva, at=START)
    whole = mail.outbox[0].message()
    assert whole.get_content_type() == "multipart/mixed"
    body, file = _parts(whole)
    assert body.get_content_type() == "multipart/alternative"
    kinds = [part.get_content_type() for part in _parts(body)]
    assert kinds == ["text/plain", "text/html", "text/calendar"]
    calendar = _parts(body)[2]
    assert (calendar.get_param("method"), str(calendar.get_content_charset())) == ("REQUEST", "utf-8")
    assert _content(calendar).replace(b"\r\n", b"\n") == FILE.replace(b"\r\n", b"\n")
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "möte.ics")
    assert _content(file) == FILE


def test_of_two_invitations_in_a_letter_neither_is_the_one_that_calendars_take(saying: Saying, alva: User) -> None:
    saying.add("a", attached=FILE, mimetype=REQUEST)
    saying.add("b", attached=FILE, mimetype=REQUEST)
    send_at_once(items=saying, by=alva, at=START)
    body, *files = _parts(mail.outbox[0].message())
    assert [part.get_content_type() for part in _parts(body)] == ["text/plain", "text/html"]
    assert len(files) == 2


def test_a_stranger_sends_nothing(saying: Saying, cia: User) -> None:
    saying.add("a")
    with pytest.raises(NotAllowed):
        send_at_once(items=saying, by=cia, at=START)


def _parts(message: Message) -> list[Message]:
    parts = message.get_payload()
    assert isinstance(parts, list)
    return [part for part in parts if isinstance(part, Message)]


def _content(message: Message) -> bytes:
    content = message.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content
