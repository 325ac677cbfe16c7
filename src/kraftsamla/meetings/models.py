"""Meetings as they were held: agenda, presentations and who took part, frozen as it was that day."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.choices import MeetingForm, MeetingKind, Mode, Presence
from kraftsamla.meetings.querysets import MeetingQuerySet
from kraftsamla.strategy.models import Question


class Meeting(Named):
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


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(_("nummer"), max_length=20, blank=True, default="")
    title_sv = models.CharField(_("rubrik"), max_length=300)
    title_en = models.CharField(_("rubrik på engelska"), max_length=300, blank=True, default="")
    questions = models.ManyToManyField(Question, related_name="agenda_items", blank=True)
    passages = models.ManyToManyField(Passage, related_name="agenda_items", blank=True)

    class Meta:
        verbose_name = _("punkt på dagordningen")
        verbose_name_plural = _("punkter på dagordningen")
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title_sv}".strip()

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)


class Decision(models.Model):
    """What the meeting decided, in its own words; ``item`` is the point it was decided at, where that is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("punkt"), on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    position = models.PositiveSmallIntegerField()
    text_sv = models.TextField(_("beslut"), max_length=1000)
    text_en = models.TextField(_("beslut på engelska"), max_length=1000, blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="decisions", blank=True)

    class Meta:
        verbose_name = _("beslut")
        verbose_name_plural = _("beslut")
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return self.text_sv

    @property
    def text(self) -> Text:
        return Text(self.text_sv, self.text_en)


class Presentation(models.Model):
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="presentations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presentations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="presentations"
    )
    topic_sv = models.CharField(_("ämne"), max_length=500, blank=True, default="")
    topic_en = models.CharField(_("ämne på engelska"), max_length=500, blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="presentations", blank=True)

    class Meta:
        verbose_name = _("presentation")
        verbose_name_plural = _("presentationer")
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.topic_sv}"

    @property
    def topic(self) -> Text:
        return Text(self.topic_sv, self.topic_en)


class Attendance(models.Model):
    """Somebody, or an organisation, at a meeting. The names are kept as they were that day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    person_name = models.CharField(_("namn"), max_length=200, blank=True, default="")
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True, default="")
    role = models.CharField(_("roll"), max_length=200, blank=True, default="")
    presence = models.CharField(_("närvaro"), max_length=10, choices=Presence.choices, default=Presence.PRESENT)
    mode = models.CharField(_("hur"), max_length=10, choices=Mode.choices, blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="attendance", blank=True)

    class Meta:
        verbose_name = pgettext_lazy("en deltagare", "deltagare")
        verbose_name_plural = _("deltagare")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=~Q(person=None), name="meetings_attendance_once",
                violation_error_message=_("Personen finns redan bland deltagarna."),
            ),
            models.CheckConstraint(
                condition=~(Q(person_name="") & Q(organisation_name="")), name="meetings_attendance_somebody",
                violation_error_message=_("Ange en person eller en organisation."),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.person_name, self.organisation_name or self.role) if part)
