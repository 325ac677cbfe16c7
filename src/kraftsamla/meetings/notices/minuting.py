"""What letters say of minutes: comments are asked for, somebody is to adjust, they are published.

Each thing has one key, whether it goes at once by an officer's button or with the weekly letter: it is said once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import issue_link
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.clock import today
from kraftsamla.core.partial_dates import earliest, latest
from kraftsamla.core.text import Text
from kraftsamla.letters.registry import Item, Urgency
from kraftsamla.meetings.assembly.minutes import word_of
from kraftsamla.meetings.choices import Adjusting, MinutesState, StepKind
from kraftsamla.meetings.choices.minuting import ADJUST_LINK, COMMENT_LINK
from kraftsamla.meetings.models import Adjuster, Comment, Meeting, Minutes, MinutesStep

REMIND = dt.timedelta(days=2)
NEWS_FOR = dt.timedelta(days=21)
ADJUSTERS_REMINDED = 4
#: Members of a body are only written to about a meeting that nobody was invited to here while it is fresh.
FRESH = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who gets what was written: invited, or only to be informed."""

    name: str
    title: str
    email: str
    language: str
    organisation: Organisation | None


def readers_of(meeting: Meeting) -> list[Reader]:
    """Those invited and those informed; where nobody was invited here, the body's members on that day."""
    invited = [each for each in meeting.invitations.select_related("organisation") if each.withdrawn_at is None]
    if invited:
        return [Reader(each.name, each.title, each.email, each.language, each.organisation) for each in invited]
    if meeting.body_id is None or latest(meeting.starts_on) < today() - FRESH:
        return []
    on = earliest(meeting.starts_on)
    seats = Appointment.objects.filter(body=meeting.body_id).select_related("person", "on_behalf_of")
    swedish = InterfaceLanguage.SWEDISH
    return [
        Reader(each.person.name, "", each.email, swedish, each.on_behalf_of) for each in seats if each.holds(at=on)
    ]


def collect(at: dt.datetime) -> Iterable[Item]:
    """What waits on members, adjusters and those who want to know."""
    yield from _comments(at)
    yield from _adjusting(at)
    since = at - NEWS_FOR
    fresh = MinutesStep.objects.filter(kind=StepKind.PUBLISHED, made_at__gt=since, made_at__lte=at)
    for step in fresh.filter(minutes__state=MinutesState.PUBLISHED).select_related("minutes__meeting__body"):
        yield from published(step)


def asked_to_comment(step: MinutesStep) -> list[Item]:
    """One thing to say to each who may comment on what was circulated."""
    return [_ask(step, reader, reminded=False) for reader in readers_of(step.minutes.meeting) if reader.email]


def asked_to_adjust(adjusters: Iterable[Adjuster]) -> list[Item]:
    """The first time an adjuster is asked about this very text."""
    return [_adjust(each, times=0) for each in adjusters if each.email and each.state == Adjusting.WAITING]


def published(step: MinutesStep) -> list[Item]:
    """That the minutes are published, to members and informed people."""
    minutes = step.minutes
    word = _word(minutes.meeting)
    title = minutes.meeting.title
    corrected = minutes.corrects_id is not None
    return [
        Item(
            key=f"minutes:{minutes.pk}:published", email=reader.email, name=reader.name, language=reader.language,
            urgency=Urgency.NEWS, since=step.made_at,
            heading=Text(f"{word.sv}: {title.sv}", f"{word.en}: {title.en or title.sv}"),
            words=Text("En rättad version är publicerad.", "A corrected version has been published.") if corrected
            else Text("Nu är de publicerade.", "They have now been published."),
            button=Text("Läs", "Read"), address=_door(minutes, reader),
        )
        for reader in readers_of(minutes.meeting) if reader.email
    ]  # fmt: skip


def _comments(at: dt.datetime) -> Iterator[Item]:
    on = localtime(at).date()
    circulated = MinutesStep.objects.filter(kind=StepKind.CIRCULATED, minutes__state=MinutesState.CIRCULATED)
    newest: dict[int, MinutesStep] = {}
    for step in circulated.select_related("minutes__meeting__body").order_by("pk"):
        newest[step.minutes_id] = step
    said = Comment.objects.filter(minutes__in=newest, link__isnull=False).values_list("minutes_id", "link__email")
    heard = {(pk, email.casefold()) for pk, email in said}
    for step in newest.values():
        last = step.minutes.comments_until
        if not last or latest(last) < on:
            continue
        reminded = latest(last) - REMIND <= on
        for reader in readers_of(step.minutes.meeting):
            if reader.email and (step.minutes_id, reader.email.casefold()) not in heard:
                yield _ask(step, reader, reminded=reminded and localtime(step.made_at).date() < on)


def _ask(step: MinutesStep, reader: Reader, *, reminded: bool) -> Item:
    minutes = step.minutes
    word, title = _word(minutes.meeting), minutes.meeting.title
    head = Text(
        f"Synpunkter på {word.sv.lower()}: {title.sv}", f"Comments on {word.en.lower()}: {title.en or title.sv}"
    )  # fmt: skip
    if reminded:
        head = Text(f"Påminnelse: {head.sv}", f"Reminder: {head.en}")
    return Item(
        key=f"minutes:{minutes.pk}:comments:{step.pk}{':reminded' if reminded else ''}", email=reader.email,
        name=reader.name, language=reader.language, urgency=Urgency.SOON if reminded else Urgency.ASKED,
        since=step.made_at, heading=head,
        words=Text(
            "Läs utkastet och skriv det som ska ändras. Har du inga synpunkter behöver du inte göra något.",
            "Read the draft and write what should be changed. If you have no comments there is nothing to do.",
        ),
        button=Text("Läs och lämna synpunkter", "Read and comment"), address=_door(minutes, reader),
        due=minutes.comments_until,
    )  # fmt: skip


def _adjusting(at: dt.datetime) -> Iterator[Item]:
    waiting = Adjuster.objects.filter(state=Adjusting.WAITING, minutes__state=MinutesState.ADJUSTING)
    reached = waiting.exclude(email="").exclude(asked_at=None)
    for each in reached.select_related("minutes__meeting__body", "organisation"):
        times = max((at - (each.asked_at or at)).days // 7, 0)
        yield _adjust(each, times=min(times, ADJUSTERS_REMINDED))


def _adjust(adjuster: Adjuster, *, times: int) -> Item:
    minutes = adjuster.minutes
    word, title = _word(minutes.meeting), minutes.meeting.title
    head = Text(f"Justera {word.sv.lower()}: {title.sv}", f"Adjust {word.en.lower()}: {title.en or title.sv}")
    if times:
        head = Text(f"Påminnelse: {head.sv}", f"Reminder: {head.en}")
    asked = adjuster.asked_at or minutes.changed_at

    def address() -> str:
        issued = issue_link(
            purpose=ADJUST_LINK, subject=adjuster, organisation=adjuster.organisation, name=adjuster.name,
            title=adjuster.title, email=adjuster.email, by=system_account(),
        )  # fmt: skip
        return reverse("guest:adjust", args=[issued.token])

    return Item(
        key=f"minutes:{minutes.pk}:adjust:{adjuster.pk}:{asked:%y%m%d%H%M%S}:{times}", email=adjuster.email,
        name=adjuster.name, language=minutes.language, urgency=Urgency.ASKED, since=asked, heading=head,
        words=Text(
            "Du är utsedd att justera. Läs texten och justera den, eller skriv vad som ska ändras.",
            "You have been named to adjust. Read the text and sign it, or write what should be changed.",
        ),
        button=Text("Läs och justera", "Read and sign"), address=address,
    )  # fmt: skip


def _door(minutes: Minutes, reader: Reader) -> Callable[[], str]:
    """Makes a personal link when the letter is really written."""

    def address() -> str:
        issued = issue_link(
            purpose=COMMENT_LINK, subject=minutes, organisation=reader.organisation, name=reader.name,
            title=reader.title, email=reader.email, by=system_account(),
        )  # fmt: skip
        return reverse("guest:comments", args=[issued.token])

    return address


def _word(meeting: Meeting) -> Text:
    said = []
    for language in ("sv", "en"):
        with override(language):
            said.append(word_of(meeting))
    return Text(*said)
