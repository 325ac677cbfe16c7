"""What the pages of the reading desk show."""

from kraftsamla.reading.overviews.cards import Card, card_of, cards_of
from kraftsamla.reading.overviews.desk import Desk, Group, Progress, desk_of, progress_of
from kraftsamla.reading.overviews.paper import Piece, Segment, paper_of
from kraftsamla.reading.overviews.precision import Precision, precision_of

__all__ = [
    "Card", "Desk", "Group", "Piece", "Precision", "Progress", "Segment", "card_of", "cards_of", "desk_of", "paper_of",
    "precision_of", "progress_of",
]
