"""PDF: the text of each page by PDFium, set in order by a small layout pass of our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docreader.composing import Composer
from docreader.errors import Broken, Encrypted, NoText, TooManyPages
from docreader.formats.pdf.layout import Piece, Row, furniture, paragraphs, rows_of
from docreader.model import Extract, Note, Span, note

PAGE_LIMIT: Final = 1000
#: A page with more characters than this is no page for reading; the rest of it is left out.
_CHARACTER_LIMIT = 100_000
_SPACES = frozenset((0x20, 0xA0, 0x09))
_BREAKS = frozenset((0x0A, 0x0D, 0x00))


def extract(source: bytes) -> Extract:
    """The text of a PDF. Raises Encrypted, Broken, TooManyPages or NoText (only pictures)."""
    try:
        document = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Encrypted from error
        raise Broken(format="pdf") from error
    try:
        if len(document) > PAGE_LIMIT:
            raise TooManyPages(pages=len(document), limit=PAGE_LIMIT)
        pages = [list(rows_of(list(_pieces(document, number)))) for number in range(len(document))]
        title = _title(document)
    finally:
        document.close()
    if not any(pages):
        raise NoText(pages=len(pages))
    return _composed(pages, title)


def _title(document: pdfium.PdfDocument) -> str | None:
    """The title in the file's own description, when it reads like one and not like a file name."""
    title = document.get_metadata_dict(skip_empty=True).get("Title", "").strip()
    return title if " " in title and "." not in title[-6:] and not title.startswith("Microsoft Word") else None


def _pieces(document: pdfium.PdfDocument, number: int) -> Iterator[Piece]:
    """The runs of text on a page, each with its box in points from the lower left corner."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return
    try:
        yield from _runs(text)
    finally:
        text.close()
        page.close()


def _runs(text: pdfium.PdfTextPage) -> Iterator[Piece]:
    """Characters that follow each other on one line. PDFium itself puts in the spaces between words."""
    box = pdfium_c.FS_RECTF()
    letters: list[str] = []
    left = bottom = right = top = 0.0
    for index in range(min(text.count_chars(), _CHARACTER_LIMIT)):
        code = pdfium_c.FPDFText_GetUnicode(text.raw, index)
        if code in _SPACES:
            letters.append(" ")
            continue
        if code in _BREAKS or not pdfium_c.FPDFText_GetLooseCharBox(text.raw, index, box):
            if letters:
                yield Piece(left, bottom, right, top, "".join(letters))
            letters = []
            continue
        height = max(1.0, box.top - box.bottom)
        apart = box.left - right > 1.2 * height or box.left < left - height or box.bottom > top or box.top < bottom
        if letters and apart:
            yield Piece(left, bottom, right, top, "".join(letters))
            letters = []
        if not "".join(letters[:1]).strip():
            letters, left, bottom, right, top = [], box.left, box.bottom, box.right, box.top
        letters.append(_letter(code))
        right, top, bottom = max(right, box.right), max(top, box.top), min(bottom, box.bottom)
    if letters:
        yield Piece(left, bottom, right, top, "".join(letters))


def _letter(code: int) -> str:
    # PDFium marks a soft hyphen at a line end with U+FFFE (older versions U+0002).
    if code in (0xFFFE, 0x02, 0xAD):
        return "\u00ad"
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


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
