"""What the pages about documents show, and what every record's page shows of how it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count

from kraftsamla.accounts.rules import Visitor
from kraftsamla.audit.overviews import Line, history_of
from kraftsamla.library.models import Document, Passage

PER_PAGE = 50
#: What the name of a record is made of, where it is not a column of its own row.
NAMED_BY = {"strategy.objective": ("wordings",)}


@dataclass(frozen=True, slots=True)
class Backing:
    """How we know what a record says: the passages it quotes, and who did what to it when, newest first."""

    sources: Sequence[Passage]
    history: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document's text; marked when a passage covers it, ``number`` is that passage's on the page."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage and the records that quote it."""

    number: int
    passage: Passage
    records: tuple[models.Model, ...]


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


def document_overview(document: Document) -> DocumentOverview:
    passages = list(document.passages.order_by("start", "pk"))
    quoting = _quoting(document)
    shown = tuple(
        Shown(number, passage, tuple(quoting[passage.pk])) for number, passage in enumerate(passages, start=1)
    )
    return DocumentOverview(
        document=document,
        passages=shown,
        pieces=tuple(_pieces(document.text, shown)),
        history=history_of(document),
    )


def _quoting(document: Document) -> dict[int, list[models.Model]]:
    """Passage → the records that quote it: two or three questions a kind of record, however many there are."""
    found: dict[int, list[models.Model]] = defaultdict(list)
    for relation in Passage._meta.get_fields():
        model = relation.related_model
        if not relation.many_to_many or not isinstance(model, type) or not issubclass(model, models.Model):
            continue
        through, here, there = _ends(relation)
        pairs = list(through.objects.filter(**{f"{here}__document": document}).values_list(f"{here}_id", f"{there}_id"))
        if not pairs:
            continue
        records = model._default_manager.select_related().prefetch_related(*NAMED_BY.get(model._meta.label_lower, ()))
        by_key = records.in_bulk({key for _passage, key in pairs})
        for passage, key in pairs:
            found[passage].append(by_key[key])
    return found


def _ends(relation: Any) -> tuple[type[models.Model], str, str]:
    """The table between passages and a kind of record, and what its two columns are called."""
    if relation.auto_created:
        field = relation.field
        return field.remote_field.through, field.m2m_reverse_field_name(), field.m2m_field_name()
    return relation.remote_field.through, relation.m2m_field_name(), relation.m2m_reverse_field_name()


def _pieces(text: str, shown: Sequence[Shown]) -> Iterator[Piece]:
    """The text in order, cut at the passages; where two overlap the earlier one keeps what they share."""
    at = 0
    for each in shown:
        start, end = each.passage.start, each.passage.end
        if start is None or end is None or end <= at or end > len(text):
            continue
        start = max(start, at)
        if start > at:
            yield Piece(text[at:start], 0)
        yield Piece(text[start:end], each.number)
        at = end
    if at < len(text):
        yield Piece(text[at:], 0)
