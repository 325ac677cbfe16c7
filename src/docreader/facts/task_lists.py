"""Actions listed under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.doers import TASK, due, is_doer, people_in
from docreader.facts.found import suggest
from docreader.facts.people import People
from docreader.model import Note, Suggestion
from docreader.text.names import NAME_WORD, PERSON
from docreader.text.page import Page
from docreader.text.sentences import sentences_of
from docreader.text.triggers import quick
from docreader.text.units import Unit
from docreader.text.words import words

_HEAD = re.compile(
    r"\W{0,4}(?:action ?points?|actions?|action items?|to.?do|att[ -]?göra|att göra[- ]lista|åtgärder"
    r"|åtgärdslista|uppgifter|uppgift|uppföljningspunkter|aktiviteter|aktionspunkter|aktionspunkt|"
    r"oppfølging(?:spunkter)?|opfølgning(?:spunkter)?|tiltak|aksjonspunkter|aksjoner|gjøremål|opgaver"
    r"|aftaler|follow.?up|next steps|nästa steg|fortsatt arbete)\b(?:\s(?:inför|till|innan|til|before|for"
    r"|efter|från|frem)\b.{0,40})?\s?:?\W{0,3}$",
    re.IGNORECASE,
)


_TRAILING = re.compile(r"\((?P<who>[^()]{2,80})\)?\W{0,3}$")


#: The heading row of a table set with spaces: nothing but what its columns hold.
_HEAD_WORDS = words("""
    nr vad vem vem? när när? uppgift uppgifter åtgärd åtgärder aktivitet ärende ansvar ansvarig ansvariga klart klar
    datum deadline status senast kommentar punkt oppgave oppgaver tiltak hva hvem når ansvarlig frist dato merknad
    opgave opgaver hvad hvornår action actions task tasks what who when owner responsible due date by item
""")
_COLUMNS = re.compile(r" {2,}|\t")
#: How to reach somebody is nothing to do.
_ADDRESS = re.compile(r"\S@\S|\bhttps?://|\bwww\.|(?<!\d)\+?0\d{1,3}[- ]\d")

_DONE = quick(r"\b(?:klart|klar|done|pågår|utfört|färdig)\b", re.IGNORECASE)


def under_heads(page: Page) -> Iterator[Unit]:
    """The points below a heading for actions, up to the next heading or numbered point."""
    active = False
    pointed = False
    numbered = ""
    rows = 0
    for unit in page.units:
        if _HEAD.match(unit.text) and len(unit.text) < 80:
            active, pointed, numbered = True, False, unit.number
            continue
        row = unit.kind == "table_row" or (rows and unit.number == str(rows + 1))
        rows = int(unit.number) if row and unit.number.isdigit() else rows if row else 0
        if not row and (unit.kind == "heading" or (unit.number and numbered and not unit.bullet)):
            active = False
        if not active:
            continue
        if unit.bullet or unit.number or unit.kind == "table_row":
            pointed = True
            yield unit
        elif pointed and (unit.gap or unit.text[0].isupper()):
            active = False
        elif len(unit.text) > 8 and not unit.text.endswith(":"):
            yield unit


_UNTICKED = re.compile(r"[-*+]\s\[ ?\]\s")


def unticked(page: Page) -> Iterator[Unit]:
    """Points with an empty box before them, wherever they stand."""
    return (unit for unit in page.units if unit.bullet and _UNTICKED.match(page.flat, unit.start))


_ROW_HEAD = re.compile(
    r"(?=.*\|.*)(?=.*\b(?:ansvar\w*|vem|hvem|who|responsible|owner|utförare)\b)(?=.*\b(?:klart?|frist|deadline"
    r"|senast|när|when|due|datum"
    r"|dato|tid|by when)\b)",
    re.IGNORECASE,
)


def in_task_tables(page: Page) -> Iterator[Unit]:
    """The rows of a table whose heading row asks for whoever is responsible and until when."""
    active = False
    for unit in page.units:
        row = unit.kind == "table_row"
        if row and len(unit.text) < 120 and _ROW_HEAD.match(unit.text):
            active = True
        elif active and row and not re.fullmatch(r"[\s|:-]*", unit.text):
            yield unit
        elif not row and unit.kind == "heading":
            active = False


def from_point(page: Page, people: People, unit: Unit) -> Iterator[Suggestion]:
    sentences = list(sentences_of(unit))
    if not sentences or len(unit.text) < 6 or re.fullmatch(r"[\s|:-]*", unit.text):
        return
    if unit.kind == "table_row":
        yield from from_row(page, people, unit)
        return
    if not _is_no_task(unit.text):
        made = _from_columns(page, people, unit)
        yield from [made] if made else _from_words(page, people, unit)


def _from_columns(page: Page, people: People, unit: Unit) -> Suggestion | None:
    """A row of a table set with spaces."""
    cells = _COLUMNS.split(page.flat[unit.start : unit.end].strip())
    plain = len(cells) > 1 and not unit.bullet and not unit.number
    return _from_cells(page, people, unit, cells) if plain else None


def _from_words(page: Page, people: People, unit: Unit) -> Iterator[Suggestion]:
    """A point in words: who does it stands first, or in brackets behind."""
    text = unit.text
    trailing = _TRAILING.search(text)
    responsible: list[str] = []
    notes: list[Note] = []
    cut = len(text)
    if trailing:
        responsible, notes = people_in(trailing["who"], people)
        cut = trailing.start() if responsible or _DONE.search(trailing["who"]) else cut
    start = 0
    lead = re.match(
        rf"(?P<who>{PERSON}|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}})(?:\s?[/,]\s?(?P<two>{PERSON}"
        rf"|{NAME_WORD}))?\s?[:–-]\s",
        text,
    )
    task = TASK.match(text)
    if not responsible and lead and is_doer(lead["who"], people):
        responsible, notes = people_in(lead["who"] + (f", {lead['two']}" if lead["two"] else ""), people)
        start = lead.end()
    elif not responsible and task and is_doer(task["who"], people):
        responsible, notes = people_in(", ".join(filter(None, (task["who"], task["second"]))), people)
        start = task.start("verb")
    elif not responsible:
        named = re.match(
            rf"(?P<who>{NAME_WORD}(?: {NAME_WORD})?)(?:(?:,\s|\s(?:och|og|and"
            rf"|&)\s)(?P<second>{NAME_WORD}(?: {NAME_WORD})?))?\s(?=[a-zåäöæø])",
            text,
        )
        if (named and people.knows(named["who"])) or (
            named and people.knows(named["who"].split()[0]) and " " in named["who"]
        ):
            responsible, notes = people_in(", ".join(filter(None, (named["who"], named["second"]))), people)
            start = named.end()
    date, more = due(page, text)
    title = text[start:cut].strip(" .,;:–-")
    if title:
        span = (unit.body.span(0, 1)[0], unit.end)
        yield suggest(
            "action",
            [span],
            0.9,
            [*notes, *more],
            title=title,
            responsible=tuple(responsible),
            date=date,
            date_kind="due" if date else None,
        )


def _is_no_task(text: str) -> bool:
    """A heading row, or a line that says how to reach somebody."""
    told = text.casefold().split()
    return all(word.strip(":") in _HEAD_WORDS for word in told) or _ADDRESS.search(text) is not None


def from_row(page: Page, people: People, unit: Unit, *, strict: bool = False) -> Iterator[Suggestion]:
    cells = [cell.strip(" *") for cell in unit.text.strip("|").split("|")]
    cells = [cell for cell in cells if cell and not re.fullmatch(r"\d{1,3}(?:\.\d{1,3})?\.?", cell)]
    if (
        len(cells) < 2
        or re.search(r"ansvarig|vem|who|responsible|ansvarlig", unit.text, re.IGNORECASE)
        or re.fullmatch(r"[:\s|-]+", unit.text)
    ):
        return
    if strict and not _names_or_dates(page, people, cells):
        return
    made = _from_cells(page, people, unit, cells)
    if made is not None:
        yield made


def _names_or_dates(page: Page, people: People, cells: Sequence[str]) -> bool:
    """Whether a cell says who, or nothing but when."""
    title = _task_cell(page, people, cells)
    return any(
        (cell is not title and people_in(cell, people)[0]) or (len(cell) < 24 and page.find_dates(cell))
        for cell in cells
    )


def _task_cell(page: Page, people: People, cells: Sequence[str]) -> str:
    """The task is told at length; a cell with a day or a name is not it."""
    told = [cell for cell in cells if not people_in(cell, people)[0] and not (page.find_dates(cell) and len(cell) < 24)]
    return max(told or cells, key=len)


def _from_cells(page: Page, people: People, unit: Unit, cells: Sequence[str]) -> Suggestion | None:
    """The task, who does it and until when, each in a cell; None when no other cell says who or when."""
    title = _task_cell(page, people, cells)
    responsible: list[str] = []
    for cell in cells:
        if cell is not title and not responsible:
            responsible, _ = people_in(cell, people)
    date, notes = due(page, unit.text)
    if unit.kind != "table_row" and not responsible and date is None:
        return None
    return suggest(
        "action",
        [(unit.start, unit.end)],
        0.82,
        notes,
        title=title,
        responsible=tuple(responsible),
        date=date,
        date_kind="due" if date else None,
    )
