"""Plain text and Markdown: the bytes decoded, otherwise untouched.

UTF-8 (a byte order mark is left out of the text), UTF-16 with a byte order mark, else Windows-1252 with a note.
Line ends stay as they are: offsets count CR and LF as the two characters they are.
"""

from __future__ import annotations

import re

from docreader.decoding import decode
from docreader.model import Extract, FormatName, Note, note

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


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


def _pages(text: str) -> tuple[tuple[int, int], ...]:
    """Pages of a text that was printed with form feeds."""
    if "\f" not in text:
        return ()
    ends = [match.start() for match in re.finditer("\f", text)] + [len(text)]
    starts = [0] + [end + 1 for end in ends[:-1]]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)
