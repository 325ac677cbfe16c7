"""What a sheet is made of: its columns, its rows as they are stored, and what the program has to say about a file."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar

from django.db import models

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.portal.sheets.known import Known

Cells = Mapping[str, str]
KEY, VERSION = "key", "version"


class Takes(Enum):
    """What may stand in the cells of a column."""

    KEY = "key"
    TEXT = "text"
    DATE = "date"
    WHOLE = "whole"
    CHOICE = "choice"
    ONE = "one"
    MANY = "many"
    #: There for whoever reads; what is written there is refused.
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` is what the deed calls the field. ``fixed``: can be said in a new row only.

    Headings and explanations are Swedish whatever the reader's language: a file must fit the program that it came from.
    """

    key: str
    heading: str
    takes: Takes = Takes.TEXT
    help: str = ""
    width: int = 22
    choices: type[models.TextChoices] | None = None
    register: str = ""
    required: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it would be written out now."""

    key: str
    version: str
    cells: Cells
    record: Any


@dataclass(frozen=True, slots=True)
class Typed:
    """A row of a file. ``numeric``: columns whose cell held a number, so that "1.10" may have become 1.1."""

    row: int
    cells: dict[str, str]
    numeric: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell and what to do; ``column`` is its heading, "" when it concerns the row."""

    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    column: str
    before: str
    after: str


class Became(Enum):
    """What a row comes to. Rows that say what is known already come to nothing and are only counted."""

    ADDED = "added"
    CHANGED = "changed"
    CONFLICT = "conflict"
    FAULT = "fault"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``standing``: the version of the record that a conflict was found with."""

    row: int
    name: str
    became: Became
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()
    standing: str = ""


@dataclass(slots=True)
class SheetReport:
    """What a sheet comes to. ``rows`` are those that were not left alone, as they were read."""

    title: str
    outcomes: list[Outcome] = field(default_factory=list)
    left: int = 0
    rows: list[Typed] = field(default_factory=list)

    def having(self, became: Became) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.became is became]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who brings the file, on which day, and what there is to refer to."""

    by: User
    at: dt.date
    known: Known


class Kind(ABC):
    """A noun as a sheet. ``name`` stands in addresses and commands, ``title`` on the sheet."""

    name: ClassVar[str]
    title: ClassVar[str]
    #: The column whose words name a row to a person.
    named: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    about: ClassVar[tuple[str, ...]] = ()
    #: Whether a change is written from the whole row rather than from the cells that differ.
    whole: ClassVar[bool] = False
    #: Whether a row adds to its record, so that one key may stand in several rows.
    appends: ClassVar[bool] = False

    def may_bring(self, visitor: Visitor, *, at: dt.date) -> bool:
        """Whether somebody may bring this sheet back with changes."""
        return may_edit(visitor)

    @abstractmethod
    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        """Every row that somebody may see, in the order of the sheet."""

    @abstractmethod
    def add(self, values: dict[str, Any], *, scene: Scene) -> models.Model:
        """Make the record of a new row, by its deed."""

    @abstractmethod
    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        """Write a row that differs, by its deed; whether anything changed."""

    def narrow(self, values: Cells, *, stored: Stored | None, scene: Scene) -> models.Model | None:
        """The strategy within which the numbers of a row are looked for."""
        return None

    @property
    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column(KEY, "Nyckel", Takes.KEY, "Ändra inte. Tom i en ny rad.", 18),
            Column(VERSION, "Version", Takes.KEY, "Ändra inte. Tom i en ny rad.", 9),
            *self.columns,
        )  # fmt: skip

    def by_heading(self) -> dict[str, Column]:
        return {column.heading.casefold(): column for column in self.all_columns}


def titles(kinds: Iterable[Kind]) -> dict[str, Kind]:
    return {kind.title.casefold(): kind for kind in kinds}
