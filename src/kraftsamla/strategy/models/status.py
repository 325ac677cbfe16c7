"""Status, told only by rows that are added."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import Confidence, Progress
from kraftsamla.strategy.models.actions import Action
from kraftsamla.strategy.querysets import StatusUpdateQuerySet


class StatusUpdate(models.Model):
    """How an action stood on a day, in whose words. The only way a status changes; a correction is a new row."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    on = PartialDateField(_("läget den"), blank=False)
    progress = models.CharField(_("läge"), max_length=10, choices=Progress.choices)
    confidence = models.CharField(
        _("säkerhet"), max_length=10, choices=Confidence.choices, blank=True, default=""
    )
    words_sv = models.TextField(_("vad har hänt"), blank=True, default="")
    words_en = models.TextField(_("vad har hänt, på engelska"), blank=True, default="")
    on_behalf_of = models.ForeignKey(
        Organisation, verbose_name=_("för organisationen"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="status_updates",
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now, editable=False)
    corrects = models.OneToOneField(
        "self", verbose_name=_("rättar"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="corrected_by",
    )
    reason = models.TextField(_("skäl till rättelsen"), blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="status_updates", blank=True)

    objects = StatusUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = _("lägesuppdatering")
        verbose_name_plural = _("lägesuppdateringar")
        # Serves "the newest update of each action" in lists.
        indexes = [models.Index(fields=["action", "-on", "-id"], name="strategy_newest_update")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(corrects=None) | ~models.Q(reason=""), name="strategy_correction_has_reason",
                violation_error_message=_("Skriv varför uppgiften rättas."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_progress_display()} {self.on}"

    @property
    def words(self) -> Text:
        return Text(self.words_sv, self.words_en)
