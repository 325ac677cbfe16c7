"""The only way a status changes: a row is added."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Values, append
from kraftsamla.strategy import choices
from kraftsamla.strategy.models import Action, StatusUpdate

STATUS_FIELDS = ("on", "progress", "confidence", "words_sv", "words_en", "on_behalf_of")


@transaction.atomic
def report_status(*, action: Action, values: Values, by: User) -> StatusUpdate:
    """Say how an action stood on a day (``on``, ``progress``, ``words_sv`` …). ValidationError by field."""
    require(may_edit(by))
    update = _update(action, values, by=by)
    changes = {"progress": [None, update.progress], "on": [None, update.on]}
    record(event=choices.STATUS_REPORTED, subject=action, by=by, changes=changes)
    return update


@transaction.atomic
def correct_status(*, update: StatusUpdate, values: Values, reason: str, by: User) -> StatusUpdate:
    """Add a row that stands instead of a wrong one, with why. The wrong one can still be read."""
    require(may_edit(by))
    if StatusUpdate.objects.filter(corrects=update).exists():
        raise Refused(_("Uppgiften är redan rättad. Rätta den nyare uppgiften i stället."))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför uppgiften rättas.")})
    new = _update(update.action, {**values, "corrects": update, "reason": reason.strip()}, by=by)
    changes = {"progress": [update.progress, new.progress], "on": [update.on, new.on]}
    record(event=choices.STATUS_CORRECTED, subject=update.action, by=by, changes=changes, note=reason.strip())
    return new


def _update(action: Action, values: Values, *, by: User) -> StatusUpdate:
    unknown = set(values) - {*STATUS_FIELDS, "corrects", "reason"}
    if unknown:
        raise ValidationError(_("Okända fält: %(names)s."), params={"names": ", ".join(sorted(unknown))})
    new = StatusUpdate(**values, action=action, made_by=by)
    new.clean_fields(exclude=["made_by"])
    if earliest(new.on) > today():
        raise ValidationError({"on": _("Datumet ligger i framtiden. Skriv hur det står i dag eller hur det stod då.")})
    return append(StatusUpdate, {**values, "action": action, "made_by": by})
