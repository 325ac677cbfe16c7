"""Forms for points, presentations, decisions and follow-ups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.choices import ItemPurpose
from kraftsamla.meetings.forms.fields import ORGANISATION, PERSON, SHORT, TIME
from kraftsamla.meetings.models import AgendaItem, Decision, Meeting, Presentation
from kraftsamla.strategy.models import Action, Objective, Question
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm, RecordsField, Section

#: The fields of a line of the agenda, and the key of the line where a point is added.
LINE = ("title_sv", "purpose", "minutes")
NEW = "ny"
ACTION: dict[str, Any] = {"records": lambda: Action.objects.in_picture(), "source": "strategy:action-choices"}


class ItemForm(RecordForm):
    """Everything about a point. ``meeting`` gives the points it may be a part of."""

    questions = RecordsField(
        label=_("Frågor som tas upp"), records=lambda: Question.objects.all(), source="strategy:question-choices",
        required=False,
    )  # fmt: skip
    actions = RecordsField(label=_("Gäller insatserna"), required=False, **ACTION)
    followups = RecordsField(
        label=_("Gäller uppföljningspunkterna"), records=lambda: FollowUp.objects.all(),
        source="followup:followup-choices", required=False,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = AgendaItem
        fields: tuple[str, ...] = (
            "number", "title_sv", "purpose", "minutes", "intro_sv", "parent", "is_public", "questions", "followups",
            "actions", "day", "starts_at", "ends_at", "room", "area", "title_en", "intro_en",
        )  # fmt: skip
        widgets = {"intro_sv": SHORT, "intro_en": SHORT, "starts_at": TIME, "ends_at": TIME}
        help_texts = {
            "intro_sv": _("Vad deltagarna behöver veta innan. Står i handlingarna."),
            "starts_at": _("Bara om punkten ska börja en bestämd tid. Annars räknas tiden ut."),
        }

    sections = (
        Section(_("Punkten"), ("number", "title_sv", "purpose", "minutes", "intro_sv", "parent", "is_public")),
        Section(_("Vad den gäller"), ("questions", "followups", "actions", "area")),
        Section(_("Bestämd tid och plats"), ("day", "starts_at", "ends_at", "room")),
        Section(_("På engelska"), ("title_en", "intro_en")),
    )

    def __init__(self, data: Any = None, *, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)
        points = meeting.agenda.filter(parent=None) if meeting else AgendaItem.objects.none()
        parent.queryset = points.exclude(pk=self.instance.pk) if self.instance.pk else points
        parent.empty_label = _("ingen annan punkt")
        self.fields["day"].required = False

    def clean_day(self) -> int:
        return self.cleaned_data["day"] or 1


class AgendaForm(PlainForm):
    """The whole agenda in lines, and one line to add a point. What nobody touched is not written."""

    def __init__(self, data: Any = None, *, items: Sequence[AgendaItem]) -> None:
        super().__init__(data)
        self.items = list(items)
        for item in self.items:
            self._line(str(item.pk), str(item), item=item)
        self._line(NEW, _t("Ny punkt"))

    def _line(self, key: str, name: str, *, item: AgendaItem | None = None) -> None:
        def said(label: str) -> dict[str, str]:
            return {"aria-label": f"{label}: {name}", "form": "rader"}

        title = _t("Rubrik")
        self.fields[f"title_sv-{key}"] = forms.CharField(
            label=f"{title}: {name}", max_length=300, required=item is not None, initial=item and item.title_sv,
            widget=forms.TextInput(attrs={**said(title), "lang": "sv"}), show_hidden_initial=item is not None,
            error_messages={"required": _("Fyll i fältet.")},
        )  # fmt: skip
        purpose = _t("Syfte med punkten")
        self.fields[f"purpose-{key}"] = forms.ChoiceField(
            label=f"{purpose}: {name}", required=False, initial=item and item.purpose,
            choices=[("", _t("inget syfte valt")), *ItemPurpose.choices], widget=forms.Select(attrs=said(purpose)),
            show_hidden_initial=item is not None,
        )  # fmt: skip
        minutes = _t("Minuter")
        self.fields[f"minutes-{key}"] = forms.IntegerField(
            label=f"{minutes}: {name}", required=False, initial=item and item.minutes, min_value=0, max_value=24 * 60,
            widget=forms.NumberInput(attrs={**said(minutes), "inputmode": "numeric"}),
            show_hidden_initial=item is not None,
        )  # fmt: skip

    def line(self, key: int | str) -> dict[str, Any]:
        """The fields of a line, and what they held when the page was opened."""
        bound = {name: self[f"{name}-{key}"] for name in LINE}
        opened = "" if key == NEW else "".join(
            each.as_hidden(attrs={"form": "rader"}, only_initial=True) for each in bound.values()
        )  # fmt: skip
        shown = {name: each.as_widget() for name, each in bound.items()}
        errors = [error for each in bound.values() for error in each.errors]
        return {**shown, "opened": mark_safe(opened), "errors": errors}  # noqa: S308  widgets have escaped it

    def changes(self) -> Iterator[tuple[AgendaItem, dict[str, Any]]]:
        """The lines that were changed, with what was."""
        for item in self.items:
            names = [name for name in LINE if f"{name}-{item.pk}" in self.changed_data]
            if names:
                yield item, {name: self.cleaned_data[f"{name}-{item.pk}"] for name in names}

    def added(self) -> dict[str, Any] | None:
        """The new point, when one was written."""
        values = {name: self.cleaned_data[f"{name}-{NEW}"] for name in LINE}
        return values if values["title_sv"] else None


class DecisionForm(RecordForm):
    """What was decided. ``meeting`` gives the points to choose among; without one the point is left out."""

    objectives = forms.ModelMultipleChoiceField(
        label=_("Gäller målen"), queryset=Objective.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    actions = RecordsField(label=_("Gäller insatserna"), required=False, **ACTION)

    class Meta(RecordForm.Meta):
        model = Decision
        fields: tuple[str, ...] = ("text_sv", "item", "actions", "objectives", "text_en")
        widgets = {"text_sv": SHORT, "text_en": SHORT}

    def __init__(self, data: Any = None, *, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        item, objectives = self.fields["item"], self.fields["objectives"]
        assert isinstance(item, forms.ModelChoiceField)
        assert isinstance(objectives, forms.ModelMultipleChoiceField)
        item.queryset = meeting.agenda.all() if meeting else AgendaItem.objects.none()
        item.empty_label = _("ingen särskild punkt")
        if meeting:
            objectives.queryset = Objective.objects.prefetch_related("wordings")


class QuickDecisionForm(RecordForm):
    """A decision in one line."""

    class Meta(RecordForm.Meta):
        model = Decision
        fields = ("text_sv",)
        widgets = {"text_sv": SHORT}


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
