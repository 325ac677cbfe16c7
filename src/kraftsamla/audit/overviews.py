"""The log in words: who did what when, with what stood before and after."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kraftsamla.audit.models import Entry

SHOWN = 30
#: Columns that only serve the program.
HIDDEN = frozenset({"id", "version", "created_at", "changed_at", "sort_key", "folded", "layout", "text", "sha256"})
#: What the name of a record is made of, where it is not a column of its own row.
NAMED_BY = {"strategy.objective": ("wordings",)}
Names = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One deed. ``address`` is the record's page, "" when it has none or is gone."""

    at: dt.datetime
    actor: str
    sentence: str | Promise
    subject_name: str
    address: str
    note: str
    changes: tuple[Change, ...]


def history_of(*records: models.Model, limit: int = SHOWN, without: Iterable[str] = ()) -> list[Line]:
    """What has been done to a record, newest first; several when a page shows a record with its parts.

    ``without``: events that not everybody who sees the page may know of.
    """
    about = Q()
    for kind, keys in _by_kind(records).items():
        about |= Q(subject_kind=kind, subject_key__in=keys)
    if not records:
        return []
    found = Entry.objects.filter(about).exclude(event__in=without).newest_first()[:limit]
    return lines(found, addressed=len(records) > 1)


def lines(entries: Iterable[Entry], *, addressed: bool = True) -> list[Line]:
    """Entries in words. Names and addresses are fetched once a kind of record, however many the entries are."""
    found = list(entries)
    names = _names(found)
    addresses = _addresses(found) if addressed else {}
    return [
        Line(
            at=entry.at,
            actor=str(entry.actor),
            sentence=entry.sentence,
            subject_name=entry.subject_name,
            address=addresses.get((entry.subject_kind, entry.subject_key), ""),
            note=entry.note,
            changes=tuple(_changes(entry, names)),
        )
        for entry in found
    ]


def kinds() -> list[tuple[str, str]]:
    """The kinds of record the log speaks of, by name."""
    known = Entry.objects.order_by().values_list("subject_kind", flat=True).distinct()
    named = [(kind, capfirst(str(model._meta.verbose_name))) for kind in known if (model := _model(kind))]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _by_kind(records: Sequence[models.Model]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        found[record._meta.label_lower].append(str(record.pk))
    return found


def _model(kind: str) -> type[models.Model] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _column(kind: str, name: str) -> Any:
    model = _model(kind)
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _changes(entry: Entry, names: Names) -> Iterable[Change]:
    for name, pair in entry.changes.items():
        if name in HIDDEN or not isinstance(pair, list) or len(pair) != 2:
            continue
        column = _column(entry.subject_kind, name)
        before, after = (_worded(column, value, names) for value in pair)
        if before or after:
            yield Change(_label(column, name), before, after)


def _label(column: Any, name: str) -> str:
    if column is None:
        return capfirst(name.replace("_", " "))
    if column.auto_created:
        return capfirst(str(column.related_model._meta.verbose_name))
    if name == "passages":
        return _("Källa")
    return capfirst(str(column.verbose_name))


def _worded(column: Any, value: Any, names: Names) -> str:
    if value in (None, "", [], "None"):
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, list):
        return ", ".join(_worded(column, each, names) for each in value)
    if column is not None and getattr(column, "choices", None):
        return str(dict(column.flatchoices).get(value, value))
    if _refers(column):
        return names.get((column.related_model._meta.label_lower, str(value)), str(value))
    return str(value)


def _refers(column: Any) -> bool:
    return column is not None and column.is_relation and not column.auto_created


def _names(entries: Sequence[Entry]) -> Names:
    """(kind, address name or key) → name, for every record that a change refers to."""
    wanted: dict[type[models.Model], set[str]] = defaultdict(set)
    for entry in entries:
        for name, pair in entry.changes.items():
            column = _column(entry.subject_kind, name)
            if _refers(column) and isinstance(pair, list):
                for value in pair:
                    wanted[column.related_model].update(map(str, value if isinstance(value, list) else [value]))
    found: dict[tuple[str, str], str] = {}
    for model, keys in wanted.items():
        for record in _records(model, keys):
            for key in {str(record.pk), str(getattr(record, "slug", record.pk))}:
                found[model._meta.label_lower, key] = str(record)
    return found


def _records(model: type[models.Model], keys: set[str]) -> Iterable[models.Model]:
    numbers = [int(key) for key in keys if key.isdecimal()]
    wanted = Q(pk__in=numbers)
    if any(column.name == "slug" for column in model._meta.concrete_fields):
        wanted |= Q(slug__in=keys)
    return model._base_manager.filter(wanted).prefetch_related(*NAMED_BY.get(model._meta.label_lower, ()))


def _addresses(entries: Sequence[Entry]) -> dict[tuple[str, str], str]:
    keys: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        keys[entry.subject_kind].add(entry.subject_key)
    return {pair: address for kind, wanted in keys.items() for pair, address in _pages(kind, wanted)}


def _pages(kind: str, keys: set[str]) -> Iterable[tuple[tuple[str, str], str]]:
    """The pages of records that are still there: "actors:organisation" with its address name, or its key."""
    model = _model(kind)
    if model is None:
        return
    by = "slug" if any(column.name == "slug" for column in model._meta.concrete_fields) else "pk"
    for key, name in model._base_manager.filter(pk__in=keys).values_list("pk", by):
        try:
            yield (kind, str(key)), reverse(kind.replace(".", ":"), args=[name])
        except NoReverseMatch:
            return
