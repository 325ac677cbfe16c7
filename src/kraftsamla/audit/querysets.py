"""Questions about the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from django.db import models

if TYPE_CHECKING:
    from kraftsamla.audit.models import Entry  # noqa: F401  named in strings

M = TypeVar("M", bound=models.Model)


class AppendOnly(models.QuerySet[M]):
    """Rows that are added and read, never changed and never removed."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("rows here are append-only: add a new row that corrects the old one")

    def delete(self) -> NoReturn:
        raise TypeError("rows here are append-only: add a new row that corrects the old one")


class EntryQuerySet(AppendOnly["Entry"]):
    def about(self, subject: models.Model) -> EntryQuerySet:
        return self.filter(subject_kind=subject._meta.label_lower, subject_key=str(subject.pk))

    def newest_first(self) -> EntryQuerySet:
        return self.order_by("-at", "-pk").select_related("actor")
