"""A conference that is signed up for, and somebody who does it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.core import mail, signing
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.core.clock import today
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.forms.signing import SALT
from kraftsamla.meetings.models import Meeting, Registration, SignUp
from kraftsamla.meetings.operations import ask_for_place, confirm, set_up
from tests import factories

SLUG = "konferens"


def old_stamp(seconds: float = 60) -> str:
    """As if the form had been open for a while."""
    signer = signing.TimestampSigner(salt=SALT)
    stamped = signing.b62_encode(int(dt.datetime.now(dt.UTC).timestamp() - seconds))
    value = f"opened:{stamped}"
    return f"{value}:{signer.signature(value)}"


@dataclass
class Conference:
    meeting: Meeting
    sign_up: SignUp

    def asks(self, name: str, mode: str = Mode.ROOM, **values: Any) -> Registration:
        """Somebody asks for a place; the address is made of the name."""
        email = f"{name.casefold()}@example.org"
        asked = {"name": name, "email": email, "mode": mode, "language": "sv", **values}
        ask_for_place(sign_up=self.sign_up, values=asked, by=link_account())
        return Registration.objects.get(email=asked["email"], state=SignUpState.ASKED)

    def comes(self, name: str, mode: str = Mode.ROOM, **values: Any) -> Registration:
        return confirm(registration=self.asks(name, mode, **values), by=link_account())

    def state(self, name: str) -> str:
        return str(Registration.objects.filter(name=name).latest("pk").state)

    def post(self, **values: Any) -> Any:
        sent = {
            "name": "Ada", "organisation_name": "Prov AB", "email": "ada@example.org", "mode": "room",
            "consent": "on", "website": "", "stamp": old_stamp(), **values,
        }  # fmt: skip
        return Client().post(self.address, sent)

    @property
    def address(self) -> str:
        return reverse("guest:sign-up", args=[SLUG])

    def page(self, name: str, *args: Any) -> str:
        return reverse(f"meetings:{name}", args=[SLUG, *args])


def conference(by: User, *, room: int | None = None, remote: int | None = None, **values: Any) -> Conference:
    """One that is held in a month and open for signing up today."""
    meeting = factories.meeting(
        "Konferens", slug=SLUG, kind="conference", form="hybrid", by=by,
        starts_on=(today() + dt.timedelta(days=30)).isoformat(),
    )  # fmt: skip
    laid = {
        "opens_on": (today() - dt.timedelta(days=1)).isoformat(), "closes_on": meeting.starts_on,
        "room_places": room, "remote_places": remote, "keep_days": 30, **values,
    }  # fmt: skip
    return Conference(meeting, set_up(meeting=meeting, values=laid, version=0, by=by))


def letters_to(name: str) -> list[str]:
    """The subjects of what has gone to somebody."""
    return [str(each.subject) for each in mail.outbox if each.to == [f"{name.casefold()}@example.org"]]


def link_in(number: int = -1) -> str:
    """The path of the link in a letter."""
    [path] = re.findall(r"https?://[^/]+(/anmalan/\S+)", str(mail.outbox[number].body))
    return str(path)


class Unreachable(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError
