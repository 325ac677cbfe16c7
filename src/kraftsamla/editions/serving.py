"""Handing out an edition's files. Only paths that its manifest lists can be asked for."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from kraftsamla.editions import writing

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]
WsgiApp = Callable[[Environ, StartResponse], Iterable[bytes]]

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".json": "application/json", ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2",
    ".svg": "image/svg+xml", ".ics": "text/calendar; charset=utf-8",
}  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY = (
    ("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
)  # fmt: skip
#: Open data may be read by pages of any site (OParl asks for it); pages are for our own.
FOR_ALL = (("Access-Control-Allow-Origin", "*"),)
HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000")
#: Files up to this size are kept in memory once read.
KEPT_BYTES = 256 * 1024
KEPT_TOTAL = 64 * 2**20
FILTERS = ("omrade", "lage", "area", "progress")


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand out. ``body`` is read when it is sent, unless it is kept."""

    path: Path
    size: int
    etag: str
    content_type: str
    lasting: bool
    open: bool = False

    def headers(self) -> list[tuple[str, str]]:
        return [
            ("Content-Type", self.content_type), ("Content-Length", str(self.size)), *self.kept_headers(), *SECURITY,
            *(FOR_ALL if self.open else ()),
        ]  # fmt: skip

    def kept_headers(self) -> list[tuple[str, str]]:
        """What a cache goes by, also when it is told that what it keeps still holds."""
        age = "public, max-age=31536000, immutable" if self.lasting else "public, max-age=60"
        return [("ETag", self.etag), ("Cache-Control", age)]


class Shelf:
    """The files of one edition, by the path they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests = writing.read_manifest(folder).files
        self._found: dict[str, File] = {}
        self._kept: dict[str, bytes] = {}
        self._kept_bytes = 0

    def find(self, path: str) -> File | None:
        """The file for a path without its leading slash; "mal/1.2/" and "" lead to their index.html."""
        name = f"{path}index.html" if path == "" or path.endswith("/") else path
        known = self._found.get(name)
        if known is None and name in self.digests:
            known = self._found[name] = self._file(name)
        return known

    def is_folder(self, path: str) -> bool:
        """Whether the path lacks only its last slash."""
        return f"{path}/index.html" in self.digests

    def body(self, file: File) -> bytes:
        name = str(file.path)
        if name in self._kept:
            return self._kept[name]
        data = file.path.read_bytes()
        if file.size <= KEPT_BYTES and self._kept_bytes + file.size <= KEPT_TOTAL:
            self._kept[name] = data
            self._kept_bytes += file.size
        return data

    def _file(self, name: str) -> File:
        path = self.folder / name
        suffix = path.suffix
        kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return File(path, path.stat().st_size, f'"{self.digests[name][:32]}"', kind, name.startswith("assets/"),
                    name.startswith("data/"))  # fmt: skip


class Shelves:
    """The shelves of an editions folder; the one that is shown changes when ``current`` does."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._shelves: dict[str, Shelf] = {}

    def current(self) -> Shelf | None:
        try:
            name = (self.root / writing.CURRENT).readlink().name
        except OSError:
            return None
        return self.named(name)

    def numbered(self, number: int) -> Shelf | None:
        return self.named(writing.folder_of(self.root, number).name)

    def named(self, name: str) -> Shelf | None:
        if name not in self._shelves:
            try:
                self._shelves[name] = Shelf(self.root / name)
            except (OSError, ValueError):  # not there, not an edition, or a name longer than names can be
                return None
        return self._shelves[name]


class PublicFirst:
    """A WSGI application that answers from the current edition, and asks the next one for everything else."""

    def __init__(self, following: WsgiApp, root: Path, *, https: bool = False) -> None:
        self.following = following
        self.shelves = Shelves(root)
        self.always = [HTTPS_ONLY] if https else []

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        shelf = self.shelves.current() if method in {"GET", "HEAD"} else None
        if shelf is None or self._filtered(environ.get("QUERY_STRING", "")):
            return self.following(environ, start_response)
        path = environ.get("PATH_INFO", "/").lstrip("/").encode("latin-1", "replace").decode("utf-8", "replace")
        file = shelf.find(path)
        if file is None:
            return self.following(environ, start_response)
        if environ.get("HTTP_IF_NONE_MATCH") == file.etag:
            start_response(_line(HTTPStatus.NOT_MODIFIED), [*file.kept_headers(), *SECURITY, *self.always])
            return []
        start_response(_line(HTTPStatus.OK), [*file.headers(), *self.always])
        return [] if method == "HEAD" else [shelf.body(file)]

    @staticmethod
    def _filtered(query: str) -> bool:
        return bool(query) and any(name in parse_qs(query) for name in FILTERS)


def _line(status: HTTPStatus) -> str:
    return f"{status.value} {status.phrase}"
