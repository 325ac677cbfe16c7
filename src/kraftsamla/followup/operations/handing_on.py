"""Deeds on "this is not mine": a point goes on to somebody else, and stops being asked of the one who had it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.rules import Voice
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now, today
from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Values, append
from kraftsamla.followup import choices
from kraftsamla.followup.choices import OPEN_ANSWERS
from kraftsamla.followup.models import Answer, Contact, Handover, Point, UpdateRound
from kraftsamla.followup.operations.answering import begin, named_with_address, writable
from kraftsamla.strategy.models import Action

HANDOVER_FIELDS = ("name", "email", "organisation_name", "words")


@transaction.atomic
def hand_on(*, point: Point, values: Values, voice: Voice, by: User) -> Handover:
    """Say whose a point is (``name`` and ``email``, or ``organisation_name``). It is asked of the old one no more.

    A colleague gets the question at once. Another organisation gets it through its own contact, never through an
    address that somebody outside it has written; when it has none, the office places it.
    """
    answer = writable(point.answer, voice=voice, by=by)
    said = {name: str(values.get(name) or "").strip() for name in HANDOVER_FIELDS}
    elsewhere = bool(said["organisation_name"]) and fold(said["organisation_name"]) != answer.organisation.folded
    if not elsewhere:
        named_with_address(said["name"], said["email"])
    row = {**said, "given_from": answer, "action": point.action, "made_by": voice.name}
    handover = append(Handover, row)
    to = _sheet_elsewhere(answer, handover) if elsewhere else _sheet_of(
        answer.round, answer.organisation, name=said["name"], title="", email=said["email"], language=answer.language
    )  # fmt: skip
    if to is not None and to.pk == answer.pk:
        raise ValidationError({"email": _("Det är du som har frågan. Skriv någon annans adress.")})
    _move(point, handover, to)
    begin(answer)
    record(event=choices.POINT_HANDED_ON, subject=answer, by=by, note=str(point.action))
    return handover


@transaction.atomic
def place_handover(*, handover: Handover, organisation: Organisation, name: str, email: str, by: User) -> Answer:
    """Give a point that nobody has been given to somebody at an organisation."""
    require(may_edit(by))
    _unsettled(handover)
    named_with_address(name, email)
    source = handover.given_from
    to = _sheet_of(source.round, organisation, name=name, title="", email=email, language=source.language)
    _give(handover.action, to)
    handover.given_to, handover.settled_at = to, now()
    handover.save(update_fields=["given_to", "settled_at"])
    record(event=choices.POINT_PLACED, subject=to, by=by, note=str(handover.action))
    return to


@transaction.atomic
def give_back(*, handover: Handover, by: User) -> Answer:
    """Give a point back to the one who passed it on."""
    require(may_edit(by))
    _unsettled(handover)
    source = handover.given_from
    if not source.stage.is_open:
        source = _sheet_of(
            source.round, source.organisation, name=source.name, title=source.title, email=source.email,
            language=source.language,
        )  # fmt: skip
    _give(handover.action, source)
    handover.given_to, handover.settled_at = source, now()
    handover.save(update_fields=["given_to", "settled_at"])
    record(event=choices.POINT_PLACED, subject=source, by=by, note=str(handover.action))
    return source


def _sheet_elsewhere(answer: Answer, handover: Handover) -> Answer | None:
    """The sheet of another organisation's own contact; None when it is not known or has none."""
    sought = fold(handover.organisation_name)
    organisations = Organisation.objects.current()
    found = list(organisations.filter(folded=sought)[:2]) or list(
        organisations.filter(other_names__folded=sought).distinct()[:2]
    )  # fmt: skip
    if len(found) != 1:
        return None
    contact = Contact.objects.filter(organisation=found[0]).holding(at=today()).in_turn().first()
    if contact is None:
        return None
    return _sheet_of(
        answer.round, found[0], name=contact.name, title=contact.title, email=contact.email, language=contact.language
    )  # fmt: skip


def _sheet_of(
    in_round: UpdateRound, organisation: Organisation, *, name: str, title: str, email: str, language: str
) -> Answer:
    """The open sheet of a person in a round, made if there is none."""
    sheets = Answer.objects.filter(round=in_round, organisation=organisation, state__in=OPEN_ANSWERS)
    found = sheets.filter(email__iexact=email.strip()).first()
    if found is not None:
        return found
    row = {
        "round": in_round, "organisation": organisation, "name": name.strip(), "title": title,
        "email": email.strip(), "language": language,
    }  # fmt: skip
    return append(Answer, row)


def _move(point: Point, handover: Handover, to: Answer | None) -> None:
    if to is None or to.points.filter(action=point.action_id).exists():
        point.delete()
    else:
        last = to.points.count()
        Point.objects.filter(pk=point.pk).update(answer=to, position=last, unchanged=False)
    handover.given_to = to
    handover.settled_at = now() if to else None
    handover.save(update_fields=["given_to", "settled_at"])


def _give(action: Action, to: Answer) -> None:
    if not to.points.filter(action=action).exists():
        append(Point, {"answer": to, "action": action, "position": to.points.count()})


def _unsettled(handover: Handover) -> None:
    if handover.settled_at is not None:
        raise Refused(_("Frågan är redan given till någon."))
    if not handover.given_from.round.is_open:
        raise Refused(_("Rundan är stängd. Öppna den på nytt först."))
