"""Who has which part in an action, and the agreement about it: what was asked, what was answered, by whom."""

from __future__ import annotations

import datetime as dt

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation, Spoken
from kraftsamla.core.clock import now
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import AssignmentRole, AssignmentState, SteeringBasis, TermsBy
from kraftsamla.strategy.models.actions import Action
from kraftsamla.strategy.querysets import AssignmentQuerySet, AssignmentStepQuerySet, TermsQuerySet


class Assignment(Versioned):
    """``state`` and ``terms`` are what the newest step says; deeds change them by adding a step."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField(
        _("roll"), max_length=20, choices=AssignmentRole.choices, default=AssignmentRole.RESPONSIBLE
    )
    state = models.CharField(
        _("besked"), max_length=25, choices=AssignmentState.choices, default=AssignmentState.NAMED, editable=False
    )
    terms = models.ForeignKey(
        "Terms", verbose_name=_("villkor"), on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        editable=False,
    )
    handed_from = models.ForeignKey(
        "self", verbose_name=_("övertaget från"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="handed_to", editable=False,
    )
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))
    passages = models.ManyToManyField(Passage, related_name="assignments", blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("åtagande")
        verbose_name_plural = _("åtaganden")
        ordering = ["action", "role", "organisation__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "organisation", "role"], name="strategy_assignment_once",
                violation_error_message=_("Organisationen har redan den rollen i insatsen."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.get_role_display()}: {self.action}"

    @property
    def is_accepted(self) -> bool:
        return AssignmentState(self.state).is_accepted

    @property
    def stage(self) -> AssignmentState:
        return AssignmentState(self.state)

    def step_at(self, at: dt.date) -> AssignmentStep | None:
        """The step that held on a day; None before the organisation was asked. Prefetch ``steps``."""
        held = [step for step in self.steps.all() if step.on <= at.isoformat()]
        return max(held, key=lambda step: (step.on, step.pk), default=None)

    def state_at(self, at: dt.date) -> AssignmentState:
        """How the matter stood on a day, as the steps tell it. Prefetch ``steps``."""
        step = self.step_at(at)
        if step is not None:
            return AssignmentState(step.state)
        return AssignmentState.NAMED if self.steps.all() else self.stage


class Terms(models.Model):
    """What an organisation is asked to do, or offers to do instead. Rows are added and stand beside each other."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="all_terms")
    by = models.CharField(_("formulerat av"), max_length=12, choices=TermsBy.choices, default=TermsBy.OFFICE)
    what_sv = models.TextField(_("vad"))
    what_en = models.TextField(_("vad, på engelska"), blank=True, default="")
    due = PartialDateField(_("klart senast"))
    steering_basis = models.CharField(
        _("vilar på"), max_length=30, choices=SteeringBasis.choices, blank=True, default=""
    )
    registry_number = models.CharField(_("diarienummer"), max_length=100, blank=True, default="")
    decided_on = PartialDateField(_("beslutsdatum"))
    reporting_on = PartialDateField(_("redovisas senast"))
    amount = models.DecimalField(
        _("belopp"), max_digits=15, decimal_places=0, null=True, blank=True,
        validators=[MinValueValidator(1, _("Skriv beloppet som ett helt tal större än 0."))],
    )
    currency = models.CharField(
        _("valuta"), max_length=3, default="SEK",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Skriv valutan med tre stora bokstäver, till exempel SEK."))],
    )
    money_note = models.CharField(_("medlen avser"), max_length=300, blank=True, default="")
    written_at = models.DateTimeField(default=now, editable=False)

    objects = TermsQuerySet.as_manager()

    class Meta:
        verbose_name = _("villkor")
        verbose_name_plural = _("villkor")
        ordering = ["assignment", "pk"]

    def __str__(self) -> str:
        return self.what_sv[:100]

    @property
    def what(self) -> Text:
        return Text(self.what_sv, self.what_en)


class AssignmentStep(Spoken):
    """One step towards or away from an agreement: which state it led to, on which terms, in whose words."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(_("besked"), max_length=25, choices=AssignmentState.choices)
    on = PartialDateField(_("datum"), blank=False)
    terms = models.ForeignKey(Terms, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(_("med egna ord"), blank=True, default="")
    handed_to = models.ForeignKey(
        Organisation, verbose_name=_("överlämnat till"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )

    objects = AssignmentStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("besked om åtagande")
        verbose_name_plural = _("besked om åtaganden")
        ordering = ["assignment", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.on}"
