"""Who may look at the reading desk, and who may decide there."""

from __future__ import annotations

from kraftsamla.accounts.rules import Visitor, may_edit, may_enter


def may_look(visitor: Visitor) -> bool:
    """Everybody with a role sees what the reader proposed and what became of it."""
    return may_enter(visitor)


def may_decide(visitor: Visitor) -> bool:
    """Coordinators read documents in and decide on the suggestions, for what they accept becomes records."""
    return may_edit(visitor)
