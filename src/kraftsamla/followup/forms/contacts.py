"""Forms for who may be asked."""

from __future__ import annotations

from django import forms

from kraftsamla.followup.models import Contact
from kraftsamla.ui.forms import RecordForm

DAY = forms.DateInput(attrs={"type": "date", "class": "date"}, format="%Y-%m-%d")


class ContactForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Contact
        fields = ("part", "name", "title", "email", "language", "valid_from", "valid_to")
        widgets = {"valid_from": DAY, "valid_to": DAY}
