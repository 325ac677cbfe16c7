"""Forms of the pages while a meeting goes on."""

from __future__ import annotations

import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.choices import Mode
from kraftsamla.meetings.choices.leading import Capture, Mark
from kraftsamla.meetings.forms.fields import ORGANISATION
from kraftsamla.meetings.models import Decision
from kraftsamla.strategy.models import Action, Objective
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, RecordsField

ONE_LINE = forms.Textarea(attrs={"rows": 1})


class NoteForm(PlainForm):
    """What is written at a point; ``base`` is the version it began from, ``key`` makes it kept once."""

    text = forms.CharField(
        label=_("Anteckning"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "true"}),
    )  # fmt: skip
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    key = forms.UUIDField(widget=forms.HiddenInput)
    continues = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class SettleForm(NoteForm):
    """What is to stand, and the texts (``asides``) that were read before it was chosen."""

    asides = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_asides(self) -> list[int]:
        return [int(each) for each in self.cleaned_data["asides"].split(",") if each.strip().isdigit()]


class FollowUpLine(RecordForm):
    """Something to follow up, in one line."""

    owner = RecordField(label=_("Ansvarig organisation"), required=False, **ORGANISATION)
    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields = ("what_sv", "owner", "due")
        labels = {"what_sv": _("Att följa upp")}


class ProposalLine(RecordForm):
    """A proposal, in one line, and whose it is."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields = ("what_sv", "asked_by")
        labels = {"what_sv": pgettext_lazy("vad någon föreslår på ett möte", "Förslag"), "asked_by": _("Från vem")}


class DecisionLine(RecordForm):
    """A decision, in one line, and what in the strategy it is about."""

    objectives = forms.CharField(label=_("Mål nr"), required=False, max_length=200)
    actions = RecordsField(
        label=_("Gäller insatserna"), records=lambda: Action.objects.all(), source="strategy:action-choices",
        required=False,
    )  # fmt: skip
    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(RecordForm.Meta):
        model = Decision
        fields = ("text_sv",)
        widgets = {"text_sv": ONE_LINE}

    def clean_objectives(self) -> list[Objective]:
        """ "1.2, 3.1" as the objectives with those numbers."""
        numbers = re.findall(r"[^\s,;]+", self.cleaned_data["objectives"])
        found = list(Objective.objects.filter(number__in=numbers))
        unknown = [each for each in numbers if each not in {objective.number for objective in found}]
        if unknown:
            raise forms.ValidationError(
                _("Det finns inget mål med numret %(numbers)s. Skriv numren så som de står i strategin, till exempel "
                  "1.2."), params={"numbers": ", ".join(unknown)},
            )  # fmt: skip
        return found


LINES: dict[Capture, type[RecordForm]] = {
    Capture.FOLLOWUP: FollowUpLine, Capture.DECISION: DecisionLine, Capture.PROPOSAL: ProposalLine,
}  # fmt: skip


def capture_form(kind: Capture, data: Any = None) -> RecordForm:
    """The line for what is caught; an empty one has a key of its own."""
    return LINES[kind](data, auto_id=f"{kind.value}_%s", initial={"key": uuid.uuid4()})


class MarkForm(PlainForm):
    """One key: what is said of somebody, and the time when it is not now."""

    mark = forms.ChoiceField(choices=Mark.choices)
    at = forms.TimeField(required=False)


class GuestForm(PlainForm):
    name = forms.CharField(label=_("Namn"), max_length=200)
    organisation = forms.CharField(label=_("Organisation"), max_length=300, required=False)
    title = forms.CharField(label=_("Titel"), max_length=200, required=False)
    mode = forms.ChoiceField(label=_("Hur"), choices=Mode.choices)


class SubstituteForm(PlainForm):
    name = forms.CharField(label=_("Den som kommer i stället"), max_length=200)
    title = forms.CharField(label=_("Titel"), max_length=200, required=False)
    mode = forms.ChoiceField(label=_("Hur"), choices=Mode.choices)


class AttendanceFilter(PlainForm):
    """``?sok=ek&visa=kvar``."""

    sok = forms.CharField(required=False, max_length=200)
    visa = forms.ChoiceField(required=False, choices=[("", ""), ("kvar", "")])

    def asked(self) -> dict[str, Any]:
        self.is_valid()
        known = self.cleaned_data.get
        return {"words": known("sok") or "", "unmarked": known("visa") == "kvar"}
