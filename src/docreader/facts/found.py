"""What has been found so far, and the one way to put a suggestion together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docreader.model import FieldValue, Note, Span, Suggestion, SuggestionKind


@dataclass
class Found:
    """The suggestions of the finders that have run."""

    suggestions: list[Suggestion] = field(default_factory=list)

    def of(self, *kinds: SuggestionKind) -> Iterator[Suggestion]:
        """Those of certain kinds."""
        return (item for item in self.suggestions if item.kind in kinds)

    def covers(self, span: Span, *kinds: SuggestionKind) -> bool:
        """True when a passage of such a suggestion meets the span."""
        return any(s < span[1] and span[0] < e for item in self.of(*kinds) for s, e in item.evidence)


def suggest(
    kind: SuggestionKind,
    evidence: Iterable[Span],
    confidence: float,
    notes: Iterable[Note] = (),
    **fields: FieldValue,
) -> Suggestion:
    """A suggestion without the fields that are None; a field that is a Python word takes ``_`` (``from_``)."""
    spans = tuple(dict.fromkeys(evidence))
    given = {name: value for name, value in fields.items() if value is not None}
    return Suggestion(kind, given, spans, round(max(0.05, min(0.99, confidence)), 2), tuple(notes))
