"""Questions about documents and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.core.collation import fold

if TYPE_CHECKING:
    from kraftsamla.library.models import Document, Passage  # noqa: F401  named in strings


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, visitor: Visitor) -> DocumentQuerySet:
        return self if may_enter(visitor) else self.none()

    def public(self) -> DocumentQuerySet:
        return self.exclude(publicity="private")

    def with_text(self) -> DocumentQuerySet:
        return self.exclude(text="")

    def without_text_column(self) -> DocumentQuerySet:
        """For lists: the text may be a megabyte."""
        return self.defer("text")

    def named_like(self, words: str) -> DocumentQuerySet:
        return self.filter(folded__contains=fold(words))


class PassageQuerySet(models.QuerySet["Passage"]):
    def in_reading_order(self) -> PassageQuerySet:
        return self.order_by("document__published", "document__sort_key", "start", "pk")

    def public(self) -> PassageQuerySet:
        return self.exclude(document__publicity="private")
