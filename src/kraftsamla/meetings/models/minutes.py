"""What is written from a meeting: assembled from the records, edited, circulated, adjusted and published.

A revision that has been published is never rewritten: a correction is a new revision with a reason.
"""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.actors.choices import Channel
from kraftsamla.actors.models import Organisation, Person, PersonalLink
from kraftsamla.core.clock import now
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.library.models import Document
from kraftsamla.meetings.choices import Adjusting, CommentState, MinutesState, PartKind, StepKind
from kraftsamla.meetings.models.agenda import AgendaItem
from kraftsamla.meetings.models.meetings import Meeting


class Minutes(Versioned):
    """One revision of a meeting's minutes.

    ``content`` is what was circulated, signed or published, whole and frozen (``papers.content``), and ``sha256`` its
    digest: whoever signs, signs that. ``document`` is the published file in the library.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="revisions")
    revision = models.PositiveSmallIntegerField(default=1, editable=False)
    language = models.CharField(
        _("språk"), max_length=2, choices=InterfaceLanguage.choices, default=InterfaceLanguage.SWEDISH
    )
    state = models.CharField(
        _("läge"), max_length=10, choices=MinutesState.choices, default=MinutesState.DRAFT, editable=False
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by", editable=False
    )
    reason = models.TextField(_("skäl till rättelsen"), max_length=2000, blank=True, default="")
    reference = models.CharField(_("diarienummer"), max_length=60, blank=True, default="")
    comments_until = PartialDateField(_("synpunkter senast"))
    content = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="published_minutes", editable=False
    )

    class Meta:
        verbose_name = _("anteckningar från ett möte")
        verbose_name_plural = _("anteckningar från möten")
        ordering = ["meeting", "revision"]
        constraints = [models.UniqueConstraint(fields=["meeting", "revision"], name="meetings_minutes_revision")]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.revision})"


class MinutesPart(Versioned):
    """A part that people edit. What the records say stands in the frozen content; ``text`` is what is written to it."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("slag"), max_length=12, choices=PartKind.choices)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes_parts")
    heading = models.CharField(_("rubrik"), max_length=300, blank=True, default="")
    text = models.TextField(_("text"), max_length=100_000, blank=True, default="")
    is_left_out = models.BooleanField(_("tas inte med"), default=False)

    class Meta:
        verbose_name = _("avsnitt i anteckningarna")
        verbose_name_plural = _("avsnitt i anteckningarna")
        ordering = ["minutes", "position", "pk"]

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()


class Comment(models.Model):
    """What somebody who got the draft wants changed, and what became of it."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="comments")
    part = models.ForeignKey(
        MinutesPart, verbose_name=_("avsnitt"), on_delete=models.PROTECT, null=True, blank=True, related_name="comments"
    )
    text = models.TextField(_("synpunkt"), max_length=5000)
    name = models.CharField(_("namn"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    link = models.ForeignKey(PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=now)
    state = models.CharField(
        _("läge"), max_length=10, choices=CommentState.choices, default=CommentState.OPEN, editable=False
    )
    answer = models.CharField(_("svar"), max_length=1000, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("synpunkt på anteckningarna")
        verbose_name_plural = _("synpunkter på anteckningarna")
        ordering = ["minutes", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Adjuster(models.Model):
    """Somebody named to adjust the minutes. ``signed_sha256`` says exactly what was signed."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="adjusters")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="adjusting")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("för organisationen"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )
    name = models.CharField(_("namn"), max_length=200)
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    state = models.CharField(
        _("läge"), max_length=10, choices=Adjusting.choices, default=Adjusting.WAITING, editable=False
    )
    words = models.TextField(_("vad som ska ändras"), max_length=5000, blank=True, default="")
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="", editable=False)
    signed_sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("justerare")
        verbose_name_plural = _("justerare")
        ordering = ["minutes", "pk"]

    def __str__(self) -> str:
        return self.name


class MinutesStep(models.Model):
    """What happened to the minutes, when and by whom: rows are only added."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=15, choices=StepKind.choices)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=200, blank=True, default="")
    words = models.CharField(max_length=2000, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    made_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("steg för anteckningar")
        verbose_name_plural = _("steg för anteckningar")
        ordering = ["minutes", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.made_at:%Y-%m-%d}"
