"""Lists of people set as tables: rows with cells between bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docreader.facts.entries import Assembler, Entry
from docreader.facts.phrases import phrases
from docreader.facts.remarks import ABSENT, without_substitutes
from docreader.model import Span
from docreader.text.names import person_score, role_score
from docreader.text.shadow import shadow_of

_COLUMNS = (
    (
        "attendance",
        re.compile(
            r"närvaro|närv|status|tilstede|til stede|present|møtt|mødt|fremmøte|oppmøte|attend"
            r"|^(?:var |er |är )?(?:med|here|there|deltog|deltar|deltager|deltok|på plats)\b|^kom\b",
            re.I,
        ),
    ),
    ("party", re.compile(r"^parti$|^party$|^liste$", re.I)),
    (
        "organisation",
        re.compile(
            r"organisation|myndighet|företag|arbetsplats|representerar|verksamhet|virksomhet|region|kommun"
            r"|org\b|affiliation|company|^(?:var|varifrån|från|hvor|hvorfra|fra|where|from|employer|arbeidssted|arbejdssted"
            r"|arbetsgivare)\??$",
            re.I,
        ),
    ),
    (
        "role",
        re.compile(
            r"roll|funktion|funksjon|verv|position|titel|uppdrag|rolle|title|role|befattning|tittel|stilling", re.I
        ),
    ),
    (
        "person",
        re.compile(
            r"namn|navn|name|närvarande|deltagare|deltakere|deltagere|participant|ledamot|medlem|^(?:vem|hvem|who)\??$",
            re.I,
        ),
    ),
)


def table_entries(flat: str, spans: Sequence[Span]) -> tuple[list[Entry], float]:
    """The people in the rows, and the share of the rows that this explains, 0..1."""
    rows = [(start, end) for start, end in spans if "|" in flat[start:end]]
    if len(rows) < max(1, 0.6 * len(spans)):
        return [], 0.0
    columns: dict[int, str] = {}
    entries: list[Entry] = []
    explained = total = 0
    for start, end in rows:
        cells = _cells(flat, start, end)
        if not cells or all(re.fullmatch(r"[:\s-]*", flat[a:b]) for a, b in cells):
            continue
        texts = [flat[a:b] for a, b in cells]
        if not entries and not any(person_score(text.strip("* ")) >= 0.6 for text in texts):
            columns = columns or _columns(texts)
            if columns:
                continue
        total += sum(map(len, texts))
        entry = _row(flat, cells, columns)
        if entry is not None:
            entries.append(entry)
            explained += sum(map(len, texts))
    return entries, explained / total if total else 0.0


def _cells(flat: str, start: int, end: int) -> list[Span]:
    cells: list[Span] = []
    position = start
    for piece in flat[start:end].split("|"):
        inner = piece.strip(" *")
        if inner or (cells and position < end):
            at = position + (piece.index(inner) if inner else 0)
            cells.append((at, at + len(inner)))
        position += len(piece) + 1
    return [cell for cell in cells if cell[0] < cell[1]] or []


def _columns(texts: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        for name, pattern in reversed(_COLUMNS):
            if pattern.search(text) and name not in found.values():
                found[index] = name
                break
    if "person" not in found.values():
        # "Present | Organisation": the heading of the names tells that they came.
        found = {index: "person" if name == "attendance" else name for index, name in found.items()}
    return found if len(found) >= 2 or len(texts) == 1 else {}


def heads_table(text: str) -> bool:
    """True for the heading row of a table of people."""
    if "|" not in text or len(text) > 160:
        return False
    columns = _columns([cell.strip(" *") for cell in text.strip("| ").split("|")])
    return "person" in columns.values() and len(columns) >= 2


_PRESENT_MARK = re.compile(r"(?:x|1|ja|yes|när\w*|present|til stede|√|✓)", re.IGNORECASE)
_ABSENT_MARK = re.compile(r"(?:-|–|0|nej|nei|no|ej|frv?|" + ABSENT.pattern + ")", re.IGNORECASE)
#: "ja, höll ihop", "nej, sjuk": the mark and a word about it.
_MARK_AND_REASON = re.compile(r"(?P<mark>ja|yes|x|nej|nei|no|ej)[,;:.]?\s(?P<reason>.{2,60})", re.IGNORECASE)
#: "13.30–15", "från kl. 10": for a part of the time.
_TIMES = re.compile(r"(?:från|fra|from|til|till|until|kl\.?|[\s\d.:–-])*\d[\d.:]*(?:[\s–-]+\d[\d.:]*)?", re.IGNORECASE)


def _row(flat: str, cells: Sequence[Span], columns: dict[int, str]) -> Entry | None:
    entry = Entry((cells[0][0], cells[-1][1]))
    marks: list[bool] = []
    for index, (a, b) in enumerate(cells):
        text = re.sub(r"\s+", " ", flat[a:b])
        column = columns.get(index)
        likely = column is None and (person_score(text) >= 0.6 or _begins_with_person(text))
        if entry.person is None and (column == "person" or likely):
            entry = _person_cell(flat, (a, b), entry, sure=column == "person") or entry
        elif _PRESENT_MARK.fullmatch(text) or _ABSENT_MARK.fullmatch(text):
            marks.append(bool(_PRESENT_MARK.fullmatch(text)))
        elif column == "attendance" and (said := _MARK_AND_REASON.fullmatch(text)):
            marks.append(bool(_PRESENT_MARK.fullmatch(said["mark"])))
        elif column == "attendance" and _TIMES.fullmatch(text):
            marks.append(True)
            entry = replace(entry, partial=True)
        elif column == "role" or (column is None and role_score(text) >= 0.8):
            entry = replace(entry, role=text)
        elif entry.organisation is None and column != "attendance":
            entry = _organisation_cell(entry, text)
    if marks and not any(marks):
        entry = replace(entry, attendance="absent")
    if entry.person is None and entry.organisation is None:
        return None
    return entry if entry.person is None or len(entry.person.split()) > 1 else None


_STAYED = re.compile(
    r"\s?\((?:till|til|from|från|fra|fr\.o\.m|t\.o\.m|until|kl|del av|delvis|deler av|dele af|part)\b[^()]{0,40}\)$",
    re.I,
)


def _organisation_cell(entry: Entry, text: str) -> Entry:
    """The employer; what a bracket behind it says of the time is about the person."""
    stayed = _STAYED.search(text)
    if stayed is None:
        return replace(entry, organisation=text)
    return replace(entry, organisation=text[: stayed.start()], partial=True)


def _begins_with_person(text: str) -> bool:
    items = phrases(text)
    return bool(items) and items[0].sort == "person" and person_score(items[0].text) >= 0.6


def _person_cell(flat: str, cell: Span, entry: Entry, *, sure: bool) -> Entry | None:
    """A cell with a name and perhaps party and role beside it."""
    shadow = shadow_of(flat, [cell])
    assembler = Assembler(shadow, sharing=True)
    assembler.feed(phrases(without_substitutes(shadow.text)))
    if assembler.entries:
        told = assembler.entries[0]
        return replace(
            told, span=entry.span, organisation=told.organisation or entry.organisation, role=told.role or entry.role
        )
    return replace(entry, person=shadow.text) if sure and " " in shadow.text else None
