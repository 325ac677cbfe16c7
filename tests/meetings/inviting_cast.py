"""A group with a chair, members, a substitute and an observer, and its next meeting."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.message import Message
from typing import Any

from django.core import mail

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.clock import today
from kraftsamla.meetings.models import Invitation, Meeting
from kraftsamla.meetings.operations import add_item
from kraftsamla.meetings.operations.calling import send_calls
from kraftsamla.meetings.operations.inviting import invite_appointed
from tests import factories

SLUG = "hostmotet"
DAYS_AHEAD = 21


@dataclass
class Cast:
    """``chair`` and ``member`` have addresses, ``mute`` has none, ``substitute`` stands in for the member."""

    body: Body
    meeting: Meeting
    chair: Appointment
    member: Appointment
    mute: Appointment
    substitute: Appointment
    observer: Appointment

    def invite(self, by: User) -> dict[str, Invitation]:
        rows = invite_appointed(meeting=self.meeting, appointments=[self.chair, self.member, self.mute], by=by)
        return {row.name.split()[0]: row for row in rows}

    def call(self, by: User) -> dict[str, Invitation]:
        """Invite the usual ones and send the call; the invitations as they are then, by first name."""
        send_calls(meeting=self.meeting, invitations=self.invite(by).values(), by=by)
        return self.invitations()

    def invitations(self) -> dict[str, Invitation]:
        self.meeting.refresh_from_db()
        found = self.meeting.invitations.select_related("organisation", "substitute_for")
        rows = {row.name.split()[0]: row for row in found}
        for row in rows.values():
            row.meeting = self.meeting
        return rows


def next_meeting(body: Body | None, *, days: int = DAYS_AHEAD, **values: Any) -> Meeting:
    kept = {
        "starts_on": (today() + dt.timedelta(days=days)).isoformat(), "starts_at": dt.time(9), "ends_at": dt.time(12),
        "form": "hybrid", "place": "Rosenbad", "room": "Sal 3", "link": "https://video.example/mote", "body": body,
    }  # fmt: skip
    return factories.meeting("Höstmötet", slug=SLUG, **{**kept, **values})


def cast(by: User, *, days: int = DAYS_AHEAD) -> Cast:
    body = factories.body()

    def seat(name: str, role: str, **values: Any) -> Appointment:
        organisation = factories.organisation(f"{name.split()[1]}myndigheten")
        kept = {"body": body, "person": factories.person(name), "on_behalf_of": organisation, "role": role}
        return appoint(values={**kept, "valid_from": "2020", **values}, by=by)

    chair = seat("Ulla Up", "chair", email="ulla@example.org")
    member = seat("Elsa Ek", "member", email="elsa@example.org")
    mute = seat("Mats Mal", "member")
    stands_in = {"substitute_for": member, "on_behalf_of": member.on_behalf_of, "email": "sven@example.org"}
    substitute = seat("Sven Sol", "substitute", **stands_in)
    observer = seat("Olle Ost", "observer", email="olle@example.org")
    meeting = next_meeting(body, days=days, chair=chair.person)
    add_item(meeting=meeting, values={"number": "1", "title_sv": "Läget för hälsodata"}, by=by)
    return Cast(body, meeting, chair, member, mute, substitute, observer)


def link_in(letter: mail.EmailMessage) -> str:
    """The personal address in a letter."""
    found = re.search(r"http://[^\s/]+(/inbjudan/\S+)", str(letter.body))
    assert found, letter.body
    return found[1]


def letter_to(email: str) -> mail.EmailMessage:
    """The newest letter to somebody."""
    return [letter for letter in mail.outbox if email in letter.to[0]][-1]


def calendar_in(letter: mail.EmailMessage) -> str:
    """The calendar part of a letter, its lines unfolded."""
    for part in letter.message().walk():
        if isinstance(part, Message) and part.get_content_type() == "text/calendar":
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            return content.decode().replace("\r\n", "\n").replace("\n ", "")
    return ""
