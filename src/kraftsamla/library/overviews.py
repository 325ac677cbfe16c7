"""What the pages about documents show, and what every record's page shows of how it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count
from django.urls import NoReverseMatch, reverse

from kraftsamla.accounts.rules import Visitor
from kraftsamla.audit.overviews import Line, history_of
from kraftsamla.library.models import Document, Passage

PER_PAGE = 50
#: What the name of a record is made of, where it is not a column of its own row.
NAMED_BY = {"strategy.objective": ("wordings",), "strategy.wording": ("objective__wordings",)}
#: Records without a page of their own, and what they are part of.
PART_OF = {
    "strategy.datedfact": "action", "strategy.money": "action", "strategy.assignment": "action",
    "strategy.statusupdate": "action", "strategy.milestone": "action", "strategy.result": "action",
    "strategy.wording": "objective", "meetings.agendaitem": "meeting",
    "meetings.presentation": "item", "meetings.attendance": "meeting",
    "meetings.decision": "meeting", "bodies.appointment": "body",
    "actors.engagement": "person",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Backing:
    """How we know what a record says: the passages it quotes, and who did what to it when, newest first."""

    sources: Sequence[Passage]
    history: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document's text; ``key`` is the passage that covers it, 0 where none does."""

    text: str
    key: int


@dataclass(frozen=True, slots=True)
class Quoting:
    """A record that quotes a passage: what sort it is, its name, and its page or that of what it is part of."""

    kind: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage and the records that quote it; ``in_text``: its words are marked in the text on the page."""

    passage: Passage
    records: tuple[Quoting, ...]
    in_text: bool


@dataclass(frozen=True, slots=True)
class DocumentOverview:
    document: Document
    passages: tuple[Shown, ...]
    pieces: tuple[Piece, ...]
    history: Sequence[Line]


@dataclass(frozen=True, slots=True)
class DocumentsWanted:
    words: str = ""
    kind: str = ""


def backing_of(record: models.Model) -> Backing:
    """The sources and the history of any record that has passages: two questions."""
    passages: Any = getattr(record, "passages").all()  # noqa: B009  the type says only that it is a record
    return Backing(
        sources=list(passages.select_related("document__publisher").defer("document__text").in_reading_order()),
        history=history_of(record),
    )


def documents_for(visitor: Visitor, wanted: DocumentsWanted, *, page: str) -> Page[Document]:
    """The newest first; those without a date last."""
    documents = Document.objects.visible_to(visitor).without_text_column().select_related("publisher")
    if wanted.words:
        documents = documents.named_like(wanted.words)
    if wanted.kind:
        documents = documents.filter(kind=wanted.kind)
    counted = documents.annotate(passage_count=Count("passages")).order_by("-published", "sort_key")
    return Paginator(counted, PER_PAGE).get_page(page)


def document_overview(document: Document, *, visitor: Visitor) -> DocumentOverview:
    passages = list(document.passages.order_by("start", "pk"))
    pieces = tuple(_pieces(document.text, passages))
    marked = {piece.key for piece in pieces}
    quoting = _quoting(document, visitor)
    return DocumentOverview(
        document=document,
        passages=tuple(Shown(each, tuple(quoting[each.pk]), each.pk in marked) for each in passages),
        pieces=pieces,
        history=history_of(document),
    )


def _quoting(document: Document, visitor: Visitor) -> dict[int, list[Quoting]]:
    """Passage → the records that quote it and that the visitor may see: a few questions a kind of record."""
    found: dict[int, list[Quoting]] = defaultdict(list)
    for relation in Passage._meta.get_fields():
        model = relation.related_model
        if not relation.many_to_many or not isinstance(model, type) or not issubclass(model, models.Model):
            continue
        through, here, there = _ends(relation)
        pairs = list(through.objects.filter(**{f"{here}__document": document}).values_list(f"{here}_id", f"{there}_id"))
        if not pairs:
            continue
        records = model._default_manager.select_related().prefetch_related(*NAMED_BY.get(model._meta.label_lower, ()))
        quoted = _seen(records.filter(pk__in={key for _passage, key in pairs}), visitor)
        by_key = {record.pk: _described(record) for record in quoted}
        for passage, key in pairs:
            if key in by_key:
                found[passage].append(by_key[key])
    return found


def _seen(records: Any, visitor: Visitor) -> Any:
    """Those of the records whose whole the visitor may see: a meeting's points as the meeting."""
    path, whole = [], records.model
    while part := PART_OF.get(whole._meta.label_lower):
        path.append(part)
        whole = whole._meta.get_field(part).related_model
    visible_to = getattr(whole._default_manager, "visible_to", None)
    if visible_to is None:
        return records
    return records.filter(**{"__".join([*path, "in"] if path else ["pk__in"]): visible_to(visitor)})


def _ends(relation: Any) -> tuple[Any, str, str]:
    """The table between passages and a kind of record, and what its two columns are called."""
    if relation.auto_created:
        field = relation.field
        return field.remote_field.through, field.m2m_reverse_field_name(), field.m2m_field_name()
    return relation.remote_field.through, relation.m2m_field_name(), relation.m2m_reverse_field_name()


def _described(record: models.Model) -> Quoting:
    whole = _whole(record)
    name = str(record)
    if whole is not record and str(whole) not in name:
        name = f"{whole}: {name}"
    return Quoting(kind=str(record._meta.verbose_name), name=name, address=_address(whole))


def _whole(record: models.Model) -> models.Model:
    """The record itself, or what it is a part of: a date's action, a wording's objective."""
    part_of = PART_OF.get(record._meta.label_lower)
    return _whole(getattr(record, part_of)) if part_of else record


def _address(record: models.Model) -> str:
    try:
        return reverse(record._meta.label_lower.replace(".", ":"), args=[getattr(record, "slug", record.pk)])
    except NoReverseMatch:
        return ""


def _pieces(text: str, passages: Sequence[Passage]) -> Iterator[Piece]:
    """The text in order, cut at the passages; where two overlap the earlier one keeps what they share."""
    at = 0
    for each in passages:
        if each.start is None or each.end is None or each.end <= at or each.end > len(text):
            continue
        start = max(each.start, at)
        if start > at:
            yield Piece(text[at:start], 0)
        yield Piece(text[start : each.end], each.pk)
        at = each.end
    if at < len(text):
        yield Piece(text[at:], 0)
