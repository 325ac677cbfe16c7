"""Deeds on access: what somebody with an account may do in a body. Nobody becomes a member by it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, may_enter, require
from kraftsamla.audit.operations import record
from kraftsamla.bodies import choices
from kraftsamla.bodies.choices import BodyRight
from kraftsamla.bodies.models import Access, Body
from kraftsamla.core.records import create


@transaction.atomic
def give_access(*, body: Body, user: User, right: str, by: User) -> Access:
    """Give somebody with an account a right in a body, or change the one they have. ValidationError by field."""
    require(may_edit(by))
    if not may_enter(user):
        raise ValidationError({"email": _("Kontot har ingen roll i arbetsytan. Den som driver tjänsten ger en roll.")})
    if may_edit(user):
        raise ValidationError({"email": _("Den som samordnar har redan tillträde till alla organ.")})
    held = Access.objects.select_for_update().filter(body=body, user=user).first()
    if held is None:
        held = create(Access, {"body": body, "user": user, "right": right}, fields=("body", "user", "right"))
    elif held.right != right:
        held.right = right
        held.full_clean()
        held.save(update_fields=["right"])
    else:
        return held
    event = choices.WORKING_GIVEN if right == BodyRight.WORK else choices.READING_GIVEN
    record(event=event, subject=body, by=by, note=user.name)
    return held


@transaction.atomic
def take_back_access(*, access: Access, by: User) -> None:
    """Take back a right. Appointments of the same person are not touched."""
    require(may_edit(by))
    record(event=choices.ACCESS_TAKEN_BACK, subject=access.body, by=by, note=access.user.name)
    access.delete()
