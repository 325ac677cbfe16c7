"""From bytes or text to a :class:`Reading`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

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
    with _without_collector():
        return _read(source, name)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A reading keeps nearly all that it makes until it is done, so looking for garbage meanwhile finds none and costs
    a third of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _read(source: bytes | str, name: str | None) -> Reading:
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
