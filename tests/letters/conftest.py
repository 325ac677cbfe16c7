"""A source that says what a test puts in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.core.text import Text
from kraftsamla.letters import registry
from kraftsamla.letters.registry import Attachment, Item, Urgency

START = dt.datetime(2026, 1, 5, 7, 0, tzinfo=dt.UTC)  # a Monday


class Saying(list[Item]):
    """What there is to say, and which addresses were really made."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def add(
        self, key: str, *, email: str = "elsa@example.org", name: str = "Elsa Ek", language: str = "sv", due: str = "",
        urgency: Urgency = Urgency.ASKED, since: dt.datetime = START, heading: str = "", attached: bytes = b"",
        mimetype: str = "text/calendar",
    ) -> None:  # fmt: skip
        def address() -> str:
            self.made.append(key)
            return f"/svara/kl_hemlig{len(self.made)}/"

        files = (Attachment("möte.ics", attached, mimetype),) if attached else ()
        self.append(
            Item(
                key=key, email=email, name=name, language=language, urgency=urgency, since=since, due=due,
                heading=Text(heading or f"Åtgärd {key}", f"Action {key}"), words=Text("Säg hur det går.", "Say how."),
                button=Text("Svara", "Answer"), address=address, attachments=files,
            )
        )  # fmt: skip


@pytest.fixture
def saying(monkeypatch: pytest.MonkeyPatch) -> Saying:
    said = Saying()
    monkeypatch.setattr(registry, "_sources", {"test": lambda at: list(said)})
    return said


@pytest.fixture
def browse_as(browse: Callable[[User], Client], alva: User) -> Client:
    """Alva at her desk."""
    return browse(alva)
