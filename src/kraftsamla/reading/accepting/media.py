"""A film, podcast or report that the document tells of: a document of its own in the library, without a file."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from kraftsamla.library.choices import DocumentKind
from kraftsamla.library.operations import create_document
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, Titled, alike, why_alike
from kraftsamla.reading.accepting.likeness import SAME
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Slot, Values

SORTS = (
    (r"podd|podcast|podkast", DocumentKind.PODCAST), (r"film|video", DocumentKind.FILM),
    (r"rapport|bok|report|book|skrift", DocumentKind.REPORT), (r"artikel|article", DocumentKind.ARTICLE),
    (r"presentation|bilder", DocumentKind.PRESENTATION), (r"utredning|sou", DocumentKind.INQUIRY),
)  # fmt: skip


def accept(context: Context) -> None:
    title = context.title(length=300)
    if context.answer("document") == NEW:
        values = {"title": title, "kind": sort_of(context.text("media_type")), "published": context.text("date")}
        context.did("created", create_document(values=values, by=context.by))
        context.known.forget("documents")
    # Kept in the record, so in Swedish whoever accepts it.
    context.noted(f"Nämner ”{title}”")


def sort_of(said: str) -> str:
    return next((kind.value for shape, kind in SORTS if re.search(shape, said.casefold())), DocumentKind.OTHER.value)


def slots(values: Values, known: Known) -> list[Slot]:
    """A document by the same title is the same; one that reads alike is asked about."""
    said, new = str(values.get("title") or ""), Option(NEW, _("Ett nytt dokument i biblioteket"))
    own = known.reading.document_id
    near = [(score, each) for score, each in alike(said, known.documents, at_least=0.6) if each.key != own]
    if near and near[0][0] >= SAME:
        option = Option(near[0][1].slug, near[0][1].title)
        return [Slot("document", _("dokument"), said, known=option, options=(option, new), default=option.value)]
    if near:
        options = (*(Option(each.slug, _same(each)) for _score, each in near[:3]), new)
        remark, why = _("liknar ett känt dokument"), why_alike(said, near)
        return [Slot("document", _("dokument"), said, options=options, remark=remark, why=why)]
    return [Slot("document", _("dokument"), said, options=(new,), default=NEW)]


def _same(each: Titled) -> str:
    return _("Samma som %(title)s") % {"title": each.title}


KIND = Kind(
    code="media",
    plural=_("Filmer, poddar och rapporter"),
    becomes=_("ett dokument i biblioteket, utan fil"),
    fields=(
        Field("title", _("titel"), required=True), Field("media_type", _("slag")), Field("date", _("datum"), "date"),
    ),
    accept=accept,
    slots=slots,
)
