"""A point on the meeting's agenda."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kraftsamla.library.models import Passage
from kraftsamla.meetings.models import AgendaItem
from kraftsamla.meetings.operations import add_item, ask_at
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.likeness import title_likeness
from kraftsamla.reading.accepting.shape import Field, Kind, Parent, Values


def accept(context: Context) -> None:
    number, title = context.text("number", length=20), context.title(length=300)
    for item in context.known.agenda:
        if item.number == number and title_likeness(item.title_sv, title) >= 0.6:
            _take_questions(context, context.quoted(item))
            return
    item = add_item(meeting=context.meeting, values={"number": number, "title_sv": title}, by=context.by)
    context.known.forget("agenda")
    _take_questions(context, context.created(item))


def point_above(context: Context, at: int | None = None) -> AgendaItem | None:
    """The point that a place in the document stands under, by default the suggestion's own; None until it is accepted.

    One that still waits at the desk hides those above it: what stands under it is not theirs.
    """
    if at is None:
        at = min((start for start, _end in context.suggestion.evidence), default=None)
    if at is None:
        return None
    reading = context.suggestion.reading
    items = AgendaItem.objects.filter(
        meeting=context.meeting, passages__document=reading.document_id, passages__start__lte=at
    )
    above = items.annotate(at=F("passages__start")).order_by("-at").first()
    waiting = (
        each.evidence[0][0]
        for each in reading.suggestions.waiting().filter(kind=KIND.code).exclude(pk=context.suggestion.pk)
        if each.evidence and each.evidence[0][0] <= at
    )
    return above if above is not None and max(waiting, default=-1) < above.at else None


def _take_questions(context: Context, item: AgendaItem) -> None:
    """Questions of the document that were accepted before the point they stand under."""
    for passage in _questioned(context):
        if point_above(context, passage.start) != item:
            continue
        for question in passage.questions.exclude(agenda_items__meeting=item.meeting_id):
            ask_at(item=item, questions=[question], by=context.by)
            context.did("asked", item, question=question.pk)


def _questioned(context: Context) -> Iterable[Passage]:
    """The passages of the document that questions quote, as they stand in it."""
    document = context.suggestion.reading.document_id
    found = Passage.objects.filter(document=document, start__isnull=False, questions__isnull=False)
    return found.distinct().order_by("start")


def parents(values: Values, known: Known) -> list[Parent]:
    return [] if known.meeting else [Parent("meeting")]


KIND = Kind(
    code="agenda_item",
    plural=_("Dagordning"),
    becomes=_("en punkt på mötets dagordning"),
    fields=(Field("number", _("nummer")), Field("title", _("rubrik"), required=True)),
    accept=accept,
    parents=parents,
)
