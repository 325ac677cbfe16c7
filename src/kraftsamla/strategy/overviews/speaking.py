"""For whom a reader may speak, as the forms ask it."""

from __future__ import annotations

import datetime as dt

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.actors.models import Representation
from kraftsamla.strategy.models import Action


def mandates_in(visitor: Visitor, action: Action, *, at: dt.date) -> list[Representation]:
    """The organisations with a part in an action for which the reader answers. A coordinator who represents none of
    them gets an empty list, and speaks for the office."""
    held = Representation.objects.held_by(visitor, at=at).select_related("organisation", "user")
    return list(held.filter(organisation__in=action.assignments.going().values("organisation")))


def mandates_of(visitor: Visitor, *, at: dt.date) -> list[Representation]:
    """All organisations for which the reader answers."""
    return list(Representation.objects.held_by(visitor, at=at).select_related("organisation", "user"))


def writes_down(visitor: Visitor) -> bool:
    """Whether the reader may write down what somebody else has said."""
    return may_edit(visitor)
