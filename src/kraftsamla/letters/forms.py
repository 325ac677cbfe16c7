"""Forms about letters."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.letters.choices import Pace
from kraftsamla.ui.forms import PlainForm

NOT_ME = "not-me"
ANSWERS = [
    (Pace.WEEKLY.value, pgettext_lazy("takt, svar", "Högst ett brev i veckan")),
    (Pace.MONTHLY.value, pgettext_lazy("takt, svar", "Högst ett brev i månaden")),
    (Pace.NEVER.value, pgettext_lazy("takt, svar", "Inga brev")),
    (NOT_ME, pgettext_lazy("takt, svar", "Det här är inte jag: breven kommer fel")),
]


class PaceForm(PlainForm):
    """What the person behind a letter says about letters."""

    pace = forms.ChoiceField(label=_("Hur ofta får vi skriva till dig?"), choices=ANSWERS, widget=forms.RadioSelect)


class OfficePaceForm(PlainForm):
    """The same, told to the office."""

    pace = forms.ChoiceField(label=_("Takt"), choices=Pace.choices, widget=forms.RadioSelect)


class LetterFilter(PlainForm):
    """``?sok=region&fran=2026-01-01&till=2026-02-01``."""

    sok = forms.CharField(label=_("Mottagare eller ord"), required=False, widget=forms.SearchInput)
    fran = forms.DateField(label=_("Från och med"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    till = forms.DateField(label=_("Till och med"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
