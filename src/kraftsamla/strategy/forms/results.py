"""Forms for what came of an action, and for what somebody else found about it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.strategy.choices import Finding
from kraftsamla.strategy.forms.speaking import SPEAKER, WithSpeaker
from kraftsamla.strategy.models import Milestone, Result, Verdict
from kraftsamla.ui.forms import RecordForm, Section

SHORT = forms.Textarea(attrs={"rows": 3})


class ResultForm(WithSpeaker, RecordForm):
    class Meta(RecordForm.Meta):
        model = Result
        fields: tuple[str, ...] = ("what_sv", "on", "evidence", "evidence_url", "what_en")
        widgets = {"what_sv": SHORT, "what_en": SHORT, "evidence": SHORT}
        help_texts = {
            "evidence": _("Till exempel en rapport, ett beslut eller en mätning, så att någon annan kan granska det."),
        }  # fmt: skip

    sections: tuple[Section, ...] = (
        Section(_("Vad insatsen har lett till"), ("what_sv", "on")),
        Section(_("Vad som visar det"), ("evidence", "evidence_url")),
        Section(_("Vem uppger det"), SPEAKER),
        Section(_("På engelska"), ("what_en",)),
    )


class ResultCorrectionForm(ResultForm):
    """What should have been said, and why; what was said stays readable."""

    class Meta(ResultForm.Meta):
        fields = (*ResultForm.Meta.fields, "reason")
        widgets = {**ResultForm.Meta.widgets, "reason": SHORT}

    sections = (*ResultForm.sections, Section(_("Varför"), ("reason",)))


class VerdictForm(WithSpeaker, RecordForm):
    finding = forms.ChoiceField(
        label=_("Vad granskningen visar"), widget=forms.RadioSelect,
        choices=[
            (Finding.VERIFIED, _("Bekräftat: underlaget visar resultatet")),
            (Finding.NO_EVIDENCE, _("Underlag saknas: det går inte att bekräfta")),
            (Finding.DISPUTED, _("Ifrågasatt: underlaget visar något annat")),
        ],
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Verdict
        fields: tuple[str, ...] = ("finding", "on", "words", "evidence_url")
        widgets = {"words": SHORT}
        help_texts = {"words": _("Krävs om resultatet inte bekräftas: skriv vad som saknas eller inte stämmer.")}

    sections: tuple[Section, ...] = (
        Section(_("Granskningen"), ("finding", "on", "words", "evidence_url")),
        Section(_("Vem har granskat"), SPEAKER),
    )


class VerdictCorrectionForm(VerdictForm):
    class Meta(VerdictForm.Meta):
        fields = (*VerdictForm.Meta.fields, "reason")
        widgets = {**VerdictForm.Meta.widgets, "reason": SHORT}

    sections = (*VerdictForm.sections, Section(_("Varför"), ("reason",)))


class MilestoneForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Milestone
        fields = ("title_sv", "due", "title_en")
