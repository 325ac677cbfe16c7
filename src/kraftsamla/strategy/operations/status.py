"""The only way a status changes: a row is added."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.actors.rules import Voice
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Values, append, only
from kraftsamla.strategy import choices
from kraftsamla.strategy.models import Action, Milestone, StatusUpdate
from kraftsamla.strategy.rules import may_report_as

STATUS_FIELDS = ("on", "progress", "confidence", "words_sv", "words_en", "on_behalf_of", "milestones")


@transaction.atomic
def report_status(*, action: Action, values: Values, by: User, voice: Voice | None = None) -> StatusUpdate:
    """Say how an action stood on a day (``on``, ``progress``, ``words_sv`` …). ValidationError by field.

    ``voice``: who says it, for which organisation; without one it is what a coordinator knows.
    """
    require(may_report_as(by, voice, action))
    update = _update(action, values, by=by, voice=voice)
    changes = {"progress": [None, update.progress], "on": [None, update.on]}
    record(event=choices.STATUS_REPORTED, subject=action, by=by, changes=changes, note=str(voice or ""))
    return update


@transaction.atomic
def report_no_change(
    *, action: Action, by: User, voice: Voice | None = None, on: str = "", confidence: str = ""
) -> StatusUpdate:
    """Say that the action stands as it was last said to: an update of its own, with a day of its own."""
    require(may_report_as(by, voice, action))
    day = on or today().isoformat()
    _check_day(day)
    last = action.updates.standing_on(day).newest_first().first()
    if last is None:
        raise Refused(_("Ingen har sagt hur insatsen står, så det finns inget som kan vara oförändrat."))
    said = {
        "on": day, "progress": last.progress, "confidence": confidence or last.confidence,
        "confirms": last.confirms or last,
    }  # fmt: skip
    if voice is None:
        said["on_behalf_of"] = last.on_behalf_of
    update = _update(action, said, by=by, voice=voice)
    changes = {"on": [last.on, update.on]}
    record(event=choices.STATUS_CONFIRMED, subject=action, by=by, changes=changes, note=str(voice or ""))
    return update


@transaction.atomic
def correct_status(
    *, update: StatusUpdate, values: Values, reason: str, by: User, voice: Voice | None = None
) -> StatusUpdate:
    """Add a row that stands instead of a wrong one, with why. The wrong one can still be read."""
    require(may_report_as(by, voice, update.action))
    if voice is not None and update.on_behalf_of_id != voice.organisation.pk:
        raise Refused(_("Uppgiften är lämnad av någon annan. Lämna en egen i stället."))
    if StatusUpdate.objects.filter(corrects=update).exists():
        raise Refused(_("Uppgiften är redan rättad. Rätta den nyare uppgiften i stället."))
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför uppgiften rättas.")})
    new = _update(update.action, {**values, "corrects": update, "reason": reason.strip()}, by=by, voice=voice)
    _follow(update, new, by=by)
    changes = {"progress": [update.progress, new.progress], "on": [update.on, new.on]}
    record(event=choices.STATUS_CORRECTED, subject=update.action, by=by, changes=changes, note=reason.strip())
    return new


def _follow(old: StatusUpdate, new: StatusUpdate, *, by: User) -> None:
    """Those who said "no change since" what has now been corrected: it is unchanged since the correction instead."""
    for same in StatusUpdate.objects.filter(confirms=old, corrected_by=None).exclude(pk=new.pk):
        kept = {name: getattr(same, name) for name in ("on_behalf_of", "said_by", "said_by_title", "channel")}
        reason = _("Uppgiften som sades vara oförändrad är rättad: %(reason)s") % {"reason": new.reason}
        follows = {"confirms": new, "corrects": same, "reason": reason, "on": same.on, "confidence": same.confidence}
        append(StatusUpdate, {**kept, **follows, "progress": new.progress, "action": new.action, "made_by": by})


def _update(action: Action, values: Values, *, by: User, voice: Voice | None) -> StatusUpdate:
    row = only(values, (*STATUS_FIELDS, "corrects", "confirms", "reason"))
    milestones = row.pop("milestones", None) or ()
    if voice is not None:
        row |= {"on_behalf_of": voice.organisation, **voice.columns}
    new = StatusUpdate(**row, action=action, made_by=by)
    new.clean_fields(exclude=["made_by"])
    _check_day(new.on)
    reached = _of_this(action, milestones)
    update = append(StatusUpdate, {**row, "action": action, "made_by": by})
    update.milestones.add(*reached)
    return update


def _check_day(on: str) -> None:
    if earliest(on) > today():
        raise ValidationError({"on": _("Datumet ligger i framtiden. Skriv hur det står i dag eller hur det stod då.")})


def _of_this(action: Action, milestones: Iterable[Milestone]) -> list[Milestone]:
    reached = list(milestones)
    if any(each.action_id != action.pk for each in reached):
        raise ValidationError({"milestones": _("Välj bland insatsens egna delmål.")})
    return reached
