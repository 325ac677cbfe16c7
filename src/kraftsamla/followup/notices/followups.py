"""What the weekly letter says of follow-ups: due soon, and late, to the contact of the organisation that owes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.timezone import localtime

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.operations import issue_link
from kraftsamla.core.partial_dates import earliest, latest
from kraftsamla.core.text import Text
from kraftsamla.followup.choices import FOLLOWUP_LINK
from kraftsamla.followup.models import Contact, FollowUp
from kraftsamla.letters.registry import Item, Urgency

SOON = dt.timedelta(days=14)


def collect(at: dt.datetime) -> Iterable[Item]:
    """Open points of organisations that have a contact, in two queries."""
    today = localtime(at).date()
    # A sheet that nobody answered became a point for the office, not for those who did not answer.
    points = FollowUp.objects.open().exclude(due="").exclude(owner=None).filter(answers=None, done_on="")
    contacts = Contact.objects.first_of_each(at=today)
    for point in points.select_related("owner"):
        asked = contacts.get(point.owner_id or 0)
        late = latest(point.due) < today
        if asked is not None and (late or earliest(point.due) <= today + SOON):
            yield _item(point, asked, late=late, at=at)


def _item(point: FollowUp, asked: Contact, *, late: bool, at: dt.datetime) -> Item:
    what = Text(point.what_sv, point.what_en or point.what_sv)
    due = latest(point.due) if late else max(earliest(point.due) - SOON, point.created_at.date())
    since = localtime(at).replace(
        year=due.year, month=due.month, day=due.day, hour=0, minute=0, second=0, microsecond=0
    )  # fmt: skip
    return Item(
        key=f"followup:{point.pk}:{'late' if late else 'soon'}:{point.due}", email=asked.email, name=asked.name,
        language=asked.language, urgency=Urgency.LATE if late else Urgency.SOON, since=since, heading=what,
        words=Text(_asked_by(point, "Uppföljningspunkt från"), _asked_by(point, "Follow-up from")),
        button=Text("Läs punkten", "Read it"), address=_link(point, asked), due=point.due,
    )  # fmt: skip


def _asked_by(point: FollowUp, words: str) -> str:
    return f"{words} {point.asked_by}." if point.asked_by else ""


def _link(point: FollowUp, asked: Contact) -> Callable[[], str]:
    def address() -> str:
        issued = issue_link(
            purpose=FOLLOWUP_LINK, subject=point, organisation=asked.organisation, name=asked.name, title=asked.title,
            email=asked.email, by=system_account(),
        )  # fmt: skip
        return reverse("asked:followup", args=[issued.token])

    return address
