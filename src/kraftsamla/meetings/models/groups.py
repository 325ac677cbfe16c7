"""Discussions in groups: who sits together, what each group reports, and what everybody agrees on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.clock import now
from kraftsamla.core.models import Versioned
from kraftsamla.core.text import Text
from kraftsamla.meetings.choices import SummaryState
from kraftsamla.meetings.models.agenda import AgendaItem
from kraftsamla.meetings.models.attendance import Attendance, Invitation
from kraftsamla.strategy.models import Question


class Discussion(Versioned):
    """A point whose questions are discussed in groups. The questions are those of the point."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="discussion")
    guidance_sv = models.TextField(_("instruktion till grupperna"), blank=True, default="")
    guidance_en = models.TextField(_("instruktion på engelska"), blank=True, default="")
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("gruppdiskussion")
        verbose_name_plural = _("gruppdiskussioner")

    def __str__(self) -> str:
        return str(self.item)

    @property
    def guidance(self) -> Text:
        return Text(self.guidance_sv, self.guidance_en)


class Group(models.Model):
    """``scribe`` writes on a page of the group's own, without an account."""

    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("namn"), max_length=100, blank=True, default="")
    place = models.CharField(_("var"), max_length=200, blank=True, default="")
    scribe = models.CharField(_("antecknar"), max_length=200, blank=True, default="")
    reported_at = models.DateTimeField(_("klar"), null=True, blank=True)

    class Meta:
        verbose_name = _("grupp")
        verbose_name_plural = _("grupper")
        ordering = ["discussion", "number"]
        constraints = [models.UniqueConstraint(fields=["discussion", "number"], name="meetings_group_number")]

    def __str__(self) -> str:
        return self.name or str(self.number)


class GroupMember(models.Model):
    """Somebody invited or present, in one group of a discussion."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, null=True, blank=True, related_name="group_members"
    )
    attendance = models.ForeignKey(
        Attendance, on_delete=models.CASCADE, null=True, blank=True, related_name="group_members"
    )
    name = models.CharField(_("namn"), max_length=200)
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("gruppdeltagare")
        verbose_name_plural = _("gruppdeltagare")
        ordering = ["group", "pk"]

    def __str__(self) -> str:
        return self.name


class Contribution(models.Model):
    """A point from a group on a question. It can be traced to its group, never to a person. Points are not rewritten:
    a changed one is withdrawn and written anew. ``key`` is made where it is typed, so that it is kept once."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="contributions")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="contributions")
    key = models.UUIDField(unique=True)
    text = models.TextField(_("vad gruppen kom fram till"), max_length=2000)
    replaces = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaced_by")
    made_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("gruppens punkt")
        verbose_name_plural = _("gruppernas punkter")
        ordering = ["question", "group", "pk"]

    def __str__(self) -> str:
        return self.text


class Summary(Versioned):
    """What everybody agrees that the groups said on a question, with the points it rests on."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="summaries")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="summaries")
    text_sv = models.TextField(_("sammanfattning"), max_length=10_000, blank=True, default="")
    text_en = models.TextField(_("sammanfattning på engelska"), max_length=10_000, blank=True, default="")
    state = models.CharField(
        _("läge"), max_length=10, choices=SummaryState.choices, default=SummaryState.DRAFT, editable=False
    )
    agreed_at = models.DateTimeField(null=True, blank=True, editable=False)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    contributions = models.ManyToManyField(Contribution, related_name="summaries", blank=True)

    class Meta:
        verbose_name = _("sammanfattning av gruppernas svar")
        verbose_name_plural = _("sammanfattningar av gruppernas svar")
        ordering = ["discussion", "pk"]
        constraints = [models.UniqueConstraint(fields=["discussion", "question"], name="meetings_summary_once")]

    def __str__(self) -> str:
        return self.text_sv[:80]

    @property
    def text(self) -> Text:
        return Text(self.text_sv, self.text_en)
