"""Who may read and send letters."""

from __future__ import annotations

from kraftsamla.accounts.choices import Role
from kraftsamla.accounts.rules import Visitor, may_enter, may_read_log, role_of


def may_read_letters(visitor: Visitor) -> bool:
    """What was sent to whom holds addresses: coordinators and those who run the service."""
    return may_read_log(visitor)


def may_send_at_once(visitor: Visitor) -> bool:
    """Whoever has a role: the app whose matter it is has asked its own rule, for example who runs a meeting."""
    return may_enter(visitor)


def may_send_letters(visitor: Visitor) -> bool:
    """Let what waits go out now: coordinators, those who run the service, and the program's own commands."""
    return role_of(visitor) in {Role.COORDINATOR, Role.OPERATOR, Role.SYSTEM}
