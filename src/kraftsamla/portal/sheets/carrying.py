"""What was looked through, carried by the page itself until somebody says yes: nothing is kept here meanwhile.

Signed for one person, so that what is written is what that person was shown; checked anew when it comes back.
"""

from __future__ import annotations

from django.core import signing
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import Refused
from kraftsamla.portal.sheets.bringing import Report
from kraftsamla.portal.sheets.kinds import KINDS
from kraftsamla.portal.sheets.reading import Book, Sheet
from kraftsamla.portal.sheets.shape import Typed

HOURS = 12


def packed(book: Book, report: Report, *, by: User) -> str:
    """The rows that differ, as text for a hidden field."""
    columns = {sheet.kind.title: [column.key for column in sheet.columns] for sheet in book.sheets}
    sheets = [
        [each.title, columns[each.title], [[row.row, row.cells, sorted(row.numeric)] for row in each.rows]]
        for each in report.sheets
    ]
    return signing.dumps([sheets, book.notes], salt=_salt(by), compress=True)


def unpacked(text: str, *, by: User) -> Book:
    """The same rows again. Raises Refused when the page is too old or is not ours."""
    try:
        sheets, notes = signing.loads(text, salt=_salt(by), max_age=HOURS * 3600)
    except signing.BadSignature as error:
        raise Refused(_("Granskningen är för gammal eller inte din. Läs in filen igen.")) from error
    kinds = {kind.title: kind for kind in KINDS}
    return Book(
        [
            Sheet(
                kinds[title], tuple(column for column in kinds[title].all_columns if column.key in columns),
                tuple(Typed(row, cells, frozenset(numeric)) for row, cells, numeric in rows),
            )
            for title, columns, rows in sheets
        ],
        notes,
    )  # fmt: skip


def _salt(by: User) -> str:
    return f"portal.sheets.{by.pk}"
