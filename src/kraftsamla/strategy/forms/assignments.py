"""Forms for the agreement about a part in an action: asking, answering, confirming, handing on, ending."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.strategy.choices import AssignmentState, SteeringBasis
from kraftsamla.strategy.forms.facts import ORGANISATION
from kraftsamla.strategy.models import Assignment, Terms
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})
ACCEPT, CHANGE, DECLINE = "ja", "andra", "nej"


def version_field() -> forms.IntegerField:
    """The version that was read: what is answered is the question as it stood then."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


class OfferForm(RecordForm):
    """What an organisation is asked to do, by when, on which basis and with which money."""

    words = forms.CharField(
        label=_("Meddelande till organisationen"), required=False, widget=SHORT,
        help_text=_("Visas för den som svarar, och i historiken."),
    )  # fmt: skip
    class Meta(RecordForm.Meta):
        model = Terms
        fields = (
            "what_sv", "due", "steering_basis", "registry_number", "decided_on", "reporting_on", "amount", "currency",
            "money_note", "what_en",
        )  # fmt: skip
        widgets = {"what_sv": SHORT, "what_en": SHORT}
        labels = {"what_sv": _("Vad organisationen ska göra")}
        help_texts = {"money_note": _("Till exempel ”2026–2028, anslag 1:4”.")}

    sections = (
        Section(_("Vad och när"), ("what_sv", "due")),
        Section(_("Vad det vilar på"), ("steering_basis", "registry_number", "decided_on", "reporting_on")),
        Section(_("Medel"), ("amount", "currency", "money_note")),
        Section(_("Övrigt"), ("words", "what_en")),
    )

    @property
    def terms(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name != "words"}


class LinkForm(PlainForm):
    """To whom a personal link is given."""

    name = forms.CharField(label=_("Namn"), max_length=200)
    title = forms.CharField(
        label=_("Titel"), max_length=200, required=False,
        help_text=_("Den som svarar kan rätta namn och titel."),
    )  # fmt: skip
    email = forms.EmailField(label=_("E-postadress"), required=False)


class AnswerForm(PlainForm):
    """Yes, yes with other terms, or no: one page, without script, and what was asked is already filled in."""

    answer = forms.ChoiceField(
        label=_("Svar"), widget=forms.RadioSelect,
        choices=[
            (ACCEPT, _("Ja, vi åtar oss detta")),
            (CHANGE, _("Ja, men med ändringar som vi skriver nedan")),
            (DECLINE, _("Nej, vi avböjer")),
        ],
    )  # fmt: skip
    words = forms.CharField(
        label=_("Med egna ord"), required=False, widget=SHORT, max_length=5000,
        help_text=_("Krävs om ni avböjer: skriv varför."),
    )  # fmt: skip
    said_by = forms.CharField(label=_("Ditt namn"), max_length=200)
    said_by_title = forms.CharField(
        label=_("Din titel"), max_length=200, help_text=_("Visar vilket mandat svaret vilar på.")
    )
    what_sv = forms.CharField(label=_("Vad ni åtar er"), required=False, widget=SHORT, max_length=5000)
    due = PartialDateFormField(label=_("Klart senast"), required=False)
    reporting_on = PartialDateFormField(label=_("Redovisas senast"), required=False)
    amount = forms.DecimalField(label=_("Belopp"), required=False, max_digits=15, decimal_places=0, min_value=1)
    money_note = forms.CharField(label=_("Medlen avser"), required=False, max_length=300)
    version = version_field()

    TERMS = ("what_sv", "due", "reporting_on", "amount", "money_note")
    sections = (
        Section(_("Ert svar"), ("answer", "words")),
        Section(_("Vem svarar"), ("said_by", "said_by_title")),
        Section(
            _("Om ni vill ändra"), TERMS,
            _("Här står det ni är tillfrågade om. Ändra bara om ni svarar ja med ändringar."),
        ),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, assignment: Assignment, **kwargs: Any) -> None:
        ours = assignment.terms
        asked = {name: getattr(ours, name) for name in self.TERMS} if ours else {}
        super().__init__(data, **{**kwargs, "initial": {**asked, **(kwargs.get("initial") or {})}})
        self.asked = asked

    @property
    def terms(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in self.TERMS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        differs = {n: cleaned.get(n) or None for n in self.TERMS} != {n: self.asked.get(n) or None for n in self.TERMS}
        if cleaned.get("answer") == ACCEPT and differs and not any(name in self.errors for name in self.TERMS):
            self.add_error("answer", _("Ni har ändrat villkoren. Välj ja med ändringar, eller ta bort ändringarna."))
        return cleaned


class ReasonForm(PlainForm):
    """Why an offer is withdrawn or a part ended."""

    words = forms.CharField(label=_("Skäl"), widget=SHORT, max_length=5000, help_text=_("Visas i historiken."))
    version = version_field()


class HandOverForm(ReasonForm):
    to = RecordField(label=_("Till organisationen"), **ORGANISATION)

    sections = (Section("", ("to", "words")),)


class ConfirmForm(PlainForm):
    words = forms.CharField(label=_("Meddelande till organisationen"), required=False, widget=SHORT, max_length=5000)
    version = version_field()


class AssignmentFilter(PlainForm):
    """``?besked=offered&organisation=region-skane&vilka=mina``."""

    sok = forms.CharField(label=_("Ord"), required=False, widget=forms.SearchInput)
    besked = forms.ChoiceField(
        label=_("Besked"), required=False, choices=[("", _("alla")), *AssignmentState.choices]
    )  # fmt: skip
    grund = forms.ChoiceField(label=_("Vilar på"), required=False, choices=[("", _("alla")), *SteeringBasis.choices])
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    vilka = forms.ChoiceField(
        label=_("Vilka"), required=False, choices=[("", _("alla")), ("mina", _("mina organisationers"))]
    )  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        theirs = Organisation.objects.filter(assignments__isnull=False).distinct()
        shown = self.fields["organisation"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [("", _("alla")), *((each.slug, each.name) for each in theirs)]

    def asked(self) -> dict[str, Any]:
        """What is asked for; a value the list does not know counts as not asked."""
        self.is_valid()
        known = self.cleaned_data.get
        return {
            "words": known("sok") or "", "state": known("besked") or "", "basis": known("grund") or "",
            "organisation": known("organisation") or "",
            "mine": known("vilka") == "mina",
        }  # fmt: skip
