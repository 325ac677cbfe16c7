"""Forms for a meeting, and the list's filter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.accounts.rules import Visitor
from kraftsamla.bodies.models import Body
from kraftsamla.library.models import Document
from kraftsamla.meetings.choices import MeetingKind
from kraftsamla.meetings.forms.fields import ORGANISATION, PERSON, SHORT, TIME
from kraftsamla.meetings.models import Meeting
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, RecordsField, Section


class MeetingForm(RecordForm):
    organisers = RecordsField(label=_("Arrangörer"), required=False, **ORGANISATION)
    partners = RecordsField(label=_("Medarrangörer"), required=False, **ORGANISATION)
    chair = RecordField(label=_("Ordförande"), required=False, **PERSON)
    follows = RecordField(
        label=_("Följer på"), records=lambda: Meeting.objects.all(), source="meetings:meeting-choices", required=False
    )
    minutes = RecordField(
        label=_("Anteckningar"), records=lambda: Document.objects.without_text_column(),
        source="library:document-choices", required=False,
        help_text=_("Dokumentet där mötets anteckningar finns."),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Meeting
        fields: tuple[str, ...] = (
            "title_sv", "kind", "body", "series", "purpose_sv", "starts_on", "ends_on", "starts_at", "ends_at", "form",
            "place", "room", "link", "chair", "organisers", "partners", "summary_sv", "minutes", "follows", "is_public",
            "shows_attendance", "title_en", "purpose_en", "summary_en",
        )  # fmt: skip
        widgets = {
            "summary_sv": SHORT, "summary_en": SHORT, "purpose_sv": SHORT, "purpose_en": SHORT, "starts_at": TIME,
            "ends_at": TIME,
        }  # fmt: skip
        help_texts = {
            "purpose_sv": _("Varför mötet hålls. Står i inbjudan och i handlingarna."),
            "place": _("Ort eller hus, till exempel Stockholm."),
            "room": _("Står i inbjudan. Visas aldrig offentligt."),
            "link": _("Går bara till dem som är inbjudna."),
            "partners": _("De som håller i mötet tillsammans med arrangören."),
        }

    sections = (
        Section(_("Mötet"), ("title_sv", "kind", "body", "series", "purpose_sv")),
        Section(_("När och var"), ("starts_on", "ends_on", "starts_at", "ends_at", "form", "place", "room", "link")),
        Section(_("Vem"), ("chair", "organisers", "partners")),
        Section(_("Innehåll"), ("summary_sv", "minutes", "follows")),
        Section(_("Vad allmänheten får se"), ("is_public", "shows_attendance")),
        Section(_("På engelska"), ("title_en", "purpose_en", "summary_en")),
    )


class MeetingFilter(PlainForm):
    """``?sok=konferens&organ=samverkansgruppen&slag=conference``."""

    sok = forms.CharField(label=_("Ord i titeln"), required=False, widget=forms.SearchInput)
    organ = forms.ChoiceField(label=pgettext_lazy("ett organ", "Organ"), required=False)
    slag = forms.ChoiceField(
        label=_("Slag"), required=False,
        choices=[("", pgettext_lazy("inget filter", "Alla")), *MeetingKind.choices],
    )  # fmt: skip

    def __init__(self, data: Any = None, *, visitor: Visitor, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        bodies = Body.objects.visible_to(visitor).filter(meetings__isnull=False).distinct()
        shown = self.fields["organ"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [("", pgettext_lazy("inget filter", "Alla")), *((each.slug, each.name_sv) for each in bodies)]

    def asked(self) -> dict[str, str]:
        """What is asked for; a value the list does not know counts as not asked."""
        self.is_valid()
        known = self.cleaned_data.get
        return {"words": known("sok") or "", "body": known("organ") or "", "kind": known("slag") or ""}
