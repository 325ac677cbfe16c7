"""Bytes to text, for the formats that are text."""

from __future__ import annotations

import codecs

from docreader.errors import UnknownFormat, WrongEncoding
from docreader.model import Note, note

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset(("windows-1252", "cp1252", "iso-8859-1", "iso-8859-15", "latin-1", "latin1"))


def decode(source: bytes, declared: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """The decoded text and a note when it was not UTF-8. ``declared`` is what the file says of itself; it only
    counts when it is one of the Western encodings. Raises WrongEncoding or UnknownFormat."""
    for mark, encoding in _BOMS:
        if source.startswith(mark):
            try:
                return source[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise WrongEncoding from error
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(source, trusted=(declared or "").casefold() in _WESTERN)
    if _looks_binary(source):
        raise UnknownFormat
    return text, ()


def _looks_binary(source: bytes) -> bool:
    sample = source[:8192]
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return odd > max(2, len(sample) // 50)


def _windows(source: bytes, *, trusted: bool) -> tuple[str, tuple[Note, ...]]:
    """Windows-1252 when most of the letters outside ASCII are those of the Nordic languages or signs of print."""
    if _looks_binary(source) or b"\x00" in source:
        raise UnknownFormat
    text = source.decode("cp1252", "replace")
    foreign = [ch for ch in text if ord(ch) > 127]
    usual = sum(ch in "åäöÅÄÖæøÆØéÉèüÜáíóúðþ–—…•”“’‘´»«§°½ \u00a0\u00ad·€®©™ñçêëïàôÖß" for ch in foreign)
    if not trusted and usual < 0.7 * len(foreign):
        raise WrongEncoding
    return text, (note("decoded_as", encoding="windows-1252"),)
