"""Fields that pick records out of hundreds: type a few letters, choose from the list. Without script: write the name.

What is posted is the name as it is shown ("Region Skåne"), or with the address name where two share it
("Anna Berg [anna-berg-2]"); boxes that are ticked post the address name alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.forms.widgets import Widget
from django.urls import reverse
from django.utils.translation import gettext as _t

from kraftsamla.core.collation import fold

SLUG = re.compile(r"[a-z0-9-]+")
WITH_SLUG = re.compile(r".*\[([a-z0-9-]+)\]\s*")
SHOWN = 5
#: Longer than any name, and short enough for every database to look for.
LONGEST = 500


def label_of(record: Any, *, twins: bool) -> str:
    """The name that is shown and posted for a record; ``twins``: another record has the same name."""
    return f"{record} [{record.slug}]" if twins else str(record)


class Picker(Widget):
    """A text box that script turns into a list to choose from (``ui/workspace.js``)."""

    template_name = "ui/widgets/record_picker.html"
    source = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["source"] = reverse(self.source)
        return context

    def format_value(self, value: Any) -> str:
        return "" if value is None else str(value)


class ManyPicker(Picker):
    template_name = "ui/widgets/records_picker.html"
    use_fieldset = True
    records: Callable[[], models.QuerySet[Any]]

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        chosen, unknown = value if isinstance(value, tuple) else ([], [])
        context = super().get_context(name, "; ".join(unknown), attrs)
        context["chosen"] = chosen
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        posted: list[str] = data.getlist(name) if hasattr(data, "getlist") else list(data.get(name, []))
        return [each for each in posted if each.strip()]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class RecordField(forms.Field):
    """One record. ``records`` says which may be chosen, ``source`` names the page that lists them for the letters
    typed, ``known_by`` the columns with a folded name that must match when a name is written out."""

    widget: Any = Picker

    def __init__(
        self, *, records: Callable[[], models.QuerySet[Any]], source: str, known_by: Sequence[str] = ("folded",),
        **kwargs: Any,
    ) -> None:
        self.records = records
        self.known_by = tuple(known_by)
        super().__init__(**kwargs)
        self.widget.source = source
        self.widget.is_required = self.required

    def to_python(self, value: Any) -> Any:
        return self.find(str(value)) if value and str(value).strip() else None

    def find(self, written: str) -> Any:
        """The record that is meant. Raises ValidationError, naming the ones it may be."""
        if len(written) > LONGEST or "\x00" in written:
            raise _which(f"{written[:40]} …".replace("\x00", " "), [])
        records = self.records()
        if (match := WITH_SLUG.fullmatch(written)) and (found := records.filter(slug=match.group(1)).first()):
            return found
        sought = fold(written)
        known = Q()
        for column in self.known_by:
            known |= Q(**{column: sought})
        exact = list(records.filter(known).distinct().order_by("sort_key", "slug")[: SHOWN + 1])
        if len(exact) == 1:
            return exact[0]
        raise _which(written, exact or list(_like(records, written)))

    def prepare_value(self, value: Any) -> Any:
        record: Any = value if isinstance(value, models.Model) else self._by_key(value)
        if record is None:
            return value
        return label_of(record, twins=self.records().filter(folded=record.folded).exclude(pk=record.pk).exists())

    def _by_key(self, value: Any) -> Any:
        return self.records().model._base_manager.filter(pk=value).first() if isinstance(value, int) else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")

    def worded(self, value: Any) -> str:
        """A stored address name in words."""
        record = self.records().model._base_manager.filter(slug=value).first()
        return str(record or value)


class RecordsField(RecordField):
    """Several records: those chosen are boxes that can be unticked, and one box takes more names, with ; between."""

    widget = ManyPicker

    def to_python(self, value: Any) -> list[Any]:
        found: dict[Any, Any] = {}
        errors: list[ValidationError] = []
        for written in self._written(value):
            try:
                record = self.ticked(written) or self.find(written)
            except ValidationError as error:
                errors.append(error)
            else:
                found[record.pk] = record
        if errors:
            raise ValidationError([message for error in errors for message in error.messages])
        return list(found.values())

    def prepare_value(self, value: Any) -> tuple[list[Any], list[str]]:
        """What is chosen, and what was written that names nothing we know."""
        keys = [each.pk if isinstance(each, models.Model) else each for each in value or []]
        numbers = [key for key in keys if isinstance(key, int)]
        chosen = list(self.records().model._base_manager.filter(pk__in=numbers)) if numbers else []
        unknown = []
        for written in self._written([key for key in keys if isinstance(key, str)]):
            try:
                chosen.append(self.ticked(written) or self.find(written))
            except ValidationError:
                unknown.append(written)
        return sorted(chosen, key=lambda record: str(record.sort_key)), unknown

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True

    def worded(self, value: Any) -> str:
        return ", ".join(str(each) for each in self.records().model._base_manager.filter(slug__in=list(value)))

    def ticked(self, written: str) -> Any:
        """The record of a box: those post the address name."""
        return self.records().filter(slug=written).first() if SLUG.fullmatch(written) else None

    @staticmethod
    def _written(value: Iterable[str] | None) -> list[str]:
        return [name.strip() for posted in value or [] for name in posted.split(";") if name.strip()]


def _like(records: Any, written: str) -> Iterable[Any]:
    found: Iterable[Any] = records.named_like(written).order_by("sort_key", "slug")[: SHOWN + 1]
    return found


def _which(written: str, maybe: Sequence[Any]) -> ValidationError:
    if not maybe:
        return ValidationError(
            _t("”%(name)s” finns inte. Kontrollera stavningen, eller lägg till posten först."),
            params={"name": written}, code="unknown",
        )  # fmt: skip
    names = [f"{record} [{record.slug}]" for record in maybe[:SHOWN]]
    more = "; …" if len(maybe) > SHOWN else ""
    return ValidationError(
        _t("Det går inte att veta vilken som menas med ”%(name)s”. Skriv en av: %(names)s."),
        params={"name": written, "names": "; ".join(names) + more}, code="ambiguous",
    )  # fmt: skip
