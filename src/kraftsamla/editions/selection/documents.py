"""The documents that show it all, and those that a body or a meeting leads to."""

from __future__ import annotations

from django.db.models import Prefetch, Q

from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.sources import Names, anchor
from kraftsamla.library.models import Document, Passage


def select_documents(names: Names) -> tuple[content.Document, ...]:
    """The documents that something in the picture quotes or leads to. Their text only where it may be shown whole."""
    passages = Passage.objects.order_by("start", "pk")
    records = (
        Document.objects.public().filter(Q(passages__in=list(names.shown)) | Q(pk__in=list(names.kept))).distinct()
        .select_related("publisher").defer("layout").prefetch_related(Prefetch("passages", queryset=passages))
    )  # fmt: skip
    return tuple(_document(record, names) for record in records)


def _document(d: Document, names: Names) -> content.Document:
    shown = [p for p in d.passages.all() if p.pk in names.shown]
    merged: dict[str, content.Passage] = {}
    for p in shown:
        refs = tuple(names.shown[p.pk])
        known = merged.get(anchor(p))
        if known is not None and known.note == p.note_sv:
            refs = tuple(dict.fromkeys((*known.shows, *refs)))
        key = anchor(p) if known is None or known.note == p.note_sv else f"{anchor(p)}~{p.pk}"
        merged[key] = content.Passage(anchor(p), p.start, p.end, p.quote, p.note_sv, refs)
    cited_by = tuple(dict.fromkeys(ref for p in merged.values() for ref in p.shows))
    cited_by = tuple(dict.fromkeys((*cited_by, *names.kept.get(d.pk, ()))))
    return content.Document(
        slug=d.slug, title=d.title, kind=d.kind, language=d.language,
        publisher=name.maybe(name.organisation, d.publisher), published=d.published, url=d.url,
        text=d.text if d.publicity == "full" else "", passages=tuple(merged.values()), cited_by=cited_by,
    )  # fmt: skip
