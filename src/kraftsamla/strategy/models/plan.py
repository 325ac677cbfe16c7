"""Strategy, area and objective. Numbers are official and never used again."""

from __future__ import annotations

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.models import Body
from kraftsamla.core.models import Named, Versioned
from kraftsamla.core.partial_dates import PartialDateField, in_force
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import GoalKind
from kraftsamla.strategy.querysets import AreaQuerySet, ObjectiveQuerySet, StrategyQuerySet


class Strategy(Named):
    title_sv = models.CharField(_("titel"), max_length=300)
    title_en = models.CharField(_("titel på engelska"), max_length=300, blank=True, default="")
    summary_sv = models.TextField(_("sammanfattning"), blank=True, default="")
    summary_en = models.TextField(_("sammanfattning på engelska"), blank=True, default="")
    definition_sv = models.TextField(_("vad området är"), blank=True, default="")
    definition_en = models.TextField(_("vad området är, på engelska"), blank=True, default="")
    owner = models.ForeignKey(
        Organisation, verbose_name=_("ägare"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="strategies",
    )
    adopted = PartialDateField(_("antagen"))
    objectives_announced = models.PositiveSmallIntegerField(
        _("antal mål enligt strategin"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(500)],
        help_text=_("Mål som ännu inte är inlästa visas som ”ej inläst”."),
    )
    passages = models.ManyToManyField(Passage, related_name="strategies", blank=True)

    objects = StrategyQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("strategi")
        verbose_name_plural = _("strategier")

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def summary(self) -> Text:
        return Text(self.summary_sv, self.summary_en)

    @property
    def definition(self) -> Text:
        return Text(self.definition_sv, self.definition_en)


class Area(Versioned):
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="areas")
    number = models.CharField(
        _("nummer"), max_length=2,
        validators=[RegexValidator(r"^[1-9]\d?$", _("Skriv områdets nummer som 1–99."))],
    )
    title_sv = models.CharField(_("titel"), max_length=300)
    title_en = models.CharField(_("titel på engelska"), max_length=300, blank=True, default="")
    summary_sv = models.TextField(_("sammanfattning"), blank=True, default="")
    summary_en = models.TextField(_("sammanfattning på engelska"), blank=True, default="")
    all_objectives_read = models.BooleanField(_("alla områdets mål är inlästa"), default=False)
    passages = models.ManyToManyField(Passage, related_name="areas", blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("område")
        verbose_name_plural = _("områden")
        ordering = ["strategy", models.functions.Length("number"), "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "number"], name="strategy_area_number",
                violation_error_message=_("Numret används redan av ett annat område."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title_sv}"

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def summary(self) -> Text:
        return Text(self.summary_sv, self.summary_en)


class Objective(Versioned):
    """An official goal. Its wording is kept in rows of its own, each with the time it held."""

    area = models.ForeignKey(Area, verbose_name=_("område"), on_delete=models.PROTECT, related_name="objectives")
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="objectives", editable=False)
    number = models.CharField(
        _("nummer"), max_length=5,
        validators=[
            RegexValidator(r"^[1-9]\d?\.[1-9]\d?$", _("Skriv målets nummer som område.mål, till exempel 1.2."))
        ],
    )
    sort_key = models.CharField(max_length=20, editable=False, default="")
    goal_kind = models.CharField(_("slag av mål"), max_length=10, choices=GoalKind.choices, blank=True, default="")
    plain_sv = models.TextField(_("i klartext"), blank=True, default="")
    plain_en = models.TextField(_("i klartext på engelska"), blank=True, default="")
    bodies = models.ManyToManyField(Body, verbose_name=_("arbetsgrupper"), related_name="objectives", blank=True)
    passages = models.ManyToManyField(Passage, related_name="objectives", blank=True)

    objects = ObjectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("mål")
        verbose_name_plural = _("mål")
        ordering = ["strategy", "sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "number"], name="strategy_objective_number",
                violation_error_message=_("Numret används redan. Ett måls nummer används aldrig igen."),
            )
        ]

    def __str__(self) -> str:
        wording = self.wording_at(None)
        return f"{self.number} {wording.title_sv}" if wording else self.number

    @property
    def plain(self) -> Text:
        return Text(self.plain_sv, self.plain_en)

    def wording_at(self, at: dt.date | None) -> Wording | None:
        """The wording in force on a day, or the newest; None when none had come into force. Prefetch ``wordings``."""
        held = [w for w in self.wordings.all() if at is None or w.holds(at=at)]
        return max(held, key=lambda w: (w.valid_from, w.pk), default=None)


class Wording(models.Model):
    """The official title of an objective during a time, with why it was changed."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="wordings")
    title_sv = models.CharField(_("lydelse"), max_length=300)
    title_en = models.CharField(_("lydelse på engelska"), max_length=300, blank=True, default="")
    valid_from = PartialDateField(_("gäller från"))
    valid_to = PartialDateField(_("gällde till"))
    reason_sv = models.TextField(_("skäl"), blank=True, default="")
    reason_en = models.TextField(_("skäl på engelska"), blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="wordings", blank=True)

    class Meta:
        verbose_name = _("lydelse")
        verbose_name_plural = _("lydelser")
        ordering = ["objective", "valid_from", "pk"]

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def reason(self) -> Text:
        return Text(self.reason_sv, self.reason_en)

    def holds(self, *, at: dt.date) -> bool:
        return in_force(valid_from=self.valid_from, valid_to=self.valid_to, at=at)
