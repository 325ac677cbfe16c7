"""Forms that keep what was typed, name the field that is wrong, and can show what somebody else wrote meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms import BoundField
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _t

from kraftsamla.core.errors import Stale
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.records import plain
from kraftsamla.ui.forms.dates import PartialDateFormField


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under a heading of their own."""

    title: str | Promise
    fields: tuple[str, ...]
    help: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown: with the fields of one form."""

    title: str | Promise = ""
    fields: list[BoundField] = field(default_factory=list)
    help: str | Promise = ""


def typed_in(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was posted, or nothing."""
    return request.POST if request.method == "POST" else None


class PlainForm(forms.Form):
    """A form in the workspace. ``sections`` puts fields under headings; those not named there come last."""

    use_required_attribute = False  # our own messages name the field in the reader's language
    sections: ClassVar[tuple[Section, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Field → what stands there now, for those that somebody else has changed.
        self.standing: dict[str, str] = {}

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned values by field, as a deed wants them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def version_seen(self) -> int:
        """The version of the record that the form was opened with; 0, which no record has, when that is lost."""
        return int(self.cleaned_data.get("version") or 0)

    def parts(self) -> Iterator[Part]:
        """The visible fields in their sections."""
        left = {bound.name: bound for bound in self.visible_fields()}
        for section in self.sections:
            bounds = [left.pop(name) for name in section.fields if name in left]
            if bounds:
                yield Part(section.title, bounds, section.help)
        if left:
            yield Part(fields=list(left.values()))

    def wrong_fields(self) -> list[BoundField]:
        return [bound for bound in self.visible_fields() if bound.errors]

    def take_errors(self, error: ValidationError) -> None:
        """Put a deed's refusal at the fields it names; what belongs to no field here goes to the top."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            self.add_error(name if name in self.fields and name != NON_FIELD_ERRORS else None, errors)

    def take_conflict(self, stale: Stale) -> None:
        """Keep what was typed, note what stands there now, and take the new version so that saving is a choice."""
        data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("version")] = str(stale.version)
        self.data = data
        typed = {name: plain(value) for name, value in self.values.items()}
        for name, now in stale.current.items():
            if name in typed and (typed[name] or "") != (now or ""):
                self.standing[name] = self.worded(name, now)

    def worded(self, name: str, value: Any) -> str:
        """A stored value in the words of the form's own field."""
        shown = self.fields[name]
        if value in (None, "", []):
            return _t("(tomt)")
        if isinstance(value, bool):
            return _t("ja") if value else _t("nej")
        if hasattr(shown, "worded"):
            return str(shown.worded(value))
        if isinstance(shown, forms.ModelChoiceField):
            return _named(shown, value if isinstance(value, list) else [value])
        if isinstance(shown, forms.ChoiceField):
            return str(dict(_flat(shown.choices)).get(value, value))
        return str(value)


def field_for(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form field of a column: partial dates take more than one way of writing."""
    if isinstance(column, PartialDateField):
        return column.formfield(**{**kwargs, "form_class": PartialDateFormField})
    found: forms.Field | None = column.formfield(**kwargs)
    return found


class RecordForm(PlainForm, forms.ModelForm):  # type: ignore[type-arg]  # the subclass says which model
    """A form over a model's fields that leaves the record alone: deeds write, and check the whole.

    Its subclasses write ``class Meta(RecordForm.Meta)``.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        formfield_callback = field_for

    def __init__(self, data: Any = None, *, record: models.Model | None = None, **kwargs: Any) -> None:
        initial: Mapping[str, Any] = kwargs.pop("initial", None) or {}
        version = {"version": getattr(record, "version", None)} if record is not None else {}
        super().__init__(data, instance=record, initial={**version, **initial}, **kwargs)

    def _post_clean(self) -> None:
        """A model form writes on its record here; ours do not."""


def _named(shown: forms.ModelChoiceField[Any], values: Iterable[Any]) -> str:
    model = shown.queryset.model if shown.queryset is not None else None
    if model is None:
        return ", ".join(map(str, values))
    by = "slug__in" if any(column.name == "slug" for column in model._meta.concrete_fields) else "pk__in"
    return ", ".join(str(each) for each in model._base_manager.filter(**{by: list(values)}))


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield value, label
