"""Who would be told what if letters went out now."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.timezone import localtime

from kraftsamla.letters.choices import Pace
from kraftsamla.letters.models import Letter, Recipient, Said
from kraftsamla.letters.registry import Item, everything_to_say


@dataclass(frozen=True, slots=True)
class Due:
    """What one person would get now. ``earliest`` is the day when their pace allows the next letter."""

    email: str
    name: str
    language: str
    news: tuple[Item, ...]
    open_still: tuple[Item, ...]
    earliest: dt.date | None
    recipient: Recipient | None

    def goes_out(self, *, on: dt.date) -> bool:
        return bool(self.news) and self.earliest is not None and self.earliest <= on


def waiting(at: dt.datetime) -> list[Due]:
    """What everybody would be told if letters went out now; those with nothing new to hear are left out."""
    by_person: dict[str, list[Item]] = defaultdict(list)
    for item in everything_to_say(at):
        if item.email:
            by_person[item.email.casefold()].append(item)
    known = {each.email.casefold(): each for each in Recipient.objects.with_last_letter()}
    said = _already_said(known.values())
    dues = [_due(items, known.get(email), said, at=at) for email, items in by_person.items()]
    return sorted((due for due in dues if due.news), key=lambda due: due.email.casefold())


def together(items: Iterable[Item], *, at: dt.datetime) -> list[Due]:
    """What is to be said at once, by person: all of it news, whatever anybody's pace."""
    by_person: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.email:
            by_person[item.email.casefold()].append(item)
    known = {each.email.casefold(): each for each in Recipient.objects.with_last_letter()}
    return [_due(each, known.get(email), {}, at=at) for email, each in by_person.items()]


def in_order(items: Iterable[Item]) -> list[Item]:
    """The most urgent first; among equals the newest."""
    return sorted(items, key=lambda item: (item.urgency, -item.since.timestamp(), item.key))


def day_of(at: dt.datetime) -> dt.date:
    """The day where the office is."""
    return localtime(at).date()


def _due(items: Sequence[Item], recipient: Recipient | None, said: dict[int, set[str]], *, at: dt.datetime) -> Due:
    ordered = in_order({item.key: item for item in items}.values())
    heard = said.get(recipient.pk, set()) if recipient else set()
    newest = max(items, key=lambda item: item.since)
    return Due(
        email=newest.email,
        name=newest.name,
        language=newest.language,
        news=tuple(item for item in ordered if item.key not in heard),
        open_still=tuple(item for item in ordered if item.key in heard),
        earliest=_earliest(recipient, on=day_of(at)),
        recipient=recipient,
    )


def _earliest(recipient: Recipient | None, *, on: dt.date) -> dt.date | None:
    """The first day a letter may go out; None when the person wants none."""
    if recipient is None:
        return on
    days = Pace(recipient.pace).days
    if days is None:
        return None
    last: dt.date | None = getattr(recipient, "last_day", None)
    return max(on, last + dt.timedelta(days=days)) if last else on


def _already_said(recipients: Iterable[Recipient]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    letters = Letter.objects.that_went_out().filter(recipient__in=list(recipients))
    for person, key in Said.objects.filter(letter__in=letters).values_list("letter__recipient", "key"):
        found[person].add(key)
    return found
