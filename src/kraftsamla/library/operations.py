"""Deeds on documents, passages and evidence."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, create
from kraftsamla.core.slugs import slug_from
from kraftsamla.library import choices
from kraftsamla.library.extraction import forget_pages
from kraftsamla.library.models import Document, EarlierFile, Passage

DOCUMENT_FIELDS = ("title", "kind", "language", "publisher", "published", "url", "publicity")
FILE_FIELDS = ("file_name", "sha256", "text", "layout")


class AlreadyStored(Refused):
    """The same file, byte for byte, is in the library; ``document`` is where."""

    def __init__(self, document: Document) -> None:
        super().__init__(_("Samma fil är redan inläst som ”%(title)s”.") % {"title": document.title})
        self.document = document


class Evidenced(Protocol):
    """A record that quotes passages."""

    passages: Any


@transaction.atomic
def create_document(*, values: Values, by: User) -> Document:
    """Add a document that can be cited, without a file of its own. ValidationError by field."""
    require(may_edit(by))
    document = create(Document, values, fields=DOCUMENT_FIELDS, named_by="title")
    record(event=choices.DOCUMENT_CREATED, subject=document, by=by)
    return document


def store_document(
    *, file_name: str, content: bytes, text: str, layout: list[Any], values: Values, by: User
) -> Document:
    """Keep a file and the text the reader took out of it, both or neither.

    The file is stored under a name of our own; ``file_name`` is kept only to be shown. Raises AlreadyStored for the
    same bytes again, ValidationError by field.
    """
    require(may_edit(by))
    digest = hashlib.sha256(content).hexdigest()
    known = Document.objects.of_file(digest)
    if known is not None:
        raise AlreadyStored(known)
    saved = ""
    try:
        with transaction.atomic():
            shown = PurePath(file_name.replace("\\", "/")).name[-200:]
            document = create(
                Document,
                {**values, "file_name": shown, "sha256": digest, "text": text, "layout": layout},
                fields=(*DOCUMENT_FIELDS, *FILE_FIELDS),
                named_by="title",
            )
            suffix = PurePath(slug_from(PurePath(shown).suffix)).name
            document.file.save(f"{digest[:32]}.{suffix}", ContentFile(content), save=False)
            saved = document.file.name or ""
            document.save(update_fields=["file"])
            record(event=choices.DOCUMENT_CREATED, subject=document, by=by)
    except BaseException:
        if saved:
            Document._meta.get_field("file").storage.delete(saved)
        raise
    return document


@transaction.atomic
def change_document(*, document: Document, values: Values, version: int, by: User) -> Changes:
    """Write what differs in what is said about a document; its file and text never change."""
    require(may_edit(by))
    changes = change(document, values, fields=DOCUMENT_FIELDS, version=version, named_by="title")
    if changes:
        record(event=choices.DOCUMENT_CHANGED, subject=document, by=by, changes=changes)
    return changes


@transaction.atomic
def take_over_file(*, document: Document, filed: Document, by: User) -> list[Passage]:
    """Let a document have the file and text of ``filed``, which nobody cites and which goes away.

    What ``document`` had before is kept as an earlier file. Its passages are looked up in the new text: one that does
    not stand there keeps its words and loses its place. Returns those. Raises Refused when ``filed`` is cited.
    """
    require(may_edit(by))
    if filed.passages.exists():
        raise Refused(_("Dokumentet åberopas redan och kan inte läggas ihop med ett annat."))
    revised, before = bool(document.text), document.text
    if document.file:
        EarlierFile.objects.create(
            document=document, file=document.file.name, file_name=document.file_name, sha256=document.sha256,
            text=document.text,
        )  # fmt: skip
    values = {name: getattr(filed, name) for name in (*FILE_FIELDS, "file")}
    filed.delete()
    Document.objects.filter(pk=document.pk).update(
        **values, url=document.url or filed.url, version=models.F("version") + 1, changed_at=now()
    )
    document.refresh_from_db()
    event = choices.DOCUMENT_REVISED if revised else choices.DOCUMENT_FILED
    record(event=event, subject=document, by=by, changes={"file_name": [None, document.file_name]})
    return _move_passages(document, before)


def _move_passages(document: Document, before: str) -> list[Passage]:
    lost = []
    for passage in document.passages.exclude(quote=""):
        span = (passage.start, passage.end) if passage.start is not None and passage.end is not None else None
        place = moved(passage.quote, span, old=before, new=document.text)
        passage.start, passage.end = place or (None, None)
        passage.save(update_fields=["start", "end"])
        lost += [] if place else [passage]
    return lost


def moved(quote: str, span: tuple[int, int] | None, *, old: str, new: str) -> tuple[int, int] | None:
    """Where words stand in a new text, whatever space is between them; the place most like the old one."""
    shape = re.compile(r"\s+".join(map(re.escape, quote.split())))
    places = [match.span() for match in shape.finditer(new)] if quote.strip() else []
    if len(places) < 2 or span is None:
        return places[0] if places else None
    nth = sum(1 for match in shape.finditer(old) if match.start() < span[0])
    return places[min(nth, len(places) - 1)]


@transaction.atomic
def withdraw_document(*, document: Document, by: User) -> None:
    """Remove a document nobody cites, and its file. Refused when a passage in it is evidence."""
    require(may_edit(by))
    storage = Document._meta.get_field("file").storage
    stored = [name for name in (document.file.name, *document.earlier_files.values_list("file", flat=True)) if name]
    withdraw(subject=document, event=choices.DOCUMENT_WITHDRAWN, by=by)

    def forget_files() -> None:
        for name in stored:
            storage.delete(name)
        forget_pages(document)

    transaction.on_commit(forget_files)


@transaction.atomic
def cite(
    *,
    document: Document,
    by: User,
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    note_sv: str = "",
) -> Passage:
    """The passage of a document, made if it is not there: a span of its text, a quotation, or the whole.

    With ``start`` and ``end`` (code points) the quotation is taken from the text. A ``quote`` without them is looked
    up in the text when there is one, so that it can be marked. Raises ValidationError for a span outside the text
    and for a quotation the text does not hold.
    """
    require(may_edit(by))
    start, end, quote = _span(document, start, end, quote.strip())
    found = Passage.objects.filter(document=document, start=start, end=end, quote=quote, note_sv=note_sv).first()
    if found is not None:
        return found
    values = {"document": document, "start": start, "end": end, "quote": quote, "note_sv": note_sv}
    passage = append(Passage, values)
    record(event=choices.PASSAGE_MARKED, subject=document, by=by, changes={"quote": [None, quote]})
    return passage


@transaction.atomic
def add_evidence(*, to: models.Model, passage: Passage, by: User) -> bool:
    """Let a record quote a passage; False when it already does."""
    require(may_edit(by))
    passages = _passages(to)
    if passages.filter(pk=passage.pk).exists():
        return False
    passages.add(passage)
    record(event=choices.EVIDENCE_ADDED, subject=to, by=by, changes={"passages": [None, _cited(passage)]})
    return True


@transaction.atomic
def remove_evidence(*, of: models.Model, passage: Passage, by: User) -> None:
    """Stop a record from quoting a passage; a passage nothing quotes any more is removed."""
    require(may_edit(by))
    _passages(of).remove(passage)
    record(event=choices.EVIDENCE_REMOVED, subject=of, by=by, changes={"passages": [_cited(passage), None]})
    if not is_quoted(passage):
        passage.delete()


@transaction.atomic
def remove_note(*, passage: Passage, by: User) -> None:
    """Take back a passage that was kept for its note alone; one that a record quotes stays."""
    require(may_edit(by))
    if is_quoted(passage):
        return
    record(event=choices.NOTE_REMOVED, subject=passage.document, by=by, changes={"note": [passage.note_sv, None]})
    passage.delete()


def is_quoted(passage: Passage) -> bool:
    """Whether any record quotes the passage."""
    relations = [field for field in Passage._meta.get_fields() if field.many_to_many]
    for relation in relations:
        name = getattr(relation, "get_accessor_name", lambda: None)() or relation.name
        if getattr(passage, name).exists():
            return True
    return False


def _passages(record_: models.Model) -> Any:
    return getattr(record_, "passages")  # noqa: B009  the type says only that it is a record


def _cited(passage: Passage) -> str:
    return f"{passage.document.slug}: {passage.quote[:120]}" if passage.quote else passage.document.slug


def _span(document: Document, start: int | None, end: int | None, quote: str) -> tuple[int | None, int | None, str]:
    if start is not None and end is not None:
        if not 0 <= start < end <= len(document.text):
            raise ValidationError({"quote": _("Textstället ligger utanför dokumentets text.")})
        return start, end, document.text[start:end]
    if quote and document.text:
        at = document.text.find(quote)
        if at < 0:
            raise ValidationError(
                {"quote": _("Orden finns inte i dokumentets text. Kopiera dem exakt ur dokumentet, eller lämna tomt.")}
            )
        return at, at + len(quote), quote
    return None, None, quote
