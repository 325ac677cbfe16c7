"""The one shape of a kind of suggestion: its fields, what must be chosen before it can be accepted, and the deed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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

OFFICE = re.compile(
    r"^(?:(?:vice )?(?:ordförande|samordnare|sekreterare)n?|ledamot(?:en)?|statssekreterare|statsråd(?:et)?"
    r"|landshövding(?:en)?|generaldirektör(?:en)?|professor|docent|dr|chair(?:person|man|woman)?|secretary)\s+(?=\S)",
    re.IGNORECASE,
)

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
    #: The kind an unknown organisation is added as when its name does not say; "" leaves it out of the register.
    otherwise: str = ""
    #: What the reader calls some of the choices.
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` is a record's slug or number, "none", "new", or "new:agency" for a new one of that kind."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Slot:
    """Something the suggestion points at. With ``default`` "" a person must choose; that is an open question.

    ``known`` is the record it was recognised as. ``remark`` says why something is asked or chosen beforehand.
    ``proposal`` is a likely answer that nobody has given yet, with the reason in ``why``; without one, ``why`` is the
    reason of the likeness that is asked about.
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


def nothing_lacking(values: Values) -> Words:
    return ""


def _in_our_words(field_: Field | None, value: Any) -> Any:
    if field_ is not None and field_.noun == "person" and isinstance(value, str):
        return OFFICE.sub("", value)
    return field_.aliases.get(str(value), value) if field_ is not None else value


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of suggestion, and what accepting it does.

    ``slots`` adds what the fields' nouns do not give, ``placed`` what also depends on where in the document it stands;
    ``parents`` lists what has to be accepted before. ``lacks`` says which fact is missing before it can be a record.
    One that is not ``is_for_all`` is only ever accepted by somebody who has read it.
    """

    code: str
    plural: Words
    becomes: Words
    fields: tuple[Field, ...]
    accept: Callable[[Context], None]
    slots: Callable[[Values, Known], list[Slot]] = no_slots
    placed: Callable[[Values, Known, Evidence], list[Slot]] = no_placed
    parents: Callable[[Values, Known], list[Parent]] = no_parents
    lacks: Callable[[Values], Words] = nothing_lacking
    is_for_all: bool = True

    def in_our_words(self, said: Values) -> dict[str, Any]:
        """The fields as the reader gives them, its codes exchanged for those that a person can choose among.

        A person's name loses the office that stood before it.
        """
        fields = {each.name: each for each in self.fields}
        return {name: _in_our_words(fields.get(name), value) for name, value in said.items()}
