"""Bringing back an Excel file of 10,000 rows, against the library merely reading it.

The limit is what openpyxl takes to walk through every cell of the same file; the ratio says how many times longer it
takes to read it, look up every row, and say what would change. Once with a file that nobody has touched, once with a
hundred rows changed, each of which is written by its deed and taken back. Several rounds; the median ratio within a
round is printed, in processor time, since both do nothing but reckon. Argument: the number of rows.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from io import BytesIO
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROUNDS = 5
CHANGED = 100


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.clock import today
    from kraftsamla.portal.sheets.bringing import rehearse
    from kraftsamla.portal.sheets.kinds import KINDS, kind_named
    from kraftsamla.portal.sheets.reading import read_book
    from kraftsamla.portal.sheets.writing import write_book

    by, kind = system_account(), kind_named("organisationer")
    assert kind is not None
    fill(rows)
    started = time.process_time()
    untouched = write_book([kind], visitor=by, at=today())
    out = time.process_time() - started
    files = (("untouched", untouched, 0), (f"{CHANGED} rows changed", touched(untouched), CHANGED))
    for name, content, expected in files:
        ratios, took, plain = [], [], []
        for _ in range(ROUNDS):
            started = time.process_time()
            walk(content)
            plain.append(time.process_time() - started)
            started = time.process_time()
            report = rehearse(book=read_book(content, KINDS), by=by)
            took.append(time.process_time() - started)
            assert (report.to_write, report.faults) == (expected, 0)
            ratios.append(took[-1] / plain[-1])
        print(
            f"{rows} rows, {len(content) / 2**20:.1f} MB, {name}: {statistics.median(took):.2f} s; "
            f"merely reading {statistics.median(plain):.2f} s; ratio {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f}–{max(ratios):.2f})"
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"taken out in {out:.2f} s; at most {memory:.0f} MB of memory")
    return 0


def fill(rows: int) -> None:
    """As many organisations as wanted, with every column filled as in a real register."""
    from kraftsamla.actors.models import Organisation
    from kraftsamla.core.collation import fold, sort_key

    made = []
    for number in range(rows):
        name = f"Myndigheten för prövning och åtgärder i område {number}"
        made.append(
            Organisation(
                slug=f"myndighet-{number}", name=name, name_en=f"Agency for testing number {number}", sector="public",
                kind="agency", region="Västra Götaland", website=f"https://example.org/{number}",
                valid_from=f"19{number % 90 + 10}-05-17" if number % 2 else "2021-10", sort_key=sort_key(name),
                folded=fold(name),
            )
        )  # fmt: skip
    Organisation.objects.bulk_create(made, batch_size=500)


def walk(content: bytes) -> int:
    """Every cell of every sheet, and nothing else."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    cells = sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None)
    book.close()
    return cells


def touched(content: bytes) -> bytes:
    """The same file with rows spread over it changed."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    sheet: Any = book.worksheets[0]
    place = next(index for index, cell in enumerate(sheet[1], 1) if cell.value == "Region")
    step = (sheet.max_row - 1) // CHANGED
    for number in range(CHANGED):
        sheet.cell(2 + number * step, place).value = "Skåne"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


if __name__ == "__main__":
    sys.exit(main())
