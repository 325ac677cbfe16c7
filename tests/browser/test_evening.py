"""A whole evening at the desk: ten documents, some two hundred suggestions, a keyboard, two people, a closed laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from kraftsamla.accounts.choices import Role
from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.reading.models import Reading, Suggestion
from tests.browser.conftest import SignIn
from tests.browser.evening import PEOPLE, ten_documents
from tests.browser.test_reading_desk import UNANSWERED, Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAITING = ".item[data-state=waiting]"

#: What the machine had kept is as Playwright hands it over; it may also be nothing.
Laptop = Callable[[User, Any], BrowserContext]


@pytest.fixture
def laptop(chromium: Browser, live_server: Any) -> Iterator[Laptop]:
    """A window of its own that can be closed, and opened again on what the same machine had kept."""
    opened: list[BrowserContext] = []
    address = live_server.url

    def window(user: User, kept: Any) -> BrowserContext:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        size = ViewportSize(width=1360, height=900)
        context = chromium.new_context(base_url=address, viewport=size, locale="sv-SE", storage_state=kept)
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
        opened.append(context)
        return context

    yield window
    for context in opened:
        context.close()


def work_through(desk: Desk, *, at_most: int = 200) -> int:
    """G for the current suggestion, an answer where one is asked for, and on to the next; nothing but keys."""
    done = 0
    while done < at_most and desk.page.locator(WAITING).count():
        if desk.current.get_attribute("data-state") != "waiting":
            desk.page.keyboard.press("j")
            continue
        for _question in range(8):
            if not desk.current.evaluate(UNANSWERED):
                break
            desk.page.keyboard.press("g")
            desk.page.keyboard.press("Space" if desk.page.locator("input:focus").count() else "ArrowDown")
            desk.page.keyboard.press("Escape")
        desk.decide("g")
        done += 1
    return done


def take_all_certain(desk: Desk) -> int:
    """The button for all that are certain, reached and pressed by key."""
    button = desk.page.get_by_role("button", name="Godkänn återstående säkra")
    if not button.count():
        return 0
    before = Suggestion.objects.filter(state="accepted").count()
    button.focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#besked")).to_contain_text("godkändes", timeout=30_000)
    return Suggestion.objects.filter(state="accepted").count() - before


def two_at_one_document(alva: Desk, eva: Desk, reading: Reading) -> None:
    """One from the top and one from the bottom; where they meet, the second is told and nothing happens twice."""
    for desk in (alva, eva):
        desk.open(reading)
    eva.page.keyboard.press("End")
    for _step in range(40):
        eva.page.keyboard.press("j")
    for _turn in range(4):
        alva.decide("g")
        eva.decide("g")
    agreed = Suggestion.objects.filter(reading=reading, state="accepted").count()
    assert agreed >= 8
    theirs = Suggestion.objects.filter(reading=reading, decided_by__name="Elsa").first()
    assert theirs is not None
    card = alva.page.locator(f"#forslag-{theirs.pk}")
    expect(card).to_have_attribute("data-state", "waiting")  # her page has not heard of it yet
    card.focus()
    alva.decide("a")
    expect(alva.page.locator(f"#forslag-{theirs.pk}").get_by_role("alert")).to_contain_text(
        "Elsa har redan godkänt förslaget"
    )
    assert Suggestion.objects.filter(reading=reading, state="accepted").count() == agreed


def a_closed_lid(laptop: Laptop, alva: User, reading: Reading) -> None:
    """Three decisions and a half-written line; the lid is shut, and all four are there afterwards."""
    context = laptop(alva, None)
    desk = Desk(context.new_page())
    desk.open(reading)
    work_through(desk, at_most=3)
    decided = Suggestion.objects.filter(reading=reading, state="accepted").count()
    request = Suggestion.objects.get(reading=reading, kind="request")
    desk.go_to(str(request))
    desk.page.keyboard.press("e")
    box = desk.page.locator(f"#id_f{request.pk}-title")
    expect(box).to_be_focused()
    desk.page.keyboard.press("Control+A")
    desk.page.keyboard.type("Lämna två exempel till nästa gång")
    kept = context.storage_state()
    context.close()

    desk = Desk(laptop(alva, kept).new_page())
    desk.open(reading)
    expect(desk.page.locator("#flikar")).to_contain_text(f"Avgjorda {decided}")
    desk.go_to(str(request))
    desk.page.keyboard.press("e")
    box = desk.page.locator(f"#id_f{request.pk}-title")
    expect(box).to_be_focused()
    expect(box).to_have_value("Lämna två exempel till nästa gång")
    desk.decide("Enter")
    request.refresh_from_db()
    assert (request.state, request.current["title"]) == ("accepted", "Lämna två exempel till nästa gång")
    work_through(desk)


def test_an_evening(sign_in: SignIn, laptop: Laptop, alva: User, elsa: User, tmp_path: Path) -> None:
    elsa.role = Role.COORDINATOR
    elsa.save()
    desk, other = Desk(sign_in(alva)), Desk(sign_in(elsa))
    desk.put_in(*ten_documents(tmp_path))
    readings = list(Reading.objects.select_related("document").order_by("pk"))
    assert len(readings) == 10
    assert Suggestion.objects.count() >= 180
    assert not any(reading.in_question for reading in readings)

    desk.open(readings[0])
    work_through(desk)
    two_at_one_document(desk, other, readings[1])
    a_closed_lid(laptop, alva, readings[2])
    for reading in readings[1:]:
        desk.open(reading)
        take_all_certain(desk)
        work_through(desk)

    assert not Suggestion.objects.filter(state="waiting").exists()
    assert Meeting.objects.filter(minutes__isnull=False).count() == 10
    assert sorted(Person.objects.values_list("name", flat=True)) == sorted(name for name, _home in PEOPLE)
    rows = Attendance.objects.prefetch_related("passages")
    assert rows.count() == 120
    assert all(each.person_name in each.passages.all()[0].quote for each in rows)
