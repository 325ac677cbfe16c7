"""Status, told only by rows that are added."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Spoken
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import Confidence, Progress
from kraftsamla.strategy.models.actions import Action
from kraftsamla.strategy.models.results import Corrected, Milestone
from kraftsamla.strategy.querysets import StatusUpdateQuerySet


class StatusUpdate(Spoken, Corrected):
    """How an action stood on a day, in whose words. The only way a status changes; a correction is a new row.

    ``confirms`` is the update that somebody says still holds: "no change since" is an update of its own.
    """

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
    confirms = models.ForeignKey(
        "self", verbose_name=_("oförändrat sedan"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="confirmed_by",
    )
    milestones = models.ManyToManyField(
        Milestone, verbose_name=_("uppnådda delmål"), related_name="reached_by", blank=True
    )
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
    def is_no_change(self) -> bool:
        return self.confirms_id is not None

    @property
    def words(self) -> Text:
        return Text(self.words_sv, self.words_en)
