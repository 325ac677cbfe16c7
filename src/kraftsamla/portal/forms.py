"""Adding a source to a record."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.library.models import Document
from kraftsamla.ui.forms import PlainForm, RecordField


class EvidenceForm(PlainForm):
    document = RecordField(
        label=_("Vilket dokument"),
        records=lambda: Document.objects.defer("text"),
        source="library:document-choices",
        help_text=_("Skriv några bokstäver ur titeln."),
    )
    quote = forms.CharField(
        label=_("Ordagrant ur dokumentet"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kopiera orden exakt, så markeras de när någon öppnar dokumentet. Tomt betyder hela dokumentet."),
    )
    note_sv = forms.CharField(
        label=_("Vad det visar"), required=False, help_text=_("Behövs bara när det inte framgår av orden.")
    )
