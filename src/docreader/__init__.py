"""Reads documents: text and facts with the exact passages that state them.

    >>> from docreader import read
    >>> reading = read(b"Minnesanteckningar ...", name="minnesanteckningar.txt")

Pure: no framework, no settings, no database, no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docreader.errors import UnreadableDocument, explain
from docreader.model import Block, DocumentFacts, Note, Reading, Span, Suggestion

if TYPE_CHECKING:
    from docreader.reading import read

__all__ = [
    "Block",
    "DocumentFacts",
    "Note",
    "Reading",
    "Span",
    "Suggestion",
    "UnreadableDocument",
    "explain",
    "read",
]


def __getattr__(name: str) -> Any:
    # The rules take a third of a second to load: whoever only starts another process, or wants a picture of a page,
    # does not wait for them.
    if name == "read":
        from docreader.reading import read

        return read
    raise AttributeError(name)
