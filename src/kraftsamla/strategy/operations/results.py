"""Results: claimed with what shows them, and looked into by somebody else. Rows are added; a correction names the
row it corrects, and why."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_enter, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.rules import Voice, acts_for, may_speak
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Values, append, only
from kraftsamla.library.models import Passage
from kraftsamla.strategy import choices
from kraftsamla.strategy.choices import Finding
from kraftsamla.strategy.models import Action, Result, Verdict
from kraftsamla.strategy.rules import is_somebody_else, may_report_as

RESULT_FIELDS = ("what_sv", "what_en", "on", "evidence", "evidence_url")
VERDICT_FIELDS = ("finding", "on", "words", "evidence_url")
CORRECTION = ("corrects", "reason")


@transaction.atomic
def claim_result(
    *, action: Action, values: Values, voice: Voice, by: User, passages: tuple[Passage, ...] = ()
) -> Result:
    """Say what came of an action, and what shows it. It is a claim until somebody else has looked into it."""
    require(may_report_as(by, voice, action))
    result = _result(action, values, voice=voice, by=by, passages=passages)
    changes = {"results": [None, result.what_sv]}
    record(event=choices.RESULT_CLAIMED, subject=action, by=by, changes=changes, note=str(voice))
    return result


@transaction.atomic
def correct_result(*, result: Result, values: Values, reason: str, voice: Voice, by: User) -> Result:
    """Add a row that stands instead of a wrong one, with why. What was found about the old one is not carried over."""
    require(may_report_as(by, voice, result.action))
    if result.claimed_by_id != voice.organisation.pk:
        raise Refused(_("Resultatet är uppgivet av en annan organisation. Den får rätta det."))
    if Result.objects.filter(corrects=result).exists():
        raise Refused(_("Uppgiften är redan rättad. Rätta den nyare uppgiften i stället."))
    _needed("reason", reason, _("Skriv varför uppgiften rättas."))
    new = _result(
        result.action, {**values, "corrects": result, "reason": reason.strip()}, voice=voice, by=by,
        passages=tuple(result.passages.all()),
    )  # fmt: skip
    changes = {"results": [result.what_sv, new.what_sv]}
    record(event=choices.RESULT_CORRECTED, subject=result.action, by=by, changes=changes, note=reason.strip())
    return new


@transaction.atomic
def examine_result(*, result: Result, values: Values, voice: Voice, by: User) -> Verdict:
    """Say what somebody else found about a claimed result: verified, no evidence available, or disputed.

    Refused when it is the same person, or somebody of the organisation that makes the claim.
    """
    _require_other(result, voice=voice, by=by)
    if Result.objects.filter(corrects=result).exists():
        raise Refused(_("Resultatet är rättat. Granska den nyare uppgiften i stället."))
    verdict = _verdict(result, values, voice=voice, by=by)
    changes = {"finding": [None, verdict.finding]}
    record(event=choices.RESULT_EXAMINED, subject=result.action, by=by, changes=changes, note=f"{voice}: {result}")
    return verdict


@transaction.atomic
def correct_verdict(*, verdict: Verdict, values: Values, reason: str, voice: Voice, by: User) -> Verdict:
    """Add a finding that stands instead of a wrong one, with why."""
    _require_other(verdict.result, voice=voice, by=by)
    if Verdict.objects.filter(corrects=verdict).exists():
        raise Refused(_("Uppgiften är redan rättad. Rätta den nyare uppgiften i stället."))
    _needed("reason", reason, _("Skriv varför uppgiften rättas."))
    kept = {"corrects": verdict, "reason": reason.strip()}
    new = _verdict(verdict.result, {**values, **kept}, voice=voice, by=by)
    changes = {"finding": [verdict.finding, new.finding]}
    record(event=choices.VERDICT_CORRECTED, subject=verdict.result.action, by=by, changes=changes, note=reason.strip())
    return new


def _require_other(result: Result, *, voice: Voice, by: User) -> None:
    """Who may look into a claim: a voice that is somebody else's, by account, by name and by organisation."""
    require(may_speak(by, voice) and (voice.link is not None or may_enter(by)))
    if voice.organisation.pk == result.claimed_by_id or _belongs(by, result.claimed_by):
        raise Refused(_("Resultatet ska granskas av någon utanför %(name)s.") % {"name": result.claimed_by})
    if not is_somebody_else(result, by=by, name=voice.name):
        raise Refused(_("Den som har lämnat uppgiften kan inte själv bekräfta den. Be någon annan."))


def _belongs(by: User, organisation: Organisation) -> bool:
    return acts_for(by, organisation, at=today())


def _result(action: Action, values: Values, *, voice: Voice, by: User, passages: tuple[Passage, ...]) -> Result:
    row = only(values, (*RESULT_FIELDS, *CORRECTION))
    if not (str(row.get("evidence") or "").strip() or row.get("evidence_url") or passages):
        raise ValidationError({"evidence": _("Skriv vad som visar resultatet, eller ge en adress till underlaget.")})
    row |= {"action": action, "claimed_by": voice.organisation, **voice.columns, "made_by": by}
    _past(Result(**row))
    result = append(Result, row)
    result.passages.add(*passages)
    return result


def _verdict(result: Result, values: Values, *, voice: Voice, by: User) -> Verdict:
    row = only(values, (*VERDICT_FIELDS, *CORRECTION))
    if row.get("finding") != Finding.VERIFIED:
        _needed("words", str(row.get("words") or ""), _("Skriv vad som saknas eller vad som inte stämmer."))
    row |= {"result": result, "found_by": voice.organisation, **voice.columns, "made_by": by}
    _past(Verdict(**row))
    return append(Verdict, row)


def _past(row: Result | Verdict) -> None:
    row.clean_fields(exclude=["made_by", "action", "result", "claimed_by", "found_by", "corrects"])
    if earliest(row.on) > today():
        raise ValidationError({"on": _("Datumet ligger i framtiden.")})


def _needed(field: str, said: str, message: str) -> None:
    if not said.strip():
        raise ValidationError({field: message})


