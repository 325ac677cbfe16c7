"""What is asked before publishing."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.strategy.models import Strategy
from kraftsamla.ui.forms import PlainForm


class PublishForm(PlainForm):
    """Which strategy, and why now."""

    strategy = forms.ModelChoiceField(
        label=_("Strategi"), queryset=Strategy.objects.all(), empty_label=None,
        error_messages={"required": _("Välj vilken strategi utgåvan gäller.")},
    )
    note = forms.CharField(
        label=_("Anmärkning"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Visas för alla på sidan Ändringar. Till exempel varför utgåvan ges ut nu."),
    )
