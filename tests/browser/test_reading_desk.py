"""An evening at the reading desk, with a keyboard: from files to records that quote their passages."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, read_document
from kraftsamla.strategy.models import Action, Objective, Question
from tests import factories
from tests.browser.conftest import SignIn
from tests.browser.making import article_pdf, programme_docx

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DOCUMENTS = Path(__file__).parent / "documents"
LIST = "/arbetsyta/lasbord/"
REAL = os.environ.get("KRAFTSAMLA_REAL_DOCUMENTS", "")

UNANSWERED = """item => [...item.querySelectorAll(".ask.open")].some(
    ask => !ask.querySelector("input:checked") && !ask.querySelector("select")?.value)"""
#: The driver's keyboard has no Ä of its own.
PRESS_AE = """document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", {key: "ä", bubbles: true, cancelable: true}))"""


class Desk:
    """The desk as somebody at a keyboard meets it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.refused: list[str] = []

    def put_in(self, *files: Path) -> None:
        self.page.goto(LIST)
        self.page.set_input_files("input[type=file]", [str(file) for file in files])
        self.page.get_by_role("button", name="Läs in", exact=True).click()
        expect(self.page.locator(".reading-now [role=status]")).to_have_text("Klart.", timeout=120_000)

    def open(self, reading: Reading) -> None:
        self.page.goto(f"{LIST}{reading.document.slug}/")
        expect(self.current).to_have_count(1)

    @property
    def current(self) -> Locator:
        return self.page.locator(".item.on")

    def decide(self, key: str) -> None:
        """Press a key that asks the server, and wait until the answer has settled."""
        whole = self.page.locator("[data-desk]")
        before = whole.get_attribute("data-settled") or ""
        self.page.keyboard.press(key)
        expect(whole).not_to_have_attribute("data-settled", before, timeout=10_000)

    def go_to(self, headline: str) -> None:
        """Walk there with J and K alone."""
        for key in ["k"] * 80 + ["j"] * 80:
            if self.current.locator("h4").inner_text().strip() == headline:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no suggestion {headline!r}")

    def answer_and_accept_all(self) -> None:
        """G for each that waits; the first alternative for each question; A for what cannot be accepted as it is."""
        waiting = self.page.locator(".item[data-state=waiting]:has([data-deed=g])")
        for _round in range(200):
            if not waiting.count():
                return
            waiting.first.locator("h4 a").click()
            self.answer()
            number = self.current.get_attribute("id")
            self.decide("g")
            told = self.page.locator(f"#{number} [role=alert]")
            if told.count():
                self.refused.append(f"{self.current.locator('h4').inner_text()}: {told.first.inner_text()}")
                self.page.keyboard.press("Escape")
                self.decide("a")
        raise AssertionError("suggestions still wait")

    def answer(self) -> None:
        """The first alternative for each question of the current suggestion."""
        for _question in range(8):
            if not self.current.evaluate(UNANSWERED):
                return
            self.page.keyboard.press("g")
            self.page.keyboard.press("Space" if self.page.locator("input:focus").count() else "ArrowDown")
            self.page.keyboard.press("Escape")


def put_in_at_once(name: str, *, by: User) -> Reading:
    """For what is not about putting in: without the browser."""
    return read_document(content=(DOCUMENTS / name).read_bytes(), file_name=name, by=by)


def reading_of(file_name: str) -> Reading:
    return Reading.objects.select_related("document").get(document__file_name=file_name)


def five_documents(folder: Path) -> list[Path]:
    made = [programme_docx(folder / "kuststafetten.docx"), article_pdf(folder / "algraset-vaxer.pdf")]
    return [*sorted(DOCUMENTS.iterdir()), *made]


def test_five_documents_become_records_by_keyboard(sign_in: SignIn, alva: User, tmp_path: Path) -> None:
    desk = Desk(sign_in(alva))
    desk.put_in(*five_documents(tmp_path))
    assert desk.page.locator(".result:not(.ok)").all_inner_texts() == []
    assert Reading.objects.count() == 5

    minutes = reading_of("vattenradet-2023-03-14.txt")
    desk.open(minutes)
    desk.go_to("Ahmed Farah")
    desk.decide("a")
    assert Suggestion.objects.get(reading=minutes, state="rejected").current["person"] == "Ahmed Farah"
    desk.decide("z")
    assert not Suggestion.objects.exclude(state="waiting").exists()
    desk.go_to("Ahmed Farah")
    desk.decide("a")

    request = next(each for each in Suggestion.objects.filter(reading=minutes, kind="request"))
    desk.go_to(str(request))
    desk.page.evaluate(PRESS_AE)
    box = desk.page.locator(f"#id_f{request.pk}-title")
    expect(box).to_be_focused(timeout=10_000)
    box.fill("Lämna två exempel på restaurering")
    desk.decide("Enter")
    assert FollowUp.objects.get().what_sv == "Lämna två exempel på restaurering"

    desk.answer_and_accept_all()
    assert desk.refused == []
    meeting = Meeting.objects.get(starts_on="2023-03-14")
    assert [item.number for item in meeting.agenda.all()] == ["1", "2", "3"]
    assert sorted((each.person_name, each.presence) for each in meeting.attendance.all()) == [
        ("Gunvor Ekelund", "present"), ("Maj-Britt Sandell", "absent"), ("Per Lindroth", "present"),
        ("Siv Östbergh", "present"), ("Torsten Ljunggren", "present"),
    ]  # fmt: skip
    assert Meeting.objects.get(starts_on="2023-05-09").follows == meeting
    for attendance in meeting.attendance.all():
        (passage,) = attendance.passages.all()
        assert passage.quote == minutes.document.text[passage.start : passage.end]
        assert attendance.person_name in passage.quote

    for file_name in ("arbetsgruppen-2023-04-20.md", "vattenstrategin-omrade-3.html", "kuststafetten.docx"):
        desk.open(reading_of(file_name))
        desk.answer_and_accept_all()
    siv = Person.objects.get(name__startswith="Siv")
    assert ([each.name for each in siv.spellings.all()], siv.attendance.count()) == (["Siv Östberg"], 2)
    assert list(Objective.objects.values_list("number", flat=True)) == ["3.1", "3.2"]
    assert Action.objects.get(title_sv="Uppdrag att återplantera ålgräs").objectives.get().number == "3.1"
    assert Question.objects.count() == 2


def test_all_certain_in_one_go_and_back(sign_in: SignIn, alva: User) -> None:
    desk = Desk(sign_in(alva))
    desk.put_in(DOCUMENTS / "vattenradet-2023-03-14.txt")
    desk.open(reading_of("vattenradet-2023-03-14.txt"))
    button = desk.page.get_by_role("button", name=re.compile(r"Godkänn återstående säkra \(\d+\)"))
    count = int(re.findall(r"\d+", button.inner_text())[0])
    button.click()
    expect(desk.page.locator("#besked")).to_have_text(f"{count} förslag godkändes.")
    assert Suggestion.objects.filter(state="accepted").count() == count
    expect(button).to_have_count(0)
    desk.decide("z")
    expect(desk.page.locator("progress")).to_have_attribute("value", "0")
    assert (Meeting.objects.count(), Attendance.objects.count(), Person.objects.count()) == (0, 0, 0)


def test_the_button_waits_for_which_strategy_it_is(sign_in: SignIn, alva: User) -> None:
    """Nothing goes into the only strategy there is because of one press, when the document names another."""
    factories.strategy("Fjällstrategin")
    desk = Desk(sign_in(alva))
    page = desk.page
    reading = put_in_at_once("vattenstrategin-omrade-3.html", by=alva)
    assert reading.strategy is None
    reading.suggestions.exclude(kind="strategy").update(confidence=0.95)
    desk.open(reading)
    button = page.get_by_role("button", name=re.compile(r"Godkänn återstående säkra \(\d+\)"))
    if button.count():
        button.click()
        expect(page.locator("#besked")).to_contain_text("väntar på: svar om strategi")
    assert (Objective.objects.count(), Action.objects.count()) == (0, 0)
    area = page.locator(".item", has=page.get_by_role("heading", name="3.1 Friska"))
    expect(area.locator(".chips")).to_contain_text("väntar på svar om strategi")
    question = page.locator("#slag-strategy").locator("xpath=../..").locator(".item")
    question.get_by_label("En ny strategi").check()
    question.get_by_role("button", name="Godkänn").click()
    expect(page.locator("#om-dokumentet")).to_contain_text("hör till")
    expect(area.locator(".chips")).not_to_contain_text("väntar på")
    count = int(re.findall(r"\d+", button.inner_text())[0])
    before = Suggestion.objects.filter(state="accepted").count()
    button.click()
    expect(page.locator("#besked")).to_contain_text(f"{count} förslag godkändes.")
    assert Suggestion.objects.filter(state="accepted").count() == before + count
    assert Objective.objects.count() > 0


def test_every_count_on_the_page_follows_a_decision(sign_in: SignIn, alva: User) -> None:
    desk = Desk(sign_in(alva))
    page = desk.page
    page.goto(LIST)
    expect(page.get_by_text("Inget dokument är inläst ännu")).to_be_visible()
    page.set_input_files("input[type=file]", [str(DOCUMENTS / "vattenradet-2023-03-14.txt")])
    page.get_by_role("button", name="Läs in", exact=True).click()
    expect(page.locator(".readings li")).to_have_count(1, timeout=60_000)
    expect(page.get_by_text("Inget dokument är inläst ännu")).to_have_count(0)
    desk.open(reading_of("vattenradet-2023-03-14.txt"))
    total = Suggestion.objects.count()
    tabs, agenda = page.locator("#flikar"), page.locator("#antal-agenda_item")
    expect(tabs).to_contain_text(f"Väntar {total}")
    expect(agenda).to_have_text("3 förslag · 3 väntar")
    desk.go_to("1 Mötets öppnande")
    desk.decide("g")
    expect(tabs).to_contain_text(f"Väntar {total - 2}")
    expect(tabs).to_contain_text("Avgjorda 2")
    expect(agenda).to_have_text("3 förslag · 2 väntar")
    desk.decide("z")
    expect(tabs).to_contain_text(f"Väntar {total}")
    for card in page.locator(".item").all():
        assert card.locator("h4").count() == 1


def test_a_card_somebody_writes_in_is_left_alone(sign_in: SignIn, alva: User) -> None:
    """Another decision makes the organisation known; the half-written answer stays."""
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    desk = Desk(sign_in(alva))
    desk.open(reading)
    page = desk.page
    item = page.locator(".item", has=page.get_by_role("heading", name="Siv Östbergh"))
    item.get_by_role("link", name="Ändra").click()
    box = item.locator("[name$=-role]")
    box.fill("utvecklingsledare")
    page.locator(".item", has=page.get_by_role("heading", name="Torsten Ljunggren")).locator("h4").click()
    page.keyboard.press("j")
    page.keyboard.press("k")
    desk.decide("g")
    expect(box).to_have_value("utvecklingsledare")


def test_the_passage_lights_up_and_is_in_view(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    desk = Desk(sign_in(alva))
    desk.page.set_viewport_size({"width": 768, "height": 500})
    desk.open(reading)
    desk.go_to("Torsten Ljunggren")
    desk.page.wait_for_timeout(700)
    lit = desk.page.locator("mark.on")
    assert lit.all_inner_texts() == ["Torsten Ljunggren, Stockholms universitet"]
    mark, sheet = lit.bounding_box(), desk.page.locator(".paper-side").bounding_box()
    assert mark is not None
    assert sheet is not None
    assert sheet["y"] <= mark["y"] <= mark["y"] + mark["height"] <= sheet["y"] + sheet["height"]


def test_shortcuts_can_be_turned_off(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    desk = Desk(sign_in(alva))
    desk.open(reading)
    desk.page.get_by_text("Kortkommandon", exact=True).click()
    desk.page.get_by_label("Använd kortkommandon med en tangent").uncheck()
    before = desk.current.get_attribute("id")
    desk.page.keyboard.press("j")
    assert desk.current.get_attribute("id") == before
    desk.page.reload()
    assert desk.page.locator("[data-keys]").is_checked() is False


def test_two_windows_never_overwrite_each_other(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    one, two = Desk(sign_in(alva)), Desk(sign_in(alva))
    for desk in (one, two):
        desk.open(reading)
        desk.go_to("Torsten Ljunggren")
    one.decide("g")
    two.decide("a")
    expect(two.current.get_by_role("alert")).to_contain_text("Alva har redan godkänt förslaget")
    assert Attendance.objects.get(person_name="Torsten Ljunggren").presence == "present"


def test_without_script_the_desk_works_by_plain_forms(chromium: Browser, sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    with_script = sign_in(alva)
    with_script.goto(LIST)
    state = with_script.context.storage_state()
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(f"{with_script.url}{reading.document.slug}/")
    card = page.locator(".item", has_text="Torsten Ljunggren")
    card.get_by_role("button", name="Godkänn").click()
    assert Attendance.objects.get().person_name == "Torsten Ljunggren"
    expect(card.get_by_role("button", name="Ångra")).to_be_visible()
    context.close()


SELECT = """words => {
    const walker = document.createTreeWalker(document.querySelector(".sheet"), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const at = node.data.indexOf(words);
        if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
    }
}"""


def test_a_passage_marked_by_mouse_becomes_a_fact(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    desk = Desk(sign_in(alva))
    desk.open(reading)
    page, words = desk.page, "Per Lindroth"
    button = page.get_by_role("button", name="Gör till uppgift …")
    expect(button).to_be_hidden()
    page.evaluate(SELECT, words)
    expect(button).to_be_visible()
    button.click()
    expect(page.get_by_label("Orden i dokumentet")).to_have_value(words)
    assert _violations(page) == []
    page.get_by_label("Vad är det?").select_option("stakeholder")
    page.get_by_role("button", name="Gör till uppgift", exact=True).click()
    expect(desk.current.locator("[name$=-organisation]")).to_have_value(words)
    made = Suggestion.objects.get(confidence=None)
    ((start, end),) = made.evidence
    assert reading.document.text[start:end] == words
    assert start == reading.document.text.index(words)
    expect(desk.page.locator("mark.on").first).to_contain_text(words)


def test_a_passage_marked_by_keyboard_becomes_a_fact(sign_in: SignIn, alva: User) -> None:
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    desk = Desk(sign_in(alva))
    desk.open(reading)
    page = desk.page
    desk.go_to("Torsten Ljunggren")
    page.locator(".paper-side").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("u")
    expect(page.get_by_label("Orden i dokumentet")).to_have_value("Torsten Ljunggren")
    expect(page.get_by_label("Vad är det?")).to_be_focused()
    page.get_by_label("Vad är det?").select_option("person")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(desk.current.locator("[name$=-person]")).to_have_value("Torsten Ljunggren")
    desk.current.get_by_role("button", name="Spara och godkänn").click()
    expect(desk.page.locator(".item.accepted")).to_have_count(1)
    person = Person.objects.get()
    ((start, end),) = Suggestion.objects.get(confidence=None).evidence
    assert [(each.start, each.end) for each in person.passages.all()] == [(start, end)]
    assert str(person) == reading.document.text[start:end] == "Torsten Ljunggren"


def test_a_proposed_objective_is_taken_with_one_key(sign_in: SignIn, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    factories.objective(factories.area(strategy, "4"), "4.1", title="Fler fiskevägar förbi kraftverken")
    factories.objective(factories.area(strategy, "5"), "5.1", title="Säkrare badplatser")
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    text = reading.document.text
    Suggestion.objects.create(
        reading=reading, position=900, kind="action", fields={"title": "Nya fiskevägar vid kraftverket"},
        evidence=[[0, len(text.splitlines()[0])]], confidence=0.95,
    )  # fmt: skip
    desk = Desk(sign_in(alva))
    desk.open(reading)
    desk.go_to("Nya fiskevägar vid kraftverket")
    for width in (360, 1360):
        desk.page.set_viewport_size({"width": width, "height": 800})
        assert _violations(desk.page) == []
    desk.decide("m")
    assert Action.objects.get().objectives.get().number == "4.1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_three_widths(sign_in: SignIn, alva: User, scheme: Literal["light", "dark"]) -> None:
    factories.person("Siv Östberg")
    reading = put_in_at_once("vattenradet-2023-03-14.txt", by=alva)
    accept(suggestion=Suggestion.objects.filter(kind="participant")[0], version=1, by=alva)
    desk = Desk(sign_in(alva))
    page = desk.page
    page.emulate_media(color_scheme=scheme)
    for width in (360, 768, 1360):
        page.set_viewport_size({"width": width, "height": 800})
        for address in (LIST, f"{LIST}lasaren/traffar/", f"{LIST}{reading.document.slug}/om/"):
            page.goto(address)
            assert _violations(page) == []
        desk.open(reading)
        desk.go_to("Siv Östbergh")
        page.keyboard.press("g")
        assert _violations(page) == []
        page.keyboard.press("Escape")
        page.keyboard.press("e")
        page.locator(".item .edit").wait_for()
        assert _violations(page) == []
        page.get_by_text("Gör ett ställe till uppgift").click()
        assert _violations(page) == []


def _violations(page: Page) -> list[str]:
    page.wait_for_timeout(150)
    found = Axe().run(page).response["violations"]
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wrong = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
    return [*wrong, *([f"{width} px too wide"] if width else [])]


@pytest.mark.skipif(
    not REAL, reason="no real documents: set KRAFTSAMLA_REAL_DOCUMENTS to a folder with documents to read at the desk"
)
def test_real_documents_become_records_by_keyboard(sign_in: SignIn, alva: User) -> None:
    files = sorted(file for file in Path(REAL or ".").iterdir() if file.is_file())
    factories.strategy("Life science-strategin")
    desk = Desk(sign_in(alva))
    desk.put_in(*files)
    assert desk.page.locator(".result.ok").count() == Reading.objects.count() == len(files)
    for reading in Reading.objects.select_related("document"):
        desk.open(reading)
        desk.answer_and_accept_all()
    assert [each for each in desk.refused if "Datum saknas" not in each and "Välj" not in each] == []
    accepted = Suggestion.objects.filter(state="accepted")
    rejected = Suggestion.objects.filter(state="rejected").count()
    assert rejected == len(desk.refused)
    assert accepted.count() + rejected == Suggestion.objects.exclude(state="waiting").count()
    for suggestion in accepted.select_related("reading__document"):
        text = suggestion.reading.document.text
        assert all(text[start:end].strip() for start, end in suggestion.evidence)
