"""From bytes or text to a :class:`Reading`."""

from __future__ import annotations

from docreader.errors import EmptyFile
from docreader.facts import find_all
from docreader.formats.plain import from_text
from docreader.formats.recognise import extract_any
from docreader.model import Reading
from docreader.text.page import prepare


def read(source: bytes | str, *, name: str | None = None) -> Reading:
    """Read a document: its text, its layout and the facts it seems to state.

    ``source`` is the file's bytes or text already decoded; ``name`` the file's name, a hint about the format that
    the content may overrule. Raises a subclass of :class:`docreader.errors.UnreadableDocument`.
    """
    extract = from_text(source) if isinstance(source, str) else extract_any(source, name)
    if not extract.text.strip():
        raise EmptyFile
    page = prepare(extract)
    return Reading(
        text=extract.text,
        document=page.document,
        suggestions=tuple(map(page.tidied, find_all(page))),
        blocks=page.blocks(),
        pages=extract.pages,
        format=extract.format,
        notes=extract.notes,
    )
