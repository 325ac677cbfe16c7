"""Pages as pictures, for the formats that have pages to look at (PDF)."""

from __future__ import annotations

from docreader.errors import EmptyFile, TooLarge, UnknownFormat
from docreader.formats import pdf
from docreader.formats.pdf.picture import picture
from docreader.formats.recognise import LIMIT_MB
from docreader.model import PagePicture


def page_picture(
    source: bytes, *, page: int, width: int, text: str | None = None, start: int = 0, name: str | None = None
) -> PagePicture:
    """Page ``page`` (from 1) of a PDF as a picture about ``width`` pixels wide, with the places of its words.

    ``text`` is the page's own text as :func:`docreader.read` gave it and ``start`` where that begins, by
    ``reading.pages``. Without it the whole document is read to find out, which takes longer.
    Raises UnknownFormat for anything but a PDF, and what reading one raises, save that a page of pictures alone is
    shown as it is.
    """
    if len(source) > LIMIT_MB * 1_000_000:
        raise TooLarge(limit_mb=LIMIT_MB)
    if not source.strip(b"\x00\t\n\r "):
        raise EmptyFile
    if b"%PDF-" not in source[:1024]:
        raise UnknownFormat(hint=(name or "").rpartition(".")[2][:12])
    if text is None:
        text, start = _text_of(source, page)
    return picture(source, page=page, width=width, text=text, start=start)


def _text_of(source: bytes, page: int) -> tuple[str, int]:
    extract = pdf.extract(source, pictures_too=True)
    if not 1 <= page <= len(extract.pages):
        return "", 0
    start, end = extract.pages[page - 1]
    return extract.text[start:end], start
