"""The public pages in a browser: nothing for axe to find, nothing wider than the window, and the filter at work."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from kraftsamla.editions.rendering import render_edition
from tests.editions import sample

pytestmark = pytest.mark.browser
STATIC = Path(__file__).parent.parent.parent / "src/kraftsamla/ui/static"
#: One page of each kind.
PATHS = [
    "", "strategi/", "omrade/2/", "mal/1.1/", "insatser/", "insatser/omrade-2/lage-pagar/", "insats/insats-1/",
    "insats/insats-5/", "insats/insats-20/", "aktor/aerolab/",
    "aktorer/", "aktor/luftmyndigheten/", "personer/", "person/person-0/", "organ/", "organ/samverkansgruppen/",
    "moten/", "mote/mote-2024-11-10/", "dokument/", "dokument/anteckningar-2024-11-10/", "dokument/air-review/",
    "fragor/", "att-folja-upp/", "andringar/", "om/", "ordlista/", "tillganglighet/", "en/", "en/action/insats-1/",
]  # fmt: skip
WIDTHS = (360, 768, 1360)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An edition as files, served by a plain web server."""
    folder = tmp_path_factory.mktemp("edition")
    for page in render_edition(sample.edition(), site=sample.SITE):
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.body)
    shutil.copytree(STATIC, folder / "assets")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize(("scheme", "widths"), [("light", WIDTHS), ("dark", WIDTHS)], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    address: str, chromium: Browser, scheme: Any, widths: tuple[int, ...]
) -> None:
    found = []
    context = chromium.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for path in PATHS:
        page.goto(address + path)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            found += [(path, width, fault) for fault in faults(page)]
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                found.append((path, width, "wider than the window"))
    context.close()
    assert found == []


def test_axe_finds_nothing_in_forced_colours(address: str, chromium: Browser) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    found = []
    for path in ("", "insats/insats-1/", "insatser/"):
        page.goto(address + path)
        found += [(path, fault) for fault in faults(page)]
    context.close()
    assert found == []


def test_the_list_is_filtered_in_place_and_the_address_follows(address: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(address + "insatser/")
    page.select_option("#area", "2")
    page.select_option("#progress", "pagar")
    rows = page.locator("#rows > li:visible")
    assert rows.count() == 1
    assert page.url == address + "insatser/?omrade=2&lage=pagar"
    assert page.inner_text("[role=status]") == "1 insats visas"
    page.go_back()
    page.go_back()
    assert rows.count() == len(sample.edition().picture.actions)
    page.fill("#words", "finns inte")
    assert page.inner_text("[role=status]") == "Inga insatser passar valet"
    page.close()


def test_a_filtered_address_opens_filtered(address: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(address + "insatser/?lage=avbruten")
    stopped = [action for action in sample.edition().picture.actions if action.progress == "stopped"]
    assert page.locator("#rows > li:visible").count() == len(stopped)
    page.close()


def test_the_page_works_by_keyboard_from_the_skip_link(address: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Till innehållet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_without_script_the_links_choose(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "insatser/")
    page.click("summary")
    page.click("nav[aria-label=Läge] a:has-text('genomförd')")
    assert page.url == address + "insatser/lage-genomford/"
    context.close()
