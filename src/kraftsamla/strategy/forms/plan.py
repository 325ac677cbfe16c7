"""Forms for the strategy, its areas and its objectives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.strategy.models import Area, Objective, Strategy, Wording
from kraftsamla.ui.forms import PartialDateFormField, RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})
IN_ENGLISH = Section(_("På engelska"), ("title_en", "summary_en", "definition_en", "plain_en", "reason_en"))
WORDING = ("title_sv", "title_en", "valid_from")


class StrategyForm(RecordForm):
    owner = RecordField(
        label=_("Ägare"), records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
        known_by=("folded", "other_names__folded"), required=False,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Strategy
        fields: tuple[str, ...] = (
            "title_sv", "summary_sv", "definition_sv", "owner", "adopted", "objectives_announced", "title_en",
            "summary_en", "definition_en",
        )  # fmt: skip

    sections = (
        Section(_("Strategin"), ("title_sv", "summary_sv", "definition_sv")),
        Section(_("Vem och när"), ("owner", "adopted", "objectives_announced")),
        IN_ENGLISH,
    )


class NewStrategyForm(StrategyForm):
    slug = forms.CharField(
        label=_("Adressnamn"), required=False,
        help_text=_("Lämna tomt så görs det av titeln. Det ändras aldrig sedan, så att länkar håller."),
    )  # fmt: skip

    class Meta(StrategyForm.Meta):
        fields = (*StrategyForm.Meta.fields, "slug")


class AreaForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Area
        fields = ("number", "title_sv", "summary_sv", "all_objectives_read", "title_en", "summary_en")

    sections = (
        Section(_("Området"), ("number", "title_sv", "summary_sv", "all_objectives_read")),
        IN_ENGLISH,
    )


class ObjectiveForm(RecordForm):
    """An objective that exists: its number is official and never changes, its wording is changed by ``RewordForm``."""

    class Meta(RecordForm.Meta):
        model = Objective
        fields: tuple[str, ...] = ("plain_sv", "goal_kind", "bodies", "plain_en")
        widgets = {"plain_sv": SHORT, "plain_en": SHORT, "bodies": forms.CheckboxSelectMultiple}

    sections: tuple[Section, ...] = (Section(_("Målet"), ("plain_sv", "goal_kind", "bodies")), IN_ENGLISH)


class NewObjectiveForm(ObjectiveForm):
    """An objective with its first wording."""

    title_sv = Wording._meta.get_field("title_sv").formfield()
    title_en = Wording._meta.get_field("title_en").formfield()
    valid_from = PartialDateFormField(label=_("Gäller från"), required=False)

    class Meta(ObjectiveForm.Meta):
        fields = ("number", *ObjectiveForm.Meta.fields)

    sections = (
        Section(_("Målet som det står i strategin"), ("number", "title_sv", "valid_from")),
        Section(_("För läsaren"), ("plain_sv", "goal_kind", "bodies")),
        Section(_("På engelska"), ("title_en", "plain_en")),
    )

    @property
    def objective_values(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name not in WORDING}

    @property
    def wording_values(self) -> dict[str, Any]:
        return {name: self.values[name] for name in WORDING}


class RewordForm(RecordForm):
    """A new official wording, from when and why; the old one stays readable."""

    valid_from = PartialDateFormField(label=_("Gäller från"))

    class Meta(RecordForm.Meta):
        model = Wording
        fields = ("title_sv", "valid_from", "reason_sv", "title_en", "reason_en")
        widgets = {"reason_sv": SHORT, "reason_en": SHORT}
        help_texts = {"reason_sv": _("Till exempel vilket beslut som ändrade lydelsen.")}

    sections = (Section(_("Ny lydelse"), ("title_sv", "valid_from", "reason_sv")), IN_ENGLISH)
