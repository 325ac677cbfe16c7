"""A paper with every kind of block, and how its files are read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from kraftsamla.meetings.papers.content import Facts, Paper, People, Points, Prose, Section, Table

FIRST = ("Åsa", "Örjan", "Älva")
MEMBERS = tuple((f"{first} {last}", "Myndigheten för prov") for first in FIRST for last in "ABCDEFGHI")

PAPER = Paper(
    language="sv", word="Mötesanteckningar", title="Möte 3: hälsa och forskning", sender="Kansliet för samverkan",
    date="5 mars 2026", reference="2026/0123", note="Utkast. Inte justerat.",
    facts=(("Plats", "Malmö"), ("Närvarande", "17, varav 3 på distans")),
    signatures=(("Gun Ek, ledamot", "justerat 12 mars 2026, med personlig länk"), ("Bo Ål, ledamot", "")),
    foot="Möte 3. Utkast, inte justerat.",
    sections=(
        Section("item", "Läget", (
            Prose("Åsa berättade om läget.\n\nFrågor:\n- Hur når data forskningen?\n- Vem gör vad?\n\nMötet enades."),
            Points((("Nya uppdrag", "Karin Strand, Vinnova"), ("Presentation", ""))),
            Facts((("Beslut", "Gruppen antar planen."),)),
        ), number="1"),
        Section("discussion", "Gruppdiskussion", (Prose("Grupperna vill samla kraften."),), level=2),
        Section("item", "Avslutning", (Prose("Ordföranden tackade."),), number="2"),
        Section("decisions", "Beslut", (
            Points((("Planen antas.", "punkt 1"), ("Kansliet återkommer.", "")), numbered=True),
        )),
        Section("followups", "Uppföljning", (
            Table("Att följa upp", ("Vad", "Vem", "När"), (
                ("Skriv planen", "Vinnova", "30 juni 2026"), ("Ring", "SKR", ""),
            )),
        )),
        Section("participants", "Deltagare", (
            People((("Ordförande", (("Gun Ek", "SKR"),)), ("Ledamöter", MEMBERS), ("Kansliet", (("Per Sjö", ""),)))),
        )),
    ),
)  # fmt: skip


def long_paper(*, items: int = 30, people: int = 300) -> Paper:
    """As long as papers from conferences are."""
    said = "Mötet gick igenom läget och enades om hur arbetet ska fortsätta. " * 12
    rows = tuple((f"Person {number:03}", "Myndigheten för prov") for number in range(people))
    numbers = range(1, items + 1)
    sections = tuple(Section("item", f"Punkt {each}", (Prose(said),), number=f"{each}") for each in numbers)
    tasks = tuple((f"Uppgift {number}: {said[:120]}", "Vinnova", "2026-06-30") for number in range(60))
    table = Section("followups", "Uppföljning", (Table("Att följa upp", ("Vad", "Vem", "När"), tasks),))
    came = Section("participants", "Deltagare", (People((("Närvarande", rows),)),))
    return replace(PAPER, sections=(*sections, table, came))


@dataclass(frozen=True)
class Tag:
    """A node of the structure tree: its kind, how many steps down, its attributes."""

    kind: str
    depth: int
    node: Any


def tags(file: pikepdf.Pdf) -> list[Tag]:
    return list(_below(file.Root.StructTreeRoot.K, 0))


def _below(node: Any, depth: int) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for each in list(node):
            yield from _below(each, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield Tag(str(node.S)[1:], depth, node)
        if "/K" in node:
            yield from _below(node.K, depth + 1)


def texts(content: bytes) -> list[str]:
    """The words of each page in the order in which they are told."""
    file = pypdfium2.PdfDocument(BytesIO(content))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in file]
    finally:
        file.close()


def fonts(file: pikepdf.Pdf) -> Iterator[Any]:
    """The description of every typeface that a page uses."""
    for page in file.pages:
        for font in page.Resources.get("/Font", {}).values():
            for inner in font.get("/DescendantFonts", [font]):
                yield inner.FontDescriptor


def embedded(descriptor: Any) -> bool:
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def in_order(words: list[str], told: str) -> bool:
    """Whether the words stand in the text, each after the one before."""
    place = 0
    for each in words:
        found = told.find(each, place)
        if found < 0:
            raise AssertionError(f"{each!r} is not found after {told[max(place - 60, 0) : place]!r}")
        place = found + len(each)
    return True
