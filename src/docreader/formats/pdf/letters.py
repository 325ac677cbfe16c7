"""The runs of text on a page of a PDF, as PDFium knows them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docreader.errors import Broken, Encrypted
from docreader.formats.pdf.columns import Piece

#: A page with more characters than this is no page for reading; the rest of it is left out.
CHARACTER_LIMIT = 100_000
#: How many characters are asked for their direction.
_SAMPLE = 60
_SPACES = frozenset((0x20, 0xA0, 0x09))
_BREAKS = frozenset((0x0A, 0x0D, 0x00))
#: How PDFium marks a soft hyphen at a line end; older versions used U+0002.
_SOFT_HYPHENS = frozenset((0xFFFE, 0x02, 0xAD))

Box = tuple[float, float, float, float]


def opened(source: bytes) -> pdfium.PdfDocument:
    """The document. Raises Encrypted or Broken."""
    try:
        return pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Encrypted from error
        raise Broken(format="pdf") from error


def pieces_of(document: pdfium.PdfDocument, number: int) -> list[Piece]:
    """The runs of text on a page, each with its box in points, y upwards, turned so that most of the text runs from
    left to right; none for a page that cannot be loaded."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    try:
        return list(_runs(text, _direction(text)))
    finally:
        text.close()
        page.close()


def _direction(text: pdfium.PdfTextPage) -> int:
    """How far the page must be turned clockwise for most of its text to run from left to right. The page's own turn
    does not tell: wide tables are set upwards on a page that is then shown turned, or not turned."""
    number = text.count_chars()
    angles = Counter(
        -round(math.degrees(pdfium_c.FPDFText_GetCharAngle(text.raw, index)) / 90) % 4
        for index in range(0, number, max(1, number // _SAMPLE))
    )
    return 90 * angles.most_common(1)[0][0] if angles else 0


def _runs(text: pdfium.PdfTextPage, rotation: int) -> Iterator[Piece]:
    """Characters that follow each other on one line. PDFium itself puts in the spaces between words."""
    raw = text.raw
    rect = pdfium_c.FS_RECTF()
    letters: list[str] = []
    at: list[int] = []
    left = bottom = right = top = 0.0
    for index in range(min(text.count_chars(), CHARACTER_LIMIT)):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if code in _SPACES:
            letters.append(" ")
            at.append(index)
            continue
        if code in _BREAKS or not pdfium_c.FPDFText_GetLooseCharBox(raw, index, rect):
            if letters:
                yield Piece(left, bottom, right, top, "".join(letters), tuple(at))
            letters, at = [], []
            continue
        here = (rect.left, rect.bottom, rect.right, rect.top)
        x0, y0, x1, y1 = turned(here, rotation) if rotation else here
        height = y1 - y0 if y1 - y0 > 1.0 else 1.0
        if letters and (x0 - right > 1.2 * height or x0 < left - height or y0 > top or y1 < bottom):
            yield Piece(left, bottom, right, top, "".join(letters), tuple(at))
            letters, at = [], []
        if not letters or not "".join(letters).strip():
            letters, at, left, bottom, right, top = [], [], x0, y0, x1, y1
        letter = _letter(code)
        if letter:
            letters.append(letter)
            at.append(index)
        right, top, bottom = max(right, x1), max(top, y1), min(bottom, y0)
    if letters:
        yield Piece(left, bottom, right, top, "".join(letters), tuple(at))


def turned(box: Box, rotation: int) -> Box:
    """A box on a page that is turned clockwise."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    return -top, left, -bottom, right


def _letter(code: int) -> str:
    if code in _SOFT_HYPHENS:
        return "\u00ad"
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
