"""Forms for how an action stands: a new update, one that says "no change since", or one that corrects another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Representation
from kraftsamla.strategy.forms.facts import ORGANISATION
from kraftsamla.strategy.models import Action, Milestone, StatusUpdate
from kraftsamla.ui.forms import RecordField, RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})


class StatusForm(RecordForm):
    """``mandates``: for whom the reader speaks when she is no coordinator; she is then not asked for whom, unless it
    is for more than one organisation."""

    on_behalf_of = RecordField(
        label=_("För organisationen"), required=False, help_text=_("Den som har lämnat uppgiften."),
        **ORGANISATION,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = StatusUpdate
        fields: tuple[str, ...] = ("progress", "on", "words_sv", "confidence", "milestones", "on_behalf_of", "words_en")
        widgets = {"words_sv": SHORT, "words_en": SHORT, "milestones": forms.CheckboxSelectMultiple}

    def __init__(
        self, *args: Any, action: Action | None = None, mandates: Sequence[Representation] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mandates = list(mandates)
        milestones = Milestone.objects.filter(action=action) if action is not None else Milestone.objects.none()
        chosen = self.fields["milestones"]
        assert isinstance(chosen, forms.ModelMultipleChoiceField)
        chosen.queryset = milestones
        if action is None or not milestones.exists():
            del self.fields["milestones"]
        else:
            chosen.help_text = ""
        if self.mandates:
            del self.fields["on_behalf_of"]
        if len(self.mandates) > 1:
            self.fields["mandate"] = forms.ChoiceField(
                label=_("För organisationen"),
                choices=[(str(each.pk), str(each.organisation)) for each in self.mandates],
            )  # fmt: skip

    @property
    def mandate(self) -> Representation | None:
        """For whom the reader speaks, once the form is valid; None for a coordinator."""
        if not self.mandates:
            return None
        chosen = self.cleaned_data.get("mandate") or str(self.mandates[0].pk)
        return next(each for each in self.mandates if str(each.pk) == chosen)

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values.items() if name != "mandate"}


class CorrectionForm(StatusForm):
    """What should have been said, and why it is corrected; what was said stays readable."""

    reason = forms.CharField(label=_("Skäl till rättelsen"), widget=SHORT, required=True)

    class Meta(StatusForm.Meta):
        fields = (*StatusForm.Meta.fields, "reason")

    sections = (
        Section(_("Så här ska det stå"), StatusForm.Meta.fields),
        Section(_("Varför"), ("reason",)),
    )
