"""One page as a picture, and where on it the words of its text stand."""

from __future__ import annotations

import ctypes
import math
import re
import struct
import zlib
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docreader.errors import Broken
from docreader.formats.pdf.columns import cells_of
from docreader.formats.pdf.letters import opened, pieces_of
from docreader.model import PagePicture, PlacedWord

#: No picture has more pixels; a page that would is made smaller.
PIXEL_LIMIT = 6_000_000
WIDTHS = (100, 2400)
#: Characters of a page that its text may lack, and how far the next one is looked for.
_DROPPED = frozenset("-\u00ad")
_AHEAD = 40
_WORD = re.compile(r"[^\s|]+")
#: Corners are asked for on a picture of this many units, so that whole numbers are fine enough.
_UNITS = 20_000

Box = tuple[float, float, float, float]


def picture(source: bytes, *, page: int, width: int, text: str = "", start: int = 0) -> PagePicture:
    """Page ``page`` (from 1) of a PDF about ``width`` pixels wide. ``text`` is the page's own text as it was read and
    ``start`` where that begins in the document. Raises Encrypted or Broken, the latter also for a page that is not
    there."""
    document = opened(source)
    try:
        pages = len(document)
        if not 1 <= page <= pages:
            raise Broken(format="pdf")
        try:
            leaf = document[page - 1]
            bitmap = _drawn(leaf, width)
        except (pdfium.PdfiumError, ValueError) as error:
            raise Broken(format="pdf") from error
        words = tuple(_words(document, page - 1, leaf, text)) if text else ()
        png = _png(bitmap)
        return PagePicture(page, pages, bitmap.width, bitmap.height, png, words, start)
    finally:
        document.close()


def _drawn(leaf: pdfium.PdfPage, width: int) -> pdfium.PdfBitmap:
    across, down = leaf.get_size()
    if not (across > 0 and down > 0):
        raise ValueError(across)
    wanted = min(max(width, WIDTHS[0]), WIDTHS[1])
    scale = min(wanted / across, math.sqrt(PIXEL_LIMIT / (across * down)))
    # A page like a ribbon has one side that the number of pixels alone does not hold back.
    scale = min(scale, 20_000 / max(across, down))
    return leaf.render(scale=scale, rev_byteorder=True, may_draw_forms=False, limit_image_cache=True)


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """The picture as a PNG, in grey when it has no colours."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = [raw[i * stride : i * stride + 3 * width] for i in range(height)]
    grey = all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    if grey:
        rows = [row[0::3] for row in rows]
    packer = zlib.compressobj(6)
    body = b"".join(packer.compress(b"\0" + row) for row in rows) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _words(document: pdfium.PdfDocument, number: int, leaf: pdfium.PdfPage, text: str) -> Iterator[PlacedWord]:
    """Every word of the page's text that is found on the page; one that is divided at a line end has two places."""
    letters = [
        (letter, index)
        for cells, _ in cells_of(pieces_of(document, number))
        for cell in cells
        for run in cell
        for piece in run
        for letter, index in zip(piece.text, piece.at, strict=True)
        if not letter.isspace()
    ]
    places = _aligned(text, [letter for letter, _ in letters])
    indices = [letters[place][1] if place is not None else None for place in places]
    textpage = leaf.get_textpage()
    try:
        to_picture = _Corners(textpage, leaf)
        for word in _WORD.finditer(text):
            yield from _placed(word.start(), indices[word.start() : word.end()], to_picture)
    finally:
        textpage.close()


def _aligned(text: str, letters: Sequence[str]) -> list[int | None]:
    """For each character of the text the number of the letter it came from. Both have the same order; the text has
    spaces and bars that the page has not, and lacks hyphens at line ends."""
    found: list[int | None] = []
    position = 0
    for character in text:
        place = None
        if not character.isspace():
            ahead = range(position, min(position + _AHEAD, len(letters)))
            place = next((i for i in ahead if letters[i] == character), None)
            if place is not None and character == "|" and any(x not in _DROPPED for x in letters[position:place]):
                # A bar between two cells is ours, not the page's.
                place = None
        if place is not None:
            position = place + 1
        found.append(place)
    return found


class _Corners:
    """Boxes of characters as shares of the picture: PDFium knows the page's crop and turn."""

    def __init__(self, textpage: pdfium.PdfTextPage, leaf: pdfium.PdfPage) -> None:
        self._textpage = textpage
        self._leaf = leaf
        self._rect = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_int(), ctypes.c_int()

    def of(self, index: int) -> Box | None:
        """The box of one character: left, top, right, bottom."""
        rect = self._rect
        if not pdfium_c.FPDFText_GetLooseCharBox(self._textpage.raw, index, rect):
            return None
        one, other = self._corner(rect.left, rect.top), self._corner(rect.right, rect.bottom)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def _corner(self, x: float, y: float) -> tuple[float, float]:
        pdfium_c.FPDF_PageToDevice(self._leaf.raw, 0, 0, _UNITS, _UNITS, 0, x, y, self._x, self._y)
        return self._x.value / _UNITS, self._y.value / _UNITS


def _placed(start: int, indices: Sequence[int | None], corners: _Corners) -> Iterator[PlacedWord]:
    """The places of one word of the text that begins at ``start``."""
    held: Box | None = None
    first = last = start
    for offset, index in enumerate(indices, start):
        box = corners.of(index) if index is not None else None
        if box is None:
            continue
        if held is not None and not _beside(held, box):
            yield _word(first, last, held)
            held = None
        if held is None:
            held, first = box, offset
        else:
            held = min(held[0], box[0]), min(held[1], box[1]), max(held[2], box[2]), max(held[3], box[3])
        last = offset + 1
    if held is not None:
        yield _word(first, last, held)


def _beside(held: Box, box: Box) -> bool:
    return min(held[3], box[3]) - max(held[1], box[1]) > 0.4 * min(held[3] - held[1], box[3] - box[1])


def _word(start: int, end: int, box: Box) -> PlacedWord:
    left, top, right, bottom = (round(min(1.0, max(0.0, edge)), 5) for edge in box)
    return PlacedWord(start, end, left, top, right, bottom)
