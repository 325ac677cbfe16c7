"""The weekly letter: who gets it, how often, and what was sent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.core.clock import now
from kraftsamla.letters.choices import LetterState, Pace
from kraftsamla.letters.querysets import LetterQuerySet, RecipientQuerySet


class Recipient(models.Model):
    """An address that has been written to. Made with the first letter; the person's own choice of pace is kept."""

    email = models.EmailField(_("e-postadress"))
    name = models.CharField(_("namn"), max_length=200)
    language = models.CharField(_("språk"), max_length=2, choices=InterfaceLanguage.choices)
    pace = models.CharField(_("takt"), max_length=10, choices=Pace.choices, default=Pace.WEEKLY)
    paced_at = models.DateTimeField(_("takten ändrad"), null=True, blank=True)
    says_not_me = models.BooleanField(_("säger att breven kommer fel"), default=False)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = _("brevmottagare")
        verbose_name_plural = _("brevmottagare")
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="letters_recipient_once")]

    def __str__(self) -> str:
        return self.email


class Letter(models.Model):
    """One letter as it was sent, without the secrets of its links.

    ``at_once``: it could not wait for the weekly letter, and counts neither for nor against the pace.
    """

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="letters")
    day = models.DateField(_("dag"))
    made_at = models.DateTimeField(default=now)
    state = models.CharField(_("hur det gick"), max_length=10, choices=LetterState.choices, default=LetterState.SENDING)
    at_once = models.BooleanField(_("skickat direkt"), default=False)
    fault = models.CharField(_("fel"), max_length=500, blank=True, default="")
    subject = models.CharField(_("ämnesrad"), max_length=300)
    text = models.TextField(_("text"))
    folded = models.TextField(editable=False, default="")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        ordering = ["-made_at", "-pk"]
        constraints = [
            # Of two runs at once only one can claim a person's letter of the day.
            models.UniqueConstraint(
                fields=["recipient", "day"],
                condition=~Q(state=LetterState.FAILED) & Q(at_once=False),
                name="letters_one_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.recipient}"


class Said(models.Model):
    """What a letter said, by the key of its source."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="said")
    key = models.CharField(max_length=120)
    is_news = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "key"], name="letters_said_once")]

    def __str__(self) -> str:
        return self.key
