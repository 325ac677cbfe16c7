"""Deeds on letters: what waits is sent, at most one letter a week and person; what cannot wait goes at once."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.letters import choices
from kraftsamla.letters.choices import LetterState, Pace
from kraftsamla.letters.models import Letter, Recipient, Said
from kraftsamla.letters.notices.waiting import Due, day_of, together, waiting
from kraftsamla.letters.notices.wording import Worded, in_language, message, subject_of, word
from kraftsamla.letters.registry import Item
from kraftsamla.letters.rules import may_read_letters, may_send_at_once, may_send_letters

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody whom a letter did not reach: the state says why. ``keys`` is what they have not been told."""

    name: str
    email: str
    state: LetterState
    keys: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """How a run went, in numbers of people.

    Of what goes at once: ``said`` holds the keys that have reached somebody, ``unreached`` whom to telephone.
    """

    sent: int = 0
    failed: int = 0
    waiting: int = 0
    refused: int = 0
    said: set[str] = field(default_factory=set)
    unreached: list[Unreached] = field(default_factory=list)


def send_letters(*, by: User, at: dt.datetime | None = None) -> Outcome:
    """Send each person what waits for them, if their pace allows it. A second run the same day sends nothing.

    One person's failure stops nobody else's letter. Raises NotAllowed.
    """
    require(may_send_letters(by))
    moment = at or now()
    outcome = Outcome()
    for due in waiting(moment):
        if not due.goes_out(on=day_of(moment)):
            outcome.waiting += 1
            continue
        letter = _claim(due, at=moment)
        if letter is None:
            continue
        if _send(letter, due, at=moment):
            outcome.sent += 1
        else:
            outcome.failed += 1
    return outcome


def send_at_once(*, items: Iterable[Item], by: User, at: dt.datetime | None = None) -> Outcome:
    """Send now, whatever the pace: one letter a person. Who has said no to letters gets none, and is told of.

    A key goes once: pressed twice, the button sends nothing more. To say a thing again takes a new key. One person's
    failure stops nobody. Call it outside transactions: a letter cannot be rolled back. Raises NotAllowed.
    """
    require(may_send_at_once(by))
    moment = at or now()
    outcome = Outcome()
    connection = get_connection()
    for due in together(items, at=moment):
        try:
            letter, news = _claim_at_once(due, at=moment)
        except IntegrityError:  # another press wrote to the same new address meanwhile: now it is known
            letter, news = _claim_at_once(due, at=moment)
        keys = {item.key for item in due.news}
        if letter is None:
            outcome.said |= keys
        elif letter.state == LetterState.REFUSED:
            outcome.refused += 1
            outcome.unreached.append(Unreached(due.name, due.email, LetterState.REFUSED, tuple(sorted(keys))))
        elif _send(letter, replace(due, news=news), at=moment, connection=connection):
            outcome.sent += 1
            outcome.said |= keys
        else:
            outcome.failed += 1
            outcome.said |= keys - {item.key for item in news}
            unsaid = tuple(item.key for item in news)
            outcome.unreached.append(Unreached(due.name, due.email, LetterState.FAILED, unsaid))
    connection.close()
    return outcome


@transaction.atomic
def choose_pace(*, recipient: Recipient, pace: Pace) -> Recipient:
    """Keep how often the person behind a letter wants one."""
    recipient.pace, recipient.says_not_me, recipient.paced_at = pace, False, now()
    recipient.save(update_fields=["pace", "says_not_me", "paced_at"])
    return recipient


@transaction.atomic
def say_not_me(*, recipient: Recipient) -> Recipient:
    """Keep that letters come to the wrong person: none are sent, and whoever asks sees why."""
    recipient.pace, recipient.says_not_me, recipient.paced_at = Pace.NEVER, True, now()
    recipient.save(update_fields=["pace", "says_not_me", "paced_at"])
    return recipient


@transaction.atomic
def change_pace(*, recipient: Recipient, pace: Pace, by: User) -> Recipient:
    """Keep what somebody has told the office in other ways."""
    require(may_send_letters(by))
    before = recipient.pace
    choose_pace(recipient=recipient, pace=pace)
    record(event=choices.PACE_CHANGED, subject=recipient, by=by, changes={"pace": [before, pace]})
    return recipient


@transaction.atomic
def erase_recipient(*, recipient: Recipient, by: User) -> None:
    """Erase an address and the letters to it. The log keeps that it was done, not for whom.

    Raises Refused for somebody who has said no: the no must be remembered, or the next letter would go out.
    """
    require(may_read_letters(by) and may_send_letters(by))
    if recipient.pace == Pace.NEVER:
        raise Refused(_("Personen har sagt nej till brev. Adressen behövs för att komma ihåg det."))
    stand_in = Recipient(pk=recipient.pk, email="–")
    recipient.delete()
    record(event=choices.RECIPIENT_ERASED, subject=stand_in, by=by)


def _claim(due: Due, *, at: dt.datetime) -> Letter | None:
    """The row of a letter that is about to go; None when another run has taken it meanwhile."""
    try:
        with transaction.atomic():
            recipient = due.recipient or _new_recipient(due)
            recent = day_of(at) - dt.timedelta(days=(Pace(recipient.pace).days or 7) - 1)
            if recipient.letters.that_went_out().weekly().filter(day__gte=recent).exists():
                return None
            return Letter.objects.create(recipient=recipient, day=day_of(at), made_at=at, subject="…", text="")
    except IntegrityError:
        return None


@transaction.atomic
def _claim_at_once(due: Due, *, at: dt.datetime) -> tuple[Letter | None, tuple[Item, ...]]:
    """The row of a letter to send now and what is news in it; no letter when all of it has been said already.

    The keys are taken here, under the recipient's lock, so that of two presses at once only one sends.
    """
    recipient = Recipient.objects.select_for_update().get(pk=(due.recipient or _new_recipient(due)).pk)
    heard = set(Said.objects.filter(letter__in=recipient.letters.that_went_out()).values_list("key", flat=True))
    news = tuple(item for item in due.news if item.key not in heard)
    if not news:
        return None, ()
    if recipient.pace == Pace.NEVER:
        subject = subject_of([in_language(item.heading, recipient.language) for item in news])
        rows = {"state": LetterState.REFUSED, "subject": subject[:300], "folded": _folded(recipient, subject)}
    else:
        rows = {"state": LetterState.SENDING, "subject": "…"}
    letter = Letter.objects.create(recipient=recipient, day=day_of(at), made_at=at, at_once=True, text="", **rows)
    Said.objects.bulk_create([Said(letter=letter, key=item.key, is_news=True) for item in news])
    return letter, news


def _new_recipient(due: Due) -> Recipient:
    language = due.language if due.language in InterfaceLanguage.values else InterfaceLanguage.SWEDISH
    known = Recipient.objects.filter(email__iexact=due.email).first()
    return known or Recipient.objects.create(email=due.email, name=due.name, language=language)


def _send(letter: Letter, due: Due, *, at: dt.datetime, connection: BaseEmailBackend | None = None) -> bool:
    """Word the letter, keep it, hand it to the mail server. Whatever fails is said in the letter's row."""
    try:
        with transaction.atomic():
            worded = word(letter.recipient, news=due.news, open_still=due.open_still, at=at)
            _keep(letter, worded, due)
        mail = message(letter.recipient, worded)
        if connection is not None:
            connection.open()  # again after a failure; else the one that is open
        mail.connection = connection
        mail.send()
    except Exception as error:  # noqa: BLE001  one person's letter may fail in any way without stopping the others
        if connection is not None:
            connection.close()
        log.warning("a letter could not be sent: %s", error)
        fault = f"{type(error).__name__}: {error}"[:500]
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.FAILED, fault=fault)
        return False
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENT)
    return True


def _keep(letter: Letter, worded: Worded, due: Due) -> None:
    letter.subject, letter.text = worded.subject[:300], worded.kept
    letter.folded = _folded(letter.recipient, f"{letter.subject} {letter.text}")
    letter.save(update_fields=["subject", "text", "folded"])
    if letter.at_once:  # its keys were taken with the claim
        return
    rows = [Said(letter=letter, key=item.key, is_news=True) for item in due.news]
    rows += [Said(letter=letter, key=item.key, is_news=False) for item in due.open_still]
    Said.objects.bulk_create(rows)


def _folded(recipient: Recipient, words: str) -> str:
    return fold(f"{recipient.email} {recipient.name} {words}")
