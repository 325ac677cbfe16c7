"""What the reader answers with: frozen records, and their JSON form.

Offsets everywhere are Unicode code points in :attr:`Reading.text`, 0-based, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

SCHEMA: Final = "kraftsamla-reading/1"

Span = tuple[int, int]
#: A value of a suggestion's field. Dates are ISO strings as precise as the document is ("2018", "2018-02",
#: "2018-02-21"), clock times "HH:MM", numbers of agenda items and objectives strings ("1.2").
FieldValue = str | int | float | bool | None | tuple[str, ...]

DocumentKind = Literal[
    "minutes",
    "strategy_page",
    "programme_page",
    "assignment_page",
    "agreement_page",
    "event_page",
    "article",
    "other",
]
Language = Literal["sv", "nb", "da", "en"]
FormatName = Literal["txt", "markdown", "html", "docx", "odt", "pdf"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "furniture"]
SuggestionKind = Literal[
    "meeting",
    "agenda_item",
    "presenter",
    "participant",
    "member",
    "next_meeting",
    "strategy",
    "programme",
    "area",
    "objective",
    "action",
    "milestone",
    "agreement",
    "cooperation_area",
    "body",
    "event",
    "proposal",
    "request",
    "question",
    "media",
    "person",
    "stakeholder",
    "document_date",
    "metric",
    "relation",
    "decision",
    "meeting_goal",
    "organisation_goal",
]
#: The closed list of note codes, with their parameters. Whoever shows them translates them.
#:
#: year_inferred(from)           the year was not written; counted from the date ``from``
#: relative_date(from, words)    "next year" and the like, counted from ``from``
#: conflicting_date(other)       the document also gives ``other`` for the same thing
#: no_date                       announced, but without a date
#: approximate(words)            "some 70", "at the end of August"
#: single_line_list              the list came as one line without clear divisions
#: unresolved_first_name(name)   only a first name, and nobody or several in the list carry it
#: spelling_differs(other)       the same person or thing is spelled ``other`` elsewhere in the document
#: name_order                    first and last name stood in the other order
#: comma_in_name                 the name had a comma inside
#: listed_twice                  the person or thing stood more than once and was merged
#: absent_wins                   listed both as present and as absent
#: number_inferred               the number was not written beside the title
#: title_inferred                the title was put together from the document's words
#: responsible_inferred          the responsible party was gathered from a sentence nearby
#: decoded_as(encoding)          the file was not UTF-8 and was read as ``encoding``
#: name_lies(said, found)        the file's name says one format, its content another
#: controls_replaced(count)      characters that cannot be shown were replaced
#: pages_without_text(count)     pages that hold only pictures
NoteCode = Literal[
    "year_inferred",
    "relative_date",
    "conflicting_date",
    "no_date",
    "approximate",
    "single_line_list",
    "unresolved_first_name",
    "spelling_differs",
    "name_order",
    "comma_in_name",
    "listed_twice",
    "absent_wins",
    "number_inferred",
    "title_inferred",
    "responsible_inferred",
    "decoded_as",
    "name_lies",
    "controls_replaced",
    "pages_without_text",
]
SUGGESTION_KINDS: Final[tuple[SuggestionKind, ...]] = get_args(SuggestionKind)
DOCUMENT_KINDS: Final[tuple[DocumentKind, ...]] = get_args(DocumentKind)
NOTE_CODES: Final[tuple[NoteCode, ...]] = get_args(NoteCode)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark as a code with parameters; never a sentence."""

    code: NoteCode
    parameters: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))

    def to_json(self) -> dict[str, Any]:
        """``{"code": ..., **parameters}``"""
        return {"code": self.code, **self.parameters}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Note:
        """The reverse of :meth:`to_json`."""
        return cls(data["code"], {key: value for key, value in data.items() if key != "code"})


def note(code: NoteCode, **parameters: str | int) -> Note:
    """A :class:`Note`. A parameter that is a Python word takes a trailing underscore (``from_``)."""
    return Note(code, {key.rstrip("_"): value for key, value in parameters.items()})


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text as it was laid out: what a desk needs to show the document in its own form.

    ``level`` is 1..6 for headings and the depth from 1 for list items, else 0. Blocks stand in the order of the
    text and do not overlap; text between them is only space.
    """

    kind: BlockKind
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the document is. ``published`` is a full date, "YYYY-MM-DD", or None."""

    kind: DocumentKind
    title: str
    language: Language
    published: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The four fields as a dictionary."""
        return {
            "kind": self.kind,
            "title": self.title,
            "language": self.language,
            "published": self.published,
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact that the document seems to state, with the passages that say so.

    ``evidence`` is never empty and every span lies within the text. ``confidence`` is 0..1; at 0.9 or more the
    suggestion is meant to be right at least 95 times of 100.
    """

    kind: SuggestionKind
    fields: Mapping[str, FieldValue]
    evidence: tuple[Span, ...]
    confidence: float
    notes: tuple[Note, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The suggestion with lists for tuples."""
        return {
            "kind": self.kind,
            "fields": {k: list(v) if isinstance(v, tuple) else v for k, v in self.fields.items()},
            "evidence": [list(span) for span in self.evidence],
            "confidence": self.confidence,
            "notes": [item.to_json() for item in self.notes],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Suggestion:
        """The reverse of :meth:`to_json`."""
        return cls(
            kind=data["kind"],
            fields={k: tuple(v) if isinstance(v, list) else v for k, v in data["fields"].items()},
            evidence=tuple((start, end) for start, end in data["evidence"]),
            confidence=data["confidence"],
            notes=tuple(Note.from_json(item) for item in data["notes"]),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole answer: the text, how it was laid out, and what it seems to say.

    ``pages`` are the spans of the pages of a paged document (empty for others). ``notes`` concern the file.
    """

    text: str
    document: DocumentFacts
    suggestions: tuple[Suggestion, ...]
    blocks: tuple[Block, ...]
    pages: tuple[Span, ...] = ()
    format: FormatName = "txt"
    notes: tuple[Note, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The published form: schema, document and suggestions."""
        return {
            "schema": SCHEMA,
            "document": self.document.to_json(),
            "suggestions": [item.to_json() for item in self.suggestions],
        }

    def to_whole_json(self) -> dict[str, Any]:
        """:meth:`to_json` and everything else, so that nothing is lost between two processes."""
        return self.to_json() | {
            "text": self.text,
            "blocks": [[b.kind, b.level, b.start, b.end] for b in self.blocks],
            "pages": [list(span) for span in self.pages],
            "format": self.format,
            "notes": [item.to_json() for item in self.notes],
        }

    @classmethod
    def from_whole_json(cls, data: Mapping[str, Any]) -> Reading:
        """The reverse of :meth:`to_whole_json`. Raises KeyError, TypeError or ValueError for anything else."""
        if data["schema"] != SCHEMA:
            raise ValueError(f"unknown schema {data['schema']!r}")
        return cls(
            text=data["text"],
            document=DocumentFacts(**data["document"]),
            suggestions=tuple(Suggestion.from_json(item) for item in data["suggestions"]),
            blocks=tuple(Block(*item) for item in data["blocks"]),
            pages=tuple((start, end) for start, end in data["pages"]),
            format=data["format"],
            notes=tuple(Note.from_json(item) for item in data["notes"]),
        )


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a page and where it stands on the page's picture.

    ``start`` and ``end`` are offsets in the page's own text (add where the page begins in the document's text). The
    edges are shares of the picture's width and height, 0..1, counted from its upper left corner.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a paged document as a PNG of ``width`` x ``height`` pixels, with the places of its words in the
    order of the text. ``pages`` is how many pages the document has; ``page`` counts from 1. ``start`` is where the
    page's text begins in the document's text."""

    page: int
    pages: int
    width: int
    height: int
    png: bytes
    words: tuple[PlacedWord, ...] = ()
    start: int = 0

    def boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """The rectangles (left, top, right, bottom; shares of the picture, 0..1) that cover a span of the document's
        text: one a line, none for a span that lies on another page. In CSS each is ``left: 100 * left %`` and so on
        inside an element that the picture fills."""
        found: list[tuple[float, float, float, float]] = []
        for word in self.words:
            if word.end + self.start <= start or end <= word.start + self.start:
                continue
            box = (word.left, word.top, word.right, word.bottom)
            if found and _on_one_line(found[-1], box):
                last = found.pop()
                box = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]))
            found.append(box)
        return found


def _on_one_line(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    shared = min(box[3], other[3]) - max(box[1], other[1])
    near = -0.002 <= other[0] - box[2] <= 0.04
    return near and shared > 0.5 * min(box[3] - box[1], other[3] - other[1])


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format hands on: plain text, and what the file itself said about it.

    ``blocks`` is empty where the file has no layout of its own (plain text); the text is then divided by reading
    it. ``published`` is a full date from the file's own metadata, or None.
    """

    text: str
    format: FormatName
    blocks: tuple[Block, ...] = ()
    pages: tuple[Span, ...] = ()
    title: str | None = None
    published: str | None = None
    notes: tuple[Note, ...] = ()
