"""Forms for meetings, their agenda, presenters and attendance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.meetings.choices import MeetingKind
from kraftsamla.meetings.models import AgendaItem, Attendance, Decision, Meeting, Presentation
from kraftsamla.strategy.models import Question
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, RecordsField, Section

SHORT = forms.Textarea(attrs={"rows": 4})
TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
ORGANISATION: dict[str, Any] = {
    "records": lambda: Organisation.objects.current(),
    "source": "actors:organisation-choices",
    "known_by": ("folded", "other_names__folded"),
}
PERSON: dict[str, Any] = {
    "records": lambda: Person.objects.current(),
    "source": "actors:person-choices",
    "known_by": ("folded", "spellings__folded"),
}


class MeetingForm(RecordForm):
    organisers = RecordsField(label=_("Arrangörer"), required=False, **ORGANISATION)
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
            "title_sv", "kind", "body", "starts_on", "ends_on", "starts_at", "ends_at", "form", "place", "summary_sv",
            "organisers", "chair", "follows", "minutes", "title_en", "summary_en",
        )  # fmt: skip
        widgets = {"summary_sv": SHORT, "summary_en": SHORT, "starts_at": TIME, "ends_at": TIME}

    sections = (
        Section(_("Mötet"), ("title_sv", "kind", "body")),
        Section(_("När och var"), ("starts_on", "ends_on", "starts_at", "ends_at", "form", "place")),
        Section(_("Vem"), ("organisers", "chair")),
        Section(_("Innehåll"), ("summary_sv", "minutes", "follows")),
        Section(_("På engelska"), ("title_en", "summary_en")),
    )


class NewMeetingForm(MeetingForm):
    slug = forms.CharField(
        label=_("Adressnamn"), required=False,
        help_text=_("Lämna tomt så görs det av titeln. Det ändras aldrig sedan, så att länkar håller."),
    )  # fmt: skip

    class Meta(MeetingForm.Meta):
        fields = (*MeetingForm.Meta.fields, "slug")


class ItemForm(RecordForm):
    questions = RecordsField(
        label=_("Frågor som togs upp"), records=lambda: Question.objects.all(), source="strategy:question-choices",
        required=False,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = AgendaItem
        fields = ("number", "title_sv", "questions", "title_en")


class DecisionForm(RecordForm):
    """What was decided. ``meeting`` gives the points to choose among; without one the point is left out."""

    class Meta(RecordForm.Meta):
        model = Decision
        fields = ("text_sv", "item", "text_en")
        widgets = {"text_sv": SHORT, "text_en": SHORT}

    def __init__(self, data: Any = None, *, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        item = self.fields["item"]
        assert isinstance(item, forms.ModelChoiceField)
        item.queryset = meeting.agenda.all() if meeting else AgendaItem.objects.none()
        item.empty_label = _("ingen särskild punkt")


class PresentationForm(RecordForm):
    person = RecordField(label=_("Person"), **PERSON)
    organisation = RecordField(label=_("För organisationen"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Presentation
        fields = ("person", "organisation", "topic_sv", "topic_en")


class AttendanceForm(RecordForm):
    """A person, an organisation, or both; how the name was written only when it differs."""

    person = RecordField(label=_("Person"), required=False, **PERSON)
    organisation = RecordField(label=_("Organisation"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Attendance
        fields = ("person", "organisation", "role", "presence", "mode", "person_name", "organisation_name")
        labels = {"person_name": _("Namnet som det skrevs"), "organisation_name": _("Organisationen som den skrevs")}
        help_texts = {
            "role": _("Som i anteckningarna, till exempel ledamot."),
            "person_name": _("Lämna tomt om det är samma som i registret."),
            "organisation_name": _("Lämna tomt om det är samma som i registret."),
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        names = ("person", "organisation", "person_name", "organisation_name")
        if not self.errors and not any(cleaned.get(name) for name in names):
            self.add_error("person", _("Ange en person eller en organisation."))
        return cleaned


class MeetingFilter(PlainForm):
    """``?sok=konferens&organ=samverkansgruppen&slag=conference``."""

    sok = forms.CharField(label=_("Ord i titeln"), required=False, widget=forms.SearchInput)
    organ = forms.ChoiceField(label=pgettext_lazy("ett organ", "Organ"), required=False)
    slag = forms.ChoiceField(
        label=_("Slag"), required=False,
        choices=[("", pgettext_lazy("inget filter", "Alla")), *MeetingKind.choices],
    )  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        bodies = Body.objects.filter(meetings__isnull=False).distinct()
        shown = self.fields["organ"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [("", pgettext_lazy("inget filter", "Alla")), *((each.slug, each.name_sv) for each in bodies)]

    def asked(self) -> dict[str, str]:
        """What is asked for; a value the list does not know counts as not asked."""
        self.is_valid()
        known = self.cleaned_data.get
        return {"words": known("sok") or "", "body": known("organ") or "", "kind": known("slag") or ""}


class PointForm(RecordForm):
    """A follow-up in one line."""

    owner = RecordField(label=_("Ansvarig organisation"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields = ("what_sv", "asked_of", "owner", "due")
