"""A paper from a meeting as frozen content: what is kept, signed, printed as Word and PDF, and shown.

A paper is sections of blocks. It names no record, so that the same content gives the same paper for ever; ``as_json``
and ``from_json`` keep it, and ``digest`` is what an adjuster signs.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, parted by an empty line; lines that begin with "- " are a list."""

    shape: ClassVar[str] = "prose"
    text: str

    @property
    def pieces(self) -> tuple[tuple[bool, tuple[str, ...]], ...]:
        """Paragraphs and lists in their order: whether it is a list, and its lines."""
        found: list[tuple[bool, list[str]]] = []
        for chunk in re.split(r"\n\s*\n", self.text.replace("\r\n", "\n").strip()):
            for number, line in enumerate(each.strip() for each in chunk.split("\n") if each.strip()):
                is_list = line.startswith("- ")
                if number == 0 or found[-1][0] != is_list:
                    found.append((is_list, []))
                found[-1][1].append(line[2:].strip() if is_list else line)
        return tuple((is_list, tuple(lines)) for is_list, lines in found)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, for example time and place."""

    shape: ClassVar[str] = "facts"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list. A point is its text and, quieter, what belongs to it: who answers for it, until when."""

    shape: ClassVar[str] = "points"
    rows: tuple[tuple[str, str], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. ``caption`` says what the table is, also to whoever hears it read."""

    shape: ClassVar[str] = "table"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class People:
    """Who took part, in groups with a heading each. A person is a name and a role or organisation."""

    shape: ClassVar[str] = "people"
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


Block = Prose | Facts | Points | Table | People
_BLOCKS: dict[str, type[Any]] = {each.__name__: each for each in (Prose, Facts, Points, Table, People)}


@dataclass(frozen=True, slots=True)
class Section:
    """``kind`` is a ``PartKind``. ``number`` is the point's, "" for sections without one. ``level`` 1 or 2.

    ``anchor`` says which part it was made from, so that what is said about it can be kept there. No digest holds it.
    """

    kind: str
    heading: str
    blocks: tuple[Block, ...]
    number: str = ""
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """``word`` is what the office calls it ("Mötesanteckningar"), ``facts`` stand at the top of the first page.

    ``note`` says what the paper is in law and how far it has come; ``foot`` stands on every page. ``signatures`` are
    lines for those who adjust: a name and how and when it was signed ("" when it has not been).
    """

    language: str
    word: str
    title: str
    sender: str
    date: str
    reference: str
    note: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    signatures: tuple[tuple[str, str], ...] = ()
    foot: str = ""


def as_json(paper: Paper) -> dict[str, Any]:
    """Plain values that JSON can hold; blocks say their kind."""
    data = asdict(paper)
    for section, row in zip(paper.sections, data["sections"], strict=True):
        for block, kept in zip(section.blocks, row["blocks"], strict=True):
            kept["block"] = type(block).__name__
    kept_as: dict[str, Any] = json.loads(json.dumps(data))
    return kept_as


def from_json(data: dict[str, Any]) -> Paper:
    """The paper that ``as_json`` gave."""
    sections = tuple(
        Section(**{**row, "blocks": tuple(_block(each) for each in row["blocks"])}) for row in data["sections"]
    )
    return Paper(**{**_frozen(data), "sections": sections})


def digest(paper: Paper) -> str:
    """SHA-256 of the content, in hexadecimal; the same for the same words."""
    data = as_json(paper)
    for row in data["sections"]:
        del row["anchor"]
    whole = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def _block(row: dict[str, Any]) -> Block:
    made: Block = _BLOCKS[row["block"]](**_frozen({name: row[name] for name in row if name != "block"}))
    return made


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, dict):
        return {name: _frozen(each) for name, each in value.items()}
    return value
