"""A question that somebody asks and the strategy's people may carry."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.operations import ask_at
from kraftsamla.reading.accepting.agenda_item import point_above
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, Titled, alike, why_alike
from kraftsamla.reading.accepting.likeness import SAME
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Slot, Values
from kraftsamla.strategy.models import Question
from kraftsamla.strategy.operations import create_question


def accept(context: Context) -> None:
    chosen = context.answer("question")
    if chosen != NEW:
        _at_its_point(context, context.quoted(Question.objects.get(slug=chosen)))
        return
    values = {
        "number": context.text("number", length=20),
        "wording_sv": context.title(length=500),
        "asked_by": context.text("by", length=300),
        "asked_on": context.seen_on,
    }
    question = context.created(create_question(values=values, by=context.by))
    context.known.questions.append(Titled(question.pk, question.slug, question.wording_sv))
    _at_its_point(context, question)


def _at_its_point(context: Context, question: Question) -> None:
    """In minutes a question belongs to the point that it stands under."""
    point = point_above(context) if context.known.meeting else None
    if point is not None and not point.questions.contains(question):
        ask_at(item=point, questions=[question], by=context.by)
        context.did("asked", point, question=question.pk)


def slots(values: Values, known: Known) -> list[Slot]:
    said, new = str(values.get("title") or ""), Option(NEW, _("En ny fråga"))
    near = alike(said, known.questions, at_least=0.7)
    if near and near[0][0] >= SAME:
        option = Option(near[0][1].slug, near[0][1].title)
        return [Slot("question", _("fråga"), said, known=option, options=(option, new), default=option.value)]
    if near:
        same = (Option(each.slug, _("Samma som %(title)s") % {"title": each.title}) for _score, each in near[:3])
        remark, why = _("liknar en känd fråga"), why_alike(said, near)
        return [Slot("question", _("fråga"), said, options=(*same, new), remark=remark, why=why)]
    return [Slot("question", _("fråga"), said, options=(new,), default=NEW)]


KIND = Kind(
    code="question",
    plural=_("Frågor"),
    becomes=_("en fråga"),
    fields=(
        Field("number", _("nummer")),
        Field("title", _("fråga"), required=True),
        Field("by", _("ställd av")),
    ),
    accept=accept,
    slots=slots,
)
