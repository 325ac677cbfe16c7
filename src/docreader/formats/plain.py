"""Plain text and Markdown: the bytes decoded, otherwise untouched.

UTF-8 (a byte order mark is left out of the text), UTF-16 with a byte order mark, else Windows-1252 with a note.
Line ends stay as they are: offsets count CR and LF as the two characters they are.
"""

from __future__ import annotations

import codecs
import re

from docreader.errors import UnknownFormat, WrongEncoding
from docreader.model import Extract, FormatName, Note, note

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def extract(source: bytes, format_name: FormatName = "txt") -> Extract:
    """The text of a plain file. Raises UnknownFormat for what is no text, WrongEncoding for what cannot be told."""
    text, notes = decode(source)
    return from_text(text, format_name, notes)


def from_text(text: str, format_name: FormatName = "txt", notes: tuple[Note, ...] = ()) -> Extract:
    """The same for text that is decoded already."""
    controls = len(_CONTROLS.findall(text))
    if controls:
        text = _CONTROLS.sub("\ufffd", text)
        notes = (*notes, note("controls_replaced", count=controls))
    # A lone surrogate cannot be written out again; it can only come from a caller's own string.
    if re.search("[\ud800-\udfff]", text):
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return Extract(text, format_name, pages=_pages(text), notes=notes)


def decode(source: bytes) -> tuple[str, tuple[Note, ...]]:
    """The decoded text and a note when it was not UTF-8."""
    for mark, encoding in _BOMS:
        if source.startswith(mark):
            try:
                return source[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise WrongEncoding from error
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(source)
    if _looks_binary(source):
        raise UnknownFormat
    return text, ()


def _looks_binary(source: bytes) -> bool:
    sample = source[:8192]
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return odd > max(2, len(sample) // 50)


def _windows(source: bytes) -> tuple[str, tuple[Note, ...]]:
    """Windows-1252 when most of the letters outside ASCII are those of the Nordic languages or signs of print."""
    if _looks_binary(source) or b"\x00" in source:
        raise UnknownFormat
    text = source.decode("cp1252", "replace")
    foreign = [ch for ch in text if ord(ch) > 127]
    usual = sum(ch in "åäöÅÄÖæøÆØéÉèüÜáíóúðþ–—…•”“’‘´»«§°½ \u00a0\u00ad·€®©™ñçêëïàôÖß" for ch in foreign)
    if usual < 0.7 * len(foreign):
        raise WrongEncoding
    return text, (note("decoded_as", encoding="windows-1252"),)


def _pages(text: str) -> tuple[tuple[int, int], ...]:
    """Pages of a text that was printed with form feeds."""
    if "\f" not in text:
        return ()
    ends = [match.start() for match in re.finditer("\f", text)] + [len(text)]
    starts = [0] + [end + 1 for end in ends[:-1]]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)
