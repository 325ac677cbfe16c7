"""Writing in the log: the last line of every deed, in the deed's own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.audit import registry
from kraftsamla.audit.models import Entry
from kraftsamla.core.errors import Refused


def record(
    *, event: str, subject: models.Model, by: User, changes: Mapping[str, Any] | None = None, note: str = ""
) -> Entry:
    """Add a line to the log. Raises UnknownEvent for an event no app has registered."""
    registry.event(event)
    entry = Entry(
        actor=by,
        event=event,
        subject_kind=subject._meta.label_lower,
        subject_key=str(subject.pk),
        subject_name=str(subject)[:300],
        changes=dict(changes or {}),
        note=note,
    )
    entry.save(force_insert=True)
    return entry


@transaction.atomic
def withdraw(*, subject: models.Model, event: str, by: User, note: str = "") -> None:
    """Take back a record that was made by mistake, and keep what it said in the log.

    Raises Refused when other records build on it: then it must be ended or merged instead.
    """
    said = {field.name: [str(getattr(subject, field.attname)), None] for field in subject._meta.concrete_fields}
    record(event=event, subject=subject, by=by, changes=said, note=note)
    try:
        subject.delete()
    except ProtectedError as error:
        names = ", ".join(sorted({str(each._meta.verbose_name) for each in error.protected_objects}))
        raise Refused(
            _("Posten kan inte tas bort, för den används (%(by)s). Avsluta den eller slå ihop den med en annan.")
            % {"by": names}
        ) from error
