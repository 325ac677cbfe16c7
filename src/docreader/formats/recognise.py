"""Which format a file is in, by its content first and its name second, and the hand-over to that format."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Final

from docreader.errors import Broken, EmptyFile, Encrypted, NoText, TooLarge, UnknownFormat
from docreader.formats import docx, html, odt, pdf, plain
from docreader.model import Extract, FormatName, note

#: The largest file that is looked at.
LIMIT_MB: Final = 64
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ\x90",
    b"ID3",
    b"OggS",
    b"RIFF",
    b"BZh",
    b"\xfd7zXZ",
)
_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,3}<"
    rb"(?:!doctype html|html|head|body|article|main|div|p|h1|table|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_NAMES: Final[dict[str, FormatName]] = {
    "txt": "txt",
    "text": "txt",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
    "docm": "docx",
    "odt": "odt",
    "pdf": "pdf",
}
_EXTRACTORS: Final[dict[FormatName, Callable[[bytes], Extract]]] = {
    "txt": plain.extract,
    "markdown": partial(plain.extract, format_name="markdown"),
    "html": html.extract,
    "docx": docx.extract,
    "odt": odt.extract,
    "pdf": pdf.extract,
}


def extract_any(source: bytes, name: str | None) -> Extract:
    """The text of a file of any format. Raises a subclass of UnreadableDocument."""
    if len(source) > LIMIT_MB * 1_000_000:
        raise TooLarge(limit_mb=LIMIT_MB)
    if not source.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise EmptyFile
    said = _NAMES.get((name or "").rpartition(".")[2].casefold()) if name and "." in name else None
    found = _by_content(source, said)
    extract = _EXTRACTORS[found](source)
    if not extract.text.strip():
        raise NoText(pages=len(extract.pages)) if found == "pdf" else EmptyFile
    if said and said != found and {said, found} != {"txt", "markdown"}:
        extract = replace(extract, notes=(*extract.notes, note("name_lies", said=said, found=found)))
    return extract


def _by_content(source: bytes, said: FormatName | None) -> FormatName:
    if b"%PDF-" in source[:1024]:
        return "pdf"
    if source.startswith(b"PK"):
        return _packed(source)
    if source.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in source:
            raise Encrypted
        raise UnknownFormat(hint="doc")
    if source.startswith(_BINARY):
        raise UnknownFormat
    head = source[3:] if source.startswith(b"\xef\xbb\xbf") else source
    if source[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = source[2:6000].replace(b"\x00", b"")
    # A page saved as text stays the text it is: its offsets are those of the file.
    if said not in ("txt", "markdown") and (_HTML.match(head[:5000]) or (said == "html" and b"<" in head)):
        return "html"
    return "markdown" if said == "markdown" else "txt"


def _packed(source: bytes) -> FormatName:
    """DOCX or ODT by what the archive holds."""
    try:
        names = frozenset(zipfile.ZipFile(BytesIO(source)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Broken(format="zip") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise UnknownFormat(hint="zip")
