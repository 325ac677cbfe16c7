"""Which style sheets, fonts and scripts lie in an edition, under names that change when they do."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage

#: Prefixes of the static files that public pages use.
PUBLIC = ("ui/tokens.css", "ui/base.css", "ui/edition.css", "ui/filter.js", "ui/mark.svg", "fonts/")
FOLDER = "assets/"


def public_assets() -> tuple[dict[str, str], dict[str, Path]]:
    """Name → path in the edition, and path in the edition → file.

    Where static files have been collected the names hold a hash of the content; otherwise (in tests) they do not.
    """
    storage = staticfiles_storage
    names: dict[str, str] = {}
    files: dict[str, Path] = {}
    if isinstance(storage, ManifestStaticFilesStorage) and storage.hashed_files:
        stored = {storage.clean_name(name): hashed for name, hashed in storage.hashed_files.items()}
        found = {name: (hashed, Path(storage.path(hashed))) for name, hashed in stored.items()}
    else:
        found = {
            path.replace("\\", "/"): (path, Path(store.path(path)))
            for finder in finders.get_finders() for path, store in finder.list([])
        }  # fmt: skip
    for name, (stored_name, file) in found.items():
        if name.startswith(PUBLIC):
            names[name] = FOLDER + stored_name
            files[FOLDER + stored_name] = file
    return names, files
