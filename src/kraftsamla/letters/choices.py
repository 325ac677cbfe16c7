"""The words of the weekly letter, and what the log calls the deeds on it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.audit.registry import register

PACE_CHANGED = register("recipient.paced", _("ändrade hur ofta brev skickas till"))
RECIPIENT_ERASED = register("recipient.erased", _("raderade uppgifterna om mottagaren"))


class Pace(models.TextChoices):
    """How often somebody may be written to. ``days`` must pass between two letters."""

    WEEKLY = "weekly", pgettext_lazy("takt", "högst ett brev i veckan")
    MONTHLY = "monthly", pgettext_lazy("takt", "högst ett brev i månaden")
    NEVER = "never", pgettext_lazy("takt", "inga brev")

    @property
    def days(self) -> int | None:
        return {Pace.WEEKLY: 7, Pace.MONTHLY: 28, Pace.NEVER: None}[self]


class LetterState(models.TextChoices):
    """A letter is claimed before it is handed to the mail server: one that was cut off there is never sent twice."""

    SENDING = "sending", pgettext_lazy("brev", "osäkert om det gick fram")
    SENT = "sent", pgettext_lazy("brev", "skickat")
    FAILED = "failed", pgettext_lazy("brev", "gick inte att skicka")
    REFUSED = "refused", pgettext_lazy("brev", "inte skickat: personen har sagt nej till brev")


#: Letters of which nothing has reached anybody.
NOT_GONE = frozenset({LetterState.FAILED, LetterState.REFUSED})
