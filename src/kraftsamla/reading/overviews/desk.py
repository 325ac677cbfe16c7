"""The whole desk of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.text import capfirst

from kraftsamla.reading.accepting import KINDS, kind_of
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.readiness import MISSING
from kraftsamla.reading.accepting.shape import Kind, Words
from kraftsamla.reading.choices import NOTES
from kraftsamla.reading.models import Reading
from kraftsamla.reading.overviews.cards import Card, cards_of
from kraftsamla.reading.overviews.paper import Piece, paper_of
from kraftsamla.ui.templatetags.ui import partial_date

WAITING, DECIDED, ALL, DIFFERING = "vantar", "avgjorda", "alla", "skillnader"
SHOWN = (ALL, WAITING, DECIDED, DIFFERING)


@dataclass(frozen=True, slots=True)
class Group:
    """The suggestions of one kind."""

    kind: Kind
    cards: list[Card]
    total: int
    waiting: int

    @property
    def known(self) -> int:
        return sum(card.is_known for card in self.cards)

    @property
    def brings(self) -> str:
        """What is accepted together with the first of them."""
        return ", ".join(dict.fromkeys(str(each) for card in self.cards for each in card.brings))


@dataclass(frozen=True, slots=True)
class Progress:
    """``certain``: how many can be accepted in one go; ``differing``: from the document's earlier version."""

    total: int
    decided: int
    certain: int
    questions: int
    differing: int

    @property
    def waiting(self) -> int:
        return self.total - self.decided


@dataclass(frozen=True, slots=True)
class Desk:
    reading: Reading
    paper: list[Piece]
    groups: list[Group]
    progress: Progress
    shown: str
    notes: list[Words]
    changed: list[Card] = field(default_factory=list)

    @property
    def missing(self) -> str:
        """The kind of record that much of the document hangs on and that it says nothing of: "meeting", "strategy"."""
        awaited = {str(card.awaits) for group in self.groups for card in group.cards if card.awaits}
        return next((kind for kind in ("meeting", "strategy") if str(MISSING[kind]) in awaited), "")

    @property
    def head(self) -> tuple[int, int, str]:
        """Where the document begins, and the words there: a passage for what it says nowhere else."""
        text, layout = self.reading.document.text, self.reading.document.layout or [["paragraph", 0, 0, 200]]
        start, end = next(((a, b) for kind, _level, a, b in layout if kind != "furniture"), (0, len(text)))
        return start, min(end, start + 500), text[start : min(end, start + 500)]

    @property
    def gone(self) -> list[tuple[Words, str]]:
        """What was proposed from the earlier version alone."""
        return [(capfirst(str(kind_of(kind).plural)), partial_date(words)) for kind, words in self.reading.vanished]


def desk_of(reading: Reading, *, shown: str = ALL) -> Desk:
    """Everything the page of one document shows, with the same number of questions however many suggestions."""
    suggestions = list(reading.suggestions.select_related("decided_by"))
    cards = cards_of(suggestions, Known(reading))
    picked = [card for card in cards if _is_shown(card, shown)]
    return Desk(
        reading=reading,
        paper=paper_of(reading.document, suggestions),
        groups=_grouped(picked, cards),
        progress=_progress(cards),
        shown=shown,
        notes=[str(NOTES[note["code"]]) % note for note in reading.notes if note.get("code") in NOTES],
    )


def _is_shown(card: Card, shown: str) -> bool:
    if shown == DIFFERING:
        return bool(card.suggestion.change)
    return shown == ALL or card.is_waiting == (shown == WAITING)


def looks_of(reading: Reading) -> dict[int, tuple[object, ...]]:
    """How each card looks before a decision, to tell afterwards which others it changed."""
    return {card.suggestion.pk: card.looks for card in cards_of(reading.suggestions.all(), Known(reading))}


def changed_since(reading: Reading, before: Mapping[int, tuple[object, ...]], *, shown: str) -> Desk:
    """The desk as it stands now, its groups with only the cards that look otherwise than ``before``."""
    suggestions = list(reading.suggestions.select_related("decided_by"))
    cards = cards_of(suggestions, Known(reading))
    changed = [card for card in cards if before.get(card.suggestion.pk) != card.looks]
    return Desk(
        reading=reading, paper=[], groups=_grouped(cards, cards), progress=_progress(cards), shown=shown, notes=[],
        changed=changed,
    )  # fmt: skip


def _progress(cards: list[Card]) -> Progress:
    return Progress(
        total=len(cards),
        decided=sum(not card.is_waiting for card in cards),
        certain=sum(card.is_ready for card in cards),
        questions=sum(card.is_question for card in cards),
        differing=sum(bool(card.suggestion.change) for card in cards),
    )


def _grouped(cards: list[Card], among: list[Card]) -> list[Group]:
    """The cards by kind; counted ``among`` all, whichever of them are shown."""
    order = list(KINDS)
    by_kind: dict[str, list[Card]] = {}
    for card in cards:
        by_kind.setdefault(card.kind.code, []).append(card)
    codes = sorted(by_kind, key=lambda code: order.index(code) if code in order else len(order))
    total = Counter(card.kind.code for card in among)
    waiting = Counter(card.kind.code for card in among if card.is_waiting)
    return [Group(by_kind[code][0].kind, by_kind[code], total[code], waiting[code]) for code in codes]
