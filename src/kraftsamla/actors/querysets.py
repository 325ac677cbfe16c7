"""Questions about many organisations and people."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.actors.models import Engagement, Organisation, Person  # noqa: F401  named in strings


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, visitor: Visitor) -> OrganisationQuerySet:
        return self if may_enter(visitor) else self.none()

    def current(self) -> OrganisationQuerySet:
        """Those that have not been put together with another record."""
        return self.exclude(ending="duplicate")

    def named_like(self, words: str) -> OrganisationQuerySet:
        """Any name, abbreviation or spelling that contains the words, whatever their case."""
        sought = fold(words)
        return self.filter(Q(folded__contains=sought) | Q(other_names__folded__contains=sought)).distinct()


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, visitor: Visitor) -> PersonQuerySet:
        return self if may_enter(visitor) else self.none()

    def current(self) -> PersonQuerySet:
        return self.filter(merged_into=None)

    def named_like(self, words: str) -> PersonQuerySet:
        sought = fold(words)
        return self.filter(Q(folded__contains=sought) | Q(spellings__folded__contains=sought)).distinct()


class EngagementQuerySet(models.QuerySet["Engagement"]):
    def started_by(self, at: dt.date) -> EngagementQuerySet:
        """Those that had begun, or were seen, no later than ``at``."""
        day = at.isoformat()
        return self.filter(valid_from__lte=day).filter(Q(seen_on__lte=day) | Q(seen_on=""))
