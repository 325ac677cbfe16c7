"""Documents, and the passages that are cited from them."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.editions.content.refs import Ref


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited span. ``start`` and ``end`` count code points in the document's ``text`` when that is shown."""

    anchor: str
    start: int | None
    end: int | None
    quote: str
    note: str
    shows: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """``text`` is "" unless the whole text may be shown; then only the quoted passages are."""

    slug: str
    title: str
    kind: str
    language: str
    publisher: Ref | None
    published: str
    url: str
    text: str
    passages: tuple[Passage, ...]
    cited_by: tuple[Ref, ...]
