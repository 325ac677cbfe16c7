"""Meetings, to come and held, and the series they belong to."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.choices import MeetingForm, MeetingKind
from kraftsamla.meetings.querysets import MeetingQuerySet

#: Calendars know a meeting by this and its address name, which never changes, wherever the service moves.
CALENDAR = uuid.UUID("6f2a1c52-6f0d-5d0e-9d4e-0f3b6a1f9b10")


class MeetingSeries(Named):
    """Meetings that belong together, for example a group's meetings of a year."""

    name_sv = models.CharField(_("namn"), max_length=300)
    name_en = models.CharField(_("namn på engelska"), max_length=300, blank=True, default="")
    body = models.ForeignKey(
        Body, verbose_name=_("organ"), on_delete=models.PROTECT, null=True, blank=True, related_name="series"
    )

    class Meta(Named.Meta):
        verbose_name = _("mötesserie")
        verbose_name_plural = _("mötesserier")

    def __str__(self) -> str:
        return self.name_sv

    @property
    def name(self) -> Text:
        return Text(self.name_sv, self.name_en)


class Meeting(Named):
    """``called_at``: invitations have gone out. ``opened_at`` and ``closed_at``: the meeting was led here.

    ``sequence`` is what calendars go by: it rises with each change of time or place after the call (RFC 5545).
    """
    title_sv = models.CharField(_("titel"), max_length=300)
    title_en = models.CharField(_("titel på engelska"), max_length=300, blank=True, default="")
    kind = models.CharField(_("slag"), max_length=30, choices=MeetingKind.choices)
    body = models.ForeignKey(
        Body, verbose_name=_("organ"), on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    starts_on = PartialDateField(_("datum"), blank=False)
    ends_on = PartialDateField(_("slutdatum"))
    starts_at = models.TimeField(_("börjar kl."), null=True, blank=True)
    ends_at = models.TimeField(_("slutar kl."), null=True, blank=True)
    form = models.CharField(_("form"), max_length=10, choices=MeetingForm.choices, blank=True, default="")
    place = models.CharField(_("plats"), max_length=200, blank=True, default="")
    summary_sv = models.TextField(_("sammanfattning"), blank=True, default="")
    summary_en = models.TextField(_("sammanfattning på engelska"), blank=True, default="")
    organisers = models.ManyToManyField(
        Organisation, verbose_name=_("arrangörer"), related_name="meetings", blank=True
    )
    chair = models.ForeignKey(
        Person, verbose_name=_("ordförande"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="meetings_chaired",
    )
    follows = models.ForeignKey(
        "self", verbose_name=_("följer på"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="followed_by",
    )
    partners = models.ManyToManyField(
        Organisation, verbose_name=_("medarrangörer"), related_name="meetings_partnered", blank=True
    )
    series = models.ForeignKey(
        MeetingSeries, verbose_name=_("serie"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="meetings",
    )
    purpose_sv = models.TextField(_("syfte"), blank=True, default="")
    purpose_en = models.TextField(_("syfte på engelska"), blank=True, default="")
    room = models.CharField(_("lokal och vägbeskrivning"), max_length=300, blank=True, default="")
    link = models.URLField(_("länk för den som deltar på distans"), max_length=500, blank=True, default="")
    is_public = models.BooleanField(_("visas i den publika utgåvan"), default=True)
    shows_attendance = models.BooleanField(_("den publika sidan visar vilka som deltog"), default=True)
    called_at = models.DateTimeField(null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_why = models.CharField(
        _("varför mötet är inställt"), max_length=300, blank=True, default="", editable=False
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    minutes = models.ForeignKey(
        Document, verbose_name=_("anteckningar"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="minutes_of",
    )
    followups = models.ManyToManyField(FollowUp, related_name="meetings", blank=True)
    passages = models.ManyToManyField(Passage, related_name="meetings", blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("möte")
        verbose_name_plural = _("möten")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on="") | Q(starts_on__lte=F("ends_on")), name="meetings_meeting_period",
                violation_error_message=_("Slutdatumet ligger före startdatumet."),
            )
        ]

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def summary(self) -> Text:
        return Text(self.summary_sv, self.summary_en)

    @property
    def purpose(self) -> Text:
        return Text(self.purpose_sv, self.purpose_en)

    @property
    def uid(self) -> str:
        """The meeting's name in every calendar, for ever."""
        return f"{uuid.uuid5(CALENDAR, self.slug)}"

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_running(self) -> bool:
        return self.opened_at is not None and self.closed_at is None

    def is_coming(self, *, at: dt.date) -> bool:
        """Whether its first day is not past; a day that is not fully known counts until its period has begun."""
        return self.starts_on >= at.isoformat()
