"""Deeds on parts in actions: naming, and the agreement that is asked for, answered, changed, handed on and ended.

``state`` has one door: ``_step``. Each step is a row that stays, with its day, its words and who said them.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import Issued, issue_link, revoke_links
from kraftsamla.actors.rules import Voice
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.core.records import Values, append, change, create, only
from kraftsamla.strategy import choices
from kraftsamla.strategy.choices import AssignmentState as State
from kraftsamla.strategy.choices import TermsBy
from kraftsamla.strategy.models import Action, Assignment, AssignmentStep, Terms
from kraftsamla.strategy.rules import may_answer_as

TERMS_FIELDS = (
    "what_sv", "what_en", "due", "steering_basis", "registry_number", "decided_on", "reporting_on", "amount",
    "currency", "money_note",
)  # fmt: skip


@transaction.atomic
def assign(
    *, action: Action, organisation: Organisation, role: str, by: User, values: Values | None = None
) -> Assignment:
    """Say that a source names an organisation for a part in an action. It has not accepted anything by that."""
    require(may_edit(by))
    row = {**(values or {}), "action": action, "organisation": organisation, "role": role}
    fields = ("action", "organisation", "role", "valid_from", "valid_to")
    assignment = create(Assignment, row, fields=fields)
    changes = {"assignments": [None, f"{organisation} ({assignment.get_role_display()})"]}
    record(event=choices.ASSIGNMENT_CREATED, subject=action, by=by, changes=changes)
    return assignment


@transaction.atomic
def remove_assignment(*, assignment: Assignment, by: User) -> None:
    """Remove a part that nobody has been asked about; one that has been asked is withdrawn or ended instead."""
    require(may_edit(by))
    if assignment.is_accepted:
        raise Refused(_("Organisationen har åtagit sig detta. Avsluta åtagandet i stället för att ta bort det."))
    if assignment.steps.exists() or assignment.handed_to.exists():
        raise Refused(_("Organisationen har tillfrågats. Återkalla frågan i stället, så att det syns vad som hänt."))
    changes = {"assignments": [f"{assignment.organisation} ({assignment.get_role_display()})", None]}
    record(event=choices.ASSIGNMENT_REMOVED, subject=assignment.action, by=by, changes=changes)
    assignment.delete()


@transaction.atomic
def offer_assignment(
    *, assignment: Assignment, terms: Values, version: int, by: User, on: str = "", words: str = ""
) -> AssignmentStep:
    """Ask an organisation to take a part, on terms (``what_sv``, ``due`` …). Open links to an older offer close."""
    require(may_edit(by))
    kept = _terms(assignment, terms, by=TermsBy.OFFICE)
    revoke_links(purpose=choices.OFFER_LINK, subject=assignment, by=by)
    step = _step(assignment, State.OFFERED, on=on, version=version, by=by, terms=kept, words=words)
    record(event=choices.ASSIGNMENT_OFFERED, subject=assignment, by=by, note=kept.what_sv)
    return step


@transaction.atomic
def issue_offer_link(*, assignment: Assignment, name: str, title: str, email: str = "", by: User) -> Issued:
    """Make a personal link by which a named person answers an offer without an account."""
    require(may_edit(by))
    if assignment.state != State.OFFERED:
        raise Refused(_("Det finns ingen fråga att svara på. Fråga organisationen först."))
    return issue_link(
        purpose=choices.OFFER_LINK, subject=assignment, organisation=assignment.organisation, name=name, title=title,
        email=email, by=by,
    )  # fmt: skip


@transaction.atomic
def accept_assignment(
    *, assignment: Assignment, voice: Voice, version: int, by: User, words: str = "", on: str = ""
) -> AssignmentStep:
    """The organisation takes the part on the terms it was offered, by a named person with the mandate."""
    require(may_answer_as(by, voice, assignment))
    _mandate(voice)
    step = _step(assignment, State.ACCEPTED, on=on, version=version, by=by, voice=voice, words=words)
    record(event=choices.ASSIGNMENT_ACCEPTED, subject=assignment, by=by, note=str(voice))
    return step


@transaction.atomic
def propose_changes(
    *, assignment: Assignment, terms: Values, voice: Voice, version: int, by: User, words: str = "", on: str = ""
) -> AssignmentStep:
    """The organisation takes the part on other terms, kept beside ours. It counts once ``confirm_changes`` says so."""
    require(may_answer_as(by, voice, assignment))
    _mandate(voice)
    ours = assignment.terms
    asked = {name: getattr(ours, name) for name in TERMS_FIELDS} if ours else {}
    if asked == {**asked, **terms}:
        raise ValidationError({"what_sv": _("Villkoren är oförändrade. Ändra dem, eller svara ja utan ändringar.")})
    kept = _terms(assignment, {**asked, **terms}, by=TermsBy.ORGANISATION)
    step = _step(
        assignment, State.CHANGES_PROPOSED, on=on, version=version, by=by, voice=voice, words=words, terms=kept
    )
    record(event=choices.ASSIGNMENT_CHANGES, subject=assignment, by=by, note=str(voice))
    return step


@transaction.atomic
def confirm_changes(*, assignment: Assignment, version: int, by: User, words: str = "", on: str = "") -> AssignmentStep:
    """Agree to the terms that the organisation proposed: the part is now taken on those."""
    require(may_edit(by))
    step = _step(assignment, State.ACCEPTED_WITH_CHANGES, on=on, version=version, by=by, words=words)
    record(event=choices.ASSIGNMENT_CONFIRMED, subject=assignment, by=by, note=words.strip())
    return step


@transaction.atomic
def decline_assignment(
    *, assignment: Assignment, reason: str, voice: Voice, version: int, by: User, on: str = ""
) -> AssignmentStep:
    """The organisation does not take the part, and says why."""
    require(may_answer_as(by, voice, assignment))
    _mandate(voice)
    _needed("words", reason, _("Skriv varför organisationen avböjer. Skälet visas offentligt."))
    step = _step(assignment, State.DECLINED, on=on, version=version, by=by, voice=voice, words=reason)
    record(event=choices.ASSIGNMENT_DECLINED, subject=assignment, by=by, note=f"{voice}: {reason.strip()}")
    return step


@transaction.atomic
def withdraw_offer(*, assignment: Assignment, reason: str, version: int, by: User, on: str = "") -> AssignmentStep:
    """Take back a question that has not led to an agreement, with why. Its links close."""
    require(may_edit(by))
    _needed("words", reason, _("Skriv varför frågan återkallas."))
    revoke_links(purpose=choices.OFFER_LINK, subject=assignment, by=by)
    step = _step(assignment, State.WITHDRAWN, on=on, version=version, by=by, words=reason)
    record(event=choices.ASSIGNMENT_WITHDRAWN, subject=assignment, by=by, note=reason.strip())
    return step


@transaction.atomic
def hand_over_assignment(
    *, assignment: Assignment, to: Organisation, reason: str, version: int, by: User, voice: Voice | None = None,
    on: str = "",
) -> Assignment:  # fmt: skip
    """Pass a part on to another organisation, which is asked on the same terms and has accepted nothing by that.

    The one that had it keeps its trail; the new one points back at it. Returns the new one.
    """
    require(may_edit(by) if voice is None else may_answer_as(by, voice, assignment))
    _needed("words", reason, _("Skriv varför åtagandet lämnas över."))
    if to.pk == assignment.organisation_id:
        raise ValidationError({"to": _("Välj en annan organisation än den som har åtagandet.")})
    receiver = Assignment.objects.filter(action=assignment.action, organisation=to, role=assignment.role).first()
    if receiver is not None and State.OFFERED not in receiver.stage.next:
        raise ValidationError({"to": _("%(name)s har redan den rollen i insatsen.") % {"name": to}})
    ours = assignment.terms
    _step(
        assignment, State.HANDED_OVER, on=on, version=version, by=by, voice=voice, words=reason, handed_to=to
    )  # fmt: skip
    if receiver is None:
        row = {"action": assignment.action, "organisation": to, "role": assignment.role}
        receiver = create(Assignment, row, fields=tuple(row))
    change(receiver, {"handed_from": assignment}, fields=("handed_from",), version=receiver.version)
    asked = {name: getattr(ours, name) for name in TERMS_FIELDS} if ours else {"what_sv": assignment.action.title_sv}
    _step(
        receiver, State.OFFERED, on=on, version=receiver.version, by=by, words=reason,
        terms=_terms(receiver, asked, by=TermsBy.OFFICE),
    )  # fmt: skip
    record(event=choices.ASSIGNMENT_HANDED_OVER, subject=assignment, by=by, note=f"→ {to}: {reason.strip()}")
    return receiver


@transaction.atomic
def end_assignment(*, assignment: Assignment, reason: str, version: int, by: User, on: str = "") -> AssignmentStep:
    """Say that a part is over, with why: fulfilled, no longer wanted, or only ever named."""
    require(may_edit(by))
    _needed("words", reason, _("Skriv varför åtagandet avslutas, till exempel att det är fullgjort."))
    step = _step(assignment, State.ENDED, on=on, version=version, by=by, words=reason)
    record(event=choices.ASSIGNMENT_ENDED, subject=assignment, by=by, note=reason.strip())
    return step


def _step(
    assignment: Assignment, to: State, *, on: str, version: int, by: User, words: str = "", terms: Terms | None = None,
    voice: Voice | None = None, handed_to: Organisation | None = None,
) -> AssignmentStep:  # fmt: skip
    """The one door of ``state``. Refused when the step cannot follow; Stale when somebody took another meanwhile."""
    current = Assignment.objects.get(pk=assignment.pk)
    if current.version == version and to not in current.stage.next:
        words_now = {"now": current.get_state_display(), "next": to.label}
        raise Refused(_("Åtagandet är ”%(now)s” och kan inte bli ”%(next)s”. Ladda om sidan.") % words_now)
    day = on or today().isoformat()
    _possible_day(assignment, day)
    values = {"state": to, "terms": terms or current.terms, "valid_to": _valid_to(assignment, to, day)}
    change(assignment, values, fields=tuple(values), version=version)
    if assignment.version == version:  # asked again on new terms is a step too, though the state is the same
        raise Refused(_("Inget är ändrat."))
    row = {
        "assignment": assignment, "state": to, "on": day, "terms": values["terms"], "words": words.strip(),
        "handed_to": handed_to, "made_by": by, **(voice.columns if voice else {}),
    }  # fmt: skip
    return append(AssignmentStep, row)


def _possible_day(assignment: Assignment, day: str) -> None:
    fresh = AssignmentStep(assignment=assignment, on=day)
    fresh.clean_fields(exclude=["state", "made_by", "assignment", "terms", "handed_to"])
    if earliest(day) > today():
        raise ValidationError({"on": _("Datumet ligger i framtiden.")})
    before = assignment.steps.newest_first().first()
    if before is not None and day < before.on:
        raise ValidationError({"on": _("Datumet ligger före det förra beskedet, %(date)s.") % {"date": before.on}})


def _valid_to(assignment: Assignment, to: State, day: str) -> str:
    """An agreement that ends gets its last day; one that begins anew has none."""
    if to in {State.HANDED_OVER, State.ENDED}:
        return assignment.valid_to or day
    return "" if to == State.OFFERED and assignment.stage.is_over else assignment.valid_to


def _terms(assignment: Assignment, values: Values, *, by: TermsBy) -> Terms:
    known = only(values, TERMS_FIELDS)
    if not str(known.get("what_sv") or "").strip():
        raise ValidationError({"what_sv": _("Skriv vad organisationen ska göra.")})
    return append(Terms, {**known, "assignment": assignment, "by": by})


def _mandate(voice: Voice) -> None:
    """An answer is somebody's: who, and on which mandate."""
    wrong = {}
    if not voice.name:
        wrong["said_by"] = _("Skriv namnet på den som svarar.")
    if not voice.title:
        wrong["said_by_title"] = _("Skriv titeln, så att det syns vilket mandat svaret vilar på.")
    if wrong:
        raise ValidationError(wrong)


def _needed(field: str, said: str, message: str) -> None:
    if not said.strip():
        raise ValidationError({field: message})
