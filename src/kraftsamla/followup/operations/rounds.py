"""Deeds on update rounds: draft, open, closed, and open again with a reason. ``state`` has one door: ``_step``."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import Issued, issue_link, revoke_links
from kraftsamla.actors.rules import acts_for
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, change, create, stale
from kraftsamla.followup import choices
from kraftsamla.followup.choices import RoundState
from kraftsamla.followup.models import Answer, Contact, FollowUp, Point, UpdateRound
from kraftsamla.followup.models.rounds import OWN_QUESTIONS
from kraftsamla.followup.notices.rounds import silent
from kraftsamla.followup.operations.answering import named_with_address
from kraftsamla.followup.operations.followups import create_followup
from kraftsamla.strategy.models import Assignment

WORDED = (
    "title_sv", "title_en", "message_sv", "message_en", "readers_sv", "readers_en", "deadline", "remind_every",
    "remind_most",
)  # fmt: skip
SCOPED = (
    "areas", "objectives", "organisations", "stale_days", "asks_results",
    *(f"{name}_{language}" for name in OWN_QUESTIONS for language in ("sv", "en")),
)  # fmt: skip
ROUND_FIELDS = (*WORDED, *SCOPED)


@transaction.atomic
def create_round(*, values: Values, by: User) -> UpdateRound:
    """Begin a round as a draft that nobody is asked in yet. ValidationError by field."""
    require(may_edit(by))
    found = create(UpdateRound, values, fields=ROUND_FIELDS, named_by="title_sv")
    record(event=choices.ROUND_CREATED, subject=found, by=by)
    return found


@transaction.atomic
def change_round(*, the_round: UpdateRound, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Once it has been opened only its words, deadline and reminders can change."""
    require(may_edit(by))
    fields = ROUND_FIELDS if the_round.state == RoundState.DRAFT else WORDED
    changes = change(the_round, values, fields=fields, version=version, named_by="title_sv")
    if changes:
        record(event=choices.ROUND_CHANGED, subject=the_round, by=by, changes=changes)
    return changes


@transaction.atomic
def open_round(*, the_round: UpdateRound, version: int, by: User) -> list[Answer]:
    """Ask: one sheet for each organisation, to its contact, with what it answers for. The letters follow."""
    require(may_edit(by))
    if the_round.deadline < today():
        raise ValidationError(_("Sista svarsdag har passerat. Ändra den först."))
    parts = the_round.parts_asked(at=today()).select_related("organisation").order_by(
        "organisation__sort_key", "organisation", "action__position", "action__sort_key", "action"
    )  # fmt: skip
    by_organisation: dict[Organisation, list[Assignment]] = defaultdict(list)
    for part in parts:
        by_organisation[part.organisation].append(part)
    if not by_organisation:
        raise Refused(_("Ingen att fråga: inga insatser i urvalet har en ansvarig organisation."))
    the_round.opened_at = now()
    _step(the_round, RoundState.OPEN, version=version)
    answers = _ask(the_round, by_organisation)
    record(event=choices.ROUND_OPENED, subject=the_round, by=by, note=str(len(answers)))
    return answers


@transaction.atomic
def close_round(*, the_round: UpdateRound, version: int, by: User) -> UpdateRound:
    """Ask no more. What has been sent in can still be read and accepted."""
    require(may_edit(by))
    the_round.closed_at = now()
    _step(the_round, RoundState.CLOSED, version=version)
    record(event=choices.ROUND_CLOSED, subject=the_round, by=by)
    return the_round


@transaction.atomic
def reopen_round(*, the_round: UpdateRound, reason: str, deadline: dt.date, version: int, by: User) -> UpdateRound:
    """Ask again those who have not answered, until a new day, with why."""
    require(may_edit(by))
    errors = {}
    if not reason.strip():
        errors["reason"] = _("Skriv varför rundan öppnas på nytt.")
    if deadline < today():
        errors["deadline"] = _("Sista svarsdag ska vara i dag eller senare.")
    if errors:
        raise ValidationError(errors)
    before = the_round.deadline
    the_round.closed_at, the_round.deadline = None, deadline
    _step(the_round, RoundState.OPEN, version=version)
    changes = {"deadline": [before.isoformat(), deadline.isoformat()]}
    record(event=choices.ROUND_REOPENED, subject=the_round, by=by, changes=changes, note=reason.strip())
    return the_round


@transaction.atomic
def withdraw_round(*, the_round: UpdateRound, by: User) -> None:
    """Take back a draft. A round that has been opened is closed instead."""
    require(may_edit(by))
    if the_round.state != RoundState.DRAFT:
        raise Refused(_("Rundan har varit öppen. Stäng den i stället."))
    withdraw(subject=the_round, event=choices.ROUND_WITHDRAWN, by=by)


@transaction.atomic
def redirect_answer(*, answer: Answer, name: str, title: str, email: str, language: str, by: User) -> Answer:
    """Ask somebody else at the organisation. Links to the one who was asked before stop working."""
    require(may_edit(by))
    if not answer.may_be_written:
        raise Refused(_("Svaret är inskickat eller rundan stängd."))
    named_with_address(name, email)
    revoke_links(purpose=choices.ROUND_LINK, subject=answer, by=by)
    answer.name, answer.title, answer.email = name.strip(), title.strip(), email.strip()
    answer.language, answer.asked_at = language, now()
    answer.save(update_fields=["name", "title", "email", "language", "asked_at"])
    record(event=choices.ANSWER_ASKED, subject=answer, by=by)
    return answer


@transaction.atomic
def open_own_answer(*, answer: Answer, by: User) -> Issued:
    """Give a signed-in representative a link of their own to what their organisation is asked, for a day."""
    require(acts_for(by, answer.organisation, at=today()))
    held = by.representations.holding(at=today()).filter(organisation=answer.organisation).first()
    return issue_link(
        purpose=choices.ROUND_LINK, subject=answer, organisation=answer.organisation, name=by.name,
        title=held.title if held else "", email=by.email, expires_at=now() + dt.timedelta(days=1),
        by=system_account(),
    )  # fmt: skip


@transaction.atomic
def take_up_silence(*, by: User, at: dt.datetime | None = None) -> list[FollowUp]:
    """Make a follow-up for the office of every sheet that contact, deputy and lead have left unanswered. Once each."""
    require(may_edit(by))
    made = []
    for answer in silent(at or now()):
        words = _("%(organisation)s har inte svarat i %(round)s") % {
            "organisation": answer.organisation, "round": answer.round,
        }  # fmt: skip
        values = {
            "what_sv": words[:500], "owner": answer.organisation, "asked_on": today().isoformat(),
            "due": (today() + dt.timedelta(days=14)).isoformat(),
        }  # fmt: skip
        answer.followup = create_followup(values=values, by=by)
        answer.save(update_fields=["followup"])
        record(event=choices.ANSWER_ESCALATED, subject=answer, by=by)
        made.append(answer.followup)
    return made


def _ask(the_round: UpdateRound, parts: dict[Organisation, list[Assignment]]) -> list[Answer]:
    """The sheets and their points, in two writes however many they are."""
    contacts = Contact.objects.filter(organisation__in=list(parts)).first_of_each(at=today())
    answers = []
    for organisation in parts:
        asked = contacts.get(organisation.pk)
        person = {name: getattr(asked, name) for name in ("name", "title", "email", "language")} if asked else {}
        answers.append(Answer(round=the_round, organisation=organisation, **person))
    Answer.objects.bulk_create(answers)
    Point.objects.bulk_create(
        [
            Point(answer=answer, action_id=part.action_id, position=position)
            for answer in answers for position, part in enumerate(parts[answer.organisation])
        ],
        batch_size=2000,
    )  # fmt: skip
    return answers


def _step(the_round: UpdateRound, to: RoundState, *, version: int) -> None:
    now_ = RoundState(the_round.state)
    if the_round.version != version:
        raise stale(the_round, WORDED)
    if to not in now_.next:
        raise Refused(_("Rundan är %(now)s och kan inte bli %(then)s.") % {"now": now_.label, "then": to.label})
    the_round.state = to
    the_round.version, the_round.changed_at = version + 1, now()
    the_round.full_clean(exclude=["areas", "objectives", "organisations"])
    taken = UpdateRound.objects.filter(pk=the_round.pk, version=version).update(
        state=to, version=version + 1, changed_at=the_round.changed_at, opened_at=the_round.opened_at,
        closed_at=the_round.closed_at, deadline=the_round.deadline,
    )  # fmt: skip
    if not taken:
        raise stale(UpdateRound.objects.get(pk=the_round.pk), WORDED)


