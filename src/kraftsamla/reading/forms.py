"""Forms of the reading desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.errors import Stale
from kraftsamla.core.text import readable
from kraftsamla.library.models import Document
from kraftsamla.reading.accepting import KINDS
from kraftsamla.reading.accepting.shape import Field, Kind
from kraftsamla.reading.models import Suggestion
from kraftsamla.strategy.models import Strategy
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm, Section

CLOCK = re.compile(r"(?:kl\.? ?)?(\d{1,2})[.:](\d{2})")


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class FilesField(forms.FileField):
    """Several files at once. What is wrong with one of them is said of that one, by the deed that reads it."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        documents = data if isinstance(data, list) else [data] if data else []
        if not documents and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return documents


class UploadForm(PlainForm):
    prefix = "filer"
    documents = FilesField(
        label=_("Filer"),
        help_text=_("PDF, DOCX, ODT, HTML, Markdown eller ren text. Du kan välja flera."),
        error_messages={"required": _("Välj minst en fil.")},
        widget=ManyFilesInput(attrs={"accept": ".pdf,.docx,.odt,.html,.htm,.md,.markdown,.txt"}),
    )


class PasteForm(PlainForm):
    prefix = "text"
    title = forms.CharField(
        label=_("Vad är det för text?"), max_length=300,
        help_text=_("Till exempel Minnesanteckningar 10 november 2021."),
        error_messages={"required": _("Skriv vad det är för text, så att den går att hitta igen.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Text"), widget=forms.Textarea(attrs={"rows": 8}), strip=False,
        error_messages={"required": _("Klistra in texten.")},
    )  # fmt: skip


class PageForm(PlainForm):
    """A web page that somebody has saved: its address, and the page as a file or as what was copied from it."""

    prefix = "sida"
    address = forms.URLField(
        label=_("Sidans adress"), max_length=1000, assume_scheme="https",
        help_text=_("Den sparas som dokumentets källa. Programmet hämtar ingenting därifrån."),
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        error_messages={
            "required": _("Skriv adressen till sidan."),
        },
    )  # fmt: skip
    document = forms.FileField(
        label=_("Den sparade sidan"), required=False,
        help_text=_("I webbläsaren: Spara sidan som. Har du den utskriven till PDF går det också bra."),
        widget=forms.FileInput(attrs={"accept": ".html,.htm,.pdf,.txt,.md"}),
        error_messages={"empty": _("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Eller klistra in sidan"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Sidans text, eller dess HTML."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = dict(super().clean() or self.cleaned_data)
        file, text = cleaned.get("document"), str(cleaned.get("text") or "").strip()
        if not self.errors and not file and not text:
            self.add_error("document", _("Välj den sparade filen, eller klistra in sidan."))
        if file and text:
            self.add_error("text", _("Välj antingen filen eller det inklistrade; töm det ena."))
        return cleaned


class MarkForm(PlainForm):
    """A passage by its words; with script also by where it stands. ``values`` then holds the span."""

    prefix = "stalle"
    quote = forms.CharField(
        label=_("Orden i dokumentet"), widget=forms.Textarea(attrs={"rows": 2}), max_length=5000,
        help_text=_("Markera dem i dokumentet, eller skriv av dem ordagrant."),
        error_messages={"required": _("Markera minst ett ord i dokumentet.")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Vad är det?"), error_messages={"required": _("Välj vad stället handlar om.")},
        choices=lambda: [("", _("välj …")), *((k.code, k.becomes) for k in KINDS.values())],
    )  # fmt: skip
    start = forms.IntegerField(widget=forms.HiddenInput, required=False)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, text: str) -> None:
        super().__init__(data, prefix=self.prefix)
        self.text = text

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = dict(super().clean() or self.cleaned_data)
        words = str(cleaned.get("quote") or "").split()
        start, end = cleaned.get("start"), cleaned.get("end")
        if not words or (start is not None and end is not None and _same_words(self.text[start:end], words)):
            return cleaned
        found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), self.text)]
        if len(found) == 1:
            cleaned["start"], cleaned["end"] = found[0]
        elif found:
            self.add_error("quote", _("Orden står på flera ställen. Ta med ord före eller efter."))
        else:
            self.add_error("quote", _("Orden står inte så i dokumentet. Skriv av dem ordagrant."))
        return cleaned


def _same_words(text: str, words: list[str]) -> bool:
    """What was marked on the page is what stands in the text; the page hides signs for headings and bold."""
    return text.split() == words or readable(text) == readable(" ".join(words))


class DocumentForm(RecordForm):
    publisher = RecordField(
        label=_("utgivare"), records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
        known_by=("folded", "other_names__folded"), required=False,
    )  # fmt: skip
    strategy = forms.ModelChoiceField(
        label=_("strategi som dokumentet hör till"), queryset=Strategy.objects.all(), required=False,
        empty_label=_("ingen strategi"),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Document
        fields = ["title", "kind", "language", "published", "url", "publicity", "publisher"]

    sections = (
        Section(_("Dokumentet"), ("title", "kind", "language", "publisher", "published", "url")),
        Section(_("Användning"), ("publicity", "strategy")),
    )


class SuggestionForm(PlainForm):
    """The fields of one suggestion, as its kind names them."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, suggestion: Suggestion, kind: Kind) -> None:
        super().__init__(data, prefix=f"f{suggestion.pk}", initial={"version": suggestion.version})
        current = suggestion.current
        for each in kind.fields:
            self.fields[each.name] = _form_field(each)
            self.initial[each.name] = _shown(each, current.get(each.name))

    def clean(self) -> dict[str, Any]:
        cleaned: Mapping[str, Any] = super().clean() or self.cleaned_data
        return {name: value if value != "" else None for name, value in cleaned.items()}

    def take_conflict(self, stale: Stale) -> None:
        """As for any form; what is one name a line is shown so."""
        super().take_conflict(stale)
        for name in list(self.standing):
            if isinstance(self.fields[name], LinesField):
                self.standing[name] = "\n".join(stale.current.get(name) or [])


class LinesField(forms.CharField):
    """One name a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(help_text=_("En per rad."), **kwargs)

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in str(super().clean(value) or "").splitlines() if line.strip()]


class ClockField(forms.CharField):
    def clean(self, value: Any) -> Any:
        written = str(super().clean(value) or "").strip()
        match = CLOCK.fullmatch(written)
        if match and int(match[1]) < 24 and int(match[2]) < 60:
            return f"{int(match[1]):02}:{match[2]}"
        if written:
            raise ValidationError(_("Skriv klockslaget som 13:30."))
        return ""


def _form_field(each: Field) -> forms.Field:
    common: dict[str, Any] = {"label": each.label, "required": each.required}
    if each.type == "date":
        return PartialDateFormField(**common)
    if each.type == "choice":
        return forms.ChoiceField(choices=[("", "–"), *each.choices], **common)
    if each.type == "number":
        return forms.IntegerField(**common)
    if each.type == "lines":
        return LinesField(**common)
    if each.type == "time":
        return ClockField(**common)
    return forms.CharField(max_length=500, **common)


def _shown(each: Field, value: Any) -> Any:
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value
