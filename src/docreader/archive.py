"""Opening packed documents (DOCX, ODT) without being hurt by them."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from docreader.errors import Broken, Encrypted, ZipBomb

#: How much the members that are read may hold unpacked, in all.
LIMIT_MB = 96
_MEMBERS = 10_000
_RATIO = 400


class Archive:
    """The members of a packed document. Sizes are checked before anything is unpacked."""

    def __init__(self, source: bytes, format_name: str) -> None:
        self._format = format_name
        try:
            self._zip = zipfile.ZipFile(BytesIO(source))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Broken(format=format_name) from error
        if len(self._zip.infolist()) > _MEMBERS:
            raise ZipBomb(limit_mb=LIMIT_MB)
        self._left = LIMIT_MB * 1_000_000

    @property
    def names(self) -> frozenset[str]:
        """The names of the members."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises Broken, Encrypted or ZipBomb."""
        try:
            info = self._zip.getinfo(name)
        except KeyError as error:
            raise Broken(format=self._format) from error
        if info.flag_bits & 0x1:
            raise Encrypted
        huge = info.file_size > 4_000_000 and info.file_size > _RATIO * max(1, info.compress_size)
        if info.file_size > self._left or huge:
            raise ZipBomb(limit_mb=LIMIT_MB)
        try:
            with self._zip.open(info) as member:
                # The size in the directory may lie: never read more than is left.
                content = member.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
            # An offset in the directory that points before the start of the file.
            ValueError,
        ) as error:
            raise Broken(format=self._format) from error
        if len(content) > self._left:
            raise ZipBomb(limit_mb=LIMIT_MB)
        self._left -= len(content)
        return content

    def xml(self, name: str) -> etree._Element:
        """A member parsed as XML. A document type declaration (the way to entities) is refused as Broken."""
        content = self.read(name)
        if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:20_000]:
            raise Broken(format=self._format)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Broken(format=self._format) from error
        if root is None:
            raise Broken(format=self._format)
        return root
