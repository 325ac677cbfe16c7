"""Deeds at the reading desk."""

from kraftsamla.reading.operations.deciding import (
    Certain,
    accept,
    accept_certain,
    edit,
    reject,
    undo,
    undo_step,
)
from kraftsamla.reading.operations.documents import describe, read_document, store_reading

__all__ = [
    "Certain", "accept", "accept_certain", "describe", "edit", "read_document", "reject", "store_reading", "undo",
    "undo_step",
]
