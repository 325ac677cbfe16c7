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
from kraftsamla.reading.views.pages import page_panel, page_picture
from kraftsamla.reading.views.uploads import paste, save_page, upload
from kraftsamla.reading.views.versions import settle

__all__ = [
    "accept_all_certain", "accept_one", "describe_document", "desk", "desk_list", "edit_one", "mark_passage",
    "page_panel", "page_picture", "paste", "precision", "reject_one", "save_page", "settle", "suggestion_page",
    "undo_last", "undo_one", "upload",
]
