"""Adding a source to a record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.library.models import Document
from kraftsamla.portal.proof import SHORT
from kraftsamla.strategy.forms.filters import ALL, Filter, choice
from kraftsamla.strategy.models import Area
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


class SheetForm(PlainForm):
    """A file to look through. What is in it is checked row by row afterwards."""

    file = forms.FileField(
        label=_("Ändrad fil"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Välj en fil."),
            "empty": _("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad."),
        },
    )


class WeakLinkFilter(Filter):
    """Which link, and in which area."""

    lank = choice(_("Svagaste länken"), [(code, words) for code, words in SHORT.items() if code])
    omrade = choice(_("Område"), [])
    ASKS = {"lank": "code", "omrade": "area"}

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        shown = self.fields["omrade"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [ALL, *((area.number, str(area)) for area in Area.objects.select_related("strategy"))]
