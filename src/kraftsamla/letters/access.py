"""To fetch is to be allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.letters.models import Letter, Recipient
from kraftsamla.letters.rules import may_read_letters


def admit_to_letters(visitor: Visitor) -> None:
    """Raise Http404 for somebody without a role, PermissionDenied for somebody who may not read what was sent."""
    if not may_enter(visitor):
        raise Http404
    if not may_read_letters(visitor):
        raise PermissionDenied


def get_letter(visitor: Visitor, pk: int) -> Letter:
    admit_to_letters(visitor)
    return get_object_or_404(Letter.objects.visible_to(visitor).select_related("recipient"), pk=pk)


def get_recipient(visitor: Visitor, pk: int) -> Recipient:
    admit_to_letters(visitor)
    return get_object_or_404(Recipient.objects.visible_to(visitor), pk=pk)
