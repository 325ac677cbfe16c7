"""Making an edition: select, compare, render, write beside, and only then show it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_publish, require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import Refused
from kraftsamla.core.text import Text
from kraftsamla.editions import choices, content, writing
from kraftsamla.editions.assets import public_assets
from kraftsamla.editions.comparison import compare
from kraftsamla.editions.models import Edition
from kraftsamla.editions.rendering import Site, render_edition
from kraftsamla.editions.selection import select_picture
from kraftsamla.strategy.models import Strategy

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition that has been written and not yet been given its name."""

    edition: content.Edition
    folder: Path
    manifest: writing.Manifest


def root() -> Path:
    """The folder that holds the editions and the link to the one that is shown."""
    return Path(settings.EDITIONS_ROOT)


def publish_edition(
    *, strategy: Strategy, by: User, at: dt.date | None = None, note: str = "", progress: Progress = lambda _done: None
) -> Edition:
    """Freeze the strategy's public picture as it stands ``at`` (today) and show it as the next edition.

    Killed at any moment, the edition before still stands whole. Raises Refused when nothing has changed.
    """
    require(may_publish(by))
    with writing.publishing(root()):
        _tidy()
        edition = _frozen(strategy, at=at or today(), note=note)
        draft = _write(edition, progress)
        return _show(draft, strategy=strategy, by=by, note=note)


def preview_changes(strategy: Strategy, *, at: dt.date | None = None) -> tuple[content.Change, ...]:
    """What would be new in an edition made now."""
    before = _newest_content()
    picture = _select(strategy, at=at or today())
    return compare(before.picture, picture) if before else ()


def tidy_editions() -> None:
    """Finish or clear away what an interrupted publishing left; safe to call at any time.

    Raises Refused, and touches nothing, when the editions belong to another database.
    """
    with writing.publishing(root()):
        _tidy()


def export_edition(*, to: Path, number: int | None = None) -> Path:
    """Copy an edition (the newest) to a folder that any web server can show; switched in one step.

    Raises Refused when there is none, or when ``to`` holds something that is not an earlier export.
    """
    row = Edition.objects.filter(number=number).first() if number else Edition.objects.newest()
    if row is None:
        raise Refused(_("Det finns ingen utgåva att skriva. Publicera först."))
    try:
        return writing.export(writing.folder_of(root(), row.number), to)
    except FileExistsError as error:
        raise Refused(
            _("%(to)s finns redan och är inte en tidigare utgåva. Välj en annan mapp eller flytta undan den.")
            % {"to": to}
        ) from error


def _tidy() -> None:
    """After this the folders are those the list knows, and the newest one is shown."""
    folder = root()
    known = {writing.folder_of(folder, number).name for number in Edition.objects.values_list("number", flat=True)}
    shown = writing.current(folder)
    if shown is not None and shown.name not in known:
        # Listed before it is shown: it was made with another database, or with this one before it was restored.
        raise Refused(
            _(
                "%(folder)s visar utgåva %(name)s, som databasen inte känner. Inget är rört. Kontrollera"
                " KRAFTSAMLA_DATABASE och KRAFTSAMLA_EDITIONS. Är databasen återställd från en äldre kopia, så flytta"
                " undan de senare utgåvorna."
            )
            % {"folder": folder, "name": shown.name}
        )
    writing.sweep(folder, known=known)
    newest = Edition.objects.newest()
    if newest is not None:
        name = writing.folder_of(folder, newest.number).name
        if (folder / name).is_dir() and (shown is None or shown.name != name):
            writing.point(folder, name)


def _select(strategy: Strategy, *, at: dt.date) -> content.Picture:
    """The picture, all of it as it stood at one moment of the database."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return select_picture(strategy, at=at)


def _newest_content() -> content.Edition | None:
    newest = Edition.objects.newest()
    if newest is None:
        return None
    file = writing.folder_of(root(), newest.number) / writing.CONTENT
    return content.from_json(file.read_bytes()) if file.exists() else None


def _frozen(strategy: Strategy, *, at: dt.date, note: str) -> content.Edition:
    newest = Edition.objects.newest()
    before = _newest_content()
    picture = _select(strategy, at=at)
    changes = compare(before.picture, picture) if before else ()
    if before is not None and before.picture == picture:
        raise Refused(
            _("Inget har ändrats sedan utgåva %(number)s. Det finns inget nytt att publicera.")
            % {"number": before.number}
        )
    number = (newest.number if newest else 0) + 1
    previous = newest.number if newest else None
    return content.Edition(number, today().isoformat(), previous, Text(note), picture, changes)


def _write(edition: content.Edition, progress: Progress) -> Draft:
    names, sources = public_assets()
    frozen = content.to_json(edition)
    pages = 0

    def files() -> Iterator[tuple[str, bytes]]:
        nonlocal pages
        yield writing.CONTENT, frozen
        yield from writing.static_files(sources)
        for page in render_edition(edition, site=Site(settings.SITE_ADDRESS, names, settings.CONTACT)):
            pages += page.path.endswith(".html")
            if pages % 50 == 0:
                progress(pages)
            yield page.path, page.body

    folder, hashes = writing.write_folder(root(), files())
    progress(pages)
    before = writing.current(root())
    chained = writing.sha256((before / writing.MANIFEST).read_bytes()) if before else ""
    manifest = writing.Manifest(
        schema=writing.SCHEMA, number=edition.number, as_of=edition.picture.as_of,
        published_at=now().replace(microsecond=0).isoformat(), content_sha256=writing.sha256(frozen),
        previous_sha256=chained, pages=pages, files=hashes,
    )  # fmt: skip
    (folder / writing.MANIFEST).write_bytes(manifest.to_bytes())
    return Draft(edition, folder, manifest)


def _show(draft: Draft, *, strategy: Strategy, by: User, note: str) -> Edition:
    """Name the folder, list the edition, and point at it: in that order, so that each step can be finished later."""
    target = writing.folder_of(root(), draft.edition.number)
    writing.settle(draft.folder, target)
    try:
        with transaction.atomic():
            row = Edition(
                number=draft.edition.number, strategy=strategy, as_of=dt.date.fromisoformat(draft.manifest.as_of),
                published_at=dt.datetime.fromisoformat(draft.manifest.published_at), published_by=by,
                content_sha256=draft.manifest.content_sha256,
                manifest_sha256=writing.sha256(draft.manifest.to_bytes()), pages=draft.manifest.pages, note_sv=note,
            )  # fmt: skip
            row.full_clean()
            row.save(force_insert=True)
            record(event=choices.EDITION_PUBLISHED, subject=row, by=by, note=note)
    except BaseException:
        shutil.rmtree(target)
        raise
    writing.point(root(), target.name)
    return row
