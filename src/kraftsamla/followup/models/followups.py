"""What somebody has been asked to do, carried until it is closed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Spoken
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.followup.choices import CarryKind, FollowUpKind
from kraftsamla.followup.querysets.followups import FollowUpQuerySet, FollowUpStepQuerySet
from kraftsamla.library.models import Passage
from kraftsamla.strategy.models import Action


class FollowUp(Named):
    """``done_on``: the owner says that it is done. Where somebody is to check it, it is closed once they have."""

    reference = models.CharField(
        _("referensnummer"), max_length=20, unique=True, null=True, blank=True, editable=False,
        error_messages={"unique": _("Referensnumret används redan.")},
    )  # fmt: skip
    kind = models.CharField(
        _("slag"), max_length=10, choices=FollowUpKind.choices, default=FollowUpKind.TASK
    )
    what_sv = models.CharField(_("vad"), max_length=500)
    what_en = models.CharField(_("vad, på engelska"), max_length=500, blank=True, default="")
    asked_by = models.CharField(_("av vem"), max_length=300, blank=True, default="")
    asked_of = models.CharField(_("till vem"), max_length=300, blank=True, default="")
    owner = models.ForeignKey(
        Organisation, verbose_name=_("ansvarig organisation"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="followups",
    )
    action = models.ForeignKey(
        Action, verbose_name=_("gäller insatsen"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="followups",
    )
    verifier = models.ForeignKey(
        Organisation, verbose_name=_("kontrolleras av"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="followups_to_verify",
    )
    done_on = PartialDateField(_("uppges klart"), editable=False)
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


class FollowUpStep(Spoken):
    """What happened to a point on its way: handed over, said to be done, sent back, checked. Rows are only added."""

    followup = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("vad som hände"), max_length=12, choices=CarryKind.choices)
    on = PartialDateField(_("datum"), blank=False)
    words = models.TextField(_("med egna ord"), blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="followup_steps",
    )
    handed_to = models.ForeignKey(
        Organisation, verbose_name=_("överlämnat till"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )

    objects = FollowUpStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("steg för uppföljningspunkt")
        verbose_name_plural = _("steg för uppföljningspunkter")
        ordering = ["followup", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"
