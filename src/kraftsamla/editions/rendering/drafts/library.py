"""Documents with the passages that facts rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.core.text import Text
from kraftsamla.editions.content import Document, Passage
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.wording import ours
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.markings import Paragraph, excerpts, paragraphs
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts

SECTION = "documents"
#: A longer text is shown as the quoted passages with some text around them, so that the page stays light.
WHOLE_TEXT_AT_MOST = 50_000


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    listed = Draft(
        address=addresses.DOCUMENTS,
        template="documents",
        section=SECTION,
        title=ours(_("Dokument")),
        about=ours(_("Dokumenten som uppgifterna vilar på, med de åberopade textställena markerade.")),
    )
    for part in parts(index.picture.documents, addresses.DOCUMENTS):
        yield replace(listed, address=part.address, context={"part": part})
    for document in index.picture.documents:
        yield _document(document, index)


def _document(document: Document, index: Index) -> Draft:
    shown, form = _shown(document)
    quoted = _anchored(document, form)
    return Draft(
        address=addresses.record("document", document.slug),
        template="document",
        section=SECTION,
        title=Text(document.title, document.title),
        about=Text(document.title, document.title),
        context={
            "document": document,
            "title_language": document.language,
            "paragraphs": shown,
            "form": form,
            "quoted": quoted,
            "whole": [passage for passage in document.passages if not passage.quote],
            "weakness": weak_links.of_document(document, index),
        },
        crumbs=[(addresses.DOCUMENTS, ours(_("Dokument")))],
    )


def _shown(document: Document) -> tuple[list[Paragraph], str]:
    """What is shown of the text, and in which form: "text", "excerpts" or only "quotes"."""
    placed = _placed(document)
    if not document.text:
        return [], "quotes"
    if len(document.text) <= WHOLE_TEXT_AT_MOST:
        return paragraphs(document.text, placed), "text"
    return excerpts(document.text, placed), "excerpts"


def _anchored(document: Document, form: str) -> list[tuple[Passage, str]]:
    """The quoted passages, each with the anchor it has in the list: none where the text has it, none given twice."""
    taken = {"", *(passage.anchor for passage in _placed(document) if form != "quotes")}
    found = []
    for passage in document.passages:
        if passage.quote:
            found.append((passage, "" if passage.anchor in taken else passage.anchor))
            taken.add(passage.anchor)
    return found


def _placed(document: Document) -> list[Passage]:
    return [passage for passage in document.passages if passage.start is not None and passage.end is not None]
