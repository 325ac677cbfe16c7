"""Forms for questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.strategy.models import Objective, Question
from kraftsamla.ui.forms import RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})


class QuestionForm(RecordForm):
    objectives = forms.ModelMultipleChoiceField(
        label=_("Mål"), queryset=Objective.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta(RecordForm.Meta):
        model = Question
        fields: tuple[str, ...] = (
            "wording_sv", "number", "handling", "asked_by", "asked_on", "note_sv", "objectives", "wording_en",
            "note_en",
        )  # fmt: skip
        widgets = {"note_sv": SHORT, "note_en": SHORT, "wording_sv": SHORT, "wording_en": SHORT}

    sections = (
        Section(_("Frågan"), ("wording_sv", "number", "handling", "note_sv")),
        Section(_("Vem och när"), ("asked_by", "asked_on")),
        Section(_("Hör till"), ("objectives",)),
        Section(_("På engelska"), ("wording_en", "note_en")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        objectives = self.fields["objectives"]
        assert isinstance(objectives, forms.ModelMultipleChoiceField)
        objectives.queryset = Objective.objects.prefetch_related("wordings")


class NewQuestionForm(QuestionForm):
    slug = forms.CharField(
        label=_("Adressnamn"), required=False,
        help_text=_("Lämna tomt så görs det av frågan. Det ändras aldrig sedan, så att länkar håller."),
    )  # fmt: skip

    class Meta(QuestionForm.Meta):
        fields = (*QuestionForm.Meta.fields, "slug")
