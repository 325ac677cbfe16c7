"""Who answers for an organisation. Personal data: kept while it is of use, and erased when the person asks."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import today
from kraftsamla.core.models import Versioned
from kraftsamla.followup.choices import ContactPart
from kraftsamla.followup.querysets.contacts import ContactQuerySet


class Contact(Versioned):
    """Somebody who may be asked for an organisation. The last day is no longer inside, as for a representation."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="contacts"
    )
    name = models.CharField(_("namn"), max_length=200)
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"))
    language = models.CharField(
        _("språk"), max_length=2, choices=InterfaceLanguage.choices, default=InterfaceLanguage.SWEDISH
    )
    part = models.CharField(_("roll"), max_length=10, choices=ContactPart.choices, default=ContactPart.CONTACT)
    valid_from = models.DateField(_("från"), default=today)
    valid_to = models.DateField(_("till"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")
        ordering = ["organisation", "part", "valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_from__lte=models.F("valid_to")),
                name="followup_contact_period",
                violation_error_message=_("Slutdatumet ligger före startdatumet."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"

    def holds(self, *, at: dt.date) -> bool:
        return self.valid_from <= at and (self.valid_to is None or at < self.valid_to)
