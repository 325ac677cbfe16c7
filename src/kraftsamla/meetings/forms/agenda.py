"""Forms for points, presentations, decisions and follow-ups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.forms.fields import ORGANISATION, PERSON, SHORT
from kraftsamla.meetings.models import AgendaItem, Decision, Meeting, Presentation
from kraftsamla.strategy.models import Question
from kraftsamla.ui.forms import RecordField, RecordForm, RecordsField


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


class PointForm(RecordForm):
    """A follow-up in one line."""

    owner = RecordField(label=_("Ansvarig organisation"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = FollowUp
        fields = ("what_sv", "asked_of", "owner", "due")
