"""Reading a document in, and saying what it is."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import check_partial_date
from kraftsamla.core.records import Values
from kraftsamla.library.choices import DocumentKind, DocumentLanguage
from kraftsamla.library.extraction import Extraction, address_in, extract
from kraftsamla.library.models import Document
from kraftsamla.library.operations import AlreadyStored, change_document, store_document
from kraftsamla.reading import choices
from kraftsamla.reading.accepting import kind_of
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations.recognising import recognise, refuse_if_in_question
from kraftsamla.reading.rules import may_decide
from kraftsamla.strategy.models import Strategy


class TooBig(Refused):
    """Bigger than UPLOAD_LIMIT_MB."""


def read_document(
    *, content: bytes, file_name: str, by: User, values: Values | None = None, step: str = ""
) -> Reading:
    """Read a file and keep it with its text and its suggestions: all of it or nothing.

    ``values`` (title, kind, published …) stand before what the reader found; ``step`` names a reading of many files
    (see ``bulk``). Raises AlreadyStored for a file read
    before, ``library.extraction.Unreadable`` and TooBig with what to do, ValidationError by field.
    """
    require(may_decide(by))
    if len(content) > settings.UPLOAD_LIMIT_MB * 2**20:
        raise TooBig(
            _("Filen är större än %(limit)s MB. Dela dokumentet eller spara det utan bilder.")
            % {"limit": settings.UPLOAD_LIMIT_MB}
        )
    known = Document.objects.of_file(hashlib.sha256(content).hexdigest())
    if known is not None:
        raise AlreadyStored(known)
    extraction = extract(content=content, file_name=file_name)
    return store_reading(extraction=extraction, content=content, file_name=file_name, by=by, values=values, step=step)


def store_reading(
    *, extraction: Extraction, content: bytes, file_name: str, by: User, values: Values | None = None, step: str = ""
) -> Reading:
    """Keep what the reader found."""
    stored = ""
    try:
        with transaction.atomic():
            document = store_document(
                file_name=file_name, content=content, text=extraction.text, layout=extraction.layout,
                values={**_found(extraction, file_name), **_address(content), **(values or {})}, by=by,
            )  # fmt: skip
            stored = document.file.name or ""
            reading = Reading.objects.create(
                document=document, strategy=_strategy(extraction), found_kind=extraction.kind[:30],
                found_title=extraction.title[:500], found_published=extraction.published, pages=extraction.pages,
                notes=extraction.notes, step=step, made_by=by,
            )  # fmt: skip
            Suggestion.objects.bulk_create(_suggestions(reading, extraction))
            recognise(reading)
            record(event=choices.READING_MADE, subject=document, by=by)
    except BaseException:
        if stored:
            Document._meta.get_field("file").storage.delete(stored)
        raise
    return reading


@transaction.atomic
def describe(*, reading: Reading, values: Values, strategy: Strategy | None, version: int, by: User) -> None:
    """Say what the document is (title, publisher, published, address, publicity …) and which strategy it concerns.

    ``version`` is the document's. Raises Stale when somebody changed it meanwhile, ValidationError by field.
    """
    require(may_decide(by))
    refuse_if_in_question(reading)
    change_document(document=reading.document, values=values, version=version, by=by)
    if not reading.is_described or reading.strategy != strategy:
        reading.is_described, reading.strategy = True, strategy
        reading.save(update_fields=["is_described", "strategy"])
        record(event=choices.READING_DESCRIBED, subject=reading.document, by=by)


def _found(extraction: Extraction, file_name: str) -> dict[str, Any]:
    name = PurePath(file_name.replace("\\", "/")).stem.strip()
    return {
        "title": (" ".join(extraction.title.split()) or name or _("Dokument utan namn"))[:300],
        "kind": extraction.kind if extraction.kind in DocumentKind.values else DocumentKind.OTHER,
        "language": extraction.language if extraction.language in DocumentLanguage.values else DocumentLanguage.SWEDISH,
        "published": extraction.published if _is_date(extraction.published) else "",
    }


def _address(content: bytes) -> dict[str, str]:
    """The address a saved page gives for itself, when it is one that can be kept."""
    address = address_in(content)
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return {}
    return {"url": address}


def _is_date(value: str) -> bool:
    try:
        check_partial_date(value)
    except ValidationError:
        return False
    return True


def _suggestions(reading: Reading, extraction: Extraction) -> list[Suggestion]:
    return [
        Suggestion(
            reading=reading, position=position, kind=found["kind"],
            fields=kind_of(found["kind"]).in_our_words(found["fields"]),
            evidence=found["evidence"], confidence=found["confidence"], notes=found.get("notes", []),
        )
        for position, found in enumerate(extraction.suggestions, start=1)
    ]  # fmt: skip


def _strategy(extraction: Extraction) -> Strategy | None:
    """The strategy the document names. The only one there is when it names none; another name is for a person."""
    strategies = list(Strategy.objects.all())
    titles = [each["fields"].get("title") for each in extraction.suggestions if each["kind"] == "strategy"]
    said = {plain(str(title)) for title in titles if title}
    named = [each for each in strategies if plain(each.title_sv) in said or plain(each.title_en) in said]
    return next(iter(named or (strategies if len(strategies) == 1 and not said else [])), None)
