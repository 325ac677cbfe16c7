"""Who says it: a representative in the name of the organisation, or somebody whose words a coordinator writes down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Representation
from kraftsamla.actors.rules import Voice, voice_of, voice_recorded
from kraftsamla.strategy.forms.facts import ORGANISATION
from kraftsamla.ui.forms import PlainForm, RecordField

SPEAKER = ("mandate", "organisation", "said_by", "said_by_title")


class WithSpeaker(PlainForm):
    """``mandates``: the organisations the reader represents. ``records``: the reader is a coordinator, and may write
    down what somebody else has said."""

    def __init__(
        self, *args: Any, mandates: Sequence[Representation] = (), records: bool = False, **kwargs: Any
    ) -> None:  # a form takes its traits by name
        self.mandates, self.records = list(mandates), records
        super().__init__(*args, **kwargs)
        own = self.mandates[0] if self.mandates else None
        if records:
            organisation = own.organisation if own else None
            self.fields["organisation"] = RecordField(
                label=_("För organisationen"), initial=organisation, **ORGANISATION
            )  # fmt: skip
            self.fields["said_by"] = forms.CharField(
                label=_("Uppgiften lämnas av"), max_length=200, initial=own.user.name if own else ""
            )  # fmt: skip
            self.fields["said_by_title"] = forms.CharField(
                label=_("Titel"), max_length=200, required=False, initial=own.title if own else ""
            )  # fmt: skip
        elif len(self.mandates) > 1:
            self.fields["mandate"] = forms.ChoiceField(
                label=_("För organisationen"),
                choices=[(str(each.pk), str(each.organisation)) for each in self.mandates],
            )  # fmt: skip

    @property
    def voice(self) -> Voice:
        """Whose words they are, once the form is valid."""
        said = self.cleaned_data
        if not self.records:
            chosen = said.get("mandate") or str(self.mandates[0].pk)
            return voice_of(next(each for each in self.mandates if str(each.pk) == chosen))
        organisation: Organisation = said["organisation"]
        for each in self.mandates:
            if each.organisation_id == organisation.pk and each.user.name == said["said_by"]:
                return voice_of(each)
        return voice_recorded(organisation, name=said["said_by"], title=said["said_by_title"])

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values.items() if name not in SPEAKER}
