"""Actions: their dates, money and parts, what is reported of them, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.refs import Ref, Source
from kraftsamla.editions.content.standing import LIVING, PAST_PARTS, STALE_AFTER_DAYS, WeakLink


@dataclass(frozen=True, slots=True)
class DatedFact:
    kind: str
    date: str
    note: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Money:
    amount: int
    currency: str
    period: str
    funder: Ref | None
    note: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What an organisation is asked to do, or offers to do; ``amount`` is None when no money is named."""

    what: Text
    due: str
    steering_basis: str
    registry_number: str
    decided_on: str
    reporting_on: str
    amount: int | None
    currency: str
    money_note: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was asked and what was answered. ``theirs``: the organisation's own terms, beside ours; ``words``: what it
    answered, or why it declined, handed over or ended. Who signed is not published: the organisation answers."""

    ours: Terms | None
    theirs: Terms | None
    asked_on: str
    on: str
    words: str
    handed_to: Ref | None
    handed_from: Ref | None


@dataclass(frozen=True, slots=True)
class Part:
    """An organisation's part in an action: role, whether it has accepted it, and the agreement once it was asked."""

    organisation: Ref
    role: str
    state: str
    accepted: bool
    sources: tuple[Source, ...]
    agreement: Agreement | None = None

    @property
    def is_past(self) -> bool:
        return self.state in PAST_PARTS


@dataclass(frozen=True, slots=True)
class Status:
    on: str
    progress: str
    confidence: str
    words: Text
    on_behalf_of: Ref | None
    corrected: bool
    reason: str
    sources: tuple[Source, ...]
    no_change_since: str = ""
    reached: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """``reached_on``: when a standing update says that it was reached, "" while none does."""

    title: Text
    due: str
    reached_on: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody else found about a result, and in the name of which organisation."""

    finding: str
    on: str
    found_by: Ref
    words: str
    url: str
    corrected: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an action: claimed by one organisation, looked into by another. ``verification`` is a code."""

    what: Text
    on: str
    claimed_by: Ref
    evidence: str
    url: str
    verification: str
    verdicts: tuple[Verdict, ...]
    corrected: bool
    reason: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Action:
    slug: str
    title: Text
    kind: str
    description: Text
    steering_basis: str
    registry_number: str
    objectives: tuple[Ref, ...]
    areas: tuple[Ref, ...]
    dates: tuple[DatedFact, ...]
    money: tuple[Money, ...]
    parts: tuple[Part, ...]
    updates: tuple[Status, ...]
    progress: str
    updated_on: str
    days_since_update: int | None
    follows: Ref | None
    continued_by: tuple[Ref, ...]
    sources: tuple[Source, ...]
    weakest: WeakLink
    milestones: tuple[Milestone, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def is_stale(self) -> bool:
        return self.progress in LIVING and (self.days_since_update or 0) > STALE_AFTER_DAYS

    @property
    def first_date(self) -> DatedFact | None:
        return self.dates[0] if self.dates else None
