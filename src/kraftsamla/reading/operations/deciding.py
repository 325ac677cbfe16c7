"""Deciding on suggestions: accept, edit, reject, undo. Every decision names the version it was made on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused, Stale
from kraftsamla.reading import choices
from kraftsamla.reading.accepting import kind_of
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.effects import take_back
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.readiness import Readiness
from kraftsamla.reading.accepting.shape import Kind, Parent, Slot, Words
from kraftsamla.reading.accepting.slots import slots_of
from kraftsamla.reading.choices import CERTAIN, SuggestionState
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations.recognising import refuse_if_in_question
from kraftsamla.reading.rules import may_decide


@dataclass(frozen=True, slots=True)
class Certain:
    """What accepting all that are certain came to. ``left`` waits for something that a person must settle: ``why``."""

    accepted: list[Suggestion] = field(default_factory=list)
    left: list[Suggestion] = field(default_factory=list)
    why: Counter[str] = field(default_factory=Counter)

    def leave(self, suggestion: Suggestion, why: Words) -> None:
        self.left.append(suggestion)
        self.why[str(why)] += 1


@transaction.atomic
def accept(
    *, suggestion: Suggestion, version: int, by: User, choices: Mapping[str, str] | None = None
) -> list[Suggestion]:
    """Make a suggestion a record that quotes its passages. Returns what was accepted, what it belongs to first.

    ``choices`` answers its slots (see ``accepting.shape``). Raises ValidationError by slot for a question without an
    answer, Stale when somebody has decided meanwhile, Refused when it cannot become a record yet.
    """
    require(may_decide(by))
    current = _fresh(suggestion, version)
    step = _Step(Known(current.reading), by=by, least=0.0, batch=uuid4().hex)
    return _accept(current, step, choices or {})


@transaction.atomic
def accept_certain(*, reading: Reading, by: User, at_least: float = CERTAIN, step: str = "") -> Certain:
    """Accept every waiting suggestion that the reader is certain of and that leaves nothing to ask, as one step.

    What waits for an answer, its own or that of something it belongs to, is left and told of. With ``step`` it
    becomes part of a step that spans several documents (see ``bulk``).
    """
    require(may_decide(by))
    done, batch = Certain(), step or uuid4().hex
    taking = _Step(_known_anew(reading), by=by, least=at_least, batch=batch, together=True)
    readiness = Readiness(taking.known, reading.suggestions.waiting(), least=at_least)
    for ready in readiness.ready:
        suggestion = Suggestion.objects.get(pk=ready.pk)
        if not suggestion.is_waiting:
            continue
        try:
            with transaction.atomic():
                done.accepted.extend(_accept(suggestion, taking, {}))
        except (ValidationError, Refused) as error:
            done.leave(suggestion, error.message if isinstance(error, Refused) else " ".join(error.messages))
            taking.known = _known_anew(reading)
    for suggestion, why in readiness.left():
        done.leave(suggestion, why)
    return done


@transaction.atomic
def edit(*, suggestion: Suggestion, fields: Mapping[str, Any], version: int, by: User) -> Suggestion:
    """Correct what a waiting suggestion says; what the reader said is kept beside it. Raises Stale."""
    require(may_decide(by))
    current = _fresh(suggestion, version)
    before = current.current
    differing = {name: value for name, value in fields.items() if (value or None) != (before.get(name) or None)}
    after = {**before, **differing}
    current.edited = after if after != current.fields else None
    _write(current, ["edited"])
    changes = {name: [before.get(name), after[name]] for name in after if before.get(name) != after[name]}
    record(event=choices.SUGGESTION_EDITED, subject=current, by=by, changes=changes)
    return current


@transaction.atomic
def reject(*, suggestion: Suggestion, version: int, by: User) -> Suggestion:
    """Say that a suggestion is wrong or not wanted; it stays at the desk and can be taken up again. Raises Stale."""
    require(may_decide(by))
    current = _fresh(suggestion, version)
    _decide(current, SuggestionState.REJECTED, by=by, batch=uuid4().hex)
    record(event=choices.SUGGESTION_REJECTED, subject=current, by=by)
    return current


@transaction.atomic
def undo(*, suggestion: Suggestion, version: int, by: User) -> Suggestion:
    """Take a decision back: exactly what accepting did is undone, the last thing first, and the suggestion waits again.

    Raises Stale, and Refused when something else has come to build on what was made.
    """
    require(may_decide(by))
    current = _of_version(suggestion, version)
    if current.is_waiting:
        raise _stale(current)
    _undo(current, by=by)
    return current


@transaction.atomic
def undo_named(*, step: str, by: User) -> list[Suggestion]:
    """Take back every decision of a step, in whichever documents, the last first. Raises Refused as ``undo`` does."""
    require(may_decide(by))
    undone = list(Suggestion.objects.of_step(step).select_related("reading__document"))
    for suggestion in undone:
        _undo(suggestion, by=by)
    return undone


@transaction.atomic
def undo_step(*, reading: Reading, by: User) -> list[Suggestion]:
    """Take back the last thing this person did at the desk, be it one decision or many made as one."""
    require(may_decide(by))
    last = reading.suggestions.decided_last_by(by).first()
    if last is None:
        raise Refused(_("Det finns inget beslut av dig att ångra i det här dokumentet."))
    step = reading.suggestions.decided_last_by(by).filter(batch=last.batch) if last.batch else [last]
    undone = list(step)
    for suggestion in undone:
        _undo(suggestion, by=by)
    return undone


@dataclass(slots=True)
class _Step:
    """What decisions made as one have in common."""

    known: Known
    by: User
    least: float
    batch: str
    together: bool = False


def _known_anew(reading: Reading) -> Known:
    related = ("document", "strategy", "meeting")
    return Known(Reading.objects.select_related(*related).get(pk=reading.pk))


def _accept(suggestion: Suggestion, step: _Step, chosen: Mapping[str, str]) -> list[Suggestion]:
    kind, known, by = kind_of(suggestion.kind), step.known, step.by
    suggestion.reading = known.reading
    accepted = _accept_parents(suggestion, kind, step)
    slots = {slot.name: slot for slot in slots_of(suggestion, kind, known)}
    context = Context(suggestion=suggestion, known=known, answers=_answers(slots, chosen), by=by)
    kind.accept(context)
    suggestion.effects, suggestion.together = context.effects, step.together
    _decide(suggestion, SuggestionState.ACCEPTED, by=by, batch=step.batch)
    record(event=choices.SUGGESTION_ACCEPTED, subject=suggestion, by=by)
    return [*accepted, suggestion]


def _accept_parents(suggestion: Suggestion, kind: Kind, step: _Step) -> list[Suggestion]:
    """Accept what the suggestion belongs to and that still waits. What is not there at all, the kind itself refuses.

    They are accepted unread, so they count as accepted together with others.
    """
    accepted: list[Suggestion] = []
    for parent in kind.parents(suggestion.current, step.known):
        found = _waiting(parent, suggestion.reading)
        if found is None or found.pk in {each.pk for each in accepted}:
            continue
        if (found.confidence or 0.0) < step.least:
            raise Refused(_("Hör till ett förslag som är osäkert."))
        try:
            accepted += _accept(found, replace(step, together=True), {})
        except (ValidationError, Refused) as error:
            why = error.message if isinstance(error, Refused) else _("Det har en obesvarad fråga.")
            words = {"name": found, "why": why}
            raise Refused(_("Förslaget hör till ”%(name)s”, som måste godkännas först. %(why)s") % words) from error
    return accepted


def _waiting(parent: Parent, reading: Reading) -> Suggestion | None:
    found = reading.suggestions.waiting().filter(kind=parent.kind)
    return next((each for each in found if not parent.number or str(each.current.get("number")) == parent.number), None)


def _answers(slots: Mapping[str, Slot], chosen: Mapping[str, str]) -> dict[str, str]:
    answers = {name: chosen.get(name) or slot.default for name, slot in slots.items()}
    wrong = {
        name: _("Välj ett alternativ.") if not answer else _("Alternativet finns inte längre. Välj igen.")
        for name, answer in answers.items()
        if not answer or not slots[name].accepts(answer)
    }
    if wrong:
        raise ValidationError({name: [message] for name, message in wrong.items()})
    return answers


def _undo(suggestion: Suggestion, *, by: User) -> None:
    for effect in reversed(suggestion.effects):
        take_back(effect, by=by)
    suggestion.times_undone += suggestion.state == SuggestionState.ACCEPTED
    suggestion.state, suggestion.effects, suggestion.batch = SuggestionState.WAITING, [], ""
    suggestion.decided_by, suggestion.decided_at, suggestion.together = None, None, False
    _write(suggestion, ["state", "effects", "batch", "decided_by", "decided_at", "times_undone", "together"])
    record(event=choices.SUGGESTION_UNDONE, subject=suggestion, by=by)


def _decide(suggestion: Suggestion, state: SuggestionState, *, by: User, batch: str) -> None:
    suggestion.state, suggestion.decided_by, suggestion.decided_at, suggestion.batch = state, by, now(), batch
    _write(suggestion, ["state", "decided_by", "decided_at", "batch", "effects", "together"])


def _write(suggestion: Suggestion, names: list[str]) -> None:
    """Save on the version that was read, so that two people never decide on top of each other."""
    suggestion.changed_at = now()
    values = {name: getattr(suggestion, name) for name in [*names, "changed_at"]}
    rows = Suggestion.objects.filter(pk=suggestion.pk, version=suggestion.version)
    if not rows.update(**values, version=F("version") + 1):
        raise _stale(Suggestion.objects.select_related("decided_by").get(pk=suggestion.pk))
    suggestion.version += 1


def _fresh(suggestion: Suggestion, version: int) -> Suggestion:
    current = _of_version(suggestion, version)
    if not current.is_waiting:
        raise _stale(current)
    refuse_if_in_question(current.reading)
    return current


def _of_version(suggestion: Suggestion, version: int) -> Suggestion:
    related = ("reading__document", "reading__strategy", "reading__meeting", "decided_by")
    current = Suggestion.objects.select_related(*related).get(pk=suggestion.pk)
    if current.version != version:
        raise _stale(current)
    return current


def _stale(current: Suggestion) -> Stale:
    """Says who decided what meanwhile."""
    words = {"who": current.decided_by, "when": f"{localtime(current.decided_at):%H:%M}" if current.decided_at else ""}
    sentences = {
        SuggestionState.ACCEPTED: _("%(who)s har redan godkänt förslaget (kl. %(when)s). Inget har ändrats.") % words,
        SuggestionState.REJECTED: _("%(who)s har redan avvisat förslaget (kl. %(when)s). Inget har ändrats.") % words,
        SuggestionState.WAITING: _("Någon annan har ändrat förslaget medan du tittade. Här är det som det står nu."),
    }
    return Stale(sentences[SuggestionState(current.state)], current=current.current, version=current.version)
