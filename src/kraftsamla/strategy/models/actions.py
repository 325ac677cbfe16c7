"""Actions: what is done to reach the objectives, with dates, money and the basis it rests on."""

from __future__ import annotations

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import ActionEnding, ActionKind, DateKind, SteeringBasis
from kraftsamla.strategy.models.plan import Area, Objective, Strategy
from kraftsamla.strategy.querysets import ActionQuerySet


class Action(Named):
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="actions", editable=False)
    position = models.PositiveIntegerField(default=0, editable=False)
    title_sv = models.CharField(_("titel"), max_length=300)
    title_en = models.CharField(_("titel på engelska"), max_length=300, blank=True, default="")
    kind = models.CharField(_("slag"), max_length=30, choices=ActionKind.choices, default=ActionKind.OTHER)
    description_sv = models.TextField(_("beskrivning"), blank=True, default="")
    description_en = models.TextField(_("beskrivning på engelska"), blank=True, default="")
    objectives = models.ManyToManyField(Objective, verbose_name=_("mål"), related_name="actions", blank=True)
    areas = models.ManyToManyField(
        Area, verbose_name=_("områden"), related_name="actions", blank=True,
        help_text=_("Välj område bara när det inte är känt vilket mål insatsen hör till."),
    )
    steering_basis = models.CharField(
        _("vilar på"), max_length=30, choices=SteeringBasis.choices, blank=True, default=""
    )
    registry_number = models.CharField(_("diarienummer"), max_length=100, blank=True, default="")
    follows = models.ForeignKey(
        "self", verbose_name=_("fortsätter"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="continued_by",
    )
    ending = models.CharField(
        _("ur bilden som"), max_length=10, choices=ActionEnding.choices, blank=True, default="", editable=False
    )
    merged_into = models.ForeignKey(
        "self", verbose_name=_("ihopslagen med"), on_delete=models.PROTECT, null=True, blank=True, editable=False,
        related_name="merged_from",
    )
    passages = models.ManyToManyField(Passage, related_name="actions", blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("insats")
        verbose_name_plural = _("insatser")

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def description(self) -> Text:
        return Text(self.description_sv, self.description_en)


class DatedFact(models.Model):
    """A date that a source states for an action. Two sources may disagree: then there are two rows."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="dates")
    kind = models.CharField(_("slag av datum"), max_length=10, choices=DateKind.choices)
    date = PartialDateField(_("datum"), blank=False)
    note_sv = models.CharField(_("anmärkning"), max_length=300, blank=True, default="")
    note_en = models.CharField(_("anmärkning på engelska"), max_length=300, blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="dated_facts", blank=True)

    class Meta:
        verbose_name = _("datum")
        ordering = ["action", "date", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}"

    @property
    def note(self) -> Text:
        return Text(self.note_sv, self.note_en)


class Money(models.Model):
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="money")
    amount = models.DecimalField(
        _("belopp"), max_digits=15, decimal_places=0,
        validators=[MinValueValidator(1, _("Skriv beloppet som ett helt tal större än 0."))],
    )
    currency = models.CharField(
        _("valuta"), max_length=3, default="SEK",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Skriv valutan med tre stora bokstäver, till exempel SEK."))],
    )
    period = models.CharField(_("avser"), max_length=100, blank=True, default="")
    funder = models.ForeignKey(
        Organisation, verbose_name=_("finansiär"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="funding",
    )
    note_sv = models.CharField(_("anmärkning"), max_length=300, blank=True, default="")
    note_en = models.CharField(_("anmärkning på engelska"), max_length=300, blank=True, default="")
    passages = models.ManyToManyField(Passage, related_name="money", blank=True)

    class Meta:
        verbose_name = _("medel")
        verbose_name_plural = _("medel")
        ordering = ["action", "pk"]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @property
    def note(self) -> Text:
        return Text(self.note_sv, self.note_en)
