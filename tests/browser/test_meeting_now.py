"""The meeting while it goes on, in browsers: two secretaries, two texts, a broken connection, a closed lid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import CHROMIUM, OPTIONS
from tests.browser.meeting_server import SLUG, MeetingServer, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAVED = re.compile(r"^Sparat \d\d\.\d\d$")
OFFLINE = "Sparas inte just nu. Texten ligger kvar i webbläsaren."
Secretary = Callable[[str, int], Page]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingServer]:
    with served(tmp_path_factory.mktemp("meeting")) as running:
        yield running


def signed_in(context: BrowserContext, server: MeetingServer, name: str) -> BrowserContext:
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "sessionid", "value": server.sessions[name], "url": server.address}])
    return context


@pytest.fixture
def secretary(chromium: Browser, server: MeetingServer) -> Iterator[Secretary]:
    """Somebody at the table, with a laptop of their own, at one of the points."""
    contexts = []

    def seated(name: str, point: int) -> Page:
        size = ViewportSize(width=1360, height=900)
        context = signed_in(chromium.new_context(viewport=size, locale="sv-SE"), server, name)
        contexts.append(context)
        page = context.new_page()
        page.goto(server.page(server.items[point]))
        return page

    yield seated
    for context in contexts:
        context.close()


def note(page: Page) -> Any:
    return page.get_by_label("Anteckning", exact=True)


def status(page: Page) -> Any:
    return page.locator("[data-status]")


def test_what_one_writes_and_catches_the_other_sees(secretary: Secretary, server: MeetingServer) -> None:
    alva, erik = secretary("Alva", 0), secretary("Erik", 0)
    note(alva).press_sequentially("Ordföranden hälsade välkommen.")
    expect(status(alva)).to_have_text(SAVED)
    expect(note(erik)).to_have_value("Ordföranden hälsade välkommen.", timeout=15_000)
    line = alva.get_by_role("form", name="Att följa upp")
    line.get_by_label("Att följa upp").fill("Skicka siffror")
    line.get_by_role("combobox", name="Ansvarig organisation").press_sequentially("vinn")
    alva.get_by_role("option", name="Vinnova").click()
    line.get_by_role("button").click()
    for page in (alva, erik):
        expect(page.locator("#fangat")).to_contain_text("Skicka siffror", timeout=15_000)
    note(erik).press("End")
    note(erik).press_sequentially(" Alla var med.")
    expect(status(erik)).to_have_text(SAVED)
    expect(note(alva)).to_have_value("Ordföranden hälsade välkommen. Alla var med.", timeout=15_000)
    expect(alva.locator("#bordet")).to_have_text("Här är också Erik")
    assert [fault["id"] for fault in Axe().run(alva).response["violations"]] == []


def test_two_texts_are_both_kept_shown_to_both_and_chosen_among(secretary: Secretary, server: MeetingServer) -> None:
    alva, erik = secretary("Alva", 1), secretary("Erik", 1)
    erik.context.set_offline(True)
    note(erik).press_sequentially("Erik skrev i tåget.")
    expect(status(erik)).to_have_text(OFFLINE)
    note(alva).press_sequentially("Alva skrev i rummet.")
    expect(status(alva)).to_have_text(SAVED)
    erik.context.set_offline(False)
    expect(status(erik)).to_contain_text("bredvid en annan text", timeout=20_000)
    for page in (alva, erik):
        both = page.get_by_role("region", name="Två texter vid samma punkt")
        expect(both).to_contain_text("Alva skrev i rummet.", timeout=15_000)
        expect(both).to_contain_text("Erik skrev i tåget.")
    expect(note(erik)).to_have_value("Erik skrev i tåget.")  # his own stays in his box until somebody has chosen
    alva.get_by_role("link", name="Läs båda och välj").click()
    expect(alva.get_by_label("Sätt ihop dem")).to_have_value("Alva skrev i rummet.\nErik skrev i tåget.")
    assert [fault["id"] for fault in Axe().run(alva).response["violations"]] == []
    alva.get_by_role("button", name="Spara den sammansatta texten").click()
    expect(note(alva)).to_have_value("Alva skrev i rummet.\nErik skrev i tåget.")
    expect(note(erik)).to_have_value("Alva skrev i rummet.\nErik skrev i tåget.", timeout=15_000)
    assert server.note(server.items[1]) == "Alva skrev i rummet.\nErik skrev i tåget."


def test_what_is_typed_without_a_connection_goes_when_it_is_back_and_once(
    secretary: Secretary, server: MeetingServer
) -> None:
    alva = secretary("Alva", 2)
    note(alva).press_sequentially("Grupperna började.")
    expect(status(alva)).to_have_text(SAVED)
    alva.context.set_offline(True)
    note(alva).press_sequentially(" Sedan bröts det.")
    expect(status(alva)).to_have_text(OFFLINE)
    line = alva.get_by_role("form", name="Beslut")
    line.get_by_label("Beslut").fill("Gruppen tillstyrker.")
    line.get_by_role("button").click()
    expect(alva.locator("[data-waiting-list]")).to_contain_text("Gruppen tillstyrker.")
    expect(line.get_by_label("Beslut")).to_have_value("")
    alva.context.set_offline(False)
    expect(status(alva)).to_have_text(SAVED, timeout=20_000)
    expect(alva.locator("#fangat")).to_contain_text("Gruppen tillstyrker.", timeout=25_000)
    expect(alva.locator("[data-waiting-list] li")).to_have_count(0)
    assert server.note(server.items[2]) == "Grupperna började. Sedan bröts det."
    assert server.ask("SELECT count(*) FROM meetings_decision") == [(1,)]


def test_what_was_not_sent_when_the_browser_was_closed_is_sent_when_it_is_back(
    chromium: Browser, server: MeetingServer, tmp_path: Path
) -> None:
    def laptop() -> BrowserContext:
        opened = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, args=OPTIONS, locale="sv-SE"
        )
        return signed_in(opened, server, "Alva")

    before = laptop()
    page = before.new_page()
    page.goto(server.page(server.items[3]))
    before.set_offline(True)
    note(page).press_sequentially("Det här hann inte sparas.")
    expect(status(page)).to_have_text(OFFLINE)
    before.close()
    assert server.note(server.items[3]) == ""
    after = laptop()
    page = after.new_page()
    page.goto(server.page(server.items[3]))
    expect(note(page)).to_have_value("Det här hann inte sparas.")
    expect(status(page)).to_have_text(SAVED)
    after.close()
    assert server.note(server.items[3]) == "Det här hann inte sparas."


def test_a_text_outlives_the_session_and_is_sent_after_signing_in(secretary: Secretary, server: MeetingServer) -> None:
    alva = secretary("Alva", 4)
    alva.context.clear_cookies(name="sessionid")
    note(alva).press_sequentially("Skrivet utloggad.")
    expect(status(alva)).to_contain_text("Du är utloggad. Texten ligger kvar i webbläsaren.")
    expect(status(alva).get_by_role("link", name="Logga in")).to_be_visible()
    signed_in(alva.context, server, "Alva")
    expect(status(alva)).to_have_text(SAVED, timeout=25_000)
    assert server.note(server.items[4]) == "Skrivet utloggad."


def test_the_server_may_be_gone_for_a_while(secretary: Secretary, server: MeetingServer) -> None:
    alva = secretary("Alva", 4)
    before = note(alva).input_value()
    server.stop()
    note(alva).press("End")
    note(alva).press_sequentially(" Utan server.")
    expect(status(alva)).to_have_text(OFFLINE)
    server.start()
    expect(status(alva)).to_have_text(SAVED, timeout=25_000)
    assert server.note(server.items[4]) == f"{before} Utan server."


def test_people_are_marked_by_letters_and_one_key(secretary: Secretary, server: MeetingServer) -> None:
    alva = secretary("Alva", 0)
    alva.goto(f"{server.address}/arbetsyta/moten/{SLUG}/nu/narvaro/")
    box = alva.get_by_label("Sök på namn eller organisation")
    for typed, key in (("asa", "Enter"), ("nils", "Enter"), ("gun", "4"), ("anna", "5")):
        box.press_sequentially(typed)
        with alva.expect_response(re.compile("/narvaro/inbjuden/")):
            box.press(key)
        expect(box).to_have_value("")
    expect(alva.locator("#raknat")).to_contain_text("2 på plats, 1 på distans")
    expect(alva.get_by_role("listitem").filter(has_text="Anna Berg")).to_contain_text("kom ")
    rows = server.ask("SELECT person_name, presence, mode FROM meetings_attendance ORDER BY person_name")
    assert rows == [
        ("Anna Berg", "present", "room"), ("Gunvor Ek", "excused", ""), ("Nils Alm", "present", "remote"),
        ("Åsa Öberg", "present", "room"),
    ]  # fmt: skip
    assert [fault["id"] for fault in Axe().run(alva).response["violations"]] == []


def test_the_room_follows_what_is_on(secretary: Secretary, server: MeetingServer) -> None:
    alva, room = secretary("Alva", 0), secretary("Erik", 0)
    room.goto(f"{server.address}/arbetsyta/moten/{SLUG}/nu/visning/")
    expect(room.get_by_role("heading", name="1 Inledning")).to_be_visible()
    expect(room.get_by_text("Vad hindrar er?")).to_be_visible()
    alva.keyboard.press("Alt+Shift+KeyN")
    expect(alva.locator("#uppe")).to_have_text("2 Läget i regionerna")
    expect(room.get_by_role("heading", name="2 Läget i regionerna")).to_be_visible(timeout=15_000)
    assert [fault["id"] for fault in Axe().run(room).response["violations"]] == []
