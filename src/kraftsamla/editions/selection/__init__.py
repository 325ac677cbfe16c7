"""From the database to the picture: the only place that asks. What is not public is left here."""

from kraftsamla.editions.selection.picture import select_picture

__all__ = ["select_picture"]
