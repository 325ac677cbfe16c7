"""Forms for documents: what is said about them. Their files and texts come in at the reading desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation
from kraftsamla.library.choices import DocumentKind
from kraftsamla.library.models import Document
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, Section


class DocumentForm(RecordForm):
    publisher = RecordField(
        label=_("Utgivare"), records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
        known_by=("folded", "other_names__folded"), required=False,
    )  # fmt: skip
    url = forms.URLField(
        label=_("Adress"), max_length=1000, required=False, assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("Där dokumentet kan läsas på webben."),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Document
        fields: tuple[str, ...] = ("title", "kind", "language", "publisher", "published", "url", "publicity")
        widgets = {"publicity": forms.RadioSelect}

    sections = (
        Section(_("Dokumentet"), ("title", "kind", "language")),
        Section(_("Var det kommer ifrån"), ("publisher", "published", "url")),
        Section(
            _("Vad allmänheten får se"), ("publicity",),
            _("Den publika utgåvan visar aldrig mer av dokumentet än det du väljer här."),
        ),
    )  # fmt: skip


class NewDocumentForm(DocumentForm):
    """A document that is cited without its file being stored here."""

    slug = forms.CharField(
        label=_("Adressnamn"), required=False,
        help_text=_("Lämna tomt så görs det av titeln. Det ändras aldrig sedan, så att länkar håller."),
    )  # fmt: skip

    class Meta(DocumentForm.Meta):
        fields = (*DocumentForm.Meta.fields, "slug")


class DocumentFilter(PlainForm):
    """``?sok=anteckningar&slag=minutes``."""

    sok = forms.CharField(label=_("Ord i titeln"), required=False, widget=forms.SearchInput)
    slag = forms.ChoiceField(
        label=_("Slag"), required=False,
        choices=[("", pgettext_lazy("inget filter", "Alla")), *DocumentKind.choices],
    )  # fmt: skip

    def asked(self) -> dict[str, str]:
        """What is asked for; a value the list does not know counts as not asked."""
        self.is_valid()
        known = self.cleaned_data.get
        return {"words": known("sok") or "", "kind": known("slag") or ""}
