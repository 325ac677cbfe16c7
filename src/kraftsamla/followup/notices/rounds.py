"""What the weekly letter says of update rounds: the question, reminders that move on, what came back, and thanks.

Nothing is kept of whose turn it is: it follows from the days that have passed, so that a letter that never went out
delays nobody. The contact is asked and reminded; then the deputy, the lead, and last the office is told.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.operations import issue_link
from kraftsamla.core.text import Text
from kraftsamla.followup.choices import ROUND_LINK, AnswerState, ContactPart
from kraftsamla.followup.models import Answer, Contact
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.registry import Item, Urgency

THANKS_FOR = dt.timedelta(days=30)
ANSWER = Text("Svara", "Answer")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose turn it is to be asked: from when, in which place in the row, and the name of what is said."""

    part: str
    name: str
    title: str
    email: str
    language: str
    since: dt.datetime
    code: str


def collect(at: dt.datetime) -> Iterable[Item]:
    """Everything there is to say about rounds at a moment, in a fixed number of queries."""
    answers = list(
        Answer.objects.waiting().exclude(points=None).select_related("round", "organisation").distinct()
    )
    chains = Chains(answers, at=at)
    for answer in answers:
        if answer.state == AnswerState.RETURNED:
            yield from _returned(answer, at=at)
            continue
        for turn in chains.heard(answer):
            yield _asked(answer, turn, at=at)
    thanked = Answer.objects.filter(state=AnswerState.ACCEPTED, decided_at__gt=at - THANKS_FOR, decided_at__lte=at)
    for answer in thanked.exclude(said_by_email="").select_related("round", "organisation"):
        yield _thanked(answer)


def silent(at: dt.datetime) -> list[Answer]:
    """Sheets in open rounds that nobody has answered although everybody in the row has been asked."""
    answers = list(
        Answer.objects.waiting().exclude(points=None).filter(followup=None).exclude(state=AnswerState.RETURNED)
        .select_related("round", "organisation").distinct()
    )  # fmt: skip
    chains = Chains(answers, at=at)
    return [answer for answer in answers if chains.is_silent(answer)]


class Chains:
    """Whose turn it is, for many answers at once."""

    def __init__(self, answers: Iterable[Answer], *, at: dt.datetime) -> None:
        self._at = at
        self._contacts: dict[int, list[Contact]] = defaultdict(list)
        organisations = {answer.organisation_id for answer in answers}
        contacts = Contact.objects.filter(organisation__in=organisations).holding(at=localtime(at).date())
        for contact in contacts.in_turn():
            self._contacts[contact.organisation_id].append(contact)
        self._never = {email.casefold() for email in Recipient.objects.declined().values_list("email", flat=True)}

    def turns(self, answer: Answer) -> list[Turn]:
        """Everybody in the row, with every reminder, whether its day has come or not."""
        each = dt.timedelta(days=answer.round.remind_every)
        since = answer.asked_at
        turns: list[Turn] = []
        for part, name, title, email, language in self._people(answer):
            first = not turns
            for number in range(1 + (answer.round.remind_most if first else 0)):
                code = "ask" if number == 0 else f"reminder-{number}"
                turns.append(Turn(part, name, title, email, language, since, code))
                since += each
        return turns

    def due(self, answer: Answer) -> list[Turn]:
        """Those whose day has come; of one person's several only the newest."""
        newest: dict[str, Turn] = {}
        for turn in self.turns(answer):
            if turn.since <= self._at:
                newest[turn.email.casefold()] = turn
        return list(newest.values())

    def heard(self, answer: Answer) -> list[Turn]:
        """The same, with a deputy whom the answerer has asked."""
        turns = self.due(answer)
        if answer.deputy_email and answer.shared_at and answer.shared_at <= self._at:
            shared = Turn(
                ContactPart.DEPUTY, answer.deputy_name, "", answer.deputy_email, answer.language, answer.shared_at,
                "shared",
            )  # fmt: skip
            turns = [turn for turn in turns if turn.email.casefold() != shared.email.casefold()] + [shared]
        return turns

    def is_silent(self, answer: Answer) -> bool:
        """Whether the last in the row has had their days too, or nobody can be asked."""
        turns = self.turns(answer)
        last = turns[-1].since if turns else answer.asked_at
        return last + dt.timedelta(days=answer.round.remind_every) <= self._at

    def _people(self, answer: Answer) -> Iterator[tuple[str, str, str, str, str]]:
        seen = set(self._never)
        asked = (ContactPart.CONTACT, answer.name, answer.title, answer.email, answer.language)
        # A contact who came after the question went out is asked when nobody else was.
        others = (
            (each.part, each.name, each.title, each.email, each.language)
            for each in self._contacts[answer.organisation_id]
            if each.part != ContactPart.CONTACT or not answer.email
        )  # fmt: skip
        for person in (asked, *others):
            address = person[3].casefold()
            if address and address not in seen:
                seen.add(address)
                yield person


def _asked(answer: Answer, turn: Turn, *, at: dt.datetime) -> Item:
    is_late = answer.round.deadline < localtime(at).date()
    return Item(
        key=f"answer:{answer.pk}:{turn.part}:{turn.code}:{answer.asked_at:%y%m%d}", email=turn.email, name=turn.name,
        language=turn.language, urgency=Urgency.LATE if is_late else Urgency.ASKED, since=turn.since,
        heading=_heading(answer, turn), words=_words(answer, turn), button=ANSWER,
        address=_link(answer, name=turn.name, title=turn.title, email=turn.email),
        due=answer.round.deadline.isoformat(),
    )  # fmt: skip


def _heading(answer: Answer, turn: Turn) -> Text:
    title = answer.round.title
    if turn.code.startswith("reminder"):
        return Text(f"Påminnelse: {title.sv}", f"Reminder: {title.en or title.sv}")
    return Text(title.sv, title.en or title.sv)


def _words(answer: Answer, turn: Turn) -> Text:
    of = answer.organisation.title
    message = answer.round.message
    if turn.part != ContactPart.CONTACT:
        asked = answer.name or of.sv
        return Text(
            f"{asked} har inte svarat för {of.sv}. Kan du? Det tar några minuter, och ”inget har ändrats” är ett svar.",
            f"{asked} has not answered for {of.en}. Can you? It takes a few minutes, and “nothing has changed” is an "
            "answer.",
        ) if turn.code != "shared" else Text(
            f"{asked} ber dig svara för {of.sv}.", f"{asked} asks you to answer for {of.en}."
        )  # fmt: skip
    return Text(
        f"{message.sv} ”Inget har ändrats” är ett svar.".strip(),
        f"{message.en or message.sv} “Nothing has changed” is an answer.".strip(),
    )


def _returned(answer: Answer, *, at: dt.datetime) -> Iterator[Item]:
    """To the one who sent it; said anew as often as a question is reminded of."""
    email = answer.said_by_email or answer.email
    if not email or answer.decided_at is None:
        return
    times = min((at - answer.decided_at).days // answer.round.remind_every, answer.round.remind_most)
    title = answer.round.title
    yield Item(
        key=f"answer:{answer.pk}:returned:{answer.times_sent}:{times}", email=email, name=answer.said_by or answer.name,
        language=answer.language, urgency=Urgency.ASKED, since=answer.decided_at,
        heading=Text(f"Svaret behöver kompletteras: {title.sv}", f"Please complete: {title.en or title.sv}"),
        words=Text(answer.reason, answer.reason), button=Text("Komplettera", "Complete"),
        address=_link(answer, name=answer.said_by or answer.name, title=answer.said_by_title, email=email),
        due=answer.round.deadline.isoformat(),
    )  # fmt: skip


def _thanked(answer: Answer) -> Item:
    title = answer.round.title
    return Item(
        key=f"answer:{answer.pk}:accepted", email=answer.said_by_email, name=answer.said_by, language=answer.language,
        urgency=Urgency.NEWS, since=answer.decided_at or answer.asked_at,
        heading=Text(f"Tack för svaret: {title.sv}", f"Thank you for your answer: {title.en or title.sv}"),
        words=Text(
            "Svaret är läst och godtaget. Du kan hämta det som Word eller Excel till er egen redovisning.",
            "Your answer has been read and accepted. You can fetch it as Word or Excel for your own reporting.",
        ),
        button=Text("Hämta ert svar", "Fetch your answer"),
        address=_link(answer, name=answer.said_by, title=answer.said_by_title, email=answer.said_by_email),
    )  # fmt: skip


def _link(answer: Answer, *, name: str, title: str, email: str) -> Callable[[], str]:
    """Makes a personal link when the letter is really written."""

    def address() -> str:
        issued = issue_link(
            purpose=ROUND_LINK, subject=answer, organisation=answer.organisation, name=name or settings.CONTACT or "–",
            title=title, email=email, by=system_account(),
        )  # fmt: skip
        return reverse("asked:answer", args=[issued.token])

    return address
