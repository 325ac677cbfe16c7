"""An update round from the question to the edition: twelve organisations, forty actions, five officers with a phone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now, today
from kraftsamla.editions.operations import publish_edition
from kraftsamla.followup.models import Answer, UpdateRound
from kraftsamla.letters.operations import send_letters
from kraftsamla.strategy.models import Action, Result, Strategy
from kraftsamla.strategy.operations import assign, report_status
from tests import factories
from tests.browser.conftest import SignIn
from tests.followup.conftest import contact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINK = re.compile(r"(/runda/kl_[\w.\-]+/)")
DRAFT = re.compile(r"/runda/kl_[^/]+/punkt/\d+/$")
WEEK = dt.timedelta(days=8)
TITLE = "Läget hösten 2026"
OFFICERS = ("anna", "bertil", "cecilia", "david", "eva")
Phone = Callable[[str], Page]


@pytest.fixture
def phone(chromium: Browser, live_server: Any) -> Iterator[Phone]:
    """A new phone for each address, 360 px wide, with nothing kept in it."""
    contexts = []

    def opened(path: str) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport=ViewportSize(width=360, height=740), locale="sv-SE", has_touch=True
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the phone"
        return page

    yield opened
    for context in contexts:
        context.close()


def seed(alva: User) -> None:
    """Forty actions at twelve organisations; the first five have an officer each who will answer."""
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy))
    for number in range(12):
        organisation = factories.organisation(f"Myndighet {number + 1:02}", by=alva)
        name = OFFICERS[number] if number < len(OFFICERS) else f"tyst{number}"
        contact(organisation, by=alva, name=f"{name.capitalize()} Ek", email=f"{name}@example.org", title="enhetschef")
        for part in range(4 if number < 4 else 3):
            action = factories.action(strategy, f"Insats {number + 1:02}.{part + 1}", objectives=[objective], by=alva)
            if number < len(OFFICERS):
                factories.accepted(action, organisation, by=alva)
            else:
                assign(action=action, organisation=organisation, role="responsible", by=alva)
            said = {"on": "2026-01-15", "progress": "under_way", "words_sv": f"Så stod {action} i januari."}
            report_status(action=action, values=said, by=alva)
    assert Action.objects.count() == 40


def open_round(page: Page) -> None:
    page.goto("/arbetsyta/ny-runda/")
    page.get_by_label("Titel", exact=False).first.fill(TITLE)
    page.get_by_label("Hälsning till dem som svarar").fill("Vi samlar läget inför styrgruppens möte.")
    page.get_by_label("Vem som läser svaren, och när").fill("Kansliet läser svaren i vecka 50.")
    page.get_by_label("Svara senast").fill((today() + dt.timedelta(days=21)).isoformat())
    page.get_by_role("button", name="Se vem som skulle frågas").click()
    figures = page.locator(".gaps")
    expect(figures).to_contain_text("12 organisationer")
    expect(figures).to_contain_text("40 insatser")
    expect(figures).to_contain_text("ej känt")
    page.get_by_role("link", name="Öppna rundan").click()
    page.get_by_role("button", name="Öppna och fråga").click()
    expect(page.get_by_text("Rundan är öppen.")).to_be_visible()
    assert UpdateRound.objects.get().answers.count() == 12


def letters(alva: User, *, at: dt.datetime | None = None) -> dict[str, str]:
    """Lets the letters go. The link to the answer page by address of the person."""
    before = len(mail.outbox)
    send_letters(by=alva, at=at)
    found = {}
    for letter in mail.outbox[before:]:
        links = LINK.findall(str(letter.body))
        if links:
            found[letter.to[0].rsplit("<", 1)[-1].rstrip(">")] = links[0]
    return found


def send(page: Page) -> None:
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_text("Tack! Svaret är inskickat.")).to_be_visible()


def no_change(page: Page) -> None:
    page.get_by_role("button", name="Inget har ändrats i någon insats").click()
    expect(page.get_by_text("Alla är besvarade.")).to_be_visible()
    send(page)


def hand_on_one(page: Page) -> None:
    page.locator(".point", has_text="Insats 02.1").get_by_role("link", name="Det här är inte mitt").click()
    page.get_by_label("Namn", exact=True).fill("Gunvor Gran")
    page.get_by_label("E-postadress").fill("gunvor@example.org")
    page.get_by_role("button", name="Lämna vidare").click()
    expect(page.locator("#vidare")).to_contain_text("Gunvor Gran")
    no_change(page)


def with_evidence(page: Page, tmp_path: Path) -> None:
    """Types in a card, which is saved by itself, tells a result and attaches a file that shows it."""
    card = page.locator(".point", has_text="Insats 03.1")
    card.get_by_text("Något har ändrats").click()
    type_in(page, card.get_by_label("Vad har hänt?"), "Registret är öppnat för forskare.")
    expect(card.locator(".saved")).to_contain_text("sparat")
    card.get_by_text("Resultat och underlag").click()
    type_in(page, card.get_by_label("Vad har det lett till?"), "Tolv studier har fått data.")
    type_in(page, card.get_by_label("Adress till underlaget"), "https://example.org/rapport")
    report = tmp_path / "årsrapport.txt"
    report.write_text("Tolv studier har fått data ur registret.", encoding="utf-8")
    with page.expect_response(DRAFT):
        card.get_by_label("Fil som visar det").set_input_files(report)
    page.get_by_role("button", name="Inget har ändrats i någon insats").click()
    expect(page.locator(".point", has_text="Insats 03.1")).to_contain_text("årsrapport.txt")
    send(page)


def one_word(page: Page, words: str) -> None:
    card = page.locator(".point", has_text="Insats 04.1")
    if not card.locator("details").first.evaluate("each => each.open"):
        card.get_by_text("Något har ändrats").click()
    type_in(page, card.get_by_label("Vad har hänt?"), words)
    expect(card.locator(".saved")).to_contain_text("sparat")


def type_in(page: Page, field: Locator, words: str) -> None:
    """Types, and lets the draft be saved before anything else is done: the tests' own database is in memory and
    cannot wait for another request as a real one does."""
    with page.expect_response(DRAFT):
        field.fill(words)


def decide(page: Page, organisation: str, button: str) -> None:
    page.goto("/arbetsyta/rundor/laget-hosten-2026/?visa=lasa")
    page.locator("#rows").get_by_role("link", name=organisation).first.click()
    if button == "Godta svaret":
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text("Svaret är godtaget")).to_be_visible()
    else:
        page.get_by_role("link", name=button).click()
        page.get_by_label("Vad saknas?").fill("Hur många är det?")
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text("Svaret är tillbakaskickat.")).to_be_visible()


def verify(page: Page) -> None:
    """Somebody else, of another organisation, looks into the result that was told."""
    result = Result.objects.select_related("action").get()
    page.goto(f"/arbetsyta/insatser/{result.action.slug}/resultat/{result.pk}/granska/")
    page.get_by_label("Bekräftat: underlaget visar resultatet").check()
    page.locator("main form button.btn").last.click()
    page.wait_for_load_state()
    assert Result.objects.get().verification == "verified", page.locator("main").inner_text()


def test_a_round_from_the_question_to_the_edition(
    sign_in: SignIn, phone: Phone, alva: User, elsa: User, settings: Any, live_server: Any, tmp_path: Path
) -> None:
    settings.SITE_ADDRESS = live_server.url
    seed(alva)
    desk = sign_in(alva)
    open_round(desk)

    sent = letters(alva)
    assert len(sent) == 12
    no_change(phone(sent["anna@example.org"]))
    hand_on_one(phone(sent["bertil@example.org"]))
    with_evidence(phone(sent["cecilia@example.org"]), tmp_path)
    david = phone(sent["david@example.org"])
    faults = [fault["id"] for fault in Axe().run(david).response["violations"]]
    assert faults == []
    one_word(david, "Fler har anmält sig.")
    david.get_by_role("button", name="Inget har ändrats i någon insats").click()
    send(david)
    assert sorted(Answer.objects.filter(state="submitted").values_list("organisation__name", flat=True)) == [
        f"Myndighet {number:02}" for number in (1, 2, 3, 4)
    ]  # fmt: skip

    for number in (1, 2, 3):
        decide(desk, f"Myndighet {number:02}", "Godta svaret")
    decide(desk, "Myndighet 04", "Skicka tillbaka")

    reminded = letters(alva, at=now() + WEEK)
    assert {"gunvor@example.org", "eva@example.org", "david@example.org"} <= set(reminded)
    assert any("Påminnelse" in letter.subject and "eva@example.org" in letter.to[0] for letter in mail.outbox)
    eva = phone(reminded["eva@example.org"])
    no_change(eva)
    gunvor = phone(reminded["gunvor@example.org"])
    gunvor.get_by_role("button", name="Inget har ändrats", exact=True).click()
    send(gunvor)
    again = phone(reminded["david@example.org"])
    expect(again.get_by_text("Hur många är det?")).to_be_visible()
    one_word(again, "Fyrtio nya har anmält sig.")
    send(again)
    decide(desk, "Myndighet 05", "Godta svaret")
    decide(desk, "Myndighet 02", "Godta svaret")
    decide(desk, "Myndighet 04", "Godta svaret")
    assert Answer.objects.filter(state="accepted").count() == 6

    factories.representative(elsa, Organisation.objects.get(name="Myndighet 12"))
    verify(sign_in(elsa))
    publish_edition(strategy=Strategy.objects.get(), by=alva)
    reader = phone("/insats/insats-03-1/")
    expect(reader.locator("main")).to_contain_text("Registret är öppnat för forskare.")
    expect(reader.locator("main")).to_contain_text("Tolv studier har fått data.")
    reader.goto("/insats/insats-04-1/")
    expect(reader.locator("main")).to_contain_text("Fyrtio nya har anmält sig.")
    reader.goto("/sa-arbetar-vi/")
    expect(reader.locator("main")).to_contain_text("5 av 12 organisationer har svarat")
    expect(reader.locator("main")).to_contain_text("1 av 1 uppgivet resultat är bekräftat")
