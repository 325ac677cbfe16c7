"""To fetch is to be allowed."""

from __future__ import annotations

from django.http import Http404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.reading.models import Reading, Suggestion


def get_reading(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Reading:
    """The reading of the document with that slug."""
    admit(visitor, to=to)
    found = Reading.objects.visible_to(visitor).select_related(
        "document__publisher", "strategy", "meeting__body", "made_by", "looks_like"
    )
    reading = found.filter(document__slug=slug).first()
    if reading is None:
        raise Http404
    return reading


def get_suggestion(visitor: Visitor, slug: str, number: int, *, to: Purpose = "edit") -> Suggestion:
    """One suggestion of the document with that slug."""
    admit(visitor, to=to)
    found = Suggestion.objects.visible_to(visitor).select_related(
        "reading__document__publisher", "reading__strategy", "reading__meeting__body", "decided_by"
    )
    suggestion = found.filter(pk=number, reading__document__slug=slug).first()
    if suggestion is None:
        raise Http404
    return suggestion
