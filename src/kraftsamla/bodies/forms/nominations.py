"""Forms for nominations, and for what becomes of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.forms import organisation_field, person_field
from kraftsamla.actors.models import Person
from kraftsamla.bodies.forms.fields import SHORT, document_field
from kraftsamla.bodies.models import Nomination
from kraftsamla.core.collation import fold
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordForm, Section


class NominationForm(RecordForm):
    organisation = organisation_field(label=_("Företräder"), required=False)
    nominated_by = organisation_field(label=_("Nominerad av"), required=False)

    class Meta(RecordForm.Meta):
        model = Nomination
        fields = ["name", "title", "email", "approved_by", "words", "interests", "received_on"]
        widgets = {"words": SHORT, "interests": SHORT}
        help_texts = {
            "approved_by": _("Den nominerades chef eller den som annars har sagt ja till att tiden används."),
            "interests": _("Ett på varje rad. De följer med till förordnandet och visas aldrig publikt."),
        }

    sections = (
        Section(_("Vem"), ("name", "title", "organisation", "email")),
        Section(_("Nomineringen"), ("nominated_by", "received_on", "approved_by", "words")),
        Section(_("Intressen"), ("interests",)),
    )


class AppointNomineeForm(PlainForm):
    """The nominated becomes somebody in the register: somebody already there, or new."""

    person = person_field(
        label=_("Person i registret"), required=False,
        help_text=_("Lämna tomt, så läggs den nominerade till i registret."),
    )  # fmt: skip
    is_another = forms.BooleanField(
        label=_("det är en annan person med samma namn, lägg till en ny"), required=False
    )
    valid_from = PartialDateFormField(label=_("Från"))
    valid_to = PartialDateFormField(label=_("Till"), required=False)
    decided_by = document_field(label=_("Beslutat genom"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, nomination: Nomination, **kwargs: Any) -> None:
        sought = fold(nomination.name)
        self.namesakes = list(Person.objects.current().filter(folded=sought)[:2])
        initial = {"version": nomination.version}
        if len(self.namesakes) == 1:
            initial |= {"person": self.namesakes[0].pk}
        super().__init__(data, initial=initial, **kwargs)
        if not self.namesakes:
            del self.fields["is_another"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.namesakes and "person" in cleaned and not cleaned["person"] and not cleaned.get("is_another"):
            words = _("Registret har redan någon med det namnet. Välj personen, eller kryssa för att det är en annan.")
            raise ValidationError({"person": words})
        return cleaned

    @property
    def terms(self) -> dict[str, Any]:
        """What the appointment says beside whom it is about."""
        return {name: self.cleaned_data[name] for name in ("valid_from", "valid_to", "decided_by")}


class TakeBackForm(PlainForm):
    reason = forms.CharField(label=_("Skäl"), widget=SHORT, max_length=2000, required=False)
    decided_on = PartialDateFormField(label=_("Dag"), required=False, help_text=_("Lämna tomt för i dag."))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class DeclineForm(TakeBackForm):
    reason = forms.CharField(
        label=_("Skäl"), widget=SHORT, max_length=2000,
        help_text=_("Skriv så att den som nominerade kan få veta det."),
    )  # fmt: skip
