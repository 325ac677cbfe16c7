"""Sheets as an Excel file: text as text, whole dates as dates, choices in drop-downs, and a sheet that explains."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kraftsamla.accounts.rules import Visitor
from kraftsamla.core.clock import now
from kraftsamla.portal.sheets.cells import as_date, labels
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.marks import version_cell
from kraftsamla.portal.sheets.shape import KEY, VERSION, Column, Kind, Stored, Takes

README, LISTS = "Läs mig", "Val"
#: New rows below those written out are helped as well.
ROOM = 500
FIRST_LINES = (
    "Ändra och läs in filen igen på sidan Excel i arbetsytan. Du får se vad som skulle ändras innan något sparas.",
    "Ny rad: fyll i längst ned och lämna Nyckel och Version tomma.",
    "En rad som du tar bort ur filen tas inte bort ur registret. En tömd cell tömmer uppgiften.",
    "Datum: skriv dagen (2021-10-22) eller bara det som är känt (2021-10 eller 2021).",
    "Gör kalkylprogrammet om en månad till en hel dag: skriv en apostrof först, '2021-10.",
    "Formler räknas inte. Klistra in det som formeln ger.",
    "Grå kolumner är till för den som läser och ändras inte.",
)
MUTED = "#6D6A62"


class Styles:
    """The few looks that cells have."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.head: Format = book.add_format({**top, "bold": True, "bg_color": "#E2EFEF", "bottom": 1})
        self.text: Format = book.add_format({**top, "num_format": "@"})
        self.key: Format = book.add_format({"valign": "top", "num_format": "@", "font_color": MUTED})
        self.muted: Format = book.add_format({**top, "num_format": "@", "font_color": MUTED})
        self.date: Format = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        self.whole: Format = book.add_format({**top, "num_format": "#,##0"})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})

    def of(self, column: Column) -> Format:
        if column.takes is Takes.KEY:
            return self.key
        if column.takes is Takes.SHOWN:
            return self.muted
        return self.whole if column.takes is Takes.WHOLE else self.text


def write_book(kinds: Sequence[Kind], *, visitor: Visitor, at: dt.date) -> bytes:
    """The sheets of some kinds with every row that somebody may see."""
    target, known = BytesIO(), Known(visitor)
    book = xlsxwriter.Workbook(
        target,
        {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )  # fmt: skip
    book.set_properties({"title": ", ".join(kind.title for kind in kinds), "created": now().replace(tzinfo=None)})
    styles = Styles(book)
    sheets = [(kind, book.add_worksheet(kind.title)) for kind in kinds]
    readme, lists = book.add_worksheet(README), Lists(book.add_worksheet(LISTS), known)
    for kind, sheet in sheets:
        rows = list(kind.stored(visitor, known=known, at=at))
        _fill(sheet, kind, rows, styles)
        for index, column in enumerate(kind.all_columns):
            lists.help_choosing(sheet, column, index=index, rows=len(rows))
    _explain(readme, kinds, styles, at=at)
    lists.sheet.hide()
    book.close()
    return target.getvalue()


def _fill(sheet: Worksheet, kind: Kind, rows: list[Stored], styles: Styles) -> None:
    columns = kind.all_columns
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width, styles.of(column))
        sheet.write_string(0, index, column.heading, styles.head)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for number, row in enumerate(rows, 1):
        cells = {**row.cells, KEY: row.key, VERSION: version_cell(row.version, kind.columns, row.cells)}
        for index, column in enumerate(columns):
            _write(sheet, number, index, column, cells.get(column.key, ""), styles)


def _write(sheet: Worksheet, row: int, index: int, column: Column, text: str, styles: Styles) -> None:
    if not text:
        return
    day = as_date(text) if column.takes is Takes.DATE else None
    if day is not None:
        sheet.write_datetime(row, index, dt.datetime.combine(day, dt.time()), styles.date)
    elif column.takes is Takes.WHOLE:
        sheet.write_number(row, index, int(text), styles.whole)
    else:
        # As text whatever it begins with: "=" would otherwise be a formula when somebody opens the file.
        sheet.write_string(row, index, text, styles.of(column))


class Lists:
    """The hidden sheet that drop-downs take their words from: written in the rule itself they may be 255 letters."""

    def __init__(self, sheet: Worksheet, known: Known) -> None:
        self.sheet = sheet
        self.known = known
        self.written: dict[Any, str] = {}

    def help_choosing(self, sheet: Worksheet, column: Column, *, index: int, rows: int) -> None:
        """Give the cells of a column a drop-down when what they take can be listed."""
        source = self._source(column)
        if not source:
            return
        strict = column.takes is Takes.CHOICE
        sheet.data_validation(
            1, index, rows + ROOM, index,
            {
                "validate": "list", "source": source, "ignore_blank": True,
                "error_type": "stop" if strict else "information",
                "error_title": column.heading,
                "error_message": "Välj ett av orden i listan." if strict else "Kontrollera stavningen.",
            },
        )  # fmt: skip

    def _source(self, column: Column) -> str:
        if column.takes is Takes.CHOICE and column.choices is not None:
            return self._listed(column.choices, list(labels(column.choices).values()))
        if column.takes is Takes.ONE:
            register = getattr(self.known, column.register)
            return self._listed(column.register, [register.label(key) for key in register.by_key])
        return ""

    def _listed(self, what: Any, words: list[str]) -> str:
        if what not in self.written and words:
            at = len(self.written)
            for row, word in enumerate(words):
                self.sheet.write_string(row, at, word)
            letter = xlsxwriter.utility.xl_col_to_name(at, col_abs=True)
            self.written[what] = f"={LISTS}!{letter}$1:{letter}${len(words)}"
        return self.written.get(what, "")


def _explain(sheet: Worksheet, kinds: Sequence[Kind], styles: Styles, *, at: dt.date) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, f"Ur Kraftsamla {at.isoformat()}", styles.title)
    row = 2
    for line in FIRST_LINES:
        sheet.write_string(row, 1, line, styles.text)
        row += 1
    for kind in kinds:
        row += 1
        sheet.write_string(row, 0, kind.title, styles.head)
        sheet.write_string(row, 1, "Vad cellerna tar", styles.head)
        for line in kind.about:
            row += 1
            sheet.write_string(row, 1, line, styles.text)
        for column in kind.all_columns:
            row += 1
            sheet.write_string(row, 0, column.heading, styles.text)
            sheet.write_string(row, 1, _takes(column), styles.text)
        row += 1


def _takes(column: Column) -> str:
    """What a column takes, in words."""
    said = []
    match column.takes:
        case Takes.DATE:
            said.append("Datum: år, år-månad eller dag.")
        case Takes.WHOLE:
            said.append("Heltal.")
        case Takes.CHOICE if column.choices is not None:
            said.append(f"Ett av: {', '.join(labels(column.choices).values())}.")
        case Takes.SHOWN:
            said.append("Ändras inte.")
        case Takes.TEXT:
            said.append("Text.")
        case _:
            pass
    if column.help:
        said.append(column.help)
    if column.required:
        said.append("Får inte vara tom.")
    if column.fixed:
        said.append("Kan bara skrivas i en ny rad.")
    return " ".join(said)
