"""Where a page's facts come from: every source once, numbered in the order it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from kraftsamla.editions.content import Source


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    source: Source


class Notes:
    """The sources of some records and of everything they hold."""

    __slots__ = ("entries", "numbers")

    def __init__(self, records: Iterable[object] = ()) -> None:
        self.numbers: dict[Source, int] = {}
        for record in records:
            for source in sources_of(record):
                self.numbers.setdefault(source, len(self.numbers) + 1)
        self.entries = [Note(number, source) for source, number in self.numbers.items()]

    def numbers_for(self, sources: Iterable[Source]) -> list[int]:
        return sorted(self.numbers[source] for source in sources if source in self.numbers)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields that may hold sources, a record's own first."""
    names = [field.name for field in fields(kind) if "tuple[" in str(field.type)]
    return tuple(sorted(names, key=lambda name: name != "sources"))


def sources_of(record: Any) -> Iterator[Source]:
    """The sources of a record, and of the dates, parts and other things in it."""
    for name in _names(record.__class__):
        for item in getattr(record, name):
            if isinstance(item, Source):
                yield item
            elif is_dataclass(item):
                yield from sources_of(item)
