"""An Excel file as rows of text: nothing is calculated, nothing is unpacked beyond its limits, nothing is skipped
without a word."""

from __future__ import annotations

import datetime as dt
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from kraftsamla.core.errors import Refused
from kraftsamla.library.extraction import check_packed
from kraftsamla.portal.sheets.shape import KEY, VERSION, Column, Fault, Kind, Takes, Typed, titles
from kraftsamla.portal.sheets.writing import LISTS, README

LARGEST_MB = 20
MOST_ROWS = 20_000
MOST_COLUMNS = 100
OURS = {README.casefold(), LISTS.casefold()}
#: What the library raises with when a file is not what it says; it has no error of its own for that.
BROKEN = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, SyntaxError, struct.error,
    zipfile.BadZipFile, InvalidFileException,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is known. ``columns`` are those of its columns that the file has."""

    kind: Kind
    columns: tuple[Column, ...]
    rows: tuple[Typed, ...]


@dataclass(slots=True)
class Book:
    """``notes`` name what stands in the file and is not read."""

    sheets: list[Sheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_book(content: bytes, kinds: Sequence[Kind]) -> Book:
    """Read a file. Raises Refused with what to do when it is no Excel file, too large, or has none of our sheets."""
    if len(content) > LARGEST_MB * 2**20:
        raise Refused(_("Filen är större än %(limit)s MB. Dela den i flera.") % {"limit": LARGEST_MB})
    if not content.startswith(b"PK"):
        raise Refused(
            _("Filen är inte en Excel-arbetsbok (.xlsx), eller har ett lösenord. Spara den som .xlsx utan lösenord.")
        )
    check_packed(content, must_hold="xl/workbook.xml", format_name="XLSX")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of what a file holds beside its cells
            return _read(content, titles(kinds))
    except BROKEN as error:
        raise Refused(
            _("Filen går inte att läsa som en Excel-arbetsbok. Öppna den i ett kalkylprogram och spara den igen.")
        ) from error


def _read(content: bytes, known: dict[str, Kind]) -> Book:
    opened = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    book = Book()
    try:
        for sheet in opened.worksheets:
            kind = known.get(sheet.title.strip().casefold())
            if kind is not None:
                sheet.reset_dimensions()  # what a file says of its own size may be wrong
                book.sheets.append(_sheet(kind, iter(sheet.iter_rows()), book.notes))
            elif sheet.title.casefold() not in OURS:
                book.notes.append(_("Bladet ”%(title)s” känns inte igen och läses inte.") % {"title": sheet.title})
    finally:
        opened.close()
    if not book.sheets:
        names = ", ".join(kind.title for kind in known.values())
        raise Refused(_("Filen har inget blad som känns igen. Bladen ska heta: %(names)s.") % {"names": names})
    return book


def _sheet(kind: Kind, lines: Iterator[Any], notes: list[str]) -> Sheet:
    headings = _headings(next(lines, ()))
    known = kind.by_heading()
    places: dict[int, Column] = {}
    for place, heading in headings.items():
        column = known.get(heading.casefold())
        if column is None:
            notes.append(
                _("Kolumnen ”%(heading)s” på bladet %(title)s känns inte igen och läses inte.")
                % {"heading": heading, "title": kind.title}
            )
        elif column in places.values():
            raise Refused(
                _("Kolumnen ”%(heading)s” finns två gånger på bladet %(title)s. Ta bort den ena.")
                % {"heading": heading, "title": kind.title}
            )
        else:
            places[place] = column
    for needed in (KEY, VERSION):
        if needed not in {column.key for column in places.values()}:
            heading = next(column.heading for column in kind.all_columns if column.key == needed)
            raise Refused(
                _("Bladet %(title)s saknar kolumnen ”%(heading)s” på första raden. Utgå från en fil som är hämtad här.")
                % {"title": kind.title, "heading": heading}
            )
    rows = tuple(_rows(kind, lines, places, headings, notes))
    return Sheet(kind, tuple(places.values()), rows)


def _headings(line: Iterable[Any]) -> dict[int, str]:
    return {
        index: " ".join(str(cell.value).split()) for index, cell in enumerate(line)
        if cell.value is not None and str(cell.value).strip()
    }  # fmt: skip


def _rows(
    kind: Kind, lines: Iterator[Any], places: dict[int, Column], headings: dict[int, str], notes: list[str]
) -> Iterator[Typed]:
    loose: dict[int, int] = {}
    before: Any = None
    for number, line in enumerate(lines, 2):
        if line is before:  # the library gives the same empty row for all that a file leaves out
            continue
        before = line
        typed = _typed(number, line, places, headings, loose)
        beyond = len(line) > MOST_COLUMNS and any(cell.value is not None for cell in line[MOST_COLUMNS:])
        if (typed is not None and number > MOST_ROWS + 1) or beyond:
            raise Refused(
                _("Bladet %(title)s är för stort: högst %(rows)s rader och %(columns)s kolumner. Dela filen.")
                % {"title": kind.title, "rows": MOST_ROWS, "columns": MOST_COLUMNS}
            )
        if typed is not None:
            yield typed
    for index, row in loose.items():
        notes.append(
            _("Kolumn %(letter)s på bladet %(title)s saknar rubrik. Det som står där läses inte (först rad %(row)s).")
            % {"letter": get_column_letter(index + 1), "title": kind.title, "row": row}
        )


def _typed(
    number: int, line: Iterable[Any], places: dict[int, Column], headings: dict[int, str], loose: dict[int, int]
) -> Typed | None:
    """One row, None when it is empty. Text under no heading is remembered in ``loose``."""
    cells: dict[str, str] = {}
    numeric: list[str] = []
    faults: list[Fault] = []
    for index, cell in enumerate(line):
        value = cell.value
        if value is None:
            continue
        column = places.get(index)
        if column is None:
            if index not in headings:
                loose.setdefault(index, number)
            continue
        if type(value) is str and cell.data_type not in {"f", "e"}:
            text = value.strip() if "\r" not in value else value.replace("\r\n", "\n").strip()
        else:
            text, fault = _text(cell, column)
            faults += [Fault(column.heading, fault)] if fault else []
            if type(value) is float:
                numeric.append(column.key)
        if text:
            cells[column.key] = text
    return Typed(number, cells, frozenset(numeric), tuple(faults)) if cells or faults else None


def _text(cell: Any, column: Column) -> tuple[str, str]:
    """What stands in a cell that holds something else than text, and what is wrong with it."""
    value = cell.value
    if cell.data_type == "f":
        return "", _("Cellen innehåller en formel. Klistra in det som formeln ger i stället.")
    if cell.data_type == "e":
        return "", _("Cellen innehåller ett fel (%(error)s). Skriv det som ska stå där.") % {"error": value}
    if isinstance(value, bool):
        return (_("ja") if value else _("nej")), ""
    if isinstance(value, dt.datetime):
        if value.time() != dt.time() and column.takes is Takes.DATE:
            return value.isoformat(" "), _("Cellen har ett klockslag. Skriv bara datumet.")
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" "), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else repr(value)), ""
    return str(value).strip(), ""
