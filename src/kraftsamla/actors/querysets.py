"""Questions about many organisations and people."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.actors.models import (  # noqa: F401  named in strings
        Engagement,
        Organisation,
        Person,
        PersonalLink,
        Representation,
    )


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


class RepresentationQuerySet(models.QuerySet["Representation"]):
    def holding(self, *, at: dt.date) -> RepresentationQuerySet:
        """Those in force on a day; the last day is no longer inside."""
        return self.filter(valid_from__lte=at).filter(Q(valid_to=None) | Q(valid_to__gt=at))

    def held_by(self, visitor: Visitor, *, at: dt.date) -> RepresentationQuerySet:
        """What somebody who may enter holds on a day."""
        return self.holding(at=at).filter(user__pk=visitor.pk or 0) if may_enter(visitor) else self.none()


class PersonalLinkQuerySet(models.QuerySet["PersonalLink"]):
    def about(self, purpose: str, subject: models.Model) -> PersonalLinkQuerySet:
        return self.filter(purpose=purpose, subject=str(subject.pk))

    def open(self, *, at: dt.datetime) -> PersonalLinkQuerySet:
        """Those that still lead somewhere."""
        return self.filter(revoked_at=None, expires_at__gt=at)
