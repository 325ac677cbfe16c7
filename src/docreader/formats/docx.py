"""DOCX: paragraphs with their styles and list numbers, and the rows of tables.

Macros, pictures, comments, deleted text, headers and footers are left out; nothing outside the file is fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docreader.archive import Archive
from docreader.composing import Composer
from docreader.errors import Broken
from docreader.model import Extract

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CORE_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: its heading level (0 for none) and its list, if any."""

    level: int = 0
    numbering: tuple[str, int] | None = None


class Numbering:
    """The list numbers that Word shows but does not store."""

    def __init__(self, root: etree._Element | None, w: str) -> None:
        self._formats: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        abstract: dict[str, etree._Element] = {
            str(el.get(w + "abstractNumId")): el for el in root.iter(w + "abstractNum")
        }
        for num in root.iter(w + "num"):
            link = num.find(w + "abstractNumId")
            source = abstract.get(str(link.get(w + "val"))) if link is not None else None
            for level in source.iter(w + "lvl") if source is not None else ():
                number_format, text, start = (
                    level.find(w + "numFmt"),
                    level.find(w + "lvlText"),
                    level.find(w + "start"),
                )
                self._formats[str(num.get(w + "numId")), _integer(level.get(w + "ilvl"))] = (
                    str(number_format.get(w + "val")) if number_format is not None else "decimal",
                    str(text.get(w + "val")) if text is not None else "%1.",
                    _integer(start.get(w + "val"), 1) if start is not None else 1,
                )

    def mark(self, numbering: tuple[str, int]) -> str:
        """What stands before the next point of a list: "3.", "1.2" or a bullet."""
        list_id, level = numbering
        number_format, pattern, start = self._formats.get(numbering, ("bullet", "", 1))
        if number_format in ("bullet", "none") or "%" not in pattern:
            return "•" if number_format != "none" else ""
        counters = self._counters[list_id]
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]
        text = pattern
        for place in range(9):
            text = text.replace(f"%{place + 1}", _figure(counters.get(place, 1), number_format))
        return text


def _figure(number: int, number_format: str) -> str:
    if number_format == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26)
    if number_format == "upperLetter":
        return chr(ord("A") + (number - 1) % 26)
    return str(number)


def _integer(value: str | bytes | None, otherwise: int = 0) -> int:
    try:
        return int(value or otherwise)
    except ValueError:
        return otherwise


def extract(source: bytes) -> Extract:
    """The text of a DOCX file. Raises Broken, Encrypted or ZipBomb."""
    archive = Archive(source, "docx")
    root = archive.xml("word/document.xml")
    w = _STRICT if str(root.tag).startswith(_STRICT) else _W
    body = root.find(w + "body")
    if body is None:
        raise Broken(format="docx")
    styles = _styles(archive.xml("word/styles.xml"), w) if "word/styles.xml" in archive.names else {}
    numbering = Numbering(archive.xml("word/numbering.xml") if "word/numbering.xml" in archive.names else None, w)
    composer = Composer()
    _walk(body, composer, styles, numbering, w, 0)
    return Extract(composer.text, "docx", tuple(composer.blocks), title=_title(archive))


def _title(archive: Archive) -> str | None:
    if "docProps/core.xml" not in archive.names:
        return None
    title = archive.xml("docProps/core.xml").findtext(_CORE_TITLE)
    return title.strip() if title and len(title.split()) > 1 else None


def _styles(root: etree._Element, w: str) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for element in root.iter(w + "style"):
        name = element.find(w + "name")
        words = str(name.get(w + "val")).casefold() if name is not None else ""
        outline = element.find(f"{w}pPr/{w}outlineLvl")
        level = _integer(outline.get(w + "val"), 9) + 1 if outline is not None else 0
        for prefix in ("heading ", "rubrik ", "overskrift "):
            if words.startswith(prefix) and words[len(prefix) :].isdigit():
                level = int(words[len(prefix) :])
        if words in ("title", "rubrik", "tittel", "titel"):
            level = 1
        found[str(element.get(w + "styleId"))] = Style(level if level < 7 else 0, _list_of(element.find(w + "pPr"), w))
    return found


def _list_of(properties: etree._Element | None, w: str) -> tuple[str, int] | None:
    marks = properties.find(w + "numPr") if properties is not None else None
    if marks is None:
        return None
    number, level = marks.find(w + "numId"), marks.find(w + "ilvl")
    if number is None or number.get(w + "val") == "0":
        return None
    return str(number.get(w + "val")), _integer(level.get(w + "val")) if level is not None else 0


def _walk(
    parent: etree._Element,
    composer: Composer,
    styles: dict[str, Style],
    numbering: Numbering,
    w: str,
    depth: int,
) -> None:
    if depth > _DEPTH:
        raise Broken(format="docx")
    for element in parent:
        if element.tag == w + "p":
            _paragraph(element, composer, styles, numbering, w)
        elif element.tag == w + "tbl":
            for row in element.iter(w + "tr"):
                cells = [" ".join("".join(_texts(cell, w)).split()) for cell in row.findall(w + "tc")]
                composer.add("table_row", " | ".join(cells) if any(cells) else "")
            composer.gap()
        elif element.tag in (w + "sdt", w + "sdtContent", w + "ins", w + "smartTag", w + "customXml"):
            _walk(element, composer, styles, numbering, w, depth + 1)


def _paragraph(
    element: etree._Element, composer: Composer, styles: dict[str, Style], numbering: Numbering, w: str
) -> None:
    text = "".join(_texts(element, w)).strip()
    properties = element.find(w + "pPr")
    link = properties.find(w + "pStyle") if properties is not None else None
    style = styles.get(str(link.get(w + "val")), Style()) if link is not None else Style()
    listed = _list_of(properties, w) or style.numbering
    if not text:
        composer.gap()
        return
    mark = numbering.mark(listed) if listed else ""
    words = f"{mark} {text}" if mark else text
    if style.level:
        composer.add("heading", words, style.level)
    elif listed:
        composer.add("list_item", words, listed[1] + 1)
    elif _all_bold(element, w) and len(text) < 120 and not text.endswith("."):
        composer.add("heading", words, 4)
    else:
        composer.add("paragraph", words)


def _all_bold(element: etree._Element, w: str) -> bool:
    runs = [run for run in element.iter(w + "r") if "".join(_texts(run, w)).strip()]
    marks = [run.find(f"{w}rPr/{w}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(w + "val") not in ("0", "false") for mark in marks)


def _texts(element: etree._Element, w: str) -> Iterator[str]:
    """The words of an element. What was deleted, and the second rendering of a drawing, are passed over."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in (w + "del", w + "moveFrom", w + "pPr", w + "instrText", _FALLBACK):
            continue
        if node.tag == w + "t":
            yield node.text or ""
        elif node.tag == w + "tab":
            yield "\t"
        elif node.tag in (w + "br", w + "cr"):
            yield "\n"
        elif node.tag == w + "noBreakHyphen":
            yield "-"
        elif node.tag == w + "p" and node is not element:
            yield "\n"
        stack.extend(reversed(node))
