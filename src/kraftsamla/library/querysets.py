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

    def of_file(self, sha256: str) -> Document | None:
        """The document with exactly that file, now or in an earlier version."""
        return self.filter(sha256=sha256).first() or self.filter(earlier_files__sha256=sha256).first()

    def at_address(self, url: str) -> DocumentQuerySet:
        """Those with that address, a last slash or a place on the page left out."""
        bare = url.split("#")[0].rstrip("/")
        return self.filter(url__in=[bare, f"{bare}/"]) if bare else self.none()

    def named_like(self, words: str) -> DocumentQuerySet:
        return self.filter(folded__contains=fold(words))


class PassageQuerySet(models.QuerySet["Passage"]):
    def in_reading_order(self) -> PassageQuerySet:
        return self.order_by("document__published", "document__sort_key", "start", "pk")

    def public(self) -> PassageQuerySet:
        return self.exclude(document__publicity="private")
