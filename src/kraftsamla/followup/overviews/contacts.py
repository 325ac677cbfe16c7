"""Who may be asked, and all that is kept about one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from kraftsamla.actors.models import Organisation, PersonalLink
from kraftsamla.followup.models import Answer, Contact, Handover
from kraftsamla.letters.models import Letter, Recipient


@dataclass(frozen=True, slots=True)
class ContactRow:
    """``says_no``: why letters do not reach them, "" when they do."""

    contact: Contact
    holds: bool
    wrong_person: bool
    wants_none: bool


def contacts_of(organisation: Organisation, *, at: dt.date) -> list[ContactRow]:
    """Those who hold first, each with whether letters reach them."""
    found = list(Contact.objects.filter(organisation=organisation).in_turn())
    no = dict(Recipient.objects.declined().values_list("email", "says_not_me"))
    declined = {email.casefold(): wrong for email, wrong in no.items()}
    rows = [
        ContactRow(
            each, each.holds(at=at), declined.get(each.email.casefold(), False), each.email.casefold() in declined
        )
        for each in found
    ]
    return sorted(rows, key=lambda row: not row.holds)


def everything_about(email: str) -> dict[str, Any]:
    """What is kept about the person behind an address, as plain values: the answer to "what do you know of me"."""
    answers = Answer.objects.filter(
        Q(email__iexact=email) | Q(said_by_email__iexact=email) | Q(deputy_email__iexact=email)
    ).select_related("round", "organisation")
    return {
        "epost": email,
        "kontakter": [
            {
                "organisation": str(each.organisation), "namn": each.name, "titel": each.title, "roll": each.part,
                "sprak": each.language, "fran": each.valid_from.isoformat(), "till": _day(each.valid_to),
            }
            for each in Contact.objects.of_person(email).select_related("organisation")
        ],
        "rundor": [
            {
                "runda": str(each.round), "organisation": str(each.organisation), "lage": each.state,
                "namn": each.said_by or each.name, "inskickat": _day(each.submitted_at),
            }
            for each in answers
        ],
        "vidarelamnade": list(Handover.objects.filter(email__iexact=email).values_list("name", "organisation_name")),
        "lankar": [
            {"till": each.name, "syfte": each.purpose, "utgiven": _day(each.issued_at), "oppnad": _day(each.opened_at)}
            for each in PersonalLink.objects.filter(email__iexact=email)
        ],
        "brev": [
            {"dag": _day(each.day), "rubrik": each.subject}
            for each in Letter.objects.filter(recipient__email__iexact=email)
        ],
    }  # fmt: skip


def _day(value: dt.date | dt.datetime | None) -> str:
    return value.isoformat()[:10] if value else ""
