"""When somebody else has changed a record while a form was open: what each of the two wrote, and what follows.

A field that the person left as it was takes the newer value; a field that both changed shows both. To know which is
which the form carries a mark of every value it was opened with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t

from kraftsamla.ui.forms.records import RecordField, RecordsField


def marks(values: Mapping[str, Any]) -> str:
    """A short mark of each plain value, as a hidden field carries them."""
    return json.dumps({name: _mark(value) for name, value in values.items()}, separators=(",", ":"))


def untouched(posted: str, typed: Mapping[str, Any]) -> set[str]:
    """The fields that still hold what the form was opened with."""
    try:
        opened = json.loads(posted or "{}")
    except ValueError:
        return set()
    known = opened if isinstance(opened, dict) else {}
    return {name for name, value in typed.items() if known.get(name) == _mark(value)}


def put(data: QueryDict, name: str, shown: forms.Field, value: Any) -> None:
    """Write a stored value into what was posted, as the field itself would post it."""
    if isinstance(value, bool):
        data.setlist(name, ["on"] if value else [])
    elif isinstance(shown, RecordsField):
        data.setlist(name, list(value or []))
    elif isinstance(shown, RecordField):
        data[name] = f"{shown.worded(value)} [{value}]" if value else ""
    elif isinstance(shown, forms.ModelChoiceField):
        data.setlist(name, [str(each.pk) for each in _records(shown, value)])
    else:
        data[name] = "" if value is None else str(value)


def worded(shown: forms.Field, value: Any) -> str:
    """A stored value in the words of a form's own field."""
    if value in (None, "", []):
        return _t("(tomt)")
    if isinstance(value, bool):
        return _t("ja") if value else _t("nej")
    if isinstance(shown, RecordField):
        return shown.worded(value)
    if isinstance(shown, forms.ModelChoiceField):
        return ", ".join(str(each) for each in _records(shown, value))
    if isinstance(shown, forms.ChoiceField):
        return str(dict(_flat(shown.choices)).get(value, value))
    return str(value)


def _mark(value: Any) -> str:
    return hashlib.sha256(json.dumps(value or "", sort_keys=True).encode()).hexdigest()[:10]


def _records(shown: forms.ModelChoiceField[Any], value: Any) -> list[Any]:
    values = value if isinstance(value, list) else [value] if value else []
    model = shown.queryset.model if shown.queryset is not None else None
    if model is None:
        return []
    by = "slug__in" if any(column.name == "slug" for column in model._meta.concrete_fields) else "pk__in"
    return list(model._base_manager.filter(**{by: values}))


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield value, label
