"""Who has which part in an action."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.models import Versioned
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.library.models import Passage
from kraftsamla.strategy.choices import AssignmentRole, AssignmentState
from kraftsamla.strategy.models.actions import Action


class Assignment(Versioned):
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField(
        _("roll"), max_length=20, choices=AssignmentRole.choices, default=AssignmentRole.RESPONSIBLE
    )
    state = models.CharField(
        max_length=25, choices=AssignmentState.choices, default=AssignmentState.NAMED, editable=False
    )
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))
    passages = models.ManyToManyField(Passage, related_name="assignments", blank=True)

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
