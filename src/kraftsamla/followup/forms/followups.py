"""Forms for what is to be followed up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation
from kraftsamla.followup.models import FollowUp
from kraftsamla.strategy.models import Action
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})
ORGANISATION: dict[str, Any] = {
    "records": lambda: Organisation.objects.current(),
    "source": "actors:organisation-choices",
    "known_by": ("folded", "other_names__folded"),
}


class FollowUpForm(RecordForm):
    owner = RecordField(
        label=_("Ansvarig organisation"), records=lambda: Organisation.objects.current(),
        source="actors:organisation-choices", known_by=("folded", "other_names__folded"), required=False,
    )  # fmt: skip
    action = RecordField(
        label=_("Gäller insatsen"), records=lambda: Action.objects.in_picture(), source="strategy:action-choices",
        required=False,
    )  # fmt: skip
    verifier = RecordField(
        label=_("Kontrolleras av"), required=False, **ORGANISATION,
        help_text=_("Fyll i om någon annan ska bekräfta att det är gjort innan punkten avslutas."),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields: tuple[str, ...] = (
            "what_sv", "asked_of", "owner", "due", "verifier", "asked_by", "asked_on", "action", "what_en",
        )  # fmt: skip
        widgets = {"what_sv": SHORT, "what_en": SHORT}
        help_texts = {"asked_of": _("Som det sades, till exempel ”ledamöterna”.")}

    sections: tuple[Section, ...] = (
        Section(_("Vad och vem"), ("what_sv", "asked_of", "owner", "due", "verifier")),
        Section(_("Hur det kom till"), ("asked_by", "asked_on", "action")),
        Section(_("På engelska"), ("what_en", "outcome_en")),
    )


class ClosedFollowUpForm(FollowUpForm):
    """A point that has been closed: what came of it can be put right too."""

    class Meta(FollowUpForm.Meta):
        fields = (*FollowUpForm.Meta.fields, "closed_on", "outcome_sv", "outcome_en")
        widgets = {**FollowUpForm.Meta.widgets, "outcome_sv": SHORT, "outcome_en": SHORT}

    sections = (*FollowUpForm.sections[:2], Section(_("Avslut"), ("closed_on", "outcome_sv")), FollowUpForm.sections[2])


class CloseForm(RecordForm):
    """What came of it; nothing is also an answer."""

    closed_on = PartialDateFormField(label=_("Avslutad"))

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields = ("closed_on", "outcome_sv", "outcome_en")
        widgets = {"outcome_sv": SHORT, "outcome_en": SHORT}
        help_texts = {"outcome_sv": _("Skriv vad det ledde till, även om det inte blev något.")}


class DoneForm(PlainForm):
    """What has been done."""

    words = forms.CharField(label=_("Vad som är gjort"), widget=SHORT, max_length=5000)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PassOnForm(PlainForm):
    """To whom a point is handed over, and why."""

    to = RecordField(label=_("Till organisationen"), **ORGANISATION)
    words = forms.CharField(label=_("Skäl"), widget=SHORT, max_length=5000)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CheckForm(PlainForm):
    """Done or not, as somebody else has found it."""

    finding = forms.ChoiceField(
        label=_("Är det gjort?"), widget=forms.RadioSelect,
        choices=[("ja", _("Ja, punkten kan avslutas")), ("nej", _("Nej, skicka tillbaka den"))],
    )  # fmt: skip
    words = forms.CharField(
        label=_("Med egna ord"), widget=SHORT, max_length=5000, required=False,
        help_text=_("Krävs om punkten skickas tillbaka: skriv vad som återstår."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FollowUpFilter(PlainForm):
    """``?visa=avslutade&organisation=region-skane&sok=underlag``."""

    sok = forms.CharField(label=_("Ord"), required=False, widget=forms.SearchInput)
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    visa = forms.ChoiceField(
        label=_("Visa"), required=False,
        choices=[
            ("", pgettext_lazy("uppföljningspunkter", "Öppna")),
            ("avslutade", pgettext_lazy("uppföljningspunkter", "Avslutade")),
            ("alla", pgettext_lazy("uppföljningspunkter", "Alla")),
        ],
    )  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        owners = Organisation.objects.filter(followups__isnull=False).distinct()
        shown = self.fields["organisation"]
        assert isinstance(shown, forms.ChoiceField)
        everyone = ("", pgettext_lazy("inget filter", "Alla"))
        shown.choices = [everyone, *((each.slug, each.name) for each in owners)]

    def asked(self) -> dict[str, str]:
        """What is asked for; a value the list does not know counts as not asked."""
        self.is_valid()
        known = self.cleaned_data.get
        return {
            "words": known("sok") or "", "organisation": known("organisation") or "", "shown": known("visa") or "",
        }  # fmt: skip
