"""Questions about editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter

if TYPE_CHECKING:
    from kraftsamla.editions.models import Edition


class EditionQuerySet(models.QuerySet["Edition"]):
    def visible_to(self, visitor: Visitor) -> EditionQuerySet:
        return self if may_enter(visitor) else self.none()

    def newest(self) -> Edition | None:
        return self.order_by("-number").first()
