"""What somebody has been asked to do, carried until it is closed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.followup.querysets import FollowUpQuerySet
from kraftsamla.library.models import Passage


class FollowUp(Named):
    what_sv = models.CharField(_("vad"), max_length=500)
    what_en = models.CharField(_("vad, på engelska"), max_length=500, blank=True, default="")
    asked_by = models.CharField(_("av vem"), max_length=300, blank=True, default="")
    asked_of = models.CharField(_("till vem"), max_length=300, blank=True, default="")
    owner = models.ForeignKey(
        Organisation, verbose_name=_("ansvarig organisation"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="followups",
    )
    asked_on = PartialDateField(_("tillkom"))
    due = PartialDateField(_("klart senast"))
    closed_on = PartialDateField(_("avslutad"))
    outcome_sv = models.TextField(_("vad det ledde till"), blank=True, default="")
    outcome_en = models.TextField(_("vad det ledde till, på engelska"), blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="followups", blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("uppföljningspunkt")
        verbose_name_plural = _("uppföljningspunkter")

    def __str__(self) -> str:
        return self.what_sv

    @property
    def what(self) -> Text:
        return Text(self.what_sv, self.what_en)

    @property
    def outcome(self) -> Text:
        return Text(self.outcome_sv, self.outcome_en)
