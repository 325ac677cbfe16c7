"""The door of the workspace: a stranger is not told that there is anything here, a member who may only look is."""

from __future__ import annotations

from typing import Literal

from django.core.exceptions import PermissionDenied
from django.http import Http404

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, may_edit, may_enter, may_read_log

Purpose = Literal["view", "edit"]


def admit(visitor: Visitor, *, to: Purpose) -> None:
    """Raise Http404 for somebody without a role, PermissionDenied for somebody who may look but not do this."""
    if not may_enter(visitor):
        raise Http404
    if to == "edit" and not may_edit(visitor):
        raise PermissionDenied


def signed_in(visitor: Visitor) -> User:
    """The person behind a request, as a deed wants to know. Raises Http404 for somebody who has not signed in."""
    if not isinstance(visitor, User):
        raise Http404
    return visitor


def admit_to_log(visitor: Visitor) -> None:
    """Raise Http404 for somebody without a role, PermissionDenied for somebody who may not read the log."""
    if not may_enter(visitor):
        raise Http404
    if not may_read_log(visitor):
        raise PermissionDenied
