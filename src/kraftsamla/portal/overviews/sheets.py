"""A report on a file as its page shows it: the most urgent first, and never more than can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kraftsamla.portal.sheets.bringing import Report
from kraftsamla.portal.sheets.shape import Became, Outcome

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    sheet: str
    outcome: Outcome

    @property
    def mark(self) -> str:
        """What a ticked box posts: sheet, row, and the version that was seen."""
        return f"{self.sheet}|{self.outcome.row}|{self.outcome.standing}"


@dataclass(frozen=True, slots=True)
class Lines:
    """``more``: how many there are beyond those shown."""

    rows: Sequence[Line]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class Shown:
    faults: Lines
    conflicts: Lines
    changed: Lines
    added: Lines
    left: int
    several: bool


def shown(report: Report) -> Shown:
    return Shown(
        faults=_lines(report, Became.FAULT), conflicts=_lines(report, Became.CONFLICT),
        changed=_lines(report, Became.CHANGED), added=_lines(report, Became.ADDED),
        left=report.count(Became.LEFT), several=len(report.sheets) > 1,
    )  # fmt: skip


def _lines(report: Report, became: Became) -> Lines:
    found = [Line(sheet.title, each) for sheet in report.sheets for each in sheet.having(became)]
    return Lines(found[:SHOWN], len(found))
