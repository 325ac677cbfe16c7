"""Milestones on the way, and what came of an action: claimed by one, verified by another."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Spoken
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import Finding, Verification
from kraftsamla.strategy.models.actions import Action
from kraftsamla.strategy.querysets import ResultQuerySet, VerdictQuerySet


class Milestone(Versioned):
    """A step on an action's way. That it has been reached is said by a status update, like everything about status."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="milestones")
    title_sv = models.CharField(_("delmål"), max_length=300)
    title_en = models.CharField(_("delmål på engelska"), max_length=300, blank=True, default="")
    due = PartialDateField(_("klart senast"))
    passages = models.ManyToManyField(Passage, related_name="milestones", blank=True)

    class Meta:
        verbose_name = _("delmål")
        verbose_name_plural = _("delmål")
        ordering = ["action", "due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "title_sv"], name="strategy_milestone_once",
                violation_error_message=_("Insatsen har redan det delmålet."),
            )
        ]

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)


class Corrected(models.Model):
    """A row that is never changed: a newer one stands instead of it, and says why. Each table demands the reason."""

    corrects = models.OneToOneField(
        "self", verbose_name=_("rättar"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="corrected_by",
    )
    reason = models.TextField(_("skäl till rättelsen"), blank=True, default="")

    class Meta:
        abstract = True


class Result(Spoken, Corrected):
    """Something that an action is said to have led to, with what shows it. A correction is a new row."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="results")
    what_sv = models.TextField(_("resultat"))
    what_en = models.TextField(_("resultat på engelska"), blank=True, default="")
    on = PartialDateField(_("nåddes"), blank=False)
    evidence = models.TextField(_("vad som visar det"), blank=True, default="")
    evidence_url = models.URLField(_("adress till underlaget"), max_length=500, blank=True, default="")
    claimed_by = models.ForeignKey(
        Organisation, verbose_name=_("uppges av"), on_delete=models.PROTECT, related_name="claimed_results"
    )
    passages = models.ManyToManyField(Passage, related_name="results", blank=True)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("resultat")
        verbose_name_plural = _("resultat")
        ordering = ["action", "on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(corrects=None) | ~models.Q(reason=""), name="strategy_result_correction_has_reason",
                violation_error_message=_("Skriv varför uppgiften rättas."),
            )
        ]

    def __str__(self) -> str:
        return self.what_sv[:100]

    @property
    def what(self) -> Text:
        return Text(self.what_sv, self.what_en)

    @property
    def verdict(self) -> Verdict | None:
        """What stands about it now: the newest verdict that nobody has corrected. Prefetch ``verdicts``.

        When the organisation that looked into it has become one with that which makes the claim, nobody else has.
        """
        others = [each for each in self.verdicts.all() if each.found_by_id != self.claimed_by_id]
        standing = [each for each in others if not hasattr(each, "corrected_by")]
        return max(standing, key=lambda each: (each.on, each.pk), default=None)

    @property
    def verification(self) -> Verification:
        verdict = self.verdict
        return Verification(verdict.finding) if verdict else Verification.CLAIMED


class Verdict(Spoken, Corrected):
    """What somebody else found when they looked into a claimed result. A correction is a new row."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="verdicts")
    finding = models.CharField(_("vad granskningen visar"), max_length=12, choices=Finding.choices)
    on = PartialDateField(_("granskat"), blank=False)
    words = models.TextField(_("hur det granskades"), blank=True, default="")
    evidence_url = models.URLField(_("adress till underlaget"), max_length=500, blank=True, default="")
    found_by = models.ForeignKey(
        Organisation, verbose_name=_("granskat av"), on_delete=models.PROTECT, related_name="verdicts"
    )

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = _("granskning")
        verbose_name_plural = _("granskningar")
        ordering = ["result", "on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(corrects=None) | ~models.Q(reason=""), name="strategy_verdict_correction_has_reason",
                violation_error_message=_("Skriv varför uppgiften rättas."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_finding_display()} {self.on}"
