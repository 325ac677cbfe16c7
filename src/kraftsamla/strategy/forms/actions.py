"""Forms for actions: what they are, and how they leave the picture."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.strategy.models import Action, Area, Objective, Strategy
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 4})


class ActionForm(RecordForm):
    """``strategy`` says which objectives and areas may be chosen."""

    objectives = forms.ModelMultipleChoiceField(
        label=_("Mål"), queryset=Objective.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    areas = forms.ModelMultipleChoiceField(
        label=_("Områden"), queryset=Area.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Välj område bara när det inte är känt vilket mål insatsen hör till."),
    )  # fmt: skip
    follows = RecordField(
        label=_("Fortsätter"), records=lambda: Action.objects.in_picture(), source="strategy:action-choices",
        required=False, help_text=_("En tidigare insats som den här bygger vidare på."),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Action
        fields: tuple[str, ...] = (
            "title_sv", "kind", "description_sv", "objectives", "areas", "steering_basis", "registry_number",
            "follows", "title_en", "description_en",
        )  # fmt: skip
        widgets = {"description_sv": SHORT, "description_en": SHORT}

    sections = (
        Section(_("Insatsen"), ("title_sv", "kind", "description_sv")),
        Section(_("Hör till"), ("objectives", "areas")),
        Section(_("Beslut och sammanhang"), ("steering_basis", "registry_number", "follows")),
        Section(_("På engelska"), ("title_en", "description_en")),
    )

    def __init__(self, *args: Any, strategy: Strategy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        objectives, areas = self.fields["objectives"], self.fields["areas"]
        assert isinstance(objectives, forms.ModelMultipleChoiceField)
        assert isinstance(areas, forms.ModelMultipleChoiceField)
        objectives.queryset = strategy.objectives.prefetch_related("wordings")
        areas.queryset = strategy.areas.all()


class NewActionForm(ActionForm):
    slug = forms.CharField(
        label=_("Adressnamn"), required=False,
        help_text=_("Lämna tomt så görs det av titeln. Det ändras aldrig sedan, så att länkar håller."),
    )  # fmt: skip

    class Meta(ActionForm.Meta):
        fields = (*ActionForm.Meta.fields, "slug")


class MergeForm(PlainForm):
    """Which action is the same as this one, and so takes over what is said about it."""

    kept = RecordField(
        label=_("Insatsen som ska vara kvar"), records=lambda: Action.objects.in_picture(),
        source="strategy:action-choices", help_text=_("Skriv några bokstäver i titeln och välj."),
    )  # fmt: skip

    def __init__(self, *args: Any, gone: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gone = gone

    def clean_kept(self) -> Action:
        kept: Action = self.cleaned_data["kept"]
        if kept.pk == self.gone.pk:
            raise forms.ValidationError(_("En insats kan inte slås ihop med sig själv. Välj en annan."))
        return kept


class StrikeForm(PlainForm):
    reason = forms.CharField(
        label=_("Varför stryks insatsen?"), widget=SHORT,
        help_text=_("Till exempel att den togs upp två gånger eller aldrig beslutades. Skälet syns i historiken."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
