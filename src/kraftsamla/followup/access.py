"""To fetch is to be allowed."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.followup.models import FollowUp


def get_followup(visitor: Visitor, slug: str, *, to: Purpose = "view") -> FollowUp:
    admit(visitor, to=to)
    return get_object_or_404(FollowUp.objects.visible_to(visitor).select_related("owner"), slug=slug)
