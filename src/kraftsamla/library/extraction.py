"""Text, layout and suggestions out of a file. The only door to the reader, which works in a process of its own."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils.translation import get_language

from kraftsamla.core.errors import Refused

if TYPE_CHECKING:
    from docreader import Reading
    from docreader.errors import UnreadableDocument
    from kraftsamla.library.models import Document


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
    from docreader.errors import UnreadableDocument
    from docreader.sandbox import read_in_process

    try:
        return _plain(read_in_process(content, name=file_name))
    except UnreadableDocument as error:
        raise _told(error) from error


def _told(error: UnreadableDocument) -> Unreadable:
    from docreader.errors import explain

    language = "sv" if (get_language() or "sv").startswith("sv") else "en"
    return Unreadable(explain(error, language), code=error.code)


#: Wide enough to be read at twice the width of the desk's half of a screen.
PICTURE_WIDTH = 1200


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """A page of a document as a picture, kept as a file under ``picture``; ``boxes`` says where its words stand."""

    picture: str
    width: int
    height: int
    start: int
    words: list[list[float]]

    def boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """The rectangles (left, top, right, bottom; shares of the picture) that cover a span of the text."""
        from docreader.model import PagePicture, PlacedWord

        words = tuple(PlacedWord(int(word[0]), int(word[1]), *word[2:]) for word in self.words)
        page = PagePicture(
            page=1, pages=1, width=self.width, height=self.height, png=b"", words=words, start=self.start
        )  # fmt: skip
        return page.boxes(start, end)


def draw_page(document: Document, *, number: int, span: tuple[int, int]) -> PageDrawing:
    """Page ``number`` (from 1) of a PDF, drawn once and then kept. ``span`` is where its text stands in the document's.

    Raises Unreadable when it cannot be drawn.
    """
    storage, name = document.file.storage, f"{pages_of(document)}/{number}"
    if storage.exists(f"{name}.json") and storage.exists(f"{name}.png"):
        with storage.open(f"{name}.json") as kept:
            return PageDrawing(**json.load(kept))
    from docreader.errors import UnreadableDocument
    from docreader.sandbox import picture_in_process

    try:
        with document.file.open() as file:
            drawn = picture_in_process(
                file.read(), page=number, width=PICTURE_WIDTH, text=document.text[slice(*span)], start=span[0]
            )
    except UnreadableDocument as error:
        raise _told(error) from error
    words = [[w.start, w.end, w.left, w.top, w.right, w.bottom] for w in drawn.words]
    page = PageDrawing(f"{name}.png", drawn.width, drawn.height, drawn.start, words)
    _keep(storage, page.picture, drawn.png)
    _keep(storage, f"{name}.json", json.dumps(asdict(page)).encode())
    return page


def pages_of(document: Document) -> str:
    """The folder of a document's page pictures; another file has another."""
    return f"pages/{document.sha256[:32]}"


def forget_pages(document: Document) -> None:
    """Remove the page pictures of a document's file."""
    storage, folder = document.file.storage, pages_of(document)
    try:
        _folders, names = storage.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        storage.delete(f"{folder}/{name}")


def _keep(storage: Any, name: str, content: bytes) -> None:
    """Two people may ask for the same page at once: the last one's is kept, and it is the same."""
    storage.delete(name)
    kept = storage.save(name, ContentFile(content))
    if kept != name:
        storage.delete(kept)


ADDRESS = rb"https?://[^\"'\s>]{1,1000}"
#: Where browsers say which page it is that they saved, and where pages say it themselves.
SAVED_FROM = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rb"<!--\s*saved from url=\(\d+\)(" + ADDRESS + rb")",
        rb"<link\b[^>]{0,300}\brel=[\"']?canonical\b[^>]{0,300}\bhref=[\"'](" + ADDRESS + rb")",
        rb"<link\b[^>]{0,300}\bhref=[\"'](" + ADDRESS + rb")[\"'][^>]{0,300}\brel=[\"']?canonical\b",
    )
)
HEAD_OF_PAGE = 50_000


def address_in(content: bytes) -> str:
    """The address that a saved web page says it comes from; "" when it says none."""
    head = content[:HEAD_OF_PAGE]
    if b"<" not in head[:2000]:
        return ""
    found = next((match[1] for shape in SAVED_FROM if (match := shape.search(head))), b"")
    return unescape(found.decode("utf-8", "ignore")) if found.isascii() else ""


def check_packed(content: bytes, *, must_hold: str, format_name: str) -> None:
    """The guards of a packed file that is no document: too much when unpacked, encrypted, broken or with entities.

    Raises Unreadable, in the language of whoever asked.
    """
    from docreader.archive import Archive
    from docreader.errors import Broken, UnreadableDocument, explain

    try:
        archive = Archive(content, format_name)
        if must_hold not in archive.names:
            raise Broken(format=format_name)
        for name in archive.names:
            if b"<!DOCTYPE" in archive.read(name)[:2000]:
                raise Broken(format=format_name)
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
