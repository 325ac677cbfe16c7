"""What was sent to whom, and what waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kraftsamla.accounts.rules import Visitor
from kraftsamla.letters.models import Letter, Recipient
from kraftsamla.letters.notices.waiting import Due, waiting
from kraftsamla.letters.querysets import LetterQuerySet


@dataclass(frozen=True, slots=True)
class LettersWanted:
    """``words`` are looked for in address, name, subject and text."""

    words: str = ""
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """``now`` go out in the next run, ``later`` when their pace allows it; ``never`` is for those who have said no."""

    now: list[Due]
    later: list[Due]
    never: list[Due]


def letters_for(visitor: Visitor, wanted: LettersWanted) -> LetterQuerySet:
    found = Letter.objects.visible_to(visitor).select_related("recipient").between(wanted.first, wanted.last)
    return found.with_words(wanted.words) if wanted.words else found


def what_waits(at: dt.datetime, *, on: dt.date) -> Waiting:
    dues = waiting(at)
    return Waiting(
        now=[due for due in dues if due.goes_out(on=on)],
        later=[due for due in dues if due.earliest is not None and due.earliest > on],
        never=[due for due in dues if due.earliest is None],
    )


def recipients_for(visitor: Visitor) -> list[Recipient]:
    """Those who have been written to, with the day of the last letter (``last_day``)."""
    return list(Recipient.objects.visible_to(visitor).with_last_letter().order_by("email"))
