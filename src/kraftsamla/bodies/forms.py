"""Forms for bodies and appointments. They validate what was typed and know no deed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.forms import organisation_field, person_field
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordForm, Section


class BodyForm(RecordForm):
    host = organisation_field(label=_("Värd"), required=False, help_text=_("Den organisation som organet hör till."))
    parent = forms.ModelChoiceField(
        label=_("Hör till"), queryset=Body.objects.all(), required=False, empty_label=_("inget annat organ")
    )

    class Meta(RecordForm.Meta):
        model = Body
        fields = [
            "name_sv", "name_en", "kind", "mandate_sv", "mandate_en", "valid_from", "valid_to", "is_public",
        ]  # fmt: skip
        labels = {"mandate_sv": pgettext_lazy("vad ett organ ska göra", "Uppdrag")}

    sections = (
        Section(_("Namn och slag"), ("name_sv", "name_en", "kind", "parent", "host")),
        Section(pgettext_lazy("vad ett organ ska göra", "Uppdrag"), ("mandate_sv", "mandate_en")),
        Section(_("Tid och publicitet"), ("valid_from", "valid_to", "is_public")),
    )


class EndForm(PlainForm):
    """The last day of a body or an appointment; the version guards against somebody else's change."""

    valid_to = PartialDateFormField(label=_("Upphörde"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AppointmentForm(RecordForm):
    person = person_field(label=_("Person"))
    on_behalf_of = organisation_field(label=_("För organisationen"), required=False)

    class Meta(RecordForm.Meta):
        model = Appointment
        fields = ["role", "valid_from", "valid_to", "seen_on"]

    sections = (
        Section(_("Vem och som vad"), ("person", "on_behalf_of", "role")),
        Section(
            _("När"), ("valid_from", "valid_to", "seen_on"),
            _("Vet du bara att det var så en viss dag, till exempel ur en deltagarlista, så fyll i ”Uppgift från”."),
        ),
    )  # fmt: skip
