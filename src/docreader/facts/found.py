"""What has been found so far, and the one way to put a suggestion together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from docreader.model import FieldValue, Note, Span, Suggestion, SuggestionKind


class Found:
    """The suggestions of the finders that have run, indexed by kind and place."""

    def __init__(self) -> None:
        self.suggestions: list[Suggestion] = []
        self._by_kind: dict[SuggestionKind, list[Suggestion]] = {}
        self._spans: dict[SuggestionKind, tuple[list[int], list[int]]] = {}
        self._numbers: dict[SuggestionKind, tuple[list[int], list[str | None]]] = {}
        self._ordered: dict[SuggestionKind, tuple[list[int], list[Suggestion]]] = {}

    def extend(self, suggestions: Iterable[Suggestion]) -> None:
        """Add what a finder has found."""
        for item in suggestions:
            self.suggestions.append(item)
            self._by_kind.setdefault(item.kind, []).append(item)
        self._spans.clear()
        self._numbers.clear()
        self._ordered.clear()

    def of(self, *kinds: SuggestionKind) -> Iterator[Suggestion]:
        """Those of certain kinds."""
        return (item for kind in kinds for item in self._by_kind.get(kind, ()))

    def covers(self, span: Span, *kinds: SuggestionKind) -> bool:
        """True when a passage of such a suggestion meets the span."""
        for kind in kinds:
            index = self._spans.get(kind)
            if index is None:
                if kind not in self._by_kind:
                    continue
                index = self._index(kind)
            starts, ends = index
            last = bisect_left(starts, span[1])
            if last and ends[last - 1] > span[0]:
                return True
        return False

    def _index(self, kind: SuggestionKind) -> tuple[list[int], list[int]]:
        """The starts of all passages in order, and for each the furthest end so far."""
        if kind not in self._spans:
            spans = sorted(span for item in self._by_kind[kind] for span in item.evidence)
            self._spans[kind] = (
                [start for start, _ in spans],
                list(accumulate((end for _, end in spans), max)),
            )
        return self._spans[kind]

    def last_at(self, kind: SuggestionKind, offset: int) -> Suggestion | None:
        """The last one of a kind that begins at or before an offset."""
        if kind not in self._ordered:
            items = sorted(self._by_kind.get(kind, ()), key=lambda item: item.evidence[0][0])
            self._ordered[kind] = [item.evidence[0][0] for item in items], items
        starts, items = self._ordered[kind]
        place = bisect_right(starts, offset)
        return items[place - 1] if place else None

    def number_at(self, kind: SuggestionKind, offset: int) -> str | None:
        """The number of the last agenda item or objective that begins at or before an offset."""
        if kind not in self._numbers:
            items = sorted((item.evidence[0][0], item.fields.get("number")) for item in self._by_kind.get(kind, ()))
            numbers = [None if number is None else str(number) for _, number in items]
            self._numbers[kind] = [start for start, _ in items], numbers
        starts, written = self._numbers[kind]
        place = bisect_right(starts, offset)
        return written[place - 1] if place else None


def suggest(
    kind: SuggestionKind,
    evidence: Iterable[Span],
    confidence: float,
    notes: Iterable[Note] = (),
    /,
    **fields: FieldValue,
) -> Suggestion:
    """A suggestion. Fields that are None are left out."""
    spans = tuple(dict.fromkeys(evidence))
    given = {name: value for name, value in fields.items() if value is not None}
    return Suggestion(kind, given, spans, round(max(0.05, min(0.99, confidence)), 2), tuple(notes))
