"""The package for the registrar: minutes that have left the office, with what is to be registered about them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import IO

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import append
from kraftsamla.core.slugs import slug_from
from kraftsamla.library.models import Document
from kraftsamla.meetings.assembly.minutes import dressed
from kraftsamla.meetings.choices import MinutesState, StepKind
from kraftsamla.meetings.choices import papers as events
from kraftsamla.meetings.models import Minutes, MinutesStep
from kraftsamla.meetings.papers.content import Paper, from_json
from kraftsamla.meetings.papers.package import Entry, Field, PackageFile, Packed, as_csv, as_xml
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.word import write_word
from kraftsamla.meetings.rules import may_run

#: A package larger than this is kept on disk while it is written.
IN_MEMORY = 4 * 2**20
#: When a paper is finished in law: adjusted, or published, or at least sent to somebody.
FINISHED_BY = (StepKind.ADJUSTED, StepKind.PUBLISHED, StepKind.CIRCULATED, StepKind.SENT_TO_ADJUST)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a package holds. ``missing``: materials that have no file here, by their title and address."""

    paper: Paper
    entries: tuple[Entry, ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    name: str
    file: IO[bytes]


def fetch_package(*, minutes: Minutes, by: User) -> Fetched:
    """The package as an open file. That it was fetched is a step of the minutes and a line in the log.

    Refused for a draft: it is not yet a document of the authority.
    """
    contents = contents_of(minutes, by=by)
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  whoever sends it closes it
    try:
        _write(target, minutes, contents)
        with transaction.atomic():
            append(
                MinutesStep,
                {"minutes": minutes, "kind": StepKind.REGISTERED, "made_by": by, "sha256": minutes.sha256},
            )
            record(event=events.PACKAGE_FETCHED, subject=minutes.meeting, by=by, note=str(minutes.revision))
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return Fetched(f"{_stem(minutes, contents.paper)}_diariepaket.zip", target)


def contents_of(minutes: Minutes, *, by: User) -> Contents:
    """What the package holds, without writing it."""
    require(may_run(by, minutes.meeting))
    if minutes.state == MinutesState.DRAFT or not minutes.content:
        raise Refused(
            _("Ett utkast som inte har lämnat kansliet registreras inte. Sänd ut det eller publicera det först.")
        )
    published = minutes.steps.filter(kind=StepKind.PUBLISHED).first()
    adjusters = list(minutes.adjusters.select_related("organisation"))
    paper = dressed(from_json(minutes.content), minutes, adjusters, at=published.made_at if published else None)
    stem = _stem(minutes, paper)
    entries = [
        Entry(f"{stem}.pdf", f"{paper.word}, PDF", _pdf(minutes, paper)),
        Entry(f"{stem}.docx", f"{paper.word}, Word", lambda: io.BytesIO(write_word(paper))),
    ]
    missing: list[tuple[str, str]] = []
    for number, document in enumerate(_attachments(minutes), start=1):
        if document.file.name and document.file.storage.exists(document.file.name):
            entries.append(Entry(_attached(number, document), document.title, _stored(document)))
        else:
            missing.append((document.title, document.url))
    return Contents(paper, tuple(entries), tuple(missing))


def _write(target: IO[bytes], minutes: Minutes, contents: Contents) -> None:
    """What people write is Swedish in every package, whichever language the minutes are in."""
    package = PackageFile(target)
    for entry in contents.entries:
        package.add(entry)
    with translation.override("sv"):
        fields = list(fields_of(minutes, contents.paper))
        package.add_text("metadata.xml", _("Uppgifter för registrering, XML"), as_xml(fields, package.packed))
        package.add_text("metadata.csv", _("Uppgifter för registrering, CSV för kalkylprogram"), as_csv(fields))
        package.add_text("LAS_MIG.txt", "", _read_me(contents, package.packed, fields))
    package.close()


def fields_of(minutes: Minutes, paper: Paper) -> Iterator[Field]:
    """The four that the law asks for (OSL 5 kap. 2 §), then what helps. The terms are those of E-ARK CITS ERMS 2.1."""
    steps = list(minutes.steps.select_related("made_by").order_by("pk"))
    body = minutes.meeting.body
    yield Field(
        "datum", _("Datum då handlingen upprättades"), "record/dates/date[@dateType='created']", _finished(steps)
    )
    yield Field("diarienummer", _("Diarienummer eller annan beteckning"), "record/objectId", paper.reference)
    yield Field("avsandare", _("Avsändare"), "record/agents/agent[@agentType='creator']", paper.sender)
    yield Field("mottagare", _("Mottagare"), "record/agents/agent[@agentType='counterpart']", str(body or ""))
    yield Field("arende", _("Vad handlingen rör"), "record/title", f"{paper.word}: {paper.title}, {paper.date}")
    yield Field("rubrik", _("Rubrik"), "", paper.title)
    yield Field("handlingstyp", _("Slag av handling"), "", paper.word)
    yield Field("organ", _("Organ"), "", str(body or ""))
    yield Field("motesdatum", _("Mötets datum"), "", minutes.meeting.starts_on)
    yield Field("lage", _("Läge"), "record/status/@value", minutes.get_state_display())
    yield Field("version", _("Version"), "", str(minutes.revision))
    if minutes.reason:
        yield Field("rattelse", _("Skäl till rättelsen"), "", minutes.reason)
    yield Field("sprak", _("Språk"), "", minutes.language)
    yield from (Field("justerare", _("Justerare"), "", _adjuster(*each)) for each in paper.signatures)
    told = (each for each in steps if each.kind != StepKind.REGISTERED)
    yield from (Field("handelse", _("Händelse"), "record/dates/date", _told(each)) for each in told)
    yield Field("identitet", _("Mötets identitet"), "record/@systemIdentifier", minutes.meeting.uid)
    yield Field("kontrollsumma", _("Innehållets kontrollsumma (SHA-256)"), "", minutes.sha256)


def _read_me(contents: Contents, files: Sequence[Packed], fields: Sequence[Field]) -> str:
    shown = {"paper": contents.paper, "files": files, "missing": contents.missing, "fields": fields}
    return render_to_string("meetings/papers/las-mig.txt", shown)


def _pdf(minutes: Minutes, paper: Paper) -> Callable[[], IO[bytes]]:
    """The published file itself, byte for byte; until there is one, the same paper made now."""
    document = minutes.document
    if document is not None and (document.file.name or "").endswith(".pdf"):
        return _stored(document)
    return lambda: io.BytesIO(write_pdf(paper))


def _stored(document: Document) -> Callable[[], IO[bytes]]:
    return partial(document.file.storage.open, document.file.name or "")


def _attachments(minutes: Minutes) -> list[Document]:
    """The meeting's materials in their order, each once."""
    materials = minutes.meeting.materials.select_related("document").defer("document__text", "document__layout")
    return list({each.document_id: each.document for each in materials}.values())


def _attached(number: int, document: Document) -> str:
    suffix = slug_from(PurePath(document.file.name or "").suffix)
    return f"bilagor/{number:02}_{slug_from(document.title)}.{suffix}"


def _stem(minutes: Minutes, paper: Paper) -> str:
    return f"{minutes.meeting.starts_on}_{slug_from(paper.word)}_{minutes.meeting.slug}_v{minutes.revision}"


def _finished(steps: Sequence[MinutesStep]) -> str:
    for kind in FINISHED_BY:
        for each in reversed(steps):
            if each.kind == kind:
                return _day(each)
    return ""


def _day(step: MinutesStep) -> str:
    return localtime(step.made_at).date().isoformat()


def _told(step: MinutesStep) -> str:
    return f"{_day(step)} {step.get_kind_display()}, {step.said_by or step.made_by.name}"


def _adjuster(name: str, signed: str) -> str:
    return f"{name}: {signed or _('har inte justerat')}"
