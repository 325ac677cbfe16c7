"""How often the reader is right, by what people have done with its suggestions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kraftsamla.reading.accepting import KINDS, kind_of
from kraftsamla.reading.accepting.shape import Words
from kraftsamla.reading.choices import Outcome, Sureness
from kraftsamla.reading.querysets import SuggestionQuerySet


@dataclass(slots=True)
class Tally:
    """How many suggestions of one sort came to what."""

    label: Words
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def cells(self) -> list[tuple[Words, int]]:
        return [(capfirst(str(outcome.label)), self.counts[outcome.value]) for outcome in Outcome]

    @property
    def judged(self) -> int:
        """Decided on by somebody who read that very one; what was accepted among others proves nothing."""
        return self.total - self.counts[Outcome.WAITING.value] - self.counts[Outcome.TOGETHER.value]

    @property
    def right(self) -> int | None:
        """Of those that are judged, how many in a hundred were right as they were; None while none is."""
        return self.counts[Outcome.UNTOUCHED.value] * 100 // self.judged if self.judged else None


@dataclass(slots=True)
class KindTally:
    """One kind: all of it, and each band of confidence that has any."""

    whole: Tally
    bands: list[Tally]


@dataclass(slots=True)
class Precision:
    bands: list[Tally]
    whole: Tally
    kinds: list[KindTally]

    @property
    def heads(self) -> list[str]:
        return [capfirst(str(outcome.label)) for outcome in Outcome]


def precision_of(suggestions: SuggestionQuerySet) -> Precision:
    """Everything the page shows, with one question to the database."""
    labels = {
        Sureness.CERTAIN.value: _("Säkra (minst 0,9)"), Sureness.LIKELY.value: _("Troliga (0,7–0,9)"),
        Sureness.UNSURE.value: _("Osäkra (under 0,7)"),
    }  # fmt: skip
    bands = {band: Tally(label) for band, label in labels.items()}
    whole = Tally(_("Alla"))
    kinds: dict[str, tuple[Tally, dict[str, Tally]]] = {}
    for code, band, outcome, number in suggestions.counted():
        if code not in kinds:
            kinds[code] = Tally(capfirst(str(kind_of(code).plural))), {b: Tally(label) for b, label in labels.items()}
        of_kind, of_band = kinds[code]
        for tally in (whole, bands[band], of_kind, of_band[band]):
            tally.counts[outcome] += number
    order = [*KINDS, *sorted(kinds.keys() - KINDS.keys())]
    found = [kinds[code] for code in order if code in kinds]
    return Precision(
        bands=list(bands.values()),
        whole=whole,
        kinds=[KindTally(tally, [each for each in own.values() if each.total]) for tally, own in found],
    )
