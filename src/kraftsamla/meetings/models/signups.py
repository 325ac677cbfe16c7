"""Signing up for a conference, open to all. No list of who has signed up is ever public."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.core.clock import now
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.meetings.choices import Mode, SignUpState
from kraftsamla.meetings.models.meetings import Meeting


class SignUp(Versioned):
    """How a meeting is signed up for. None as number of places: no limit. 0: that way of taking part is not offered."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="sign_up")
    opens_on = PartialDateField(_("öppnar"), blank=False)
    closes_on = PartialDateField(_("sista dag"), blank=False)
    room_places = models.PositiveIntegerField(_("platser i lokalen"), null=True, blank=True)
    remote_places = models.PositiveIntegerField(_("platser på distans"), null=True, blank=True)
    words_sv = models.TextField(_("bra att veta"), blank=True, default="")
    words_en = models.TextField(_("bra att veta, på engelska"), blank=True, default="")
    keep_days = models.PositiveSmallIntegerField(_("uppgifterna raderas så många dagar efter mötet"), default=90)
    offers_list = models.BooleanField(
        _("den som vill kan stå på en lista som delas ut till deltagarna"), default=False
    )

    class Meta:
        verbose_name = _("anmälan")
        verbose_name_plural = _("anmälningar")
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__lte=models.F("closes_on")), name="meetings_sign_up_period",
                violation_error_message=_("Sista dagen ligger före den dag då anmälan öppnar."),
            )
        ]

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def words(self) -> Text:
        return Text(self.words_sv, self.words_en)


class Registration(models.Model):
    """One person's sign-up. ``consent`` is the sentence they agreed to. After ``keep_days`` only a count is left."""

    sign_up = models.ForeignKey(SignUp, on_delete=models.PROTECT, related_name="registrations")
    reference = models.CharField(_("referens"), max_length=12, unique=True)
    name = models.CharField(_("namn"), max_length=200, blank=True, default="")
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True, default="")
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    language = models.CharField(
        _("språk"), max_length=2, choices=InterfaceLanguage.choices, default=InterfaceLanguage.SWEDISH
    )
    mode = models.CharField(_("hur"), max_length=10, choices=Mode.choices)
    state = models.CharField(_("läge"), max_length=10, choices=SignUpState.choices, default=SignUpState.ASKED)
    on_list = models.BooleanField(_("vill stå på deltagarlistan"), default=False)
    consent = models.TextField(blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    moved_up_at = models.DateTimeField(null=True, blank=True)
    came = models.BooleanField(_("kom"), null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("anmäld")
        verbose_name_plural = _("anmälda")
        ordering = ["sign_up", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sign_up", "email"], condition=~Q(email="") & ~Q(state="cancelled"),
                name="meetings_registered_once",
                violation_error_message=_("Adressen är redan anmäld."),
            )
        ]
        # Serves counting who is going, by way of taking part.
        indexes = [models.Index(fields=["sign_up", "state", "mode"], name="meetings_registered")]

    def __str__(self) -> str:
        return self.reference
