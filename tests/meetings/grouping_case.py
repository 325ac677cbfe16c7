"""A meeting with people of four sectors, a point with two questions, and its groups."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.models import Contribution, Discussion, Group, Invitation, Meeting
from kraftsamla.meetings.operations import (
    add_item,
    ask_groups,
    keep_point,
    make_groups,
    open_groups,
    start_discussion,
)
from kraftsamla.strategy.models import Question
from tests import factories

SLUG = "samrad"
SECTORS = ("public", "private", "academic", "civil")


@dataclass
class Talk:
    """The discussion, with what a test does to it."""

    meeting: Meeting
    discussion: Discussion
    questions: list[Question]

    @property
    def groups(self) -> list[Group]:
        return list(self.discussion.groups.select_related("discussion__item__meeting").order_by("number"))

    def address(self, name: str = "discussion", *args: Any) -> str:
        return reverse(f"meetings:{name}", args=[SLUG, self.discussion.pk, *args])

    def says(self, number: int, text: str, question: int = 0) -> Contribution:
        return keep_point(
            group=self.groups[number - 1], question=self.questions[question], key=uuid.uuid4(), text=text,
            by=link_account(),
        )  # fmt: skip


class Scribe:
    """Somebody at a group's page, without an account."""

    def __init__(self, token: str) -> None:
        self.path = reverse("guest:group", args=[token])
        self.client = Client()

    def read(self, query: str = "") -> str:
        return self.client.get(self.path + query).content.decode()

    def send(self, *, script: bool = False, **values: Any) -> Any:
        headers = {"accept": "application/json"} if script else {}
        return self.client.post(self.path, values, headers=headers)

    def write(self, question: Question, text: str, *, script: bool = False, **values: Any) -> Any:
        sent = {"deed": "punkt", "question": question.pk, "key": uuid.uuid4(), "text": text, **values}
        return self.send(script=script, **sent)


def talk_of(by: User, *, people: int = 8, remote: int = 0, groups: int = 2) -> Talk:
    """As many people as are asked for, each with an organisation of their own; the last ones at a distance."""
    meeting = factories.meeting("Samråd", slug=SLUG, starts_on="2030-05-06", form="hybrid", by=by)
    for number in range(people):
        owner = factories.organisation(f"Organisation {number}", sector=SECTORS[number % 4], by=by)
        Invitation.objects.create(
            meeting=meeting, organisation=owner, name=f"Person {number}",
            reply=Reply.REMOTE if number >= people - remote else Reply.ROOM,
        )  # fmt: skip
    item = add_item(meeting=meeting, values={"title_sv": "Hur når vi fler?", "minutes": 30}, by=by)
    discussion = start_discussion(item=item, by=by)
    questions = [
        ask_groups(discussion=discussion, wording=wording, by=by) for wording in ("Vad hindrar?", "Vad hjälper?")
    ]
    if groups:
        make_groups(discussion=discussion, number=groups, who=Gathered.COMING, seed=7, by=by)
    return Talk(meeting, discussion, questions)


def scribes(talk: Talk, *, by: User) -> list[Scribe]:
    return [Scribe(each.token) for each in open_groups(discussion=talk.discussion, by=by)]


def shown(page: str) -> str:
    """The words of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
