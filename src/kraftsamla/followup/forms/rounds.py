"""Forms for update rounds and for what coordinators do with answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.actors.models import Organisation
from kraftsamla.followup.forms.contacts import DAY
from kraftsamla.followup.models import UpdateRound
from kraftsamla.followup.models.rounds import OWN_QUESTIONS
from kraftsamla.strategy.models import Area, Objective
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, RecordsField, Section

SHORT = forms.Textarea(attrs={"rows": 3})
NUMBER = forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"})


class OpenRoundForm(RecordForm):
    """What can still be changed while people are answering."""

    class Meta(RecordForm.Meta):
        model = UpdateRound
        fields: tuple[str, ...] = (
            "title_sv", "message_sv", "readers_sv", "deadline", "remind_every", "remind_most", "title_en",
            "message_en", "readers_en",
        )  # fmt: skip
        widgets = {
            "message_sv": SHORT, "message_en": SHORT, "deadline": DAY, "remind_every": NUMBER, "remind_most": NUMBER,
            "stale_days": NUMBER,
        }  # fmt: skip
        help_texts = {
            "message_sv": _("Varför ni frågar, och vad svaren används till."),
            "readers_sv": _("Till exempel: Kansliet läser svaren, och de syns i nästa utgåva i december."),
        }

    sections: tuple[Section, ...] = (
        Section(_("Rundan"), ("title_sv", "message_sv", "readers_sv", "deadline")),
        Section(_("Påminnelser"), ("remind_every", "remind_most")),
        Section(_("På engelska"), ("title_en", "message_en", "readers_en")),
    )


class RoundForm(OpenRoundForm):
    """The whole of a draft: also whom it asks, and about what."""

    areas = forms.ModelMultipleChoiceField(
        label=_("Områden"), queryset=Area.objects.select_related("strategy"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    objectives = forms.ModelMultipleChoiceField(
        label=_("Mål"), queryset=Objective.objects.prefetch_related("wordings"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    organisations = RecordsField(
        label=_("Organisationer"), records=lambda: Organisation.objects.current(), required=False,
        source="actors:organisation-choices", known_by=("folded", "other_names__folded"),
        help_text=_("Lämna tomt för att fråga alla som ansvarar för en insats i urvalet."),
    )  # fmt: skip

    class Meta(OpenRoundForm.Meta):
        fields = (
            *OpenRoundForm.Meta.fields, "areas", "objectives", "organisations", "stale_days", "asks_results",
            *(f"{name}_{language}" for name in OWN_QUESTIONS for language in ("sv", "en")),
        )  # fmt: skip

    sections = (
        OpenRoundForm.sections[0],
        Section(
            _("Urval"), ("areas", "objectives", "organisations", "stale_days"),
            _("Utan val frågas om alla insatser som inte är genomförda eller avbrutna."),
        ),
        Section(
            _("Frågor"), ("asks_results", "own_1_sv", "own_2_sv", "own_3_sv"),
            _("Alltid: hur långt det har kommit, hur säkert det är att det når hela vägen, och med egna ord."),
        ),
        OpenRoundForm.sections[1],
        Section(
            _("På engelska"), ("title_en", "message_en", "readers_en", "own_1_en", "own_2_en", "own_3_en"),
        ),
    )  # fmt: skip


class ReopenForm(PlainForm):
    reason = forms.CharField(label=_("Varför öppnas rundan på nytt?"), widget=SHORT, max_length=500)
    deadline = forms.DateField(label=_("Svara senast"), widget=DAY)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReturnForm(PlainForm):
    reason = forms.CharField(
        label=_("Vad saknas?"), widget=SHORT, max_length=2000,
        help_text=_("Den som svarade läser det här i sitt brev och på svarssidan."),
    )  # fmt: skip


class RedirectForm(PlainForm):
    """Somebody else at the same organisation."""

    name = forms.CharField(label=_("Namn"), max_length=200)
    title = forms.CharField(label=_("Titel"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-postadress"))
    language = forms.ChoiceField(label=_("Språk"), choices=InterfaceLanguage.choices, initial="sv")


class PlaceForm(PlainForm):
    """Whose a question is that somebody has passed on."""

    organisation = RecordField(
        label=_("Organisation"), records=lambda: Organisation.objects.current(),
        source="actors:organisation-choices", known_by=("folded", "other_names__folded"),
    )  # fmt: skip
    name = forms.CharField(label=_("Namn"), max_length=200)
    email = forms.EmailField(label=_("E-postadress"))


class BoardFilter(PlainForm):
    """``?visa=lasa&sok=region``."""

    sok = forms.CharField(label=_("Organisation"), required=False, widget=forms.SearchInput)
    visa = forms.ChoiceField(
        label=_("Visa"), required=False,
        choices=[
            ("", _("alla")), ("vantar", _("väntar på svar")), ("lasa", _("att läsa")), ("klara", _("godtagna")),
        ],
    )  # fmt: skip

    def asked(self) -> dict[str, Any]:
        self.is_valid()
        return {"words": self.cleaned_data.get("sok") or "", "shown": self.cleaned_data.get("visa") or ""}
