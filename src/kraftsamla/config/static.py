"""Static files: what ``prepare`` collected, as guarded as every other answer."""

from __future__ import annotations

from pathlib import Path
from wsgiref.headers import Headers

from django.conf import settings
from whitenoise import WhiteNoise

from kraftsamla.editions.serving import SECURITY, WsgiApp

#: A file whose name holds the hash of what is in it, and that may therefore be kept for ever.
HASHED = r"^.+\.[0-9a-f]{12}\.[^/]+$"


def with_static_files(following: WsgiApp, root: Path) -> WsgiApp:
    """Hand out the files in ``root``, and ask ``following`` for everything else."""
    server: WsgiApp = WhiteNoise(
        following, root=root, prefix=settings.STATIC_URL, max_age=60, immutable_file_test=HASHED,
        allow_all_origins=False, add_headers_function=_guard,
    )  # fmt: skip
    return server


def _guard(headers: Headers, path: str, url: str) -> None:
    for name, value in SECURITY:
        headers[name] = value
