"""A meeting from the call to the next agenda: 31 people, four groups, two secretaries, a lost connection."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import docx
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.clock import today
from kraftsamla.meetings.models import Contribution, Invitation, Meeting, Minutes
from tests import factories
from tests.browser.conftest import SignIn

expect.set_options(timeout=30_000)
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SECTORS = (("public", "agency"), ("private", "company"), ("academic", "university"), ("civil", "patient_organisation"))
POINTS = ("Inledning", "Läget i regionerna", "Gruppdiskussion", "Beslut om fortsatt arbete", "Avslutning")
QUESTIONS = ("Vad hindrar fler prövningar?", "Vem kan börja?", "Vad behöver gruppen veta?")
SAVED = re.compile(r"^Sparat \d\d\.\d\d$")
Guest = Callable[[str], Page]


def people(alva: User) -> Body:
    """A group of 31 from all sectors; the first is its chair, and Åke Ström stands in for the second."""
    body = factories.body("Samverkansgruppen", by=alva)
    held = []
    for number in range(31):
        sector, kind = SECTORS[number % 4]
        home = factories.organisation(f"Organisation {number + 1:02}", by=alva, sector=sector, kind=kind)
        person = factories.person(f"Ledamot {number + 1:02} Öberg", by=alva)
        values = {
            "body": body, "person": person, "on_behalf_of": home, "role": "member" if number else "chair",
            "valid_from": "2026", "email": f"ledamot{number + 1:02}@example.org",
        }  # fmt: skip
        held.append(appoint(values=values, by=alva))
    stand_in = {
        "body": body, "person": factories.person("Åke Ström", by=alva), "on_behalf_of": held[1].on_behalf_of,
        "role": "substitute", "substitute_for": held[1], "valid_from": "2026", "email": "ake@example.org",
    }  # fmt: skip
    appoint(values=stand_in, by=alva)
    return body


@pytest.fixture
def guest(chromium: Browser, live_server: Any) -> Iterator[Guest]:
    """Somebody without an account, on a telephone."""
    contexts = []

    def opened(path: str) -> Page:
        size = ViewportSize(width=360, height=740)
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="sv-SE", has_touch=True)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        return page

    yield opened
    for context in contexts:
        context.close()


def link_to(address: str, kind: str) -> str:
    """The newest personal link that was mailed to somebody."""
    for message in reversed(mail.outbox):
        written_to = any(address in each for each in message.to)
        if written_to and (found := re.search(rf"/{kind}/kl_[\w.\-]+/", str(message.body))):
            return found.group()
    raise AssertionError(f"no /{kind}/ was mailed to {address}")


def calendar_in(message: Any) -> Any:
    """The event of the calendar file that went with a letter."""
    text = message.message().as_bytes()
    part = next(p for p in message.message().walk() if p.get_content_type() == "text/calendar")
    assert text
    return Calendar.from_ical(part.get_payload(decode=True))


def sent(page: Page) -> None:
    """The form is pressed, and what it leads to has come."""
    with page.expect_navigation():
        page.locator("main form button.btn").first.click()


def axe(page: Page) -> None:
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == [], page.url


def call(page: Page, body: Body, day: dt.date) -> str:
    page.goto("/arbetsyta/nytt-mote/")
    page.get_by_label("Organ", exact=False).select_option(label="Samverkansgruppen")
    page.get_by_label("Datum", exact=False).first.fill(day.isoformat())
    page.get_by_label("Börjar kl.").fill("09:00")
    page.get_by_label("Slutar kl.").fill("12:00")
    page.get_by_label("Form", exact=True).select_option("hybrid")
    page.get_by_label("Plats", exact=True).fill("Malmö")
    page.get_by_label("Länk för den som deltar på distans").fill("https://video.example.org/mote")
    page.get_by_role("button", name="Lägg till mötet").click()
    page.wait_for_url(re.compile(r"/moten/[\w-]+/"))
    return Meeting.objects.get(body=body).slug


def write_agenda(page: Page, slug: str) -> None:
    """The agenda of the preset is replaced by the five points of this meeting."""
    address = f"/arbetsyta/moten/{slug}/dagordning/"
    page.goto(address)
    while page.locator("ol.lines > li[data-line]").count():
        page.get_by_role("button", name=re.compile("^Ta bort")).first.click()
    for number, title in enumerate(POINTS):
        page.locator(".newline input[type=text]").first.fill(title)
        purpose = ("inform", "present", "discuss", "decide", "close")[number]
        page.locator(".newline select").first.select_option(purpose)
        page.locator(".newline input[type=number]").first.fill("30")
        page.locator(".newline").get_by_role("button", name="Spara dagordningen").click()
        expect(page.locator("ol.lines > li[data-line]")).to_have_count(number + 1)
    axe(page)


def add_presenters(page: Page, slug: str) -> None:
    item = Meeting.objects.get(slug=slug).agenda.get(title_sv=POINTS[1])
    for number in (3, 4, 5):
        page.goto(f"/arbetsyta/moten/{slug}/punkter/{item.pk}/presentation/")
        choose(page, "Person", f"Ledamot {number:02}")
        choose(page, "För organisationen", f"Organisation {number:02}")
        page.get_by_label("Ämne", exact=True).fill(f"Läget i region {number}")
        page.get_by_role("button", name="Lägg till presentationen").click()
        page.wait_for_url(re.compile(r"/moten/[\w-]+/"))


def choose(where: Page | Locator, label: str, words: str) -> None:
    """A record by its name, as it is picked from the list."""
    field = where.get_by_role("combobox", name=label).first
    field.press_sequentially(words)
    page = where if isinstance(where, Page) else where.page
    page.get_by_role("option", name=re.compile(words)).first.click()


def invite_all(page: Page, slug: str) -> None:
    page.goto(f"/arbetsyta/moten/{slug}/inbjudna/ur-organet/")
    expect(page.get_by_text("ersättare: Åke Ström")).to_be_visible()
    page.get_by_role("button", name="Bjud in de valda").click()
    page.goto(f"/arbetsyta/moten/{slug}/inbjudna/skicka/")
    expect(page.get_by_text("31 personer får var sitt brev nu")).to_be_visible()
    page.get_by_role("button", name="Skicka nu").click()
    page.wait_for_url(re.compile("/inbjudna/"))
    assert len(mail.outbox) == 31


def answer(guest: Guest) -> None:
    """Most say yes from their telephones; one sends a substitute, one says no, one has not answered."""
    for number in range(1, 32):
        if number in {2, 30, 31}:
            continue
        page = guest(link_to(f"ledamot{number:02}@example.org", "inbjudan"))
        way = "Jag är med på distans" if number % 3 == 0 else "Jag kommer, på plats"
        page.get_by_role("button", name=way).click()
        expect(page.get_by_role("status")).to_contain_text("Tack, ditt svar är sparat")
        if number == 1:
            axe(page)
        page.context.close()
    page = guest(link_to("ledamot02@example.org", "inbjudan"))
    page.get_by_role("link", name="Min ersättare kommer").click()
    page.get_by_label("Åke Ström", exact=False).check()
    page.locator("main form button.btn").first.click()
    expect(page.get_by_text("ersättaren kommer")).to_be_visible()
    page = guest(link_to("ledamot30@example.org", "inbjudan"))
    page.get_by_role("button", name="Jag kommer inte").click()
    expect(page.get_by_role("status")).to_contain_text("Tack")


def move_the_meeting(page: Page, slug: str) -> None:
    """An hour later: calendars get the same event with a higher sequence."""
    first = calendar_in(mail.outbox[0])
    page.goto(f"/arbetsyta/moten/{slug}/andra/")
    page.get_by_label("Börjar kl.").fill("10:00")
    page.get_by_label("Slutar kl.").fill("13:00")
    sent(page)
    page.goto(f"/arbetsyta/moten/{slug}/inbjudna/skicka-andring/")
    before = len(mail.outbox)
    page.get_by_role("button", name="Skicka nu").click()
    page.wait_for_url(re.compile("/inbjudna/"))
    assert len(mail.outbox) >= before + 31
    second = calendar_in(mail.outbox[before])
    old, new = (next(iter(each.walk("VEVENT"))) for each in (first, second))
    assert str(old["UID"]) == str(new["UID"])
    assert int(new["SEQUENCE"]) > int(old["SEQUENCE"])
    assert (first["METHOD"], second["METHOD"]) == ("REQUEST", "REQUEST")
    assert new["DTSTART"].dt - old["DTSTART"].dt == dt.timedelta(hours=1)


def tick_off(page: Page, slug: str) -> None:
    """One key each, as they answered; the substitute sits for the second, the last comes late."""
    page.goto(f"/arbetsyta/moten/{slug}/nu/narvaro/")
    for invitation in Invitation.objects.filter(meeting__slug=slug).order_by("pk"):
        if invitation.reply in {"room", "remote"}:
            name = "På plats" if invitation.reply == "room" else "Distans"
            row = page.get_by_role("form", name=invitation.name, exact=True)
            row.get_by_role("button", name=name).click()
            expect(row.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    search = page.get_by_role("searchbox")
    search.fill("åke")
    search.press("1")
    expect(page.locator("#raknat")).to_contain_text("29")
    search.fill("ledamot 31")
    search.press("5")
    expect(page.locator("#raknat")).to_contain_text("30")
    axe(page)


def discuss(page: Page, guest: Guest, slug: str) -> None:
    meeting = Meeting.objects.get(slug=slug)
    page.goto(f"/arbetsyta/moten/{slug}/grupper/")
    page.get_by_role("listitem").filter(has_text=POINTS[2]).get_by_role("button").click()
    for wording in QUESTIONS:
        page.get_by_label("Ny fråga till grupperna").fill(wording)
        page.get_by_role("button", name="Lägg till").click()
        expect(page.locator("#fragor")).to_contain_text(wording)
    page.get_by_label("Antal grupper").fill("4")
    page.get_by_role("button", name="Sätt samman grupper").click()
    expect(page.get_by_role("heading", name="4 grupper, 30 personer")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Länkar till grupperna").click()
    page.get_by_role("button", name="Gör länkar").click()
    links = [urlsplit(box.input_value()).path for box in page.locator("ul.links input").all()]
    assert len(links) == 4
    for number, address in enumerate(links, start=1):
        scribe = guest(address)
        for question in meeting.agenda.get(title_sv=POINTS[2]).questions.all():
            box = scribe.locator(f"[data-question='{question.pk}']")
            box.get_by_label("Skriv en punkt i taget").fill(f"Grupp {number} svarar på {question.wording_sv}")
            box.get_by_role("button", name="Lägg till").click()
            expect(box.locator("[data-points] li")).to_have_count(1)
        if number < 4:  # the fourth never says that it is done
            scribe.get_by_role("button", name="Vi är klara").click()
            expect(scribe.get_by_text("Ni har sagt att ni är klara.")).to_be_visible()
        else:
            axe(scribe)
    assert Contribution.objects.filter(withdrawn_at=None).count() == 12
    discussion = meeting.agenda.get(title_sv=POINTS[2]).discussion
    page.goto(f"/arbetsyta/moten/{slug}/grupper/{discussion.pk}/svar/")
    expect(page.locator("#svaren")).to_contain_text("grupp 4 har inte rapporterat")
    for question in meeting.agenda.get(title_sv=POINTS[2]).questions.all():
        page.goto(f"/arbetsyta/moten/{slug}/grupper/{discussion.pk}/svar/{question.pk}/")
        page.get_by_label("Sammanfattning", exact=True).fill(f"Grupperna är eniga om {question.wording_sv.lower()}")
        for box in page.get_by_role("checkbox").all():
            box.check()
        sent(page)
    page.goto(f"/arbetsyta/moten/{slug}/grupper/{discussion.pk}/svar/")
    for _each in QUESTIONS:
        page.get_by_role("button", name=re.compile("Mötet är enigt")).first.click()
        page.wait_for_load_state()


def take_notes(alva: Page, erik: Page, slug: str) -> None:
    """Both write at one point while Alva has no connection; both texts are kept and she puts them together."""
    meeting = Meeting.objects.get(slug=slug)
    items = {item.title_sv: item.pk for item in meeting.agenda.all()}
    alva.goto(f"/arbetsyta/moten/{slug}/nu/")
    alva.get_by_role("button", name=re.compile("Öppna mötet")).first.click()
    point = f"/arbetsyta/moten/{slug}/nu/?punkt={items[POINTS[1]]}"
    alva.goto(point)
    erik.goto(point)
    alva.context.set_offline(True)
    alva.get_by_label("Anteckning", exact=True).fill("Alva: tre regioner berättade.")
    expect(alva.locator("[data-status]")).to_have_text("Sparas inte just nu. Texten ligger kvar i webbläsaren.")
    erik.get_by_label("Anteckning", exact=True).fill("Erik: många frågor om data.")
    expect(erik.locator("[data-status]")).to_have_text(SAVED)
    alva.context.set_offline(False)
    expect(alva.get_by_role("heading", name="Två texter vid samma punkt")).to_be_visible(timeout=30_000)
    alva.goto(f"/arbetsyta/moten/{slug}/nu/punkter/{items[POINTS[1]]}/valj/")
    alva.locator("form.together textarea").fill("Tre regioner berättade. Det kom många frågor om data.")
    alva.get_by_role("button", name="Spara den sammansatta texten").click()
    alva.wait_for_url(re.compile("/nu/(?!punkter)"))
    alva.goto(f"/arbetsyta/moten/{slug}/nu/?punkt={items[POINTS[3]]}")
    line = alva.get_by_role("form", name="Att följa upp")
    line.get_by_label("Att följa upp").fill("Ta fram en lista över prövningar")
    choose(line, "Ansvarig organisation", "Organisation 03")
    line.get_by_role("button").click()
    expect(alva.locator("#fangat")).to_contain_text("Ta fram en lista")
    decided = alva.get_by_role("form", name="Beslut")
    decided.get_by_label("Beslut", exact=True).fill("Gruppen ställer sig bakom inriktningen.")
    decided.get_by_role("button").click()
    expect(alva.locator("#fangat")).to_contain_text("ställer sig bakom")
    axe(alva)
    alva.goto(f"/arbetsyta/moten/{slug}/nu/avsluta/")
    alva.locator("main form button.btn").first.click()
    alva.wait_for_url(re.compile("/nu/(?!avsluta)"))


def publish(page: Page, guest: Guest, slug: str) -> Minutes:
    """Draft, sent out, a comment taken, adjusted from a personal link, published."""
    address = f"/arbetsyta/moten/{slug}/anteckningar/"
    page.goto(address)
    page.get_by_role("button", name="Upprätta utkastet").click()
    sheet = page.locator("article.sheet")
    expect(sheet).to_contain_text("Tre regioner berättade.")
    expect(sheet).to_contain_text("Läget i region 4")
    expect(sheet).to_contain_text("Åke Ström")
    axe(page)
    page.goto(f"{address}sand-ut/")
    sent(page)
    reader = guest(link_to("ledamot05@example.org", "synpunkter"))
    reader.get_by_label("Din synpunkt").fill("Det var fyra regioner som berättade.")
    reader.locator("main form button.btn").first.click()
    expect(reader.get_by_text("Det var fyra regioner").first).to_be_visible()
    axe(reader)
    page.goto(address)
    page.get_by_role("link", name=re.compile("^Besvara")).click()
    page.get_by_label("Den förs inte in").check()
    page.get_by_label("Svar", exact=False).last.fill("Tre berättade; den fjärde frågade.")
    sent(page)
    page.goto(f"{address}justerare/")
    present = page.get_by_label("Någon som deltog")
    present.select_option(label=present.locator("option", has_text="Ledamot 01").inner_text())
    sent(page)
    page.goto(f"{address}justering/")
    sent(page)
    adjuster = guest(link_to("ledamot01@example.org", "justera"))
    axe(adjuster)
    adjuster.get_by_role("button", name="Justera", exact=True).click()
    expect(adjuster.get_by_text("Tack. Du har justerat.")).to_be_visible()
    page.goto(f"{address}publicera/")
    sent(page)
    minutes = Minutes.objects.get(meeting__slug=slug)
    assert minutes.state == "published"
    return minutes


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def papers(page: Page, minutes: Minutes) -> None:
    """The Word file and the PDF say the same, and can be read by ear."""
    page.goto(f"/arbetsyta/moten/{minutes.meeting.slug}/anteckningar/")
    word = docx.Document(io.BytesIO(downloaded(page, "Hämta som Word")))
    headings = [p.text for p in word.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert any(POINTS[1] in heading for heading in headings)
    whole = "\n".join(p.text for p in word.paragraphs) + "".join(
        cell.text for table in word.tables for row in table.rows for cell in row.cells
    )
    raw = downloaded(page, "Hämta som PDF")
    document = pypdfium2.PdfDocument(raw)
    printed = "\n".join(leaf.get_textpage().get_text_range() for leaf in document)
    for text in (whole, re.sub(r"\s+", " ", printed)):
        for said in ("Tre regioner berättade.", "Åke Ström", "Ledamot 31 Öberg", "Ta fram en lista över prövningar"):
            assert said in text, said
    assert b"/StructTreeRoot" in raw
    assert b"/Lang" in raw


def next_agenda(page: Page, body: Body) -> None:
    """What is still open stands on the next agenda."""
    page.goto("/arbetsyta/nytt-mote/")
    page.get_by_label("Organ", exact=False).select_option(label="Samverkansgruppen")
    page.get_by_label("Datum", exact=False).first.fill((today() + dt.timedelta(days=60)).isoformat())
    page.get_by_role("button", name="Lägg till mötet").click()
    page.wait_for_url(re.compile(r"/moten/[\w-]+/"))
    following = Meeting.objects.filter(body=body).order_by("-pk").first()
    assert following is not None
    assert following.follows is not None
    page.goto(f"/arbetsyta/moten/{following.slug}/dagordning/arenden/")
    expect(page.get_by_text("Ta fram en lista över prövningar").first).to_be_visible()
    sent(page)
    assert following.agenda.filter(followups__what_sv="Ta fram en lista över prövningar").count() == 1


def test_a_hybrid_meeting_from_the_call_to_the_next_agenda(sign_in: SignIn, guest: Guest, alva: User) -> None:
    erik = User.objects.create(email="erik@example.org", name="Erik", role="coordinator")
    body = people(alva)
    page, beside = sign_in(alva), sign_in(erik)
    for each in (page, beside):
        each.set_default_timeout(60_000)
    slug = call(page, body, today() + dt.timedelta(days=1))
    write_agenda(page, slug)
    add_presenters(page, slug)
    invite_all(page, slug)
    answer(guest)
    move_the_meeting(page, slug)
    tick_off(page, slug)
    take_notes(page, beside, slug)
    discuss(page, guest, slug)
    papers(page, publish(page, guest, slug))
    next_agenda(page, body)
