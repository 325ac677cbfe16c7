"""What a row was taken out as, in its Version cell: the version, and a short mark of every cell.

When somebody else has changed the record meanwhile, the marks tell which cells were written in the file and which only
stand there from before.
"""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Sequence

from kraftsamla.portal.sheets.shape import Cells, Column

LENGTH = 4


def version_cell(version: str, columns: Sequence[Column], cells: Cells) -> str:
    return f"{version} {''.join(_mark(cells.get(column.key, '')) for column in columns)}"


def version_in(cell: str) -> str:
    """The version alone; what is no number is not one."""
    version = cell.partition(" ")[0]
    return version if version.isdecimal() else ""


def written_since(cell: str, columns: Sequence[Column], cells: Cells) -> set[str]:
    """The columns whose cells say something else than when the row was taken out; all when that cannot be told."""
    marks = cell.partition(" ")[2]
    if len(marks) != LENGTH * len(columns):
        return {column.key for column in columns}
    return {
        column.key for index, column in enumerate(columns)
        if _mark(cells.get(column.key, "")) != marks[index * LENGTH : (index + 1) * LENGTH]
    }  # fmt: skip


def _mark(text: str) -> str:
    return b64encode((zlib.crc32(text.encode()) & 0xFFFFFF).to_bytes(3, "big")).decode() if text else "AAAA"
