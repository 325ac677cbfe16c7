"""At the desk: a new version of a document, a PDF as pages, and what is half written when the lid is shut."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept_certain, read_document
from tests import factories
from tests.browser.conftest import SignIn
from tests.browser.making import article_pdf
from tests.browser.test_reading_desk import DOCUMENTS, LIST, Desk, _violations, put_in_at_once, reading_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MINUTES = "vattenradet-2023-03-14.txt"
WIDTHS = (360, 768, 1360)


def a_later_version(folder: Path) -> Path:
    text = (DOCUMENTS / MINUTES).read_text(encoding="utf-8")
    path = folder / "vattenradet-justerad.txt"
    path.write_text(text.replace("Ahmed Farah", "Ahmed Faraji").replace("den 9 maj", "den 11 maj"), encoding="utf-8")
    return path


def test_next_months_minutes_take_five_minutes(sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    """The adjusted minutes come in: the question is asked, and only what differs is left."""
    first = put_in_at_once(MINUTES, by=alva)
    accept_certain(reading=first, by=alva)
    decided = Suggestion.objects.filter(state="accepted").count()
    desk = Desk(sign_in(alva))
    page = desk.page
    desk.put_in(a_later_version(tmp_path))
    expect(page.locator(".results")).to_contain_text("Ser ut att vara en ny version av:")
    page.get_by_role("link", name="Svara på läsbordet").click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert _violations(page) == []
    desk.go_to(page.locator(".item h4").nth(1).inner_text())
    desk.decide("g")
    expect(desk.current.get_by_role("alert")).to_contain_text("Svara först på frågan överst")
    page.get_by_role("button", name="Läs in som ny version").click()
    expect(page.locator("#besked")).to_contain_text("Ny version inläst")
    expect(page.locator("#flikar [aria-current]")).to_contain_text("Skillnader")
    shown = page.locator(".item h4").all_inner_texts()
    assert "Ahmed Faraji" in shown
    assert "Torsten Ljunggren" not in shown
    assert Suggestion.objects.filter(state="accepted").count() == decided
    assert Reading.objects.count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert _violations(page) == []
    desk.go_to("Ahmed Faraji")
    desk.decide("g")
    assert Person.objects.filter(name="Ahmed Faraji").count() == 1


def test_a_document_cited_without_a_file_gets_it(sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    cited = factories.document("Vattenstrategin på webben", url="https://example.org/vatten/")
    desk = Desk(sign_in(alva))
    page = desk.page
    page.goto(LIST)
    page.get_by_text("Läs en sparad webbsida").click()
    page.get_by_label("Sidans adress").fill("https://example.org/vatten")
    page.get_by_label("Den sparade sidan").set_input_files(str(DOCUMENTS / "vattenstrategin-omrade-3.html"))
    page.get_by_role("button", name="Läs sidan").click()
    expect(page.locator(".same")).to_contain_text("Det här dokumentet finns redan i biblioteket som källa")
    page.get_by_role("button", name="Lägg filen där").click()
    expect(page.locator("h1")).to_have_text("Vattenstrategin på webben")
    reading = reading_of("vattenstrategin-omrade-3.html")
    assert (reading.document_id, reading.document.url) == (cited.pk, "https://example.org/vatten/")


def test_a_pdf_is_shown_as_pages_with_the_passage_lit(sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    content = article_pdf(tmp_path / "artikel.pdf").read_bytes()
    reading = read_document(content=content, file_name="artikel.pdf", by=alva)
    desk = Desk(sign_in(alva))
    page = desk.page
    desk.open(reading)
    page.get_by_role("link", name="Sidor", exact=True).click()
    expect(page.locator(".page img")).to_have_js_property("complete", True)
    assert page.locator(".page img").evaluate("img => img.naturalWidth") > 500
    expect(page.locator("rect.on").first).to_be_attached()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert _violations(page) == []
    number = desk.current.get_attribute("data-number")
    desk.decide("g")
    expect(page.locator(f'rect[data-s="{number}"]').first).to_have_class("accepted")
    here = f"{LIST}{reading.document.slug}/"
    expect(page.locator("#flikar a").first).to_have_attribute("href", f"{here}?visa=alla&som=sidor")
    page.locator("rect:not(.accepted)").first.click()
    assert desk.current.get_attribute("data-number") == page.locator("rect.on").first.get_attribute("data-s")


def test_pages_work_without_script(chromium: Browser, sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    content = article_pdf(tmp_path / "artikel.pdf").read_bytes()
    reading = read_document(content=content, file_name="artikel.pdf", by=alva)
    with_script = sign_in(alva)
    with_script.goto(LIST)
    context = chromium.new_context(java_script_enabled=False, storage_state=with_script.context.storage_state())
    page = context.new_page()
    page.goto(f"{with_script.url}{reading.document.slug}/")
    page.get_by_role("link", name="Sidor", exact=True).click()
    assert page.locator(".page img").get_attribute("alt") == "Sida 1 som bild; orden finns under Text"
    page.locator(".item h4 a").first.click()
    assert "som=sidor" in page.url
    context.close()


def test_half_written_words_come_back(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once(MINUTES, by=alva)
    desk = Desk(sign_in(alva))
    page = desk.page
    desk.open(reading)
    desk.go_to("Torsten Ljunggren")
    page.keyboard.press("e")
    box = desk.current.locator("[name$=-role]")
    box.fill("forskare")
    page.reload()
    desk.go_to("Torsten Ljunggren")
    page.keyboard.press("e")
    expect(desk.current.locator("[name$=-role]")).to_have_value("forskare")
    page.keyboard.press("Escape")
    expect(page.locator(".item.editing")).to_have_count(0)
    desk.go_to("Torsten Ljunggren")
    page.keyboard.press("e")
    expect(desk.current.locator("[name$=-role]")).to_have_value("")
