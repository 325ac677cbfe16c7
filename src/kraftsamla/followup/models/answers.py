"""What an organisation is asked in a round, and what it answers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.followup.choices import AnswerState
from kraftsamla.followup.models.followups import FollowUp
from kraftsamla.followup.models.rounds import UpdateRound
from kraftsamla.followup.querysets.rounds import AnswerQuerySet, HandoverQuerySet, PointQuerySet
from kraftsamla.library.models import Document
from kraftsamla.strategy.choices import Confidence, Progress
from kraftsamla.strategy.models import Action, StatusUpdate


class Answer(models.Model):
    """One person's sheet for an organisation in a round. ``name`` … is who is asked, ``said_by`` who answered."""

    round = models.ForeignKey(UpdateRound, on_delete=models.CASCADE, related_name="answers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="answers")
    name = models.CharField(_("namn"), max_length=200, blank=True, default="")
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    language = models.CharField(
        _("språk"), max_length=2, choices=InterfaceLanguage.choices, default=InterfaceLanguage.SWEDISH
    )
    deputy_name = models.CharField(_("ställföreträdarens namn"), max_length=200, blank=True, default="")
    deputy_email = models.EmailField(_("ställföreträdarens e-postadress"), blank=True, default="")
    shared_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(_("läge"), max_length=10, choices=AnswerState.choices, default=AnswerState.WAITING)
    asked_at = models.DateTimeField(default=now)
    opened_at = models.DateTimeField(_("öppnat"), null=True, blank=True)
    saved_at = models.DateTimeField(_("sparat"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("inskickat"), null=True, blank=True)
    decided_at = models.DateTimeField(_("läst"), null=True, blank=True)
    reason = models.TextField(_("varför svaret skickas tillbaka"), blank=True, default="")
    said_by = models.CharField(_("svarat av"), max_length=200, blank=True, default="")
    said_by_title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    said_by_email = models.EmailField(blank=True, default="")
    #: How long the page has been in use, pauses over ten minutes not counted.
    seconds = models.PositiveIntegerField(default=0)
    times_sent = models.PositiveSmallIntegerField(default=0)
    followup = models.ForeignKey(FollowUp, on_delete=models.SET_NULL, null=True, blank=True, related_name="answers")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar i en runda")
        verbose_name_plural = _("svar i rundor")
        ordering = ["round", "organisation__sort_key", "pk"]
        # Serves "what waits", over all rounds and within one.
        indexes = [models.Index(fields=["state", "round"], name="followup_answers_by_state")]

    def __str__(self) -> str:
        return f"{self.round}: {self.organisation}"

    @property
    def stage(self) -> AnswerState:
        return AnswerState(self.state)

    @property
    def may_be_written(self) -> bool:
        return self.round.is_open and self.stage.is_open


class Point(Versioned):
    """One action in an answer. ``unchanged`` says that the newest update still holds."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="points")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="points")
    position = models.PositiveIntegerField(default=0)
    unchanged = models.BooleanField(_("inget har ändrats"), default=False)
    progress = models.CharField(_("hur långt har det kommit"), max_length=10, choices=Progress.choices, blank=True)
    confidence = models.CharField(
        _("hur säkra är ni på att nå hela vägen"), max_length=10, choices=Confidence.choices, blank=True, default=""
    )
    words = models.TextField(_("vad har hänt"), max_length=5000, blank=True, default="")
    result = models.TextField(_("vad har det lett till"), max_length=5000, blank=True, default="")
    result_on = PartialDateField(_("när nåddes det"))
    evidence = models.TextField(_("vad visar det"), max_length=2000, blank=True, default="")
    evidence_url = models.URLField(_("adress till underlaget"), max_length=500, blank=True, default="")
    own_1 = models.TextField(max_length=5000, blank=True, default="")
    own_2 = models.TextField(max_length=5000, blank=True, default="")
    own_3 = models.TextField(max_length=5000, blank=True, default="")
    update = models.ForeignKey(StatusUpdate, on_delete=models.SET_NULL, null=True, blank=True, related_name="points")

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = _("punkt i ett svar")
        verbose_name_plural = _("punkter i svar")
        ordering = ["answer", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "action"], name="followup_point_once")]

    def __str__(self) -> str:
        return str(self.action)

    @property
    def is_answered(self) -> bool:
        return self.unchanged or bool(self.progress)

    @property
    def has_words(self) -> bool:
        """Whether something has been written that "no change" would hide."""
        return any((self.words, self.result, self.evidence, self.evidence_url, self.own_1, self.own_2, self.own_3))


def attachment_place(attachment: Any, name: str) -> str:
    """Uploaded files lie under a name of our own."""
    return f"answers/{attachment.sha256[:40]}"


class Attachment(models.Model):
    """A file that shows what an answer says. It is kept apart until the answer is accepted, and never opened here."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to=attachment_place, max_length=200, blank=True, default="")
    file_name = models.CharField(_("filens namn"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField(default=now)
    document = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("bifogad fil")
        verbose_name_plural = _("bifogade filer")
        ordering = ["point", "pk"]

    def __str__(self) -> str:
        return self.file_name


class Handover(models.Model):
    """"This is not mine": who passed an action on, to whom. Without ``given_to`` the office has to find who it is."""

    given_from = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="handed_on")
    given_to = models.ForeignKey(Answer, on_delete=models.CASCADE, null=True, blank=True, related_name="received")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True, default="")
    name = models.CharField(_("namn"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    words = models.CharField(_("varför"), max_length=500, blank=True, default="")
    made_by = models.CharField(max_length=200, blank=True, default="")
    made_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("vidarelämnad fråga")
        verbose_name_plural = _("vidarelämnade frågor")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.action} → {self.name or self.organisation_name}"
