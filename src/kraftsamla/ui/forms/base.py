"""Forms that keep what was typed, name the field that is wrong, and can show what somebody else wrote meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms import BoundField
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Stale
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.records import plain, snapshot
from kraftsamla.ui.forms.conflicts import marks, put, untouched, worded
from kraftsamla.ui.forms.dates import PartialDateFormField

#: What Django shows where nothing is chosen.
DASHES = BLANK_CHOICE_DASH[0][1]
#: What a form carries that is no value of the record.
MACHINERY = frozenset({"version", "opened"})
NOTHING_CHOSEN = {True: _("välj …"), False: _("inget valt")}
DJANGOS = {"required": forms.Field.default_error_messages["required"]}
PLAIN_WORDS = {
    "required": _("Fyll i fältet."),
    "max_length": _("Texten har %(show_value)s tecken. Korta den till högst %(limit_value)s."),
    "invalid_choice": _("Välj ett av alternativen."),
}


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
    sections: tuple[Section, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for shown in self.fields.values():
            _in_plain_words(shown)
        #: Field → what stands there now, for those that this person and somebody else have changed.
        self.standing: dict[str, str] = {}
        #: Fields left as they were that somebody else has changed: the newer value is in them now.
        self.taken: set[str] = set()

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned values by field, as a deed wants them."""
        return {name: value for name, value in self.cleaned_data.items() if name not in MACHINERY}

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
        """Keep what was typed, show what stands there now, and take the new version so that saving is a choice."""
        data = cast(QueryDict, self.data).copy()
        typed = {name: plain(value) for name, value in self.values.items()}
        same = untouched(data.get(self.add_prefix("opened"), ""), typed)
        for name, now in stale.current.items():
            if name not in typed or (typed[name] or "") == (now or ""):
                continue
            if name in same:
                put(data, self.add_prefix(name), self.fields[name], now)
                self.taken.add(name)
            else:
                self.standing[name] = worded(self.fields[name], now)
        data[self.add_prefix("version")] = str(stale.version)
        data[self.add_prefix("opened")] = marks({name: stale.current[name] for name in typed if name in stale.current})
        self.data = data


def _in_plain_words(shown: forms.Field) -> None:
    """Django's own messages, said so that a person knows what to do; those a field has of its own stay."""
    if isinstance(shown, forms.ModelChoiceField):
        if shown.empty_label == DASHES:
            shown.empty_label = NOTHING_CHOSEN[shown.required]
    elif isinstance(shown, forms.ChoiceField):
        first, *rest = list(cast(Iterable[Any], shown.choices)) or [None]
        if first == ("", DASHES):
            shown.choices = [("", NOTHING_CHOSEN[shown.required]), *rest]
    for code, words in PLAIN_WORDS.items():
        if shown.error_messages.get(code) in (None, shown.default_error_messages.get(code), DJANGOS.get(code)):
            shown.error_messages[code] = words
    if isinstance(shown, forms.URLField):
        shown.error_messages["invalid"] = _("Skriv hela adressen, till exempel https://www.exempel.se.")


def field_for(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form field of a column: partial dates take more than one way of writing, addresses need no "https://"."""
    if isinstance(column, PartialDateField):
        return column.formfield(**{**kwargs, "form_class": PartialDateFormField})
    if isinstance(column, models.URLField):
        kwargs["assume_scheme"] = "https"
    found: forms.Field | None = column.formfield(**kwargs)
    return found


class RecordForm(PlainForm, forms.ModelForm):  # type: ignore[type-arg]  # the subclass says which model
    """A form over a model's fields that leaves the record alone: deeds write, and check the whole.

    Its subclasses write ``class Meta(RecordForm.Meta)``.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        formfield_callback = field_for

    def __init__(self, data: Any = None, *, record: models.Model | None = None, **kwargs: Any) -> None:
        initial: Mapping[str, Any] = kwargs.pop("initial", None) or {}
        super().__init__(data, instance=record, initial=initial, **kwargs)
        if record is None:
            return
        columns: dict[str, Any] = {column.name: column for column in (*record._meta.fields, *record._meta.many_to_many)}
        ours = [name for name in self.fields if name in columns and name not in MACHINERY]
        for name in ours:  # a model form fills in only the fields that its Meta names
            self.initial.setdefault(name, columns[name].value_from_object(record))
        if not self.is_bound:
            self.initial["version"] = getattr(record, "version", None)
            self.initial["opened"] = marks(snapshot(record, ours))

    def _post_clean(self) -> None:
        """A model form writes on its record here; ours do not."""

