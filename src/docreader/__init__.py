"""Reads documents: text and facts with the exact passages that state them.

    >>> from docreader import read
    >>> reading = read(b"Minnesanteckningar ...", name="minnesanteckningar.txt")

Pure: no framework, no settings, no database, no network.
"""

from docreader.errors import UnreadableDocument, explain
from docreader.model import Block, DocumentFacts, Note, Reading, Span, Suggestion
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
