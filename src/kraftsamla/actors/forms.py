"""Forms for organisations, people and who works where. They validate what was typed and know no deed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.models import User
from kraftsamla.actors.choices import Ending, NameKind, OrganisationKind, Sector
from kraftsamla.actors.models import Engagement, Organisation, Person
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm, Section


def organisation_field(**kwargs: Any) -> RecordField:
    """An organisation, by any of its names."""
    return RecordField(
        records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
        known_by=("folded", "other_names__folded"), **kwargs,
    )  # fmt: skip


def person_field(**kwargs: Any) -> RecordField:
    """A person, by any spelling of the name."""
    return RecordField(
        records=lambda: Person.objects.current(), source="actors:person-choices",
        known_by=("folded", "spellings__folded"), **kwargs,
    )  # fmt: skip


class OrganisationForm(RecordForm):
    parent = organisation_field(label=_("Del av"), required=False)

    class Meta(RecordForm.Meta):
        model = Organisation
        fields = [
            "name", "name_en", "sector", "kind", "country", "region", "website", "valid_from", "valid_to",
        ]  # fmt: skip

    sections = (
        Section(_("Namn och slag"), ("name", "name_en", "sector", "kind")),
        Section(_("Var den hör hemma"), ("parent", "country", "region", "website")),
        Section(_("När den finns"), ("valid_from", "valid_to")),
    )


class EndOrganisationForm(PlainForm):
    """How an organisation ended; the version guards against ending what somebody else has just changed."""

    ending = forms.ChoiceField(
        label=_("Vad hände"), choices=[(each.value, each.label) for each in (Ending.DISSOLVED, Ending.MERGED)],
        widget=forms.RadioSelect, initial=Ending.DISSOLVED,
    )  # fmt: skip
    valid_to = PartialDateFormField(label=_("När"))
    successor = organisation_field(
        label=_("Uppgick i"), required=False, help_text=_("Behövs bara när den har uppgått i en annan.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class MergeOrganisationForm(PlainForm):
    kept = organisation_field(
        label=_("Samma organisation som"), help_text=_("Allt som är sagt om den här posten flyttas till den du väljer.")
    )


class OtherNameForm(PlainForm):
    name = forms.CharField(label=_("Annat namn"), max_length=300)
    kind = forms.ChoiceField(label=_("Slag av namn"), choices=NameKind.choices)


class PersonForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Person
        fields = ["name"]


class SpellingForm(PlainForm):
    name = forms.CharField(label=_("Annan stavning"), max_length=200)


class MergePersonForm(PlainForm):
    kept = person_field(
        label=_("Samma person som"), help_text=_("Allt som är sagt om den här posten flyttas till den du väljer.")
    )


class EngagementForm(RecordForm):
    person = person_field(label=_("Person"))
    organisation = organisation_field(label=_("Organisation"))

    class Meta(RecordForm.Meta):
        model = Engagement
        fields = ["title_sv", "title_en", "valid_from", "valid_to", "seen_on"]

    sections = (
        Section(_("Vem och var"), ("person", "organisation", "title_sv", "title_en")),
        Section(
            _("När"), ("valid_from", "valid_to", "seen_on"),
            _("Vet du bara att det var så en viss dag, till exempel ur en deltagarlista, så fyll i ”Uppgift från”."),
        ),
    )  # fmt: skip


class OrganisationFilter(forms.Form):
    sok = forms.CharField(
        label=_("Namn"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )
    sektor = forms.ChoiceField(label=_("Sektor"), required=False, choices=[("", _("alla")), *Sector.choices])
    slag = forms.ChoiceField(label=_("Slag"), required=False, choices=[("", _("alla")), *OrganisationKind.choices])


class PersonFilter(forms.Form):
    sok = forms.CharField(
        label=_("Namn"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )


class RepresentationForm(PlainForm):
    """Which account may answer for the organisation, and on which title."""

    email = forms.EmailField(label=_("Kontots e-postadress"))
    title = forms.CharField(label=_("Titel"), max_length=200, help_text=_("Visar vilket mandat svaren vilar på."))

    def clean_email(self) -> str:
        """The address must be that of an account. Only coordinators meet this form."""
        written = str(self.cleaned_data["email"]).strip()
        if not User.objects.filter(email__iexact=written, is_active=True).exists():
            message = _("Det finns inget konto med den adressen. Den som driver tjänsten kan lägga till det.")
            raise ValidationError(message)
        return written

    @property
    def user(self) -> User:
        return User.objects.get(email__iexact=self.cleaned_data["email"])
