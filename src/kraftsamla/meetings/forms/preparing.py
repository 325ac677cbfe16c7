"""Forms that prepare a meeting: a new one from a preset, a copy, a series, what it takes up, and its materials."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.querysets import BodyQuerySet
from kraftsamla.core.clock import today
from kraftsamla.core.text import Text
from kraftsamla.library.models import Document
from kraftsamla.meetings.assembly.agenda import Proposal
from kraftsamla.meetings.assembly.series import days_every
from kraftsamla.meetings.choices import MaterialKind
from kraftsamla.meetings.forms.fields import TIME
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.presets import PRESETS
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm, Section, read_partial_date

ITEM = re.compile(r"[;,\n]+")
MOST_DAYS = 60


def bodies_to_call(visitor: Visitor) -> BodyQuerySet:
    """The bodies that somebody may call to a meeting: those they may work in that have not ended."""
    return Body.objects.worked_in_by(visitor).filter(Q(valid_to="") | Q(valid_to__gte=today().isoformat()))


def _said(text: Text) -> str:
    return (text.en or text.sv) if (get_language() or "sv").startswith("en") else text.sv


def _presets() -> list[tuple[str, str]]:
    return [(preset.kind, f"{_said(preset.title)}. {preset.about}") for preset in PRESETS]


class NewMeetingForm(RecordForm):
    """A meeting in a few fields. ``visitor`` gives the bodies for which they may call a meeting."""

    kind = forms.ChoiceField(label=_("Slags möte"), choices=_presets, widget=forms.RadioSelect)

    class Meta(RecordForm.Meta):
        model = Meeting
        fields = ("kind", "body", "starts_on", "starts_at", "ends_at", "form", "place", "link", "title_sv")
        widgets = {"starts_at": TIME, "ends_at": TIME}
        help_texts = {
            "body": _("Ordföranden, det föregående mötet och vad som får visas hämtas från organet."),
            "ends_at": _("Lämna tomt så räknas den ut från den vanliga dagordningen."),
            "form": _("Lämna tomt för det vanliga."),
            "title_sv": _("Lämna tomt så får mötet namn efter organet."),
        }

    sections = (
        Section(_("Vad och för vem"), ("kind", "body")),
        Section(_("När och var"), ("starts_on", "starts_at", "ends_at", "form", "place", "link")),
        Section(_("Namn"), ("title_sv",)),
    )

    def __init__(self, data: Any = None, *, visitor: Visitor, body: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["title_sv"].required = False
        bodies = bodies_to_call(visitor)
        shown = self.fields["body"]
        assert isinstance(shown, forms.ModelChoiceField)
        shown.queryset = bodies
        shown.empty_label = _("inget organ") if may_edit(visitor) else None
        shown.required = not may_edit(visitor)
        self.initial.setdefault("body", bodies.filter(slug=body).values_list("pk", flat=True).first())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        _check_hours(self, cleaned)
        return cleaned


class CopyForm(PlainForm):
    """The same meeting on another day."""

    starts_on = PartialDateFormField(label=_("Datum"))
    starts_at = forms.TimeField(label=_("Börjar kl."), required=False, widget=TIME)
    ends_at = forms.TimeField(label=_("Slutar kl."), required=False, widget=TIME)
    title_sv = forms.CharField(label=_("Titel"), max_length=300)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        _check_hours(self, cleaned)
        return cleaned


class SeriesForm(PlainForm):
    """Either how often and how many, or the days themselves. ``seen`` are the days that were shown before."""

    name = forms.CharField(
        label=_("Seriens namn"), max_length=300, help_text=_("Till exempel Samverkansgruppens möten 2026.")
    )
    every = forms.IntegerField(label=_("Hur långt det är mellan mötena"), min_value=1, max_value=52, required=False)
    unit = forms.ChoiceField(
        label=_("Räknat i"), required=False,
        choices=[("weeks", pgettext_lazy("hur ofta", "veckor, samma veckodag")),
                 ("months", pgettext_lazy("hur ofta", "månader, samma veckodag i månaden"))],
    )  # fmt: skip
    times = forms.IntegerField(label=_("Antal nya möten"), min_value=1, max_value=MOST_DAYS, required=False)
    listed = forms.CharField(
        label=_("Eller dagarna, en på varje rad"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Till exempel 2026-03-03. Står det dagar här gäller de i stället."),
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, start: dt.date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.start = start
        self.days: list[dt.date] = []

    @property
    def is_seen(self) -> bool:
        """Whether exactly these days have been shown."""
        return self.cleaned_data.get("seen") == self.shown

    @property
    def shown(self) -> str:
        return " ".join(day.isoformat() for day in self.days)

    def clean_listed(self) -> list[dt.date]:
        days = [_day(line.strip()) for line in ITEM.split(self.cleaned_data["listed"]) if line.strip()]
        if len(days) > MOST_DAYS:
            raise ValidationError(_t("Skriv högst %(most)s dagar.") % {"most": MOST_DAYS})
        if any(day == self.start for day in days):
            raise ValidationError(_t("Mötet självt är den %(day)s. Ta bort den dagen.") % {"day": self.start})
        return sorted(set(days))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if cleaned["listed"]:
            self.days = cleaned["listed"]
            return cleaned
        for name in ("every", "times"):
            if not cleaned.get(name):
                self.add_error(name, _t("Fyll i fältet, eller skriv dagarna."))
        if not self.errors:
            self.days = days_every(
                self.start, every=cleaned["every"], unit=cleaned["unit"] or "weeks", times=cleaned["times"]
            )
        return cleaned


class ProposalsForm(PlainForm):
    """A tick for each proposal, and where it goes: a point of its own or one that stands there."""

    def __init__(self, data: Any = None, *, proposals: Sequence[Proposal], items: Sequence[AgendaItem]) -> None:
        super().__init__(data)
        self.proposals = proposals
        self.items = {str(item.pk): item for item in items}
        places = [("", _("en egen punkt")), *((key, str(item)) for key, item in self.items.items())]
        usual = next((key for key, item in self.items.items() if item.purpose == "follow_up"), "")
        for each in proposals:
            title = _said(each.title)
            self.fields[f"take-{each.key}"] = forms.BooleanField(label=title, required=False, initial=each.wanted)
            at = usual if each.origin in {"followup", "action"} and each.purpose == "follow_up" else ""
            self.fields[f"at-{each.key}"] = forms.ChoiceField(
                label=_("Plats på dagordningen"), choices=places, required=False, initial=at,
                widget=forms.Select(attrs={"aria-label": f"{_t('Plats på dagordningen')}: {title}"}),
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        for each in self.proposals:
            yield {"proposal": each, "take": self[f"take-{each.key}"], "at": self[f"at-{each.key}"]}

    def chosen(self) -> list[tuple[Proposal, AgendaItem | None]]:
        return [
            (each, self.items.get(self.cleaned_data.get(f"at-{each.key}") or ""))
            for each in self.proposals if self.cleaned_data.get(f"take-{each.key}")
        ]  # fmt: skip


class MaterialForm(PlainForm):
    """A file, a document of the library, or a link: one of the three."""

    file = forms.FileField(label=_("Fil"), required=False, help_text=_("Läggs i biblioteket."))
    document = RecordField(
        label=_("Dokument i biblioteket"), records=lambda: Document.objects.without_text_column(),
        source="library:document-choices", required=False,
    )  # fmt: skip
    url = forms.URLField(label=_("Länk"), required=False, max_length=1000, assume_scheme="https")
    title = forms.CharField(
        label=_("Titel"), required=False, max_length=300,
        help_text=_("För en fil eller länk. Lämna tomt för filens namn eller adressen."),
    )  # fmt: skip
    item = forms.ModelChoiceField(
        label=_("Till punkten"), queryset=AgendaItem.objects.none(), required=False, empty_label=_("hela mötet")
    )
    kind = forms.ChoiceField(label=_("Slag"), choices=MaterialKind.choices, initial=MaterialKind.PAPER)
    is_public = forms.BooleanField(label=_("Nämns i den publika utgåvan"), required=False)

    sections = (
        Section(_("Vad"), ("file", "document", "url", "title"), _("Välj en fil, ett dokument eller en länk.")),
        Section(_("Till vad"), ("item", "kind", "is_public")),
    )

    def __init__(self, data: Any = None, files: Any = None, *, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        item = self.fields["item"]
        assert isinstance(item, forms.ModelChoiceField)
        item.queryset = meeting.agenda.order_by("position", "pk")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        given = [name for name in ("file", "document", "url") if cleaned.get(name)]
        if not self.errors and len(given) != 1:
            none, many = _t("Välj en fil, ett dokument eller en länk."), _t("Välj bara en av fil, dokument och länk.")
            self.add_error(given[-1] if given else "file", many if given else none)
        return cleaned

    @property
    def about(self) -> dict[str, Any]:
        """What is said of the material, whatever it is."""
        return {name: self.cleaned_data[name] for name in ("item", "kind", "is_public")}


def _day(written: str) -> dt.date:
    value = read_partial_date(written)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValidationError(
            _t("”%(day)s” är ingen dag. Skriv till exempel 2026-03-03.") % {"day": written[:40]}
        ) from None


def _check_hours(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    start, end = cleaned.get("starts_at"), cleaned.get("ends_at")
    if end and not start:
        form.add_error("starts_at", _t("Skriv när mötet börjar."))
    elif start and end and end <= start:
        form.add_error("ends_at", _t("Mötet slutar innan det börjar. Rätta en av tiderna."))
