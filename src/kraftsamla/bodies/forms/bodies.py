"""Forms for bodies."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.forms import organisation_field
from kraftsamla.bodies.forms.fields import document_field
from kraftsamla.bodies.models import Body
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordForm, Section


class BodyForm(RecordForm):
    host = organisation_field(label=_("Värd"), required=False, help_text=_("Den organisation som organet hör till."))
    parent = forms.ModelChoiceField(
        label=_("Hör till"), queryset=Body.objects.all(), required=False, empty_label=_("inget annat organ")
    )
    decided_by = document_field(
        label=_("Inrättat genom"), required=False, help_text=_("Beslutet, uppdraget eller direktivet, i biblioteket.")
    )

    class Meta(RecordForm.Meta):
        model = Body
        fields = [
            "name_sv", "name_en", "kind", "mandate_sv", "mandate_en", "valid_from", "valid_to", "minutes_word",
            "is_public", "shows_members", "is_closed",
        ]  # fmt: skip
        labels = {
            "mandate_sv": pgettext_lazy("vad ett organ ska göra", "Uppdrag"),
            "is_closed": _("slutet: bara den som har fått tillträde ser organet och dess möten i arbetsytan"),
        }

    sections = (
        Section(_("Namn och slag"), ("name_sv", "name_en", "kind", "parent", "host")),
        Section(pgettext_lazy("vad ett organ ska göra", "Uppdrag"), ("mandate_sv", "mandate_en", "decided_by")),
        Section(_("Tid och möten"), ("valid_from", "valid_to", "minutes_word")),
        Section(
            _("Vem ser organet"), ("is_public", "shows_members", "is_closed"),
            _("Att visas publikt är en sak, att ha tillträde i arbetsytan en annan. Att ingå ger ingetdera."),
        ),
    )  # fmt: skip


class EndForm(PlainForm):
    """The last day of a body, a seat or an appointment; the version guards against somebody else's change."""

    valid_to = PartialDateFormField(label=_("Upphörde"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class DateForm(PlainForm):
    """Which date a page shows a body on: ``?datum=2021-10``. Nothing written is today."""

    datum = PartialDateFormField(label=_("Visa hur det var"), required=False)

    def asked(self) -> str:
        """The date; "" for today, also when what was written is no date."""
        return str(self.cleaned_data.get("datum") or "") if self.is_valid() else ""
