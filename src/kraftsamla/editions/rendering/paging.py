"""Long lists in parts, each a page of its own, so that no page grows heavy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kraftsamla.editions.rendering.addresses import Address

T = TypeVar("T")
SIZE = 120


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """``first`` and ``last`` count in the whole list, from one."""

    address: Address
    number: int
    of: int
    items: Sequence[T]
    first: int
    last: int
    total: int
    previous: Address | None
    next: Address | None

    @property
    def is_whole(self) -> bool:
        return self.of == 1


def parts(items: Sequence[T], address: Address, *, size: int = SIZE) -> Iterator[Part[T]]:
    """The list cut into parts; an empty list is one empty part."""
    of = max(1, -(-len(items) // size))
    for number in range(1, of + 1):
        start = (number - 1) * size
        shown = items[start : start + size]
        yield Part(
            address=address.part(number),
            number=number,
            of=of,
            items=shown,
            first=start + 1,
            last=start + len(shown),
            total=len(items),
            previous=address.part(number - 1) if number > 1 else None,
            next=address.part(number + 1) if number < of else None,
        )
