"""Deeds on which accounts may answer for which organisations."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import is_a_person, may_edit, may_enter, require
from kraftsamla.actors import choices
from kraftsamla.actors.models import Organisation, Representation
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.records import Changes, change, create


@transaction.atomic
def empower(*, user: User, organisation: Organisation, title: str, by: User) -> Representation:
    """Let an account answer for an organisation from today, with the title its mandate rests on."""
    require(may_edit(by))
    if not is_a_person(user) or not may_enter(user):
        raise ValidationError({"user": _("Kontot kan inte logga in i arbetsytan. Ge det en roll först.")})
    values = {"user": user, "organisation": organisation, "title": title.strip()}
    representation = create(Representation, values, fields=tuple(values))
    changes = {"representations": [None, str(representation)]}
    record(event=choices.REPRESENTATION_GIVEN, subject=organisation, by=by, changes=changes)
    return representation


@transaction.atomic
def end_representation(*, representation: Representation, by: User) -> Changes:
    """Let the account answer no more, from now on. What it has said stands."""
    require(may_edit(by))
    values = {"valid_to": today()}
    changes = change(representation, values, fields=tuple(values), version=representation.version)
    said = {"representations": [str(representation), None]}
    record(event=choices.REPRESENTATION_ENDED, subject=representation.organisation, by=by, changes=said)
    return changes
