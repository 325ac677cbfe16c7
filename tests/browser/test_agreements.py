"""An agreement as people meet it: asked at the office, answered on a phone, read by the public."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from kraftsamla.accounts.models import User
from kraftsamla.strategy.models import Action, Assignment
from kraftsamla.strategy.operations import assign, issue_offer_link
from tests import factories
from tests.browser.conftest import SignIn

PHONE = ViewportSize(width=360, height=740)
#: Where pictures of the pages are put, for somebody who wants to look at them.
PICTURES = os.environ.get("KRAFTSAMLA_PICTURES", "")

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@pytest.fixture
def phone(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A small screen without an account and without script."""
    context = chromium.new_context(
        base_url=live_server.url, viewport=PHONE, locale="sv-SE", java_script_enabled=False
    )  # fmt: skip
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def action(db: None) -> Action:
    strategy = factories.strategy("Strategi för ren luft")
    objective = factories.objective(factories.area(strategy), title="Alla ska veta hur luften är")
    return factories.action(strategy, "Bygg ut nätet av mätstationer", objectives=[objective])


def overflows(page: Page) -> bool:
    """Whether the page has to be moved sideways to be read."""
    return page.locator("html").bounding_box()["width"] > PHONE["width"]  # type: ignore[index]  # the page has a size


def test_an_officer_says_yes_with_changes_on_a_phone_without_account_or_script(
    action: Action, phone: Page, sign_in: SignIn, alva: User
) -> None:
    agency = factories.organisation("Luftmyndigheten")
    asked = factories.asked(
        action, agency, what_sv="Sätt upp femtio stationer och lägg ut mätvärdena öppet varje timme.", due="2027-03",
        steering_basis="government_assignment", registry_number="L2026/00123", decided_on="2026-02-01",
        reporting_on="2027-03-31", amount=5_000_000, money_note="2026–2027",
    )  # fmt: skip
    token = issue_offer_link(assignment=asked, name="Frida Fält", title="generaldirektör", by=alva).token
    phone.goto(f"/svar/{token}/")
    picture(phone, "link-360")
    assert not overflows(phone)
    phone.get_by_label("Ja, men med ändringar").check()
    phone.get_by_label("Klart senast").fill("september 2027")
    phone.get_by_label("Med egna ord").fill("Upphandlingen tar ett halvår längre.")
    phone.get_by_role("button", name="Skicka svaret").click()
    assert phone.get_by_text("Tack. Ni har föreslagit ändrade villkor.").is_visible()
    picture(phone, "link-answered-360")
    asked.refresh_from_db()
    assert (asked.state, asked.terms and asked.terms.due) == ("changes_proposed", "2027-09")

    office = sign_in(alva)
    office.goto(f"/arbetsyta/ataganden/{asked.pk}/")
    picture(office, "assignment-1360")
    office.get_by_role("link", name="Bekräfta ändringarna").click()
    picture(office, "confirm-1360")
    office.get_by_role("button", name="Bekräfta").click()
    assert office.get_by_text("åtagen med ändringar").first.is_visible()
    office.goto("/arbetsyta/ataganden/")
    picture(office, "list-1360")


def test_the_office_asks_and_gets_a_link_that_opens(action: Action, sign_in: SignIn, alva: User, phone: Page) -> None:
    region = factories.organisation("Region Norr")
    part = assign(action=action, organisation=region, role="responsible", by=alva)
    office = sign_in(alva)
    office.goto(f"/arbetsyta/insatser/{action.slug}/")
    office.get_by_role("link", name=re.compile("utpekad i källan")).click()
    office.get_by_role("link", name="Fråga organisationen").click()
    office.get_by_label("Vad organisationen ska göra").fill("Driva tio stationer")
    office.get_by_label("Klart senast").fill("2027")
    picture(office, "offer-1360")
    office.get_by_role("button", name="Ställ frågan").click()
    office.get_by_role("link", name="Personlig länk").click()
    office.get_by_label("Namn").fill("Nils Nord")
    office.get_by_label("Titel").fill("regiondirektör")
    office.get_by_role("button", name="Gör en länk").click()
    picture(office, "link-made-1360")
    text = office.get_by_label("Att skicka till Nils Nord").input_value()
    address = re.search(r"/svar/\S+", text)
    assert address is not None
    office.goto(address.group(0))
    office.set_viewport_size(PHONE)
    found = Axe().run(office).response["violations"]
    assert [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]] == []
    phone.goto(address.group(0))
    assert phone.get_by_role("heading", name="Kan ni åta er detta?").is_visible()
    phone.get_by_label("Nej, vi avböjer").check()
    phone.get_by_role("button", name="Skicka svaret").click()
    assert phone.get_by_text("Skriv varför organisationen avböjer").first.is_visible()
    picture(phone, "link-error-360")
    assert Assignment.objects.get(pk=part.pk).state == "offered"


def test_elsa_reports_claims_and_the_office_verifies(action: Action, sign_in: SignIn, alva: User, elsa: User) -> None:
    agency = factories.organisation("Luftmyndigheten")
    factories.organisation("Kansliet")
    factories.accepted(action, agency)
    factories.representative(elsa, agency)
    hers = sign_in(elsa)
    hers.goto(f"/arbetsyta/insatser/{action.slug}/")
    hers.get_by_role("link", name="Nytt läge").click()
    hers.locator("select[name=progress]").select_option("under_way")
    hers.locator("textarea[name=words_sv]").fill("Tio stationer är på plats.")
    hers.get_by_role("button", name="Lägg till läget").click()
    hers.get_by_role("button", name="Oförändrat sedan").click()
    hers.get_by_role("link", name="Lägg till resultat").click()
    hers.locator("textarea[name=what_sv]").fill("Tio stationer mäter varje timme")
    hers.get_by_label("Vad som visar det").fill("Driftprotokoll 2026:4")
    hers.get_by_role("button", name="Lägg till resultatet").click()
    theirs = sign_in(alva)
    theirs.goto(f"/arbetsyta/insatser/{action.slug}/")
    theirs.get_by_role("link", name="Granska").click()
    theirs.get_by_label("Bekräftat: underlaget").check()
    theirs.locator("input[name=organisation]").fill("Kansliet")
    theirs.get_by_label("Uppgiften lämnas av").fill("Alva")
    picture(theirs, "examine-1360")
    theirs.get_by_role("button", name="Spara granskningen").click()
    assert theirs.get_by_text("bekräftat av någon annan").is_visible()
    picture(theirs, "action-1360")
    theirs.set_viewport_size(PHONE)
    picture(theirs, "action-360")
    theirs.goto(f"/arbetsyta/organisation/{agency.slug}/")
    picture(theirs, "organisation-360")
