"""The whole desk of one document."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.reading.accepting import KINDS
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.shape import Kind, Words
from kraftsamla.reading.choices import NOTES
from kraftsamla.reading.models import Reading
from kraftsamla.reading.overviews.cards import Card, cards_of
from kraftsamla.reading.overviews.paper import Piece, paper_of

WAITING, DECIDED, ALL = "vantar", "avgjorda", "alla"
SHOWN = (ALL, WAITING, DECIDED)


@dataclass(frozen=True, slots=True)
class Group:
    """The suggestions of one kind."""

    kind: Kind
    cards: list[Card]

    @property
    def known(self) -> int:
        return sum(card.is_known for card in self.cards)

    @property
    def brings(self) -> str:
        """What is accepted together with the first of them."""
        return ", ".join(dict.fromkeys(str(each) for card in self.cards for each in card.brings))


@dataclass(frozen=True, slots=True)
class Progress:
    """``certain``: how many can be accepted in one go."""

    total: int
    decided: int
    certain: int
    questions: int

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


def desk_of(reading: Reading, *, shown: str = ALL) -> Desk:
    """Everything the page of one document shows, with the same number of questions however many suggestions."""
    suggestions = list(reading.suggestions.select_related("decided_by"))
    cards = cards_of(suggestions, Known(reading))
    picked = [card for card in cards if shown == ALL or card.is_waiting == (shown == WAITING)]
    return Desk(
        reading=reading,
        paper=paper_of(reading.document, suggestions),
        groups=_grouped(picked),
        progress=_progress(cards),
        shown=shown,
        notes=[str(NOTES[note["code"]]) % note for note in reading.notes if note.get("code") in NOTES],
    )


def progress_of(reading: Reading) -> Progress:
    return _progress(cards_of(reading.suggestions.all(), Known(reading)))


def _progress(cards: list[Card]) -> Progress:
    return Progress(
        total=len(cards),
        decided=sum(not card.is_waiting for card in cards),
        certain=sum(card.may_be_accepted_unseen for card in cards),
        questions=sum(card.is_question for card in cards),
    )


def _grouped(cards: list[Card]) -> list[Group]:
    order = list(KINDS)
    by_kind: dict[str, list[Card]] = {}
    for card in cards:
        by_kind.setdefault(card.kind.code, []).append(card)
    codes = sorted(by_kind, key=lambda code: order.index(code) if code in order else len(order))
    return [Group(by_kind[code][0].kind, by_kind[code]) for code in codes]
