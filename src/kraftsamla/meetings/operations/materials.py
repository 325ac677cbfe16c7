"""Deeds on what is read before and shown at a meeting. Files go to the library, through the library's own deed."""

from __future__ import annotations

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.records import Values, append
from kraftsamla.library.choices import DocumentKind, Publicity
from kraftsamla.library.extraction import Unreadable, extract
from kraftsamla.library.models import Document
from kraftsamla.library.operations import AlreadyStored, create_document, store_document
from kraftsamla.meetings.choices import MaterialKind
from kraftsamla.meetings.choices import preparing as events
from kraftsamla.meetings.models import Material, Meeting
from kraftsamla.meetings.rules import may_run

KINDS = {
    MaterialKind.PRESENTATION.value: DocumentKind.PRESENTATION,
    MaterialKind.FILM.value: DocumentKind.FILM,
}


@transaction.atomic
def add_material(*, meeting: Meeting, document: Document, values: Values, by: User) -> Material:
    """Put a document of the library among the meeting's materials (``item``, ``kind``, ``is_public``), last."""
    require(may_run(by, meeting))
    item = values.get("item")
    if item is not None and item.meeting_id != meeting.pk:
        raise ValidationError({"item": _("Punkten hör till ett annat möte.")})
    if item is None and meeting.materials.filter(item=None, document=document).exists():
        raise ValidationError({"document": _("Dokumentet ligger redan vid mötet.")})
    last = meeting.materials.aggregate(last=Max("position"))["last"] or 0
    material = append(Material, {**values, "meeting": meeting, "document": document, "position": last + 1})
    record(event=events.MATERIAL_ADDED, subject=meeting, by=by, changes={"materials": [None, document.slug]})
    return material


def add_file(*, meeting: Meeting, file_name: str, content: bytes, title: str, values: Values, by: User) -> Material:
    """Store a file in the library and put it among the materials. A file the library has is not stored twice.

    It is read by the reader in a process of its own; one that cannot be read is kept without text.
    ValidationError when it is too big or empty.
    """
    require(may_run(by, meeting))
    if not content:
        raise ValidationError({"file": _("Filen är tom. Välj en annan.")})
    if len(content) > settings.UPLOAD_LIMIT_MB * 2**20:
        limit = settings.UPLOAD_LIMIT_MB
        raise ValidationError({"file": _("Filen är större än %(limit)s MB.") % {"limit": limit}})
    shown = PurePath(file_name.replace("\\", "/"))
    try:
        found = extract(content=content, file_name=file_name)
        text, layout = found.text, found.layout
    except Unreadable:
        text, layout = "", []
    said = {**_said(values), "title": (title or shown.stem)[:300]}
    try:
        document = store_document(
            file_name=file_name, content=content, text=text, layout=layout, values=said, by=by
        )  # fmt: skip
    except AlreadyStored as known:
        document = known.document
    return add_material(meeting=meeting, document=document, values=values, by=by)


@transaction.atomic
def add_link(*, meeting: Meeting, url: str, title: str, values: Values, by: User) -> Material:
    """Put a page on the web among the materials: a document of the library without a file."""
    require(may_run(by, meeting))
    known = Document.objects.filter(url=url).first()
    document = known or create_document(values={**_said(values), "title": title or url[:300], "url": url}, by=by)
    return add_material(meeting=meeting, document=document, values=values, by=by)


@transaction.atomic
def publish_material(*, material: Material, is_public: bool, by: User) -> None:
    """Say whether the public edition names the material."""
    require(may_run(by, material.meeting))
    if material.is_public != is_public:
        Material.objects.filter(pk=material.pk).update(is_public=is_public)
        changes = {"is_public": [material.is_public, is_public]}
        record(event=events.MATERIAL_CHANGED, subject=material.meeting, by=by, changes=changes)


@transaction.atomic
def withdraw_material(*, material: Material, by: User) -> None:
    """Take a material away from the meeting; the document stays in the library."""
    require(may_run(by, material.meeting))
    withdraw(subject=material, event=events.MATERIAL_WITHDRAWN, by=by)


def _said(values: Values) -> dict[str, str]:
    publicity = Publicity.QUOTES if values.get("is_public") else Publicity.PRIVATE
    return {"kind": KINDS.get(str(values.get("kind")), DocumentKind.OTHER), "publicity": publicity}
