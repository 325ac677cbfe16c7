"""Which format a file is in, by its content first and its name second, and the hand-over to that format."""

from __future__ import annotations

from docreader.errors import EmptyFile, TooLarge
from docreader.formats import plain
from docreader.model import Extract

LIMIT_MB = 64


def extract_any(source: bytes, name: str | None) -> Extract:
    if not source:
        raise EmptyFile
    if len(source) > LIMIT_MB * 1_000_000:
        raise TooLarge(limit_mb=LIMIT_MB)
    return plain.extract(source)
