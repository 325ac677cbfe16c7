"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from kraftsamla.accounts.rules import Visitor, may_enter, may_publish
from kraftsamla.editions.models import Edition
from kraftsamla.editions.querysets import EditionQuerySet


def get_editions(visitor: Visitor) -> EditionQuerySet:
    """All editions. 404 for a stranger."""
    if not may_enter(visitor):
        raise Http404
    return Edition.objects.visible_to(visitor)


def check_may_publish(visitor: Visitor) -> None:
    """404 for a stranger, 403 for one without the right."""
    get_editions(visitor)
    if not may_publish(visitor):
        raise PermissionDenied
