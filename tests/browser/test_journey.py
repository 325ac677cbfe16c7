"""The main job, from end to end: documents in, facts checked by a person, the picture out as the next edition."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.core.text import readable
from kraftsamla.editions.models import Edition
from kraftsamla.editions.operations import publish_edition
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.strategy.models import Action, Strategy
from tests.browser.conftest import SignIn
from tests.browser.test_reading_desk import Desk, five_documents

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "life-science"
REAL = os.environ.get("KRAFTSAMLA_REAL_DOCUMENTS", "")


def first_edition() -> None:
    load_folder(EXAMPLE, by=system_account())
    publish_edition(strategy=Strategy.objects.get(), by=system_account())


def read_and_accept(desk: Desk, files: list[Path]) -> None:
    desk.put_in(*files)
    for reading in Reading.objects.select_related("document").order_by("pk"):
        desk.open(reading)
        desk.answer_and_accept_all()


def accept_some_by_keyboard(desk: Desk) -> None:
    """Actions that wait for an answer, or that the reader is less sure of: a few, not a whole evening."""
    cards = (
        desk.page.locator(f"#forslag-{each.pk}") for each in Suggestion.objects.filter(kind="action", state="waiting")
    )
    for card in [card for card in cards if card.count()][:4]:
        card.locator("h4 a").click()
        desk.answer()
        desk.decide("g")


def publish(page: Page) -> Edition:
    page.goto("/arbetsyta/utgavor/")
    page.get_by_role("link", name="Publicera en utgåva").click()
    page.get_by_label("Anmärkning").fill("Efter läsningen")
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_text("Utgåvan är publicerad.")).to_be_visible(timeout=60_000)
    edition = Edition.objects.newest()
    assert edition is not None
    return edition


def test_documents_in_facts_accepted_the_next_edition_out(sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    first_edition()
    desk = Desk(sign_in(alva))
    page = desk.page
    read_and_accept(desk, five_documents(tmp_path))
    assert publish(page).number == 2

    page.goto("/andringar/")
    changes = page.locator("main")
    action = Action.objects.get(title_sv="Uppdrag att återplantera ålgräs")
    expect(changes).to_contain_text("Uppdrag att återplantera ålgräs")
    page.get_by_role("link", name="Uppdrag att återplantera ålgräs", exact=True).first.click()
    expect(page).to_have_url(f"{page.url.split('/insats/')[0]}/insats/{action.slug}/")
    (passage, *_others) = action.passages.exclude(quote="")
    shown = " ".join(page.locator("main").inner_text().split())
    assert readable(passage.quote) in shown
    assert "Utgåva 2" in page.locator("body").inner_text()

    meeting = Meeting.objects.get(starts_on="2023-03-14")
    page.goto(f"/mote/{meeting.slug}/")
    for attendance in Attendance.objects.filter(meeting=meeting):
        expect(page.locator("main")).to_contain_text(attendance.person_name)
    passage = meeting.passages.all()[0]
    page.goto(f"/dokument/{passage.document.slug}/")
    assert page.locator("main").inner_text().count(meeting.attendance.all()[0].person_name) >= 1
    page.goto("/utgava/1/andringar/")
    expect(page.locator("body")).not_to_contain_text("Uppdrag att återplantera ålgräs")


@pytest.mark.skipif(
    not REAL, reason="no real documents: set KRAFTSAMLA_REAL_DOCUMENTS to a folder with documents to read at the desk"
)
def test_real_documents_in_facts_accepted_the_next_edition_out(sign_in: SignIn, alva: User) -> None:
    first_edition()
    desk = Desk(sign_in(alva))
    desk.put_in(*sorted(file for file in Path(REAL or ".").iterdir() if file.is_file()))
    for reading in Reading.objects.select_related("document").order_by("pk"):
        desk.open(reading)
        button = desk.page.get_by_role("button", name=re.compile(r"Godkänn återstående säkra"))
        for _round in range(5):  # what was accepted may have answered what others waited for
            if not button.count():
                break
            button.click()
            expect(desk.page.locator("#besked")).to_be_visible(timeout=60_000)
        accept_some_by_keyboard(desk)
    accepted = Suggestion.objects.filter(state="accepted")
    assert accepted.count() > 0
    assert publish(desk.page).number == 2
    page = desk.page
    page.goto("/andringar/")
    said = " ".join(page.locator("main").inner_text().split())
    new = Action.objects.exclude(passages__quote="").distinct()
    assert new.count() > 0
    for action in new:
        assert " ".join(action.title_sv.split()) in said
        page.goto(f"/insats/{action.slug}/")
        shown = " ".join(page.locator("main").inner_text().split())
        quotes = [readable(p.quote) for p in action.passages.exclude(quote="")]
        assert any(quote in shown for quote in quotes), action.title_sv


PUBLIC = (
    "/", "/strategi/", "/omrade/2/", "/mal/1.3/", "/insatser/", "/insatser/omrade-2/", "/insats/life-science-kontoret/",
    "/aktorer/", "/aktor/vinnova/", "/personer/", "/organ/", "/moten/", "/mote/samverkansgruppen-2021-11-10/",
    "/kalender/", "/dokument/", "/fragor/", "/att-folja-upp/", "/andringar/", "/om/", "/ordlista/", "/tillganglighet/",
    "/finns-inte/", "/en/", "/en/objective/1.3/", "/en/meeting/samverkansgruppen-2021-11-10/",
)  # fmt: skip


def test_axe_finds_nothing_in_the_worked_examples_edition(sign_in: SignIn, alva: User, live_server: Any) -> None:
    first_edition()
    page = sign_in(alva)
    for path in PUBLIC:
        page.goto(path)
        for width in (360, 768, 1360):
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page).response["violations"]
            wrong = [f"{path} {width}: {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
            too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert [*wrong, *([f"{path} {width}: {too_wide} px too wide"] if too_wide else [])] == []
