"""Forms for appointments and for what those appointed declare."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.forms import organisation_field, person_field
from kraftsamla.bodies.forms.fields import SHORT, document_field
from kraftsamla.bodies.models import Appointment, Body, Interest, Seat
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordForm, Section


class OrdinaryField(forms.ModelChoiceField):  # type: ignore[type-arg]  # the queryset says which model
    """One of those who sit in the same body."""

    def label_from_instance(self, obj: models.Model) -> str:
        assert isinstance(obj, Appointment)
        return f"{obj.person}, {obj.on_behalf_of}" if obj.on_behalf_of else str(obj.person)


class AppointmentForm(RecordForm):
    """``body`` gives the seats and the members to choose among."""

    person = person_field(label=_("Person"))
    on_behalf_of = organisation_field(label=_("För organisationen"), required=False)
    seat = forms.ModelChoiceField(
        label=pgettext_lazy("i ett organ", "Plats"), queryset=Seat.objects.none(), required=False,
        empty_label=_("ingen särskild plats"),
    )  # fmt: skip
    substitute_for = OrdinaryField(
        label=_("Ersättare för"), queryset=Appointment.objects.none(), required=False, empty_label=_("ingen"),
        help_text=_("Lämna tomt för den som är ordinarie."),
    )  # fmt: skip
    decided_by = document_field(
        label=_("Beslutat genom"), required=False, help_text=_("Beslutet om förordnandet, i biblioteket.")
    )

    class Meta(RecordForm.Meta):
        model = Appointment
        fields = ["role", "valid_from", "valid_to", "seen_on", "email"]
        help_texts = {"email": _("Dit kallelser går. Visas bara för den som arbetar i organet, aldrig publikt.")}

    sections = (
        Section(_("Vem och som vad"), ("person", "on_behalf_of", "role", "seat", "substitute_for")),
        Section(
            _("När"), ("valid_from", "valid_to", "seen_on"),
            _("Vet du bara att det var så en viss dag, till exempel ur en deltagarlista, så fyll i ”Uppgift från”."),
        ),
        Section(_("Beslut och kallelser"), ("decided_by", "email")),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        ordinary = body.appointments.ordinary().in_protocol_order().select_related("person", "on_behalf_of")
        for name, found in (("seat", body.seats.all()), ("substitute_for", ordinary)):
            shown = self.fields[name]
            assert isinstance(shown, forms.ModelChoiceField)
            shown.queryset = found


class InterestForm(RecordForm):
    organisation = organisation_field(label=_("I organisationen"), required=False)

    class Meta(RecordForm.Meta):
        model = Interest
        fields = ["words", "declared_on"]
        widgets = {"words": SHORT}
        help_texts = {"words": _("Till exempel: sitter i styrelsen, äger aktier, får forskningsmedel av.")}

    field_order = ("words", "organisation", "declared_on")


class InterestEndForm(PlainForm):
    ended_on = PartialDateFormField(label=_("Upphörde"))
