"""A round over actions of two agencies, and the way to an answer page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import issue_link, use_link
from kraftsamla.actors.rules import Voice, voice_by_link
from kraftsamla.core.clock import today
from kraftsamla.followup.choices import ROUND_LINK
from kraftsamla.followup.models import Answer, Contact, Point, UpdateRound
from kraftsamla.followup.operations import create_contact, create_round, open_round
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import report_status
from tests import factories

Browse = Callable[[User], Client]


def contact(of: Organisation, *, by: User, name: str = "Elsa Ek", **values: Any) -> Contact:
    email = values.pop("email", f"{name.split()[0].casefold()}@example.org")
    return create_contact(organisation=of, values={"name": name, "email": email, **values}, by=by)


def update_round(*, by: User, title: str = "Läget i vår", **values: Any) -> UpdateRound:
    row = {
        "title_sv": title, "readers_sv": "Kansliet läser svaren i maj.", "deadline": today() + dt.timedelta(days=14),
        **values,
    }  # fmt: skip
    return create_round(values=row, by=by)


def opened(the_round: UpdateRound, by: User) -> UpdateRound:
    open_round(the_round=the_round, version=the_round.version, by=by)
    return the_round


@dataclass
class Sheet:
    """An answer, the link to it, and what its holder does there."""

    answer: Answer
    token: str

    @property
    def address(self) -> str:
        return reverse("asked:answer", args=[self.token])

    @property
    def points(self) -> list[Point]:
        return list(self.answer.points.select_related("action", "answer"))

    @property
    def voice(self) -> Voice:
        return voice_by_link(use_link(token=self.token, purpose=ROUND_LINK))

    def read(self, client: Client | None = None) -> str:
        return (client or Client()).get(self.address).content.decode()

    def form(self, client: Client | None = None) -> dict[str, str]:
        """What the page's form would post if nothing were touched."""
        page = (client or Client()).get(self.address)
        posted = {"visad": page.context["shown_at"], "av-name": "Elsa Ek", "av-title": "enhetschef"}
        for card in page.context["cards"]:
            for bound in card.form:
                value = bound.value()
                posted[bound.html_name] = "" if value is None else str(value)
        return posted

    def post(self, deed: str, **typed: Any) -> Any:
        form = self.form()
        return Client().post(self.address, {**form, **typed, "deed": deed})


def sheet_of(answer: Answer, *, by: User, name: str = "Elsa Ek", email: str = "elsa@example.org") -> Sheet:
    issued = issue_link(
        purpose=ROUND_LINK, subject=answer, organisation=answer.organisation, name=name, title="enhetschef",
        email=email, by=by,
    )  # fmt: skip
    return Sheet(answer, issued.token)


@pytest.fixture
def actions(alva: User) -> list[Action]:
    """Three of the agency's; two have been said to be under way."""
    strategy, agency = factories.strategy(), factories.organisation("Myndigheten för prov")
    made = [factories.action(strategy, title) for title in ("Bygga hubben", "Öppna registret", "Utbilda fler")]
    for action in made:
        factories.accepted(action, agency, by=alva)
    for action in made[:2]:
        values = {"on": "2021-03-03", "progress": "under_way", "words_sv": "Arbetet har börjat."}
        report_status(action=action, values=values, by=alva)
    return made


@pytest.fixture
def agency(actions: list[Action]) -> Organisation:
    return Organisation.objects.get(name="Myndigheten för prov")


@pytest.fixture
def open_one(agency: Organisation, alva: User) -> UpdateRound:
    """An open round that asks Elsa about the agency's three actions."""
    contact(agency, by=alva, title="enhetschef")
    return opened(update_round(by=alva), alva)


@pytest.fixture
def sheet(open_one: UpdateRound, alva: User) -> Sheet:
    return sheet_of(open_one.answers.get(), by=alva)
