"""The pages about letters: for coordinators and operators; and the page behind the link in every letter."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.letters.choices import Pace
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.operations import send_letters
from tests.letters.conftest import START, Saying

PAGES = ("letter-list", "waiting", "recipient-list")
Browse = Callable[[User], Client]


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_finds_nothing_and_a_member_may_not_read_addresses(
    page: str, browse: Browse, bo: User, cia: User
) -> None:
    address = reverse(f"letters:{page}")
    assert Client().get(address).status_code == 404
    assert browse(cia).get(address).status_code == 404
    assert browse(bo).get(address).status_code == 403


def test_what_waits_is_shown_before_it_goes_and_the_log_can_be_searched_after(
    saying: Saying, browse: Browse, alva: User
) -> None:
    saying.add("a", name="Örjan Åberg", email="orjan@example.org", heading="Läget för insatsen Äpple")
    saying.add("a", name="Stina", email="stina@example.org", heading="Något annat")
    client = browse(alva)
    page = client.get(reverse("letters:waiting")).content.decode()
    assert "2 brev går i nästa utskick" in page
    assert "Läget för insatsen Äpple" in page
    assert client.post(reverse("letters:send"), follow=True).status_code == 200
    assert len(mail.outbox) == 2
    found = client.get(reverse("letters:letter-list"), {"sok": "ÄPPLE"}).content.decode()
    assert "Örjan Åberg" in found
    assert "Stina" not in found
    letter = Recipient.objects.get(email="orjan@example.org").letters.get()
    assert "kl_…" in client.get(reverse("letters:letter", args=[letter.pk])).content.decode()


def test_the_lists_ask_as_many_questions_at_one_row_as_at_thirty(saying: Saying, browse: Browse, alva: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = browse(alva)

    def asked(number: int) -> list[int]:
        for each in range(number):
            saying.add(f"n{number}-{each}", email=f"p{number}-{each}@example.org")
        send_letters(by=alva, at=START)
        saying.add(f"later-{number}", email=f"q{number}@example.org")
        counts = []
        for page in PAGES:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(reverse(f"letters:{page}")).status_code == 200
            counts.append(len(queries))
        return counts

    assert asked(1) == asked(30)


def address_in(body: str) -> str:
    found = re.search(r"http://[^\s/]+(/brev/\S+)", body)
    assert found
    return found[1]


def test_the_reader_says_how_often_from_the_letter_without_an_account(saying: Saying, alva: User) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    address = address_in(str(mail.outbox[0].body))
    visitor = Client(enforce_csrf_checks=True)
    opened = visitor.get(address)
    assert opened.status_code == 200
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    assert Recipient.objects.get().pace == Pace.WEEKLY
    assert visitor.post(address, {"pace": "monthly"}).status_code == 200
    assert Recipient.objects.get().pace == Pace.MONTHLY
    assert visitor.post(address, {"pace": "varje timme"}).status_code == 422
    visitor.post(address, {"pace": "not-me"})
    assert Recipient.objects.get().says_not_me


def test_a_mail_programs_own_button_ends_the_letters(saying: Saying, alva: User) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    answer = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert Recipient.objects.get().pace == Pace.NEVER


@pytest.mark.parametrize("broken", ["x", "kl_", "kl_MQ.a.b", "kl_!!"])
def test_a_link_that_is_wrong_leads_nowhere(broken: str, db: None) -> None:
    assert Client().get(f"/brev/{broken}/").status_code == 404


def test_the_office_saves_what_somebody_said_and_erases_on_request(
    saying: Saying, browse: Browse, alva: User, bo: User
) -> None:
    saying.add("a")
    send_letters(by=alva, at=START)
    recipient = Recipient.objects.get()
    client = browse(alva)
    client.post(reverse("letters:recipient", args=[recipient.pk]), {"pace": "monthly"})
    assert Recipient.objects.get().pace == Pace.MONTHLY
    erase = reverse("letters:recipient-erase", args=[recipient.pk])
    assert browse(bo).post(erase).status_code == 403
    assert "elsa@example.org" in client.get(erase).content.decode()
    client.post(erase)
    assert not Recipient.objects.exists()
