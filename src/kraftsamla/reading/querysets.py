"""Questions about readings and suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, CharField, Count, Q, Value, When

from kraftsamla.accounts.rules import Visitor, may_enter
from kraftsamla.reading.choices import CERTAIN, LIKELY, Outcome, Sureness

if TYPE_CHECKING:
    from kraftsamla.accounts.models import User
    from kraftsamla.reading.models import Reading, Suggestion  # noqa: F401  named in strings below


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, visitor: Visitor) -> ReadingQuerySet:
        return self if may_enter(visitor) else self.none()

    def with_counts(self) -> ReadingQuerySet:
        """Adds ``total`` and ``waiting``: how many suggestions there are, and how many nobody has decided on."""
        return self.annotate(
            total=Count("suggestions"), waiting=Count("suggestions", filter=Q(suggestions__state="waiting"))
        )

    def most_waiting_first(self) -> ReadingQuerySet:
        """Those with something left to decide on first, then the newest."""
        done = models.Case(models.When(waiting=0, then=1), default=0, output_field=models.IntegerField())
        return self.with_counts().alias(done=done).order_by("done", "-made_at", "-pk")


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def visible_to(self, visitor: Visitor) -> SuggestionQuerySet:
        return self if may_enter(visitor) else self.none()

    def waiting(self) -> SuggestionQuerySet:
        return self.filter(state="waiting")

    def decided(self) -> SuggestionQuerySet:
        return self.exclude(state="waiting")

    def certain(self, *, at_least: float) -> SuggestionQuerySet:
        return self.filter(confidence__gte=at_least)

    def decided_last_by(self, user: User) -> SuggestionQuerySet:
        """What somebody has decided on, the newest decision first: what "undo" takes back."""
        return self.decided().filter(decided_by=user).order_by("-decided_at", "-position")

    def of_step(self, step: str) -> SuggestionQuerySet:
        """The decisions of one step, the newest first."""
        return self.decided().filter(batch=step).order_by("-decided_at", "-pk")

    def touched_outside(self, step: str) -> SuggestionQuerySet:
        """Those that somebody has decided on, edited or made, outside this step."""
        return self.filter(~Q(state="waiting") & ~Q(batch=step) | Q(edited__isnull=False) | Q(confidence__isnull=True))

    def counted(self) -> list[tuple[str, str, str, int]]:
        """How many of the reader's own there are of each kind, sureness and outcome; one question to the database."""
        sureness = Case(
            When(confidence__gte=CERTAIN, then=Value(Sureness.CERTAIN.value)),
            When(confidence__gte=LIKELY, then=Value(Sureness.LIKELY.value)),
            default=Value(Sureness.UNSURE.value), output_field=CharField(),
        )  # fmt: skip
        outcome = Case(
            When(state="accepted", edited__isnull=True, together=True, then=Value(Outcome.TOGETHER.value)),
            When(state="accepted", edited__isnull=True, then=Value(Outcome.UNTOUCHED.value)),
            When(state="accepted", then=Value(Outcome.EDITED.value)),
            When(state="rejected", then=Value(Outcome.REJECTED.value)),
            When(times_undone__gt=0, then=Value(Outcome.UNDONE.value)),
            default=Value(Outcome.WAITING.value), output_field=CharField(),
        )  # fmt: skip
        own = self.filter(confidence__isnull=False).order_by()
        rows = own.annotate(sureness=sureness, outcome=outcome).values("kind", "sureness", "outcome")
        return [(r["kind"], r["sureness"], r["outcome"], r["n"]) for r in rows.annotate(n=Count("pk"))]
