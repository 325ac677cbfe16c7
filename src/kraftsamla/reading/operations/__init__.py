"""Deeds at the reading desk."""

from kraftsamla.reading.operations.bulk import Taken, TakenBack, new_step, read_and_accept, take_back_step
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
from kraftsamla.reading.operations.marking import mark_passage
from kraftsamla.reading.operations.versions import Joined, join, keep_apart

__all__ = [
    "Certain", "Joined", "Taken", "TakenBack", "accept", "accept_certain", "describe", "edit", "join", "keep_apart",
    "mark_passage", "new_step", "read_and_accept", "read_document", "reject", "store_reading", "take_back_step", "undo",
    "undo_step",
]
