"""The pages of signing up: the public one, one's own, and the office's."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from kraftsamla.core.clock import now
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.models import Meeting, Registration, SignUp
from kraftsamla.meetings.notices.signing import token_of
from tests.meetings.signing_case import SLUG, Conference, conference, letters_to, link_in, old_stamp

Browse = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    cache.clear()


@pytest.fixture
def held(alva: User) -> Conference:
    return conference(alva, room=2, offers_list=True, words_sv="Lunch ingår.", words_en="Lunch is included.")


def test_each_role_meets_its_door(held: Conference, alva: User, bo: User, cia: User, browse: Browse) -> None:
    ada = held.comes("Ada").pk
    pages = [held.page(name) for name in ("sign-up", "sign-up-edit", "sign-up-people")]
    pages += [held.page(f"registration-{name}", ada) for name in ("cancel", "erase")]
    met = [{browse(user).get(page).status_code for page in pages} for user in (alva, bo, cia)]
    assert met == [{200}, {403}, {404}]
    buttons = [held.page("registration-came", ada), held.page("registration-link", ada)]
    buttons += [held.page("sign-up-file", "namnskyltar")]
    assert {browse(bo).post(each).status_code for each in buttons} == {403}
    assert {browse(alva).get(each).status_code for each in buttons} == {405}


def test_anybody_signs_up_confirms_changes_and_cancels_without_an_account(held: Conference) -> None:
    client = Client()
    assert "Lunch ingår." in client.get(held.address).content.decode()
    response = held.post()
    assert (response.status_code, "ada@example.org" in response.content.decode(), response.cookies) == (200, True, {})
    own = link_in()
    assert "Bekräfta anmälan" in client.get(own).content.decode()
    assert Registration.objects.get().state == SignUpState.ASKED
    client.post(own, {"deed": "bekrafta"})
    assert "Du är anmäld och deltar på plats." in client.get(own).content.decode()
    client.post(own, {"deed": "andra", "name": "Ada A", "organisation_name": "", "title": "vd", "mode": "remote"})
    kept = Registration.objects.get()
    assert (kept.name, kept.title, kept.mode, kept.state) == ("Ada A", "vd", Mode.REMOTE, SignUpState.GOING)
    client.post(own, {"deed": "avanmal"})
    assert "Du är avanmäld." in client.get(own).content.decode()
    held.post()
    assert Registration.objects.filter(state=SignUpState.ASKED).count() == 1


def test_what_is_consented_to_is_kept_in_the_words_that_were_read(held: Conference) -> None:
    page = Client().get(f"{held.address}?sprak=en").content.decode()
    Client().post(
        f"{held.address}?sprak=en",
        {"name": "Ada", "email": "ada@example.org", "mode": "room", "consent": "on", "stamp": old_stamp()},
    )
    kept = Registration.objects.get()
    assert (kept.language, kept.consent in page, "30" in kept.consent) == ("en", True, True)


def test_without_consent_and_address_nothing_is_kept_and_nothing_typed_is_lost(held: Conference) -> None:
    response = held.post(consent="", email="ada")
    page = response.content.decode()
    assert (response.status_code, 'value="Prov AB"' in page, "Kryssa i rutan" in page) == (422, True, True)
    assert Registration.objects.count() == 0


def test_the_page_tells_nobody_which_addresses_are_signed_up(held: Conference) -> None:
    held.comes("Ada")
    told = []
    for email in ("ada@example.org", "bea@example.org"):
        answer = held.post(email=email)
        told.append((answer.status_code, answer.content.decode().replace(email, "X")))
    assert told[0] == told[1]
    assert letters_to("Ada")[-1] == "Din anmälan: Konferens"


def test_a_program_is_stopped_and_a_person_is_told_what_to_do(held: Conference) -> None:
    fast, old = held.post(stamp=old_stamp(0)), held.post(stamp=old_stamp(300_000))
    forged = held.post(stamp="opened:x:y")
    assert "Vänta ett par sekunder" in fast.content.decode()
    for response in (old, forged):
        page = response.content.decode()
        [stamp] = re.findall(r'name="stamp" value="([^"]+)"', page)
        assert ("Skicka igen" in page, stamp.startswith("opened:"), stamp != old_stamp(300_000)) == (True, True, True)
    trapped = held.post(website="https://spam.example")
    assert "Töm fältet." in trapped.content.decode()
    assert {each.status_code for each in (fast, old, forged, trapped)} == {422}
    assert Registration.objects.count() == 0


def test_an_address_gets_few_letters_an_hour_and_the_answer_stays_the_same(held: Conference) -> None:
    answers = {held.post().status_code for _ in range(7)}
    assert (answers, len(mail.outbox)) == ({200}, 4)


def test_a_network_that_sends_very_many_is_told_what_to_do(held: Conference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kraftsamla.meetings.views.signing_up.SIGN_UPS_AN_HOUR", 2)

    def sent(number: int, **headers: str) -> int:
        values = {
            "name": "Ada", "email": f"a{number}@example.org", "mode": "room", "consent": "on", "stamp": old_stamp(),
        }  # fmt: skip
        return Client(REMOTE_ADDR="127.0.0.1", headers=headers).post(held.address, values).status_code

    near = [sent(number, **{"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(3)]
    assert (near, sent(9, **{"X-Forwarded-For": "203.0.113.5"})) == ([200, 200, 429], 200)
    assert {sent(number) for number in range(10, 15)} == {200}


def test_what_stands_in_the_way_of_signing_up_is_said(held: Conference) -> None:
    def page() -> str:
        return Client().get(held.address).content.decode()

    for name in ("Ada", "Bea", "Cai"):
        held.comes(name)
    assert "Det är fullt på plats. Du kan ställa dig på väntelistan." in page()
    SignUp.objects.update(closes_on=SignUp.objects.get().opens_on)
    assert "Anmälan är stängd." in page()
    SignUp.objects.update(opens_on="2999-01-01", closes_on="2999-01-02")
    assert "Anmälan öppnar 1 januari 2999." in page()
    Meeting.objects.update(cancelled_at=now(), cancelled_why="Snöstorm")
    assert ("Mötet är inställt." in page(), "Snöstorm" in page(), "<form" in page()) == (True, True, False)


def test_a_meeting_that_is_not_signed_up_for_and_a_link_that_is_not_ours_lead_nowhere(held: Conference) -> None:
    ada = held.comes("Ada")
    own = reverse("guest:registration", args=[SLUG, token_of(ada.reference)])
    assert Client().get(own).status_code == 200
    assert {Client().get(each).status_code for each in (own[:-2] + "x/", own.replace(SLUG, "annat"))} == {404}
    assert Client().get("/anmalan/annat/").status_code == 404
    assert Client().get(own)["Referrer-Policy"] == "no-referrer"


def test_everybody_can_take_out_and_erase_what_is_kept_of_them(held: Conference) -> None:
    ada = held.comes("Ada", title="vd")
    own = reverse("guest:registration-data", args=[SLUG, token_of(ada.reference)])
    told: Any = Client().get(own).json()
    assert (told["name"], told["title"], told["email"], told["state"]) == ("Ada", "vd", "ada@example.org", "going")
    assert "digest" not in told
    Client().post(reverse("guest:registration", args=[SLUG, token_of(ada.reference)]), {"deed": "radera"})
    assert Client().get(own).json()["name"] == ""


def test_the_office_lays_up_the_sign_up_and_sees_counts_without_names(alva: User, browse: Browse) -> None:
    held = conference(alva, room=1)
    for name in ("Ada", "Bea"):
        held.comes(name)
    client = browse(alva)
    page = client.get(held.page("sign-up")).content.decode()
    assert ("/anmalan/konferens/" in page, "Ada" in page) == (True, False)
    values = {
        "opens_on": "2026-01-01", "closes_on": held.meeting.starts_on, "room_places": "2", "keep_days": "30",
        "version": "1",
    }  # fmt: skip
    assert client.post(held.page("sign-up-edit"), values).status_code == 302
    assert held.state("Bea") == SignUpState.GOING


def test_every_look_at_the_people_is_logged(held: Conference, alva: User, browse: Browse) -> None:
    held.comes("Ada")
    client = browse(alva)
    for _ in range(2):
        assert "Ada" in client.get(held.page("sign-up-people")).content.decode()
    client.post(held.page("sign-up-file", "namnskyltar"))
    assert list(Entry.objects.filter(event__startswith="sign_up.").order_by("pk").values_list("event", flat=True)) == [
        "sign_up.created", "sign_up.read", "sign_up.read", "sign_up.exported",
    ]  # fmt: skip


def test_one_press_at_the_door_says_who_came(held: Conference, alva: User, browse: Browse) -> None:
    ada = held.comes("Ada")
    client, address = browse(alva), held.page("registration-came", ada.pk)
    line = client.post(address, {"came": "kom"}, headers={"HX-Request": "true"}).content.decode()
    assert ("✓" in line, "<html" in line, Registration.objects.get().came) == (True, False, True)
    assert client.post(address, {"came": "angra"}).status_code == 302
    assert Registration.objects.get().came is None
    assert client.post(address, {"came": "vet inte"}).status_code == 404


def test_the_files_hold_those_with_a_place_and_nothing_that_counts_as_a_formula(
    held: Conference, alva: User, browse: Browse
) -> None:
    held.comes("=Ada", email="a@example.org", on_list=True)
    held.comes("Bea")
    held.comes("Cai")
    client = browse(alva)
    badges = client.post(held.page("sign-up-file", "namnskyltar")).content.decode("utf-8-sig").splitlines()
    given_out = client.post(held.page("sign-up-file", "deltagarlista")).content.decode("utf-8-sig").splitlines()
    assert (badges[1], len(badges), given_out[1:]) == ("'=Ada;;;på plats", 3, ["'=Ada;;;på plats"])
    assert client.post(held.page("sign-up-file", "allt")).status_code == 404


def test_the_office_cancels_erases_and_sends_the_link_again(held: Conference, alva: User, browse: Browse) -> None:
    ada, bea = held.comes("Ada"), held.comes("Bea")
    client = browse(alva)
    client.post(held.page("registration-link", ada.pk))
    assert letters_to("Ada")[-1] == "Din anmälan: Konferens"
    client.post(held.page("registration-cancel", ada.pk))
    client.post(held.page("registration-erase", bea.pk))
    assert sorted(Registration.objects.values_list("name", "state")) == [("", "cancelled"), ("Ada", "cancelled")]


def test_the_list_asks_as_many_questions_for_thirty_as_for_one(held: Conference, alva: User, browse: Browse) -> None:
    client = browse(alva)

    def asked() -> list[int]:
        counts = []
        for page in (held.page("sign-up"), held.page("sign-up-people"), held.address):
            client.get(page)
            with CaptureQueriesContext(connection) as caught:
                client.get(page)
            counts.append(len(caught))
        return counts

    held.comes("Ada")
    few = asked()
    for number in range(30):
        held.comes(f"Person{number}")
    assert asked() == few
