"""Deeds that carry a follow-up on until it is closed: handed over, said to be done, sent back, checked by another."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import is_a_person, may_edit, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.rules import Voice, may_speak
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import append, change
from kraftsamla.followup import choices
from kraftsamla.followup.choices import CarryKind
from kraftsamla.followup.models import FollowUp, FollowUpStep
from kraftsamla.followup.rules import may_carry, may_carry_by_link, may_verify_followup


@transaction.atomic
def hand_over_followup(
    *, followup: FollowUp, to: Organisation, reason: str, version: int, by: User, voice: Voice | None = None,
    on: str = "",
) -> FollowUpStep:  # fmt: skip
    """Pass a point on to another organisation, with why. Who had it stays in its trail."""
    _may_carry(followup, by, voice)
    if to.pk == followup.owner_id:
        raise ValidationError({"to": _("Välj en annan organisation än den som har punkten.")})
    _needed(reason, _("Skriv varför punkten lämnas över."))
    step = _step(followup, CarryKind.HANDED_OVER, on=on, words=reason, voice=voice, by=by, handed_to=to)
    change(followup, {"owner": to, "done_on": ""}, fields=("owner", "done_on"), version=version)
    record(event=choices.FOLLOWUP_HANDED_OVER, subject=followup, by=by, note=f"→ {to}: {reason.strip()}")
    return step


@transaction.atomic
def report_followup_done(
    *, followup: FollowUp, words: str, version: int, by: User, voice: Voice | None = None, on: str = ""
) -> FollowUpStep:
    """Say that a point is done, and what was done. Without anybody to check it, it is closed by that."""
    _may_carry(followup, by, voice)
    _needed(words, _("Skriv vad som är gjort."))
    step = _step(followup, CarryKind.DONE, on=on, words=words, voice=voice, by=by)
    values: dict[str, Any] = {"done_on": step.on, "outcome_sv": words.strip()}
    if followup.verifier_id is None:
        values["closed_on"] = step.on
    change(followup, values, fields=tuple(values), version=version)
    record(event=choices.FOLLOWUP_DONE, subject=followup, by=by, note=words.strip())
    return step


@transaction.atomic
def verify_followup(
    *, followup: FollowUp, voice: Voice, version: int, by: User, words: str = "", on: str = ""
) -> FollowUpStep:
    """Somebody else has checked that it is done: the point is closed."""
    _may_verify(followup, by, voice)
    step = _step(followup, CarryKind.VERIFIED, on=on, words=words, voice=voice, by=by)
    change(followup, {"closed_on": step.on}, fields=("closed_on",), version=version)
    record(event=choices.FOLLOWUP_VERIFIED, subject=followup, by=by, note=str(voice))
    return step


@transaction.atomic
def return_followup(
    *, followup: FollowUp, reason: str, voice: Voice, version: int, by: User, on: str = ""
) -> FollowUpStep:
    """It was checked and is not done: the point goes back to its owner, with why."""
    _may_verify(followup, by, voice)
    _needed(reason, _("Skriv vad som återstår."))
    step = _step(followup, CarryKind.RETURNED, on=on, words=reason, voice=voice, by=by)
    change(followup, {"done_on": ""}, fields=("done_on",), version=version)
    record(event=choices.FOLLOWUP_RETURNED, subject=followup, by=by, note=reason.strip())
    return step


def _may_carry(followup: FollowUp, by: User, voice: Voice | None) -> None:
    by_link = voice is not None and may_carry_by_link(by, voice, followup)
    signed_in = may_carry(by, followup, at=today()) and (may_edit(by) if voice is None else may_speak(by, voice))
    require(by_link or signed_in)
    if voice is not None and voice.organisation.pk != followup.owner_id:
        raise Refused(_("Punkten ligger hos en annan organisation."))


def _may_verify(followup: FollowUp, by: User, voice: Voice) -> None:
    """Somebody else: another organisation than the owner, another account and another name than who said it is done."""
    require(may_speak(by, voice) and may_verify_followup(by, followup, at=today()))
    done = followup.steps.filter(kind=CarryKind.DONE).last()
    same_account = done is not None and is_a_person(by) and done.made_by_id == by.pk
    same_name = done is not None and bool(done.said_by) and done.said_by.casefold() == voice.name.casefold()
    if voice.organisation.pk == followup.owner_id or same_account or same_name:
        raise Refused(_("Den som har uppgett att punkten är klar kan inte själv kontrollera den. Be någon annan."))


def _step(
    followup: FollowUp, kind: CarryKind, *, on: str, words: str, voice: Voice | None, by: User,
    handed_to: Organisation | None = None,
) -> FollowUpStep:  # fmt: skip
    day = on or today().isoformat()
    row: dict[str, Any] = {
        "followup": followup, "kind": kind, "on": day, "words": words.strip(), "organisation": followup.owner,
        "handed_to": handed_to, "made_by": by,
    }  # fmt: skip
    if voice is not None:
        row |= {"organisation": voice.organisation, **voice.columns}
    FollowUpStep(**row).clean_fields(exclude=["followup", "organisation", "handed_to", "made_by"])
    if earliest(day) > today():
        raise ValidationError({"on": _("Datumet ligger i framtiden.")})
    return append(FollowUpStep, row)


def _needed(said: str, message: str) -> None:
    if not said.strip():
        raise ValidationError({"words": message})
