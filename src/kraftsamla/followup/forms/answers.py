"""Forms of the answer page. It is one form to the browser, so that nothing typed is lost whichever button is used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.records import plain
from kraftsamla.core.text import Text
from kraftsamla.followup.models import Point
from kraftsamla.followup.models.rounds import OWN_QUESTIONS
from kraftsamla.strategy.choices import Confidence, Progress
from kraftsamla.strategy.models import StatusUpdate
from kraftsamla.ui.forms import PlainForm, RecordForm
from kraftsamla.ui.forms.conflicts import marks, untouched
from kraftsamla.ui.templatetags.ui import say

SHORT = forms.Textarea(attrs={"rows": 2})
RESULT_FIELDS = ("result", "result_on")
MORE_FIELDS = (*RESULT_FIELDS, "evidence", "evidence_url")


class PointForm(RecordForm):
    """One point. ``touched`` names what the person has changed since the page was shown."""

    progress = forms.ChoiceField(
        label=_("Hur långt har det kommit?"), choices=Progress.choices, widget=forms.RadioSelect, required=False
    )
    confidence = forms.ChoiceField(
        label=_("Hur säkra är ni på att nå hela vägen?"), choices=Confidence.choices, widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Point
        fields = ("progress", "confidence", "words", "result", "result_on", "evidence", "evidence_url", *OWN_QUESTIONS)
        widgets = {"words": SHORT, "result": SHORT, "evidence": SHORT, **dict.fromkeys(OWN_QUESTIONS, SHORT)}
        labels = {
            "words": _("Vad har hänt?"), "result": _("Vad har det lett till?"), "result_on": _("När nåddes det?"),
            "evidence": _("Vad visar det?"), "evidence_url": _("Adress till underlaget"),
        }  # fmt: skip

    def __init__(
        self, data: Any, *, record: Point, last: StatusUpdate | None, own: list[tuple[str, Text]], results: bool
    ) -> None:
        said: dict[str, Any] = {}
        if last is not None and not record.is_answered and not record.has_words:
            said = {"progress": last.progress, "confidence": last.confidence, "words": last.words_sv or last.words_en}
        super().__init__(data, record=record, initial=said, prefix=f"p{record.pk}")
        words = dict(own)
        for name in OWN_QUESTIONS:
            if name in words:
                self.fields[name].label = str(say(words[name]))
            else:
                del self.fields[name]
        if not results:
            for name in RESULT_FIELDS:
                del self.fields[name]
        if not self.is_bound:
            shown = {name: plain(self.initial.get(name)) for name in self.fields if name not in {"version", "opened"}}
            self.initial["opened"] = marks(shown)

    @property
    def main_fields(self) -> list[BoundField]:
        return [bound for bound in self.visible_fields() if bound.name not in MORE_FIELDS]

    @property
    def more_fields(self) -> list[BoundField]:
        """What came of it and what shows it: asked for last, and not in the way of who has nothing to show."""
        return [bound for bound in self.visible_fields() if bound.name in MORE_FIELDS]

    @property
    def touched(self) -> set[str]:
        typed = {name: plain(value) for name, value in self.values.items()}
        return set(typed) - untouched(self.cleaned_data.get("opened") or "", typed)


class SenderForm(PlainForm):
    """Who sends the answer in."""

    name = forms.CharField(label=_("Ditt namn"), max_length=200, required=False)
    title = forms.CharField(label=_("Din titel"), max_length=200, required=False)


class ShareForm(PlainForm):
    """A deputy who is to answer instead, or too."""

    name = forms.CharField(label=_("Namn"), max_length=200)
    email = forms.EmailField(label=_("E-postadress"))


class HandOnForm(PlainForm):
    """Whose the question is."""

    name = forms.CharField(label=_("Namn"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-postadress"), required=False)
    organisation_name = forms.CharField(
        label=_("Organisation, om det inte är er"), max_length=300, required=False,
        help_text=_("Frågan går då till den organisationens egen kontaktperson, eller till den som frågar."),
    )  # fmt: skip
    words = forms.CharField(label=_("Något att tillägga?"), max_length=500, required=False)
