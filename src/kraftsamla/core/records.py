"""How every deed writes a record: only named fields, checked whole, and never over somebody else's change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from kraftsamla.core.clock import now
from kraftsamla.core.collation import fold, sort_key
from kraftsamla.core.errors import Stale
from kraftsamla.core.models import Named, Versioned
from kraftsamla.core.slugs import free_slug

Values = Mapping[str, Any]
Changes = dict[str, list[Any]]
R = TypeVar("R", bound=models.Model)
V = TypeVar("V", bound=Versioned)


def create(model: type[R], values: Values, *, fields: Iterable[str], named_by: str = "") -> R:
    """Check and insert a record. A ``Named`` one gets its slug (unless given) and keys from ``named_by``.

    Raises ValidationError with messages by field; nothing is stored then.
    """
    known = only(values, (*fields, "slug"))
    many = _many(model, known)
    record = model(**{name: value for name, value in known.items() if name not in many})
    if isinstance(record, Named):
        _name(record, str(known.get(named_by) or ""))
    record.full_clean()
    record.save(force_insert=True)
    for name in many:
        for each in known[name]:  # one at a time: added together they lose their order
            getattr(record, name).add(each)
    return record


def change(record: V, values: Values, *, fields: Iterable[str], version: int, named_by: str = "") -> Changes:
    """Write the values that differ and raise the version; {} when nothing differs.

    ``version`` is the one the person saw: if the record has moved on, Stale is raised and nothing is written.
    Raises ValidationError with messages by field.
    """
    known = only(values, (*fields, "slug"))
    current = type(record)._base_manager.get(pk=record.pk)
    if current.version != version:
        raise stale(current, fields)
    many = _many(type(record), known)
    before = snapshot(current, known)
    for name, value in known.items():
        if name not in many:
            setattr(record, name, value)
    if isinstance(record, Named) and named_by in known:
        _keys(record, str(known[named_by]))
    record.full_clean()
    changes = _difference(before, {**snapshot(record, [n for n in known if n not in many]), **_picked(known, many)})
    if not changes:
        return {}
    _write(record, [name for name in known if name not in many], version=version, fields=fields)
    for name in many:
        getattr(record, name).set(known[name])
    return changes


def append(model: type[R], values: Values) -> R:
    """Check and insert a row of an append-only table."""
    record = model(**values)
    record.full_clean()
    record.save(force_insert=True)
    return record


def only(values: Values, fields: Iterable[str]) -> dict[str, Any]:
    """The values as they are, when every one is of a named field. ValidationError otherwise."""
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise ValidationError(_("Okända fält: %(names)s."), params={"names": ", ".join(unknown)}, code="unknown")
    return dict(values)


def snapshot(record: models.Model, fields: Iterable[str]) -> dict[str, Any]:
    """The named fields as plain values that JSON can hold."""
    return {name: plain(_value(record, name)) for name in fields}


def plain(value: Any) -> Any:
    """A value as JSON can hold it: records by their key, dates in ISO 8601, sets of records as a sorted list."""
    if isinstance(value, models.Model):
        return getattr(value, "slug", None) or str(value.pk)
    if isinstance(value, dt.date | dt.time | dt.datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, models.QuerySet | list | tuple | set | frozenset):
        return sorted(str(plain(each)) for each in value)
    return value


def stale(current: Versioned, fields: Iterable[str]) -> Stale:
    """The refusal that shows what somebody else has written meanwhile."""
    return Stale(
        _("Någon annan ändrade posten medan du skrev. Jämför, och spara igen det som ska gälla."),
        current=snapshot(current, fields),
        version=current.version,
    )


def _many(model: type[models.Model], values: Values) -> list[str]:
    many = {field.name for field in model._meta.many_to_many}
    return [name for name in values if name in many]


def _value(record: models.Model, name: str) -> Any:
    value = getattr(record, name)
    return value.all() if hasattr(value, "get_queryset") else value


def _picked(values: Values, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(list(values[name])) for name in names}


def _difference(before: Values, after: Values) -> Changes:
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}


def _name(record: Named, text: str) -> None:
    if not record.slug:
        manager = type(record)._base_manager
        record.slug = free_slug(text, taken=lambda slug: manager.filter(slug=slug).exists())
    _keys(record, text)


def _keys(record: Named, text: str) -> None:
    record.sort_key = sort_key(text)
    record.folded = fold(text)


def _write(record: Versioned, names: list[str], *, version: int, fields: Iterable[str]) -> None:
    keys = ["sort_key", "folded"] if isinstance(record, Named) else []
    values = {name: getattr(record, name) for name in [*names, *keys]}
    record.changed_at = now()
    rows = type(record)._base_manager.filter(pk=record.pk, version=version)
    if not rows.update(**values, version=F("version") + 1, changed_at=record.changed_at):
        raise stale(type(record)._base_manager.get(pk=record.pk), fields)
    record.version = version + 1
