"""Questions about contacts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.followup.choices import ContactPart

if TYPE_CHECKING:
    from kraftsamla.followup.models import Contact


class ContactQuerySet(models.QuerySet["Contact"]):
    def visible_to(self, visitor: Visitor) -> ContactQuerySet:
        """Addresses of named people: for those who ask them."""
        return self if may_edit(visitor) else self.none()

    def holding(self, *, at: dt.date) -> ContactQuerySet:
        """Those in force on a day; the last day is no longer inside."""
        return self.filter(valid_from__lte=at).filter(Q(valid_to=None) | Q(valid_to__gt=at))

    def in_turn(self) -> ContactQuerySet:
        """The contact first, then the deputy, then the lead; among equals the newest."""
        turns = [When(part=part, then=Value(turn)) for turn, part in enumerate(ContactPart.values)]
        turn = Case(*turns, default=Value(9), output_field=IntegerField())
        return self.alias(turn=turn).order_by("turn", "-valid_from", "-pk")

    def first_of_each(self, *, at: dt.date) -> dict[int, Contact]:
        """Whom to turn to first, by organisation."""
        found: dict[int, Contact] = {}
        for contact in self.holding(at=at).in_turn():
            found.setdefault(contact.organisation_id, contact)
        return found

    def of_person(self, email: str) -> ContactQuerySet:
        return self.filter(email__iexact=email)
