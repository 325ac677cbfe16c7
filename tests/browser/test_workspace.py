"""Every kind of page in the workspace, found by following its own links: nothing for axe to find, nothing too wide."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.editions.operations import publish_edition
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.reading.operations import read_document
from kraftsamla.strategy.models import Strategy
from tests.browser.conftest import SignIn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "life-science"
MINUTES = Path(__file__).parent / "documents" / "vattenradet-2023-03-14.txt"
WIDTHS = (360, 768, 1360)
LINK = re.compile(r'href="(/(?:arbetsyta|konto)/[^"#?]*)')


def kinds_of_pages(client: Client) -> list[str]:
    """One address of each view that links lead to."""
    found: dict[str, str] = {}
    queue = deque(["/arbetsyta/"])
    seen = set(queue)
    while queue:
        address = queue.popleft()
        view = resolve(address).view_name
        if view in found:
            continue
        response = client.get(address)
        if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
            continue
        found[view] = address
        for link in LINK.findall(response.content.decode()):
            try:
                resolve(link)
            except Resolver404:
                continue
            if link not in seen:
                seen.add(link)
                queue.append(link)
    return sorted(found.values())


def faults(page: Page, address: str) -> list[str]:
    page.goto(address)
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page).response["violations"]
        wrong += [f"{address} {width}: {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wrong += [f"{address} {width}: {over} px too wide"] if over else []
    return wrong


def test_axe_finds_nothing_on_any_kind_of_page(sign_in: SignIn, alva: User) -> None:
    load_folder(EXAMPLE, by=system_account())
    publish_edition(strategy=Strategy.objects.get(), by=system_account())
    read_document(content=MINUTES.read_bytes(), file_name=MINUTES.name, by=alva)
    client = Client()
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    addresses = kinds_of_pages(client)
    assert len(addresses) > 50
    page = sign_in(alva)
    assert [fault for address in addresses for fault in faults(page, address)] == []


def test_axe_finds_nothing_where_one_is_not_signed_in(sign_in: SignIn, cia: User) -> None:
    page = sign_in(cia)
    addresses = ["/konto/logga-in/", "/arbetsyta/"]
    assert [fault for address in addresses for fault in faults(page, address)] == []
