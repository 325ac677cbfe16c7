"""ODT: headings, paragraphs, lists and the rows of tables of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docreader.archive import Archive
from docreader.composing import Composer
from docreader.errors import Broken, Encrypted
from docreader.model import Extract

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ENCRYPTION = b"encryption-data"
_DEPTH = 60
_SKIPPED = (_TEXT + "note", _OFFICE + "annotation", _TEXT + "tracked-changes", _TEXT + "sequence-decls")


def extract(source: bytes) -> Extract:
    """The text of an ODT file. Raises Broken, Encrypted or ZipBomb."""
    archive = Archive(source, "odt")
    if "META-INF/manifest.xml" in archive.names and _ENCRYPTION in archive.read("META-INF/manifest.xml"):
        raise Encrypted
    root = archive.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Broken(format="odt")
    composer = Composer()
    _walk(body, composer, _numbered_styles(root), 0, 0)
    return Extract(composer.text, "odt", tuple(composer.blocks))


def _numbered_styles(root: etree._Element) -> frozenset[str]:
    """The names of list styles whose first level is numbered."""
    found = set()
    for style in root.iter(_TEXT + "list-style"):
        if style.find(_TEXT + "list-level-style-number") is not None:
            found.add(str(style.get(_STYLE + "name")))
    return frozenset(found)


def _walk(parent: etree._Element, composer: Composer, numbered: frozenset[str], level: int, depth: int) -> None:
    if depth > _DEPTH:
        raise Broken(format="odt")
    for element in parent:
        if element.tag in _SKIPPED:
            continue
        if element.tag == _TEXT + "h":
            outline = str(element.get(_TEXT + "outline-level") or "1")
            composer.add("heading", "".join(_texts(element)), min(6, int(outline)) if outline.isdigit() else 1)
        elif element.tag == _TEXT + "p":
            composer.add("paragraph", "".join(_texts(element)))
        elif element.tag == _TEXT + "list":
            _list(element, composer, numbered, level + 1, depth + 1)
        elif element.tag == _TABLE + "table":
            for row in element.iter(_TABLE + "table-row"):
                cells = [" ".join("".join(_texts(cell)).split()) for cell in row.findall(_TABLE + "table-cell")]
                composer.add("table_row", " | ".join(cells) if any(cells) else "")
            composer.gap()
        elif element.tag in (_TEXT + "section", _TEXT + "index-body", _TEXT + "table-of-content"):
            _walk(element, composer, numbered, level, depth + 1)


def _list(element: etree._Element, composer: Composer, numbered: frozenset[str], level: int, depth: int) -> None:
    if depth > _DEPTH:
        raise Broken(format="odt")
    in_numbers = str(element.get(_TEXT + "style-name")) in numbered
    for number, item in enumerate(element.findall(_TEXT + "list-item"), 1):
        mark = f"{number}." if in_numbers else "•"
        for child in item:
            if child.tag == _TEXT + "list":
                _list(child, composer, numbered, level + 1, depth + 1)
                continue
            words = "".join(_texts(child)).strip()
            if child.tag == _TEXT + "h" and words:
                composer.add("heading", f"{mark} {words}", 2)
            elif words:
                composer.add("list_item", f"{mark} {words}", level)
            mark = ""


def _texts(element: etree._Element) -> Iterator[str]:
    """The words of an element with its tabs, spaces and line breaks."""
    yield element.text or ""
    for child in element:
        if child.tag == _TEXT + "s":
            count = str(child.get(_TEXT + "c") or "1")
            yield " " * min(40, int(count) if count.isdigit() else 1)
        elif child.tag == _TEXT + "tab":
            yield "\t"
        elif child.tag == _TEXT + "line-break":
            yield "\n"
        elif child.tag not in _SKIPPED:
            if child.tag == _TEXT + "p":
                yield "\n"
            yield from _texts(child)
        yield child.tail or ""
