"""The one shape of a kind of suggestion: its fields, what must be chosen before it can be accepted, and the deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils.functional import Promise

if TYPE_CHECKING:
    from kraftsamla.reading.accepting.context import Context
    from kraftsamla.reading.accepting.known import Known

Words = str | Promise
Values = Mapping[str, Any]
#: The spans of the document a suggestion rests on.
Evidence = Sequence[Sequence[int]]
FieldType = Literal["line", "prose", "date", "time", "number", "choice", "flag", "lines"]
#: What the words in a field name; a field without a noun is only words.
Noun = Literal["", "person", "organisation", "body", "objective"]

NEW = "new"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """A value that a suggestion carries and a person may correct."""

    name: str
    label: Words
    type: FieldType = "line"
    noun: Noun = ""
    required: bool = False
    choices: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` is a record's slug or number, "none", "new", or "new:agency" for a new one of that kind."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Slot:
    """Something the suggestion points at. With ``default`` "" a person must choose; that is an open question.

    ``known`` is the record it was recognised as. ``remark`` says why something is asked or chosen beforehand.
    ``proposal`` is a likely answer that nobody has given yet, with the reason in ``why``.
    """

    name: str
    label: Words
    said: str
    known: Option | None = None
    options: tuple[Option, ...] = ()
    default: str = ""
    remark: Words = ""
    proposal: Option | None = None
    why: Words = ""

    @property
    def is_open(self) -> bool:
        return not self.default

    @property
    def is_short(self) -> bool:
        """Few enough options to be shown side by side."""
        return len(self.options) <= 3

    def accepts(self, value: str) -> bool:
        return value == self.default or any(option.value == value for option in self.options)


@dataclass(frozen=True, slots=True)
class Parent:
    """Another suggestion that has to be a record first: ``kind`` and, when it is one of many, its number."""

    kind: str
    number: str = ""


def no_slots(values: Values, known: Known) -> list[Slot]:
    return []


def no_placed(values: Values, known: Known, evidence: Evidence) -> list[Slot]:
    return []


def no_parents(values: Values, known: Known) -> list[Parent]:
    return []


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of suggestion. ``accept`` is None while the picture has no place for it; ``home`` then says so.

    ``slots`` adds what the fields' nouns do not give, ``placed`` what also depends on where in the document it stands;
    ``parents`` lists what has to be accepted before.
    """

    code: str
    plural: Words
    becomes: Words
    fields: tuple[Field, ...]
    accept: Callable[[Context], None] | None = None
    slots: Callable[[Values, Known], list[Slot]] = no_slots
    placed: Callable[[Values, Known, Evidence], list[Slot]] = no_placed
    parents: Callable[[Values, Known], list[Parent]] = no_parents

    @property
    def has_home(self) -> bool:
        return self.accept is not None
