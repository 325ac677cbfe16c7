"""One browser for all tests that drive one, and a way to be signed in without the sign-in page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from kraftsamla.accounts.models import User

CHROMIUM = os.environ.get("KRAFTSAMLA_CHROMIUM", "/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

SignIn = Callable[[User], Page]


@pytest.fixture(scope="session", autouse=True)
def _database_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in the thread that also asks the database; Django would refuse to."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, as in use: two people who save at once wait for each other, which a database in memory cannot."""
    database: dict[str, Any] = settings.DATABASES["default"]
    if str(database["ENGINE"]).endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")
        # A test's file need not outlive a power failure.
        options = database["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}; set KRAFTSAMLA_CHROMIUM to where chromium is")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def sign_in(chromium: Browser, live_server: Any) -> Iterator[SignIn]:
    """A page in a window of its own, for somebody of the cast."""
    windows = []

    def window(user: User) -> Page:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        size = ViewportSize(width=1360, height=900)
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="sv-SE")
        context.set_default_timeout(10_000)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        windows.append(context)
        return context.new_page()

    yield window
    for context in windows:
        context.close()
