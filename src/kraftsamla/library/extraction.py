"""Text, layout and suggestions out of a file. The only door to the reader, which works in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from kraftsamla.core.errors import Refused

if TYPE_CHECKING:
    from docreader import Reading


class Unreadable(Refused):
    """The file cannot be read; the message says why and what to do. ``code`` is the reader's."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the reader made of a file, as plain values. Spans are code points in ``text``.

    ``layout`` holds [kind, level, start, end] in the order of the text; ``suggestions`` are dictionaries with kind,
    fields, evidence, confidence and notes; ``notes`` concern the file as a whole.
    """

    text: str
    kind: str = "other"
    title: str = ""
    language: str = "sv"
    published: str = ""
    layout: list[list[Any]] = field(default_factory=list)
    pages: list[list[int]] = field(default_factory=list)
    suggestions: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)


def extract(*, content: bytes, file_name: str) -> Extraction:
    """Read a file under limits of time and memory. Raises Unreadable, in the language of whoever asked."""
    # Imported when a file is read: pages and commands that read none should not wait for the reader's dictionaries.
    from docreader.errors import UnreadableDocument, explain
    from docreader.sandbox import read_in_process

    try:
        return _plain(read_in_process(content, name=file_name))
    except UnreadableDocument as error:
        language = "sv" if (get_language() or "sv").startswith("sv") else "en"
        raise Unreadable(explain(error, language), code=error.code) from error


def _plain(reading: Reading) -> Extraction:
    return Extraction(
        text=reading.text,
        kind=reading.document.kind,
        title=reading.document.title,
        language=reading.document.language,
        published=reading.document.published or "",
        layout=[[block.kind, block.level, block.start, block.end] for block in reading.blocks],
        pages=[[start, end] for start, end in reading.pages],
        suggestions=[suggestion.to_json() for suggestion in reading.suggestions],
        notes=[note.to_json() for note in reading.notes],
    )
