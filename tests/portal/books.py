"""Sheets as somebody opens, changes and saves them in a spreadsheet program."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl

from kraftsamla.accounts.models import User
from kraftsamla.core.clock import today
from kraftsamla.portal.sheets.bringing import Report
from kraftsamla.portal.sheets.kinds import KINDS, kind_named
from kraftsamla.portal.sheets.reading import Book, read_book
from kraftsamla.portal.sheets.shape import Became
from kraftsamla.portal.sheets.writing import write_book


def out(name: str, by: User) -> Any:
    """A sheet as somebody opens it in a spreadsheet program."""
    kind = kind_named(name)
    assert kind is not None
    return openpyxl.load_workbook(BytesIO(write_book([kind], visitor=by, at=today())))


def saved(book: Any) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def place(book: Any, heading: str) -> int:
    sheet = book.worksheets[0]
    return next(index for index, cell in enumerate(sheet[1], 1) if cell.value == heading)


def put(book: Any, row: int, **cells: Any) -> None:
    """Write under headings; ``_`` stands for a space."""
    for heading, value in cells.items():
        book.worksheets[0].cell(row, place(book, heading.replace("_", " "))).value = value


def get(book: Any, row: int, heading: str) -> Any:
    return book.worksheets[0].cell(row, place(book, heading)).value


def read(book: Any) -> Book:
    return read_book(saved(book), KINDS)


def faults(report: Report) -> list[tuple[int, str, str]]:
    return [
        (each.row, fault.column, fault.message)
        for sheet in report.sheets for each in sheet.having(Became.FAULT) for fault in each.faults
    ]  # fmt: skip


def became(report: Report) -> list[tuple[str, int]]:
    return [(each.value, report.count(each)) for each in Became if report.count(each)]
