"""PDF: the text of each page by PDFium, set in order by a small layout pass of our own."""

from __future__ import annotations

from typing import Final

import pypdfium2 as pdfium

from docreader.composing import Composer
from docreader.errors import NoText, TooManyPages
from docreader.formats.pdf.layout import Row, furniture, paragraphs, rows_of
from docreader.formats.pdf.letters import opened, pieces_of
from docreader.model import Extract, Note, Span, note

PAGE_LIMIT: Final = 1000


def extract(source: bytes, *, pictures_too: bool = False) -> Extract:
    """The text of a PDF. Raises Encrypted, Broken, TooManyPages or NoText (only pictures; not when those are wanted
    too)."""
    document = opened(source)
    try:
        if len(document) > PAGE_LIMIT:
            raise TooManyPages(pages=len(document), limit=PAGE_LIMIT)
        pages = [list(rows_of(pieces_of(document, number))) for number in range(len(document))]
        title = _title(document)
    finally:
        document.close()
    if not any(pages) and not pictures_too:
        raise NoText(pages=len(pages))
    return _composed(pages, title)


def _title(document: pdfium.PdfDocument) -> str | None:
    """The title in the file's own description, when it reads like one and not like a file name."""
    title = document.get_metadata_dict(skip_empty=True).get("Title", "").strip()
    return title if " " in title and "." not in title[-6:] and not title.startswith("Microsoft Word") else None


def _composed(pages: list[list[Row]], title: str | None) -> Extract:
    composer = Composer()
    spans: list[Span] = []
    empty = 0
    running = furniture(pages)
    body_height = _median([row.height for page in pages for row in page]) or 10.0
    for number, rows in enumerate(pages):
        composer.gap()
        start = composer.length
        before = len(composer.blocks)
        for paragraph in paragraphs(rows, running.get(number, frozenset()), body_height):
            if paragraph.gap:
                composer.gap()
            composer.add(paragraph.kind, paragraph.text, paragraph.level)
        start = composer.blocks[before].start if len(composer.blocks) > before else start
        spans.append((start, composer.length))
        empty += not rows
    notes: tuple[Note, ...] = (note("pages_without_text", count=empty),) if empty else ()
    return Extract(composer.text, "pdf", tuple(composer.blocks), tuple(spans), title, notes=notes)


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
