"""What a meeting takes up: points, who presents what, materials and decisions."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.core.clock import now
from kraftsamla.core.text import Text
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.choices import ItemPurpose, MaterialKind
from kraftsamla.meetings.models.meetings import Meeting
from kraftsamla.strategy.models import Action, Area, Objective, Question


class AgendaItem(models.Model):
    """A point. A conference's programme is points with a day and times; those side by side differ in area or room.

    ``minutes`` is how long it is meant to take. ``opened_at`` … ``closed_at``: when it was taken up, if led here.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(_("nummer"), max_length=20, blank=True, default="")
    title_sv = models.CharField(_("rubrik"), max_length=300)
    title_en = models.CharField(_("rubrik på engelska"), max_length=300, blank=True, default="")
    purpose = models.CharField(
        _("syfte med punkten"), max_length=10, choices=ItemPurpose.choices, blank=True, default=""
    )
    minutes = models.PositiveSmallIntegerField(
        _("minuter"), null=True, blank=True, validators=[MaxValueValidator(24 * 60)]
    )
    intro_sv = models.TextField(_("bakgrund"), blank=True, default="")
    intro_en = models.TextField(_("bakgrund på engelska"), blank=True, default="")
    parent = models.ForeignKey(
        "self", verbose_name=_("hör till punkten"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="parts",
    )
    day = models.PositiveSmallIntegerField(
        _("mötesdag"), default=1, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    starts_at = models.TimeField(_("börjar kl."), null=True, blank=True)
    ends_at = models.TimeField(_("slutar kl."), null=True, blank=True)
    room = models.CharField(_("sal"), max_length=200, blank=True, default="")
    area = models.ForeignKey(
        Area, verbose_name=_("område i strategin"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="agenda_items",
    )
    is_public = models.BooleanField(_("visas i den publika utgåvan"), default=True)
    questions = models.ManyToManyField(Question, related_name="agenda_items", blank=True)
    followups = models.ManyToManyField(FollowUp, related_name="agenda_items", blank=True)
    actions = models.ManyToManyField(Action, related_name="agenda_items", blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
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

    @property
    def intro(self) -> Text:
        return Text(self.intro_sv, self.intro_en)


class Decision(models.Model):
    """What the meeting decided, in its own words; ``item`` is the point it was decided at, where that is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("punkt"), on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    position = models.PositiveSmallIntegerField()
    text_sv = models.TextField(_("beslut"), max_length=1000)
    text_en = models.TextField(_("beslut på engelska"), max_length=1000, blank=True, default="")
    objectives = models.ManyToManyField(
        Objective, verbose_name=_("gäller målen"), related_name="decisions", blank=True
    )
    actions = models.ManyToManyField(
        Action, verbose_name=_("gäller insatserna"), related_name="decisions", blank=True
    )
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


class Material(models.Model):
    """A paper, presentation, film or link that belongs to a meeting or to one of its points."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="materials")
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("punkt"), on_delete=models.PROTECT, null=True, blank=True, related_name="materials"
    )
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    kind = models.CharField(_("slag"), max_length=20, choices=MaterialKind.choices, default=MaterialKind.PAPER)
    document = models.ForeignKey(
        Document, verbose_name=_("dokument"), on_delete=models.PROTECT, related_name="materials"
    )
    is_public = models.BooleanField(_("visas i den publika utgåvan"), default=False)
    added_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("material")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "item", "document"], name="meetings_material_once",
                violation_error_message=_("Dokumentet ligger redan vid punkten."),
            )
        ]

    def __str__(self) -> str:
        return str(self.document)
