"""What the weekly letter says of offered parts: the question, and one reminder, to the organisation's contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override

from kraftsamla.accounts.operations import system_account
from kraftsamla.core.text import Text
from kraftsamla.followup.models import Contact
from kraftsamla.letters.registry import Item, Urgency
from kraftsamla.strategy.choices import AssignmentState
from kraftsamla.strategy.models import Assignment
from kraftsamla.strategy.operations import issue_offer_link

REMIND_AFTER = dt.timedelta(days=14)


def collect(at: dt.datetime) -> Iterable[Item]:
    """Offers that wait for an answer from an organisation that has a contact, in three queries."""
    contacts = Contact.objects.first_of_each(at=localtime(at).date())
    waiting = Assignment.objects.filter(state=AssignmentState.OFFERED, action__ending="")
    for part in waiting.select_related("action", "organisation", "terms").prefetch_related("steps"):
        asked = contacts.get(part.organisation_id)
        if asked is not None:
            yield _item(part, asked, at=at)


def _item(part: Assignment, asked: Contact, *, at: dt.datetime) -> Item:
    offered = max(step.made_at for step in part.steps.all())
    reminded = at >= offered + REMIND_AFTER
    newest = max(step.pk for step in part.steps.all())
    return Item(
        key=f"offer:{part.pk}:{newest}:{'reminder' if reminded else 'ask'}", email=asked.email, name=asked.name,
        language=asked.language, urgency=Urgency.ASKED, since=offered + REMIND_AFTER if reminded else offered,
        heading=_heading(part), words=part.terms.what if part.terms else Text(),
        button=Text("Läs och svara", "Read and answer"), address=_link(part, asked), due="",
    )  # fmt: skip


def _heading(part: Assignment) -> Text:
    title = part.action.title
    with override("sv"):
        swedish = f"Kan ni ta rollen {part.get_role_display()} i ”{title.sv}”?"
    with override("en"):
        return Text(swedish, f"Can you take the role {part.get_role_display()} in “{title.en or title.sv}”?")


def _link(part: Assignment, asked: Contact) -> Callable[[], str]:
    def address() -> str:
        issued = issue_offer_link(
            assignment=part, name=asked.name, title=asked.title, email=asked.email, by=system_account()
        )
        return reverse("answering:offer", args=[issued.token])

    return address
