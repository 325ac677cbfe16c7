"""The package for the registrar: a ZIP with the paper, what belongs to it, what is to be registered, and checksums.

The same content gives the same bytes. Files are copied piece by piece, so that large attachments take no memory.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from lxml import etree

from kraftsamla.ui.papers.letters import writable

PIECE = 256 * 1024
#: ZIP cannot say less than this. The dates that matter stand among what is to be registered.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: where it lies in the package, what it is in words, and its bytes when they are asked for."""

    path: str
    what: str
    read: Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Field:
    """Something to register. ``name`` is our word, ``term`` what E-ARK CITS ERMS calls it, "" where it has no word."""

    name: str
    label: str
    term: str
    value: str


@dataclass(frozen=True, slots=True)
class Packed:
    path: str
    what: str
    size: int
    sha256: str


class PackageFile:
    """Writes the package; what has been put in is known by its checksum."""

    def __init__(self, target: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self.packed: list[Packed] = []

    def add(self, entry: Entry) -> None:
        seen, size = hashlib.sha256(), 0
        with entry.read() as source, self._zip.open(_named(entry.path), "w", force_zip64=True) as target:
            while piece := source.read(PIECE):
                seen.update(piece)
                size += len(piece)
                target.write(piece)
        self.packed.append(Packed(entry.path, entry.what, size, seen.hexdigest()))

    def add_text(self, path: str, what: str, text: str | bytes) -> None:
        content = text if isinstance(text, bytes) else text.encode()
        self.add(Entry(path, what, lambda: io.BytesIO(content)))

    def close(self) -> None:
        """Checksums last, in the form that ``sha256sum --check`` reads."""
        self.add_text("SHA256SUMS", "", "".join(f"{each.sha256}  {each.path}\n" for each in self.packed))
        self._zip.close()


def as_csv(fields: Sequence[Field]) -> bytes:
    """A row a field, as Swedish spreadsheets open it. What looks like a formula is made text."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(("fält", "benämning", "motsvarar i E-ARK CITS ERMS", "värde"))
    for each in fields:
        value = writable(each.value)
        rows.writerow((each.name, each.label, each.term, f"'{value}" if value.startswith(_FORMULA) else value))
    return written.getvalue().encode("utf-8-sig")


def as_xml(fields: Sequence[Field], files: Sequence[Packed]) -> bytes:
    """The same fields, and every file with its size and checksum."""
    root = etree.Element("diariepaket", version="1")
    held = etree.SubElement(root, "uppgifter")
    for each in fields:
        row = etree.SubElement(held, "uppgift", namn=each.name, benamning=each.label)
        if each.term:
            row.set("erms", each.term)
        row.text = writable(each.value)
    listed = etree.SubElement(root, "filer", erms="record/appendix")
    for file in files:
        row = etree.SubElement(listed, "fil", namn=file.path, storlek=str(file.size), sha256=file.sha256)
        row.text = writable(file.what)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _named(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
