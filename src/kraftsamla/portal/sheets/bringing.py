"""Bringing a file back: what it would come to, and doing it. Both go the same way, and the trial is undone.

Every row that differs is written by the deed a page would use, so that rules, history and the log are the same. A deed
that refuses becomes a fault at its row and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused, Stale
from kraftsamla.portal.sheets.cells import parse
from kraftsamla.portal.sheets.kinds import KINDS
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.marks import version_in, written_since
from kraftsamla.portal.sheets.reading import Book, Sheet
from kraftsamla.portal.sheets.shape import (
    KEY,
    VERSION,
    Became,
    Change,
    Column,
    Fault,
    Kind,
    Outcome,
    Scene,
    SheetReport,
    Stored,
    Takes,
    Typed,
)

#: Sheet and row → the version of the record over which somebody has chosen to write.
Over = Mapping[tuple[str, int], str]


@dataclass(slots=True)
class Report:
    """What a file comes to."""

    sheets: list[SheetReport] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, became: Became) -> int:
        if became is Became.LEFT:
            return sum(sheet.left for sheet in self.sheets)
        return sum(len(sheet.having(became)) for sheet in self.sheets)

    @property
    def faults(self) -> int:
        return self.count(Became.FAULT)

    @property
    def to_write(self) -> int:
        return self.count(Became.ADDED) + self.count(Became.CHANGED)


class Faulty(Refused):
    """Something in the file is wrong, or has become so since it was looked at; ``report`` says what."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


@transaction.atomic
def rehearse(*, book: Book, by: User) -> Report:
    """What a file would come to. Nothing is stored."""
    report = _bring(book, by=by, over={})
    transaction.set_rollback(True)
    return report


@transaction.atomic
def carry_out(*, book: Book, by: User, over: Over) -> Report:
    """Write what differs, all of it or nothing. Raises Faulty when a row is wrong, also one that has become so.

    A row whose record somebody else has changed is left alone, unless ``over`` names it with the version that was seen.
    """
    report = _bring(book, by=by, over=over)
    fresh = [each for sheet in report.sheets for each in sheet.having(Became.CONFLICT)
             if (sheet.title, each.row) in over]  # fmt: skip
    if report.faults or fresh:
        raise Faulty(_("Något har ändrats sedan filen granskades. Inget är sparat. Granska igen."), report)
    return report


def _bring(book: Book, *, by: User, over: Over) -> Report:
    scene = Scene(by, today(), Known())
    report = Report(notes=list(book.notes))
    sheets = {sheet.kind.name: sheet for sheet in book.sheets}
    for kind in KINDS:
        if kind.name in sheets:
            require(kind.may_bring(by, at=scene.at))
            report.sheets.append(_Bringer(sheets[kind.name], scene, over).bring())
    return report


class _Bringer:
    """One sheet on its way in."""

    def __init__(self, sheet: Sheet, scene: Scene, over: Over) -> None:
        self.sheet = sheet
        self.kind: Kind = sheet.kind
        self.scene = scene
        self.over = over
        self.compared = [c for c in sheet.columns if c.takes is not Takes.KEY]
        self.stored = {row.key: row for row in self.kind.stored(scene.by, known=scene.known, at=scene.at)}
        self.first: dict[str, int] = {}

    def bring(self) -> SheetReport:
        report = SheetReport(self.kind.title)
        for typed in self.sheet.rows:
            outcome = self._row(typed)
            if outcome is None or outcome.became is Became.LEFT:
                report.left += 1
            else:
                report.outcomes.append(outcome)
                report.rows.append(typed)
        return report

    def _row(self, typed: Typed) -> Outcome | None:
        """What a row comes to; None when it says what is known already."""
        key = typed.cells.get(KEY, "")
        stored = self.stored.get(key) if key else None
        twice = self._twice(typed, key)
        if twice is not None:
            return twice
        if key and stored is None:
            return self._faulty(
                typed, None,
                _("Nyckeln ”%(key)s” finns inte, eller posten är borttagen eller ihopslagen med en annan. "
                  "Hämta en ny fil, eller töm nyckeln om raden är ny.") % {"key": key},
                column="Nyckel",
            )  # fmt: skip
        changed = self._differing(typed, stored)
        if not changed and not typed.faults:
            return None
        if typed.faults:
            return Outcome(typed.row, self._name(typed, stored), Became.FAULT, faults=typed.faults)
        if stored is None:
            return self._add(typed, changed)
        seen = self.over.get((self.kind.title, typed.row)) or version_in(typed.cells.get(VERSION, ""))
        if seen != stored.version and not (self.kind.appends and not typed.cells.get(VERSION)):
            return self._conflict(typed, stored, changed, seen)
        return self._change(typed, stored, changed)

    def _twice(self, typed: Typed, key: str) -> Outcome | None:
        if not key or (self.kind.appends and not typed.cells.get(VERSION)):
            return None
        first = self.first.setdefault(key, typed.row)
        if first == typed.row:
            return None
        message = _("Nyckeln står också på rad %(row)s. Behåll en av raderna, eller töm nyckeln om raden är ny.")
        return self._faulty(typed, self.stored.get(key), message % {"row": first}, column="Nyckel")

    def _differing(self, typed: Typed, stored: Stored | None) -> list[Column]:
        """The columns that say something else than what is stored."""
        cells = typed.cells
        if stored is None or (self.kind.appends and not cells.get(VERSION)):
            return [c for c in self.compared if c.key in cells and c.takes is not Takes.SHOWN]
        now = stored.cells
        differing = [
            column for column in self.compared
            if cells.get(column.key, "") != now.get(column.key, "") and not self._means_the_same(column, typed, stored)
        ]  # fmt: skip
        if differing and version_in(cells.get(VERSION, "")) != stored.version:
            mine = written_since(cells.get(VERSION, ""), self.kind.columns, cells)
            return [column for column in differing if column.key in mine]
        return differing

    def _means_the_same(self, column: Column, typed: Typed, stored: Stored) -> bool:
        """Whether two texts are one date, one choice or one record, for instance by its name before this very file."""
        if column.takes in {Takes.TEXT, Takes.SHOWN}:
            return False
        strategy = self.kind.narrow(typed.cells, stored=stored, scene=self.scene)
        texts = (typed.cells.get(column.key, ""), stored.cells.get(column.key, ""))
        try:
            one, other = (
                parse(column, text, known=self.scene.known, strategy=strategy, was_number=column.key in typed.numeric)
                for text in texts
            )
        except ValidationError:
            return False
        return bool(one == other)

    def _add(self, typed: Typed, changed: list[Column]) -> Outcome:
        if typed.cells.get(VERSION):
            message = _("Versionen står kvar men nyckeln är tom. Skriv nyckeln, eller töm båda.")
            return self._faulty(typed, None, message)
        values, faults = self._parsed(typed, None, [c for c in self.kind.columns if c.takes is not Takes.SHOWN])
        if faults:
            return Outcome(typed.row, self._name(typed, None), Became.FAULT, faults=tuple(faults))

        def deed() -> bool:
            self.scene.known.written(self.kind.add(values, scene=self.scene))
            return True

        changes = tuple(Change(c.heading, "", typed.cells[c.key]) for c in changed)
        return self._tried(typed, None, deed, Outcome(typed.row, self._name(typed, None), Became.ADDED, changes))

    def _change(self, typed: Typed, stored: Stored, changed: list[Column]) -> Outcome:
        faults = [
            Fault(c.heading, _("Det här ändras inte i filen. Skriv tillbaka det som stod: ”%(text)s”.")
                  % {"text": stored.cells.get(c.key, "")[:200]})
            for c in changed if c.takes is Takes.SHOWN or c.fixed
        ]  # fmt: skip
        wanted = [c for c in self.kind.columns if c.takes is not Takes.SHOWN] if self.kind.whole else changed
        values, wrong = self._parsed(typed, stored, [c for c in wanted if c not in changed or not c.fixed])
        if faults or wrong:
            return Outcome(typed.row, self._name(typed, stored), Became.FAULT, faults=(*faults, *wrong))
        touched = frozenset(c.key for c in changed)

        def deed() -> bool:
            version = int(stored.version)
            wrote = self.kind.change(stored, values, touched=touched, version=version, scene=self.scene)
            self.scene.known.written(stored.record)
            return wrote

        done = Outcome(typed.row, self._name(typed, stored), Became.CHANGED, _changes(changed, typed, stored))
        return self._tried(typed, stored, deed, done)

    def _conflict(self, typed: Typed, stored: Stored, changed: list[Column], seen: str) -> Outcome:
        if not seen:
            return self._faulty(typed, stored, _("Versionen saknas. Hämta en ny fil och gör om ändringen där."))
        return Outcome(
            typed.row, self._name(typed, stored), Became.CONFLICT, _changes(changed, typed, stored),
            standing=stored.version,
        )  # fmt: skip

    def _parsed(
        self, typed: Typed, stored: Stored | None, columns: list[Column]
    ) -> tuple[dict[str, Any], list[Fault]]:
        """The cells as the deed wants them. A column that the file lacks says what is stored."""
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        there = {column.key for column in self.compared}
        strategy = self.kind.narrow(typed.cells, stored=stored, scene=self.scene)
        for column in columns:
            source = typed.cells if column.key in there or stored is None else stored.cells
            try:
                values[column.key] = parse(
                    column, source.get(column.key, ""), known=self.scene.known, strategy=strategy,
                    was_number=column.key in typed.numeric,
                )  # fmt: skip
            except ValidationError as error:
                faults.append(Fault(column.heading, " ".join(error.messages)))
        return values, faults

    def _tried(self, typed: Typed, stored: Stored | None, deed: Any, done: Outcome) -> Outcome:
        """Run a deed on its own; what it refuses with becomes the row's faults, and the others go on."""
        try:
            with transaction.atomic():
                return done if deed() else Outcome(typed.row, done.name, Became.LEFT)
        except ValidationError as error:
            return Outcome(typed.row, done.name, Became.FAULT, faults=tuple(self._faults(error)))
        except Stale:
            standing = stored.version if stored else ""
            return Outcome(typed.row, done.name, Became.CONFLICT, done.changes, standing=standing)
        except Refused as refused:
            return self._faulty(typed, stored, refused.message)

    def _faults(self, error: ValidationError) -> list[Fault]:
        if not hasattr(error, "error_dict"):
            return [Fault("", " ".join(error.messages))]
        headings = {column.key: column.heading for column in self.kind.all_columns}
        return [
            Fault("" if name == NON_FIELD_ERRORS else headings.get(name, name), " ".join(messages))
            for name, messages in error.message_dict.items()
        ]

    def _faulty(self, typed: Typed, stored: Stored | None, message: str, *, column: str = "") -> Outcome:
        return Outcome(typed.row, self._name(typed, stored), Became.FAULT, faults=(Fault(column, message),))

    def _name(self, typed: Typed, stored: Stored | None) -> str:
        named = (stored.cells if stored is not None else typed.cells).get(self.kind.named, "")
        return named or typed.cells.get(self.kind.named, "") or typed.cells.get(KEY, "")


def _changes(changed: list[Column], typed: Typed, stored: Stored) -> tuple[Change, ...]:
    return tuple(Change(c.heading, stored.cells.get(c.key, ""), typed.cells.get(c.key, "")) for c in changed)
