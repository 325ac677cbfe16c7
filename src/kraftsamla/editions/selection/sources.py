"""References and sources: how records name each other and what shows them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.choices import Publicity
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.models import Meeting
from kraftsamla.strategy.models import Action, Area, Objective, Question


def public_passages() -> Prefetch[str]:
    """Prefetch a record's ``passages`` that may be shown, with what a source box says of them."""
    passages = Passage.objects.public().in_reading_order().select_related("document__publisher")
    return Prefetch("passages", queryset=passages.defer("document__text", "document__layout"))


def anchor(passage: Passage) -> str:
    """The same passage has the same anchor in every edition."""
    if passage.start is not None:
        return f"t{passage.start}-{passage.end}"
    return f"c{hashlib.sha256(passage.quote.encode()).hexdigest()[:10]}" if passage.quote else ""


class Names:
    """Makes references, and remembers which records each passage shows and which documents are led to whole."""

    def __init__(self) -> None:
        self.shown: defaultdict[int, dict[content.Ref, None]] = defaultdict(dict)
        self.kept: defaultdict[int, dict[content.Ref, None]] = defaultdict(dict)

    def paper(self, record: Document | None, ref: content.Ref) -> content.Ref | None:
        """A document that a record leads to, if everybody may know of it; it then has a page."""
        if record is None or record.publicity == Publicity.PRIVATE:
            return None
        self.kept[record.pk][ref] = None
        return document(record)

    def sources(self, record: Any, ref: content.Ref | None) -> tuple[content.Source, ...]:
        """The sources of a record or of a part of it; ``ref`` is the page that shows them."""
        found = list(record.passages.all())
        if ref is not None:
            for passage in found:
                self.shown[passage.pk][ref] = None
        return tuple(dict.fromkeys(_source(passage) for passage in found))


def _source(passage: Passage) -> content.Source:
    document = passage.document
    return content.Source(
        document=document.slug,
        title=document.title,
        kind=document.kind,
        publisher=document.publisher.name if document.publisher else "",
        published=document.published,
        url=document.url,
        language=document.language,
        quote=passage.quote,
        anchor=anchor(passage),
        note=passage.note_sv,
    )


def organisation(record: Organisation) -> content.Ref:
    return content.Ref("organisation", record.slug, record.title)


def person(record: Person) -> content.Ref:
    return content.Ref("person", record.slug, Text(record.name, record.name))


def body(record: Body) -> content.Ref:
    return content.Ref("body", record.slug, record.name)


def meeting(record: Meeting) -> content.Ref:
    return content.Ref("meeting", record.slug, record.title)


def action(record: Action) -> content.Ref:
    return content.Ref("action", record.slug, record.title)


def question(record: Question) -> content.Ref:
    return content.Ref("question", record.slug, record.wording)


def followup(record: FollowUp) -> content.Ref:
    return content.Ref("followup", record.slug, record.what)


def document(record: Document) -> content.Ref:
    title = Text(record.title, record.title) if record.language == "en" else Text(record.title)
    return content.Ref("document", record.slug, title)


def area(record: Area) -> content.Ref:
    return content.Ref("area", record.number, record.title)


def objective(record: Objective, title: Text) -> content.Ref:
    return content.Ref("objective", record.number, title)


def refs(make: Any, records: Iterable[Any]) -> tuple[content.Ref, ...]:
    return tuple(dict.fromkeys(make(record) for record in records))


def maybe(make: Any, record: Any) -> content.Ref | None:
    return make(record) if record is not None else None
