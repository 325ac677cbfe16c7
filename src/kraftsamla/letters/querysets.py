"""Questions about letters and those who get them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_read_log
from kraftsamla.core.collation import fold
from kraftsamla.letters.choices import NOT_GONE, Pace

if TYPE_CHECKING:
    from kraftsamla.letters.models import Letter, Recipient  # noqa: F401  named in strings


class RecipientQuerySet(models.QuerySet["Recipient"]):
    def visible_to(self, visitor: Visitor) -> RecipientQuerySet:
        """Addresses are personal data: for those who may read the log."""
        return self if may_read_log(visitor) else self.none()

    def with_last_letter(self) -> RecipientQuerySet:
        """Each with ``last_day``, when the last weekly letter went out, and ``written_day``, when anything did."""
        went = ~models.Q(letters__state__in=NOT_GONE)
        weekly = went & models.Q(letters__at_once=False)
        return self.annotate(
            last_day=models.Max("letters__day", filter=weekly), written_day=models.Max("letters__day", filter=went)
        )

    def declined(self) -> RecipientQuerySet:
        return self.filter(pace=Pace.NEVER)


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, visitor: Visitor) -> LetterQuerySet:
        return self if may_read_log(visitor) else self.none()

    def that_went_out(self) -> LetterQuerySet:
        return self.exclude(state__in=NOT_GONE)

    def weekly(self) -> LetterQuerySet:
        """Those that keep to the pace."""
        return self.filter(at_once=False)

    def with_words(self, words: str) -> LetterQuerySet:
        return self.filter(folded__contains=fold(words))

    def between(self, first: dt.date | None, last: dt.date | None) -> LetterQuerySet:
        found = self.filter(day__gte=first) if first else self
        return found.filter(day__lte=last) if last else found
