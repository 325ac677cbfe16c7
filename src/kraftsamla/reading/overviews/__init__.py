"""What the pages of the reading desk show."""

from kraftsamla.reading.overviews.cards import Card, card_of, cards_of
from kraftsamla.reading.overviews.desk import Desk, Group, Progress, changed_since, desk_of, looks_of
from kraftsamla.reading.overviews.pages import Panel, has_pages, page_with, panel_of
from kraftsamla.reading.overviews.paper import Piece, Segment, paper_of
from kraftsamla.reading.overviews.precision import Precision, precision_of

__all__ = [
    "Card", "Desk", "Group", "Panel", "Piece", "Precision", "Progress", "Segment", "card_of", "cards_of",
    "changed_since", "desk_of", "has_pages", "looks_of", "page_with", "panel_of", "paper_of", "precision_of",
]
