"""To fetch is to be allowed."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.library.models import Document, Passage


def get_document(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Document:
    admit(visitor, to=to)
    return get_object_or_404(Document.objects.visible_to(visitor).select_related("publisher"), slug=slug)


def get_passage(visitor: Visitor, pk: int, *, to: Purpose = "view") -> Passage:
    admit(visitor, to=to)
    return get_object_or_404(Passage.objects.select_related("document"), pk=pk)
