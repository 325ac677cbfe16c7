"""The pages of the reading desk."""

from kraftsamla.reading.views.decisions import (
    accept_all_certain,
    accept_one,
    edit_one,
    mark_passage,
    reject_one,
    suggestion_page,
    undo_last,
    undo_one,
)
from kraftsamla.reading.views.desk import describe_document, desk, desk_list, precision
from kraftsamla.reading.views.uploads import paste, upload

__all__ = [
    "accept_all_certain", "accept_one", "describe_document", "desk", "desk_list", "edit_one",
    "mark_passage", "paste", "precision", "reject_one", "suggestion_page", "undo_last", "undo_one", "upload",
]
