"""The fixed cast, and what no test may do: reach another machine."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from kraftsamla.accounts.choices import Role
from kraftsamla.accounts.models import User

LOCAL = {"127.0.0.1", "::1", "localhost"}


#: Fixtures of a test that goes through a page. Pages ask what the deeds and overviews under them ask.
PAGES = {"client", "browse"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """KRAFTSAMLA_TESTS=databas: what asks the database itself; pages and what takes long are run on SQLite."""
    if os.environ.get("KRAFTSAMLA_TESTS") != "databas":
        return
    asking = []
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        asks = item.get_closest_marker("django_db") or "db" in fixtures
        if asks and not fixtures & PAGES and not item.get_closest_marker("slow"):
            asking.append(item)
    config.hook.pytest_deselected(items=[item for item in items if item not in asking])
    items[:] = asking


@pytest.fixture(autouse=True)
def _no_other_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for the network fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOCAL:
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _person(name: str, role: Role) -> User:
    user = User(email=f"{name.casefold()}@example.org", name=name, role=role)
    user.set_password("a-long-enough-password")
    user.save()
    return user


@pytest.fixture
def alva(db: None) -> User:
    """Coordinates."""
    return _person("Alva", Role.COORDINATOR)


@pytest.fixture
def bo(db: None) -> User:
    """Is a member: may look."""
    return _person("Bo", Role.MEMBER)


@pytest.fixture
def cia(db: None) -> User:
    """Is a stranger: signed in, without any role."""
    return _person("Cia", Role.NONE)


@pytest.fixture
def dag(db: None) -> User:
    """Operates the service."""
    return _person("Dag", Role.OPERATOR)


@pytest.fixture
def elsa(db: None) -> User:
    """Answers for an agency; a member until she is asked."""
    return _person("Elsa", Role.MEMBER)


@pytest.fixture
def browse(db: None) -> Callable[[User], Client]:
    """A signed-in client for somebody of the cast."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture(autouse=True)
def _files_of_its_own(settings: Any, tmp_path: Any) -> None:
    """Uploads and editions of a test go to its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.EDITIONS_ROOT = tmp_path / "editions"


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is taken back: each example of a property starts from the same database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
