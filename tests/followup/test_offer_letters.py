"""An offered part reaches the organisation's contact in the weekly letter, with a link to answer by."""

from __future__ import annotations

import datetime as dt
import re

from django.core import mail
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.core.clock import now
from kraftsamla.letters.operations import send_letters
from kraftsamla.strategy.choices import AssignmentState
from kraftsamla.strategy.models import Assignment
from tests import factories
from tests.followup.conftest import contact

DAY = dt.timedelta(days=1)


def offered(by: User) -> Assignment:
    agency = factories.organisation("Provverket")
    contact(agency, by=by)
    action = factories.action(factories.strategy(), "Öppna provdata")
    return factories.asked(action, agency, what_sv="Öppna alla provdata.")


def test_the_contact_is_asked_once_reminded_once_and_can_accept_by_the_link(alva: User) -> None:
    part = offered(alva)
    start = now()
    for day in range(60):
        send_letters(by=alva, at=start + day * DAY)
    assert len(mail.outbox) == 2
    assert "Öppna provdata" in mail.outbox[0].subject
    assert "Öppna alla provdata." in str(mail.outbox[0].body)
    found = re.search(r"http://[^/]+(/svar/\S+)", str(mail.outbox[0].body))
    assert found
    page = Client().get(found[1])
    assert page.status_code == 200
    assert "Öppna alla provdata." in page.content.decode()
    part.refresh_from_db()
    assert part.state == AssignmentState.OFFERED


def test_nothing_is_said_of_a_part_that_is_only_named_or_has_been_answered(alva: User) -> None:
    part = offered(alva)
    Assignment.objects.filter(pk=part.pk).update(state=AssignmentState.ACCEPTED)
    assert send_letters(by=alva, at=now()).sent == 0
