"""What loading keeps in hand: what is there already, what was added, and in whose name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from kraftsamla.accounts.models import User
from kraftsamla.core.records import snapshot
from kraftsamla.library.models import Document, Passage
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.portal.exchange import schema
from kraftsamla.strategy.models import Area, Objective


def both(name: str, text: schema.Text | None) -> dict[str, str]:
    """A text as the two columns that hold it."""
    return {f"{name}_sv": text.sv if text else "", f"{name}_en": (text.en or "") if text else ""}


def plain(row: Any, *names: str) -> dict[str, Any]:
    """Fields copied as they are; what is not known becomes ""."""
    return {name: "" if getattr(row, name) is None else getattr(row, name) for name in names}


class Loader:
    """Finds what is there, and counts what is added and changed."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.counts: Counter[str] = Counter()
        self._found: dict[tuple[type[models.Model], str], Any] = {}

    def get(self, model: type[models.Model], name: str | None) -> Any:
        """The record with a slug (or number), or None. Remembered, since most are asked for many times."""
        if name is None:
            return None
        if (model, name) not in self._found:
            field = "number" if model in {Area, Objective} else "slug"
            record = model._default_manager.filter(**{field: name}).first()
            if record is None:
                return None
            self._found[model, name] = record
        return self._found[model, name]

    def all(self, model: type[models.Model], names: Iterable[str]) -> list[Any]:
        return [self.get(model, name) for name in names]

    def put(self, key: str, record: Any, values: dict[str, Any], *, create: Any, change: Any) -> Any:
        """Create the record, or change what differs. ``create(values)``, ``change(record, values)``."""
        if record is None:
            made = create(values)
            self.counts["added"] += 1
            self._found[type(made), getattr(made, "slug", None) or made.number] = made
            return made
        differs = {n: v for n, v in values.items() if n != "slug" and _differs(record, n, v)}
        if differs and change(record, differs):
            self.counts["changed"] += 1
        return record

    def add_missing(self, rows: Iterable[Any], present: dict[Any, Any], key: Callable[[Any], Any], add: Any) -> None:
        """Add each row whose key is not present, and give every row its sources."""
        for row in rows:
            record = present.get(key(row))
            if record is None:
                record = add(row)
                present[key(row)] = record
                self.counts["added"] += 1
            self.source(record, getattr(row, "sources", ()))

    def cited(self, source: Any) -> Passage:
        """The passage that a source names."""
        document = self.get(Document, source.document)
        return cite(document=document, quote=source.quote or "", note_sv=source.note or "", by=self.by)

    def source(self, record: models.Model, sources: Iterable[Any]) -> None:
        for source in sources:
            passage = self.cited(source)
            if hasattr(record, "passages") and add_evidence(to=record, passage=passage, by=self.by):
                self.counts["sources"] += 1


def _differs(record: Any, name: str, value: Any) -> bool:
    if isinstance(value, list):
        return set(getattr(record, name).values_list("pk", flat=True)) != {each.pk for each in value}
    return bool(snapshot(record, [name])[name] != snapshot(type(record)(**{name: value}), [name])[name])
