"""Who may do what, in sentences short enough to be read aloud."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from kraftsamla.accounts.choices import LINK_EMAIL, SYSTEM_EMAIL, Role
from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed

Visitor = User | AnonymousUser


def role_of(visitor: Visitor) -> Role:
    if isinstance(visitor, User) and (visitor.is_active or visitor.role == Role.SYSTEM):
        return Role(visitor.role)
    return Role.NONE


def may_enter(visitor: Visitor) -> bool:
    """Look at the workspace: everybody with a role."""
    return role_of(visitor) != Role.NONE


def may_edit(visitor: Visitor) -> bool:
    """Change the register, the strategy and what belongs to it: coordinators, and the program's own commands."""
    return role_of(visitor) in {Role.COORDINATOR, Role.SYSTEM}


def may_publish(visitor: Visitor) -> bool:
    """Make an edition: coordinators, and the program's own commands."""
    return may_edit(visitor)


def may_read_log(visitor: Visitor) -> bool:
    """Read who did what when: coordinators and those who run the service."""
    return role_of(visitor) in {Role.COORDINATOR, Role.OPERATOR, Role.SYSTEM}


def is_a_person(user: User) -> bool:
    """Whether an account belongs to somebody: the program's own and that of personal links do not."""
    return user.email not in {SYSTEM_EMAIL, LINK_EMAIL}


def answers_by_link(user: User) -> bool:
    """Whether a deed is done by the holder of a personal link."""
    return user.email == LINK_EMAIL


def require(allowed: bool) -> None:  # noqa: FBT001  reads as a sentence: require(may_edit(by))
    """Raise NotAllowed unless ``allowed``; the first line of every deed."""
    if not allowed:
        raise NotAllowed(_("Du har inte rätt att göra detta. Be en samordnare om hjälp."))
