"""Deeds on people."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors import choices
from kraftsamla.actors.models import Person, Spelling
from kraftsamla.actors.signals import people_merged
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, create

PERSON_FIELDS = ("name",)


@transaction.atomic
def create_person(*, values: Values, by: User) -> Person:
    """Add somebody in a public role. ValidationError by field."""
    require(may_edit(by))
    person = create(Person, values, fields=PERSON_FIELDS, named_by="name")
    record(event=choices.PERSON_CREATED, subject=person, by=by)
    return person


@transaction.atomic
def change_person(*, person: Person, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(person, values, fields=PERSON_FIELDS, version=version, named_by="name")
    if changes:
        record(event=choices.PERSON_CHANGED, subject=person, by=by, changes=changes)
    return changes


@transaction.atomic
def add_spelling(*, person: Person, name: str, by: User) -> Spelling:
    """Add another way the person's name is written, so that it is recognised next time."""
    require(may_edit(by))
    spelling = _spelling(person, name.strip())
    record(event=choices.SPELLING_ADDED, subject=person, by=by, changes={"spellings": [None, spelling.name]})
    return spelling


@transaction.atomic
def merge_people(*, kept: Person, gone: Person, by: User) -> Person:
    """Two records turn out to be one person. ``gone`` stays empty and points at ``kept``."""
    require(may_edit(by))
    if kept.pk == gone.pk:
        raise Refused(_("En person kan inte slås ihop med sig själv. Välj en annan."))
    if kept.merged_into_id or gone.merged_into_id:
        raise Refused(_("En av posterna är redan ihopslagen. Ladda om sidan och välj igen."))
    gone.engagements.update(person=kept)
    for name in [gone.name, *gone.spellings.values_list("name", flat=True)]:
        if name != kept.name and not kept.spellings.filter(name=name).exists():
            _spelling(kept, name)
    people_merged.send(sender=Person, kept=kept, gone=gone, by=by)
    change(gone, {"merged_into": kept}, fields=(*PERSON_FIELDS, "merged_into"), version=gone.version)
    record(event=choices.PERSON_MERGED, subject=gone, by=by, note=f"→ {kept}")
    return kept


@transaction.atomic
def withdraw_person(*, person: Person, by: User) -> None:
    """Take back a person added by mistake. Refused when anything is said about the person."""
    require(may_edit(by))
    withdraw(subject=person, event=choices.PERSON_WITHDRAWN, by=by)


def _spelling(person: Person, name: str) -> Spelling:
    return append(Spelling, {"person": person, "name": name, "folded": fold(name)})
