"""Questions that somebody has asked and that the strategy's people carry."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import Handling
from kraftsamla.strategy.models.plan import Objective
from kraftsamla.strategy.querysets import QuestionQuerySet


class Question(Named):
    number = models.CharField(_("nummer"), max_length=20, blank=True, default="")
    wording_sv = models.CharField(_("fråga"), max_length=500)
    wording_en = models.CharField(_("fråga på engelska"), max_length=500, blank=True, default="")
    asked_on = PartialDateField(_("ställd"))
    asked_by = models.CharField(_("ställd av"), max_length=300, blank=True, default="")
    handling = models.CharField(_("hantering"), max_length=10, choices=Handling.choices, default=Handling.OPEN)
    note_sv = models.TextField(_("anmärkning"), blank=True, default="")
    note_en = models.TextField(_("anmärkning på engelska"), blank=True, default="")
    objectives = models.ManyToManyField(Objective, verbose_name=_("mål"), related_name="questions", blank=True)
    passages = models.ManyToManyField(Passage, related_name="questions", blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")

    def __str__(self) -> str:
        return self.wording_sv

    @property
    def wording(self) -> Text:
        return Text(self.wording_sv, self.wording_en)

    @property
    def note(self) -> Text:
        return Text(self.note_sv, self.note_en)
