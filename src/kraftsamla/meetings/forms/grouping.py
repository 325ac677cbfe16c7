"""Forms of group discussions."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.models import Contribution, Discussion, Group, GroupMember, Summary
from kraftsamla.strategy.models import Question
from kraftsamla.ui.forms import PlainForm, RecordForm

SEEDS = 1_000_000


class GuidanceForm(RecordForm):
    """What the groups are told."""

    class Meta(RecordForm.Meta):
        model = Discussion
        fields = ("guidance_sv", "guidance_en")
        help_texts = {
            "guidance_sv": _("Till exempel hur lång tid ni har, hur många punkter ni vill ha och vem som redovisar.")
        }


class GroupQuestionForm(PlainForm):
    """A question to the groups, in one line."""

    wording = forms.CharField(label=_("Ny fråga till grupperna"), max_length=500)


class MakeGroupsForm(PlainForm):
    """How many groups, and of whom. ``seed``: the draw; another number gives other groups."""

    number = forms.IntegerField(
        label=_("Antal grupper"), min_value=1, max_value=200,
        error_messages={
            "invalid": _("Skriv antalet grupper med siffror."), "min_value": _("Det ska vara minst en grupp."),
        },
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    who = forms.ChoiceField(label=_("Av vilka"), choices=Gathered.choices)
    seed = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=SEEDS)


class GroupForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Group
        fields = ("name", "place", "scribe")
        help_texts = {
            "place": _("Till exempel ett rum, ett bord eller ett rum i det digitala mötet."),
            "scribe": _("Den som antecknar för gruppen. Namnet visas i grupplistan, inte vid gruppens svar."),
        }


class MoveForm(PlainForm):
    """Somebody to another group; an empty group takes them out."""

    member = forms.ModelChoiceField(queryset=GroupMember.objects.none())
    group = forms.ModelChoiceField(queryset=Group.objects.none(), required=False)

    def __init__(self, *args: Any, discussion: Discussion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = GroupMember.objects.filter(group__discussion=discussion)
        choose(self, "member", people.select_related("group__discussion__item__meeting__body"))
        choose(self, "group", discussion.groups.select_related("discussion__item__meeting__body"))


class PointsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # of contributions
    def label_from_instance(self, obj: Contribution) -> str:
        return f"{_('Grupp')} {obj.group.number}: {obj.text}"


class SummaryForm(RecordForm):
    """What the groups said, in words the meeting can agree on, and the points it rests on."""

    contributions = PointsField(
        label=_("Punkter som sammanfattningen bygger på"), queryset=Contribution.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Summary
        fields = ("text_sv", "text_en", "contributions")

    def __init__(self, *args: Any, discussion: Discussion, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        points = Contribution.objects.filter(group__discussion=discussion, question=question)
        record = kwargs.get("record")
        kept = points.filter(withdrawn_at=None) | (points.filter(summaries=record) if record else points.none())
        choose(self, "contributions", kept.select_related("group").order_by("group__number", "pk").distinct())


class PointForm(PlainForm):
    """A point of a group's; ``key`` makes it kept once however often it is sent."""

    text = forms.CharField(label=_("Skriv en punkt i taget"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    question = forms.ModelChoiceField(queryset=Question.objects.none(), widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)
    replaces = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, questions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "question", questions)


class KeyForm(PlainForm):
    key = forms.UUIDField()


def empty_point(questions: Any, question: Question, *, replaces: Contribution | None = None) -> PointForm:
    """A line to write in, with a key of its own."""
    initial = {
        "question": question.pk, "key": uuid.uuid4(), "text": replaces.text if replaces else "",
        "replaces": replaces.key if replaces else None,
    }  # fmt: skip
    return PointForm(initial=initial, questions=questions, auto_id=f"fraga{question.pk}_%s")


def choose(form: forms.Form, name: str, records: Any) -> None:
    """Offer these records, and no others, in a field."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = records
