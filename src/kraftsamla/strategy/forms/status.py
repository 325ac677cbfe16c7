"""Forms for how an action stands: a new update, or one that corrects another."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.strategy.forms.facts import ORGANISATION
from kraftsamla.strategy.models import StatusUpdate
from kraftsamla.ui.forms import RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})


class StatusForm(RecordForm):
    on_behalf_of = RecordField(
        label=_("För organisationen"), required=False, help_text=_("Den som har lämnat uppgiften."),
        **ORGANISATION,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = StatusUpdate
        fields: tuple[str, ...] = ("progress", "on", "words_sv", "confidence", "on_behalf_of", "words_en")
        widgets = {"words_sv": SHORT, "words_en": SHORT}


class CorrectionForm(StatusForm):
    """What should have been said, and why it is corrected; what was said stays readable."""

    reason = forms.CharField(label=_("Skäl till rättelsen"), widget=SHORT, required=True)

    class Meta(StatusForm.Meta):
        fields = (*StatusForm.Meta.fields, "reason")

    sections = (
        Section(_("Så här ska det stå"), StatusForm.Meta.fields),
        Section(_("Varför"), ("reason",)),
    )
