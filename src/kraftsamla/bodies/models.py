"""Bodies that gather people, and who is appointed to them on behalf of whom. A body is never deleted: it ends."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.choices import AppointmentRole, BodyKind
from kraftsamla.bodies.querysets import AppointmentQuerySet, BodyQuerySet
from kraftsamla.core.models import Named, Versioned
from kraftsamla.core.partial_dates import PartialDateField, in_force
from kraftsamla.core.text import Text
from kraftsamla.library.models import Passage


class Body(Named):
    name_sv = models.CharField(_("namn"), max_length=300)
    name_en = models.CharField(_("namn på engelska"), max_length=300, blank=True, default="")
    kind = models.CharField(_("slag"), max_length=30, choices=BodyKind.choices)
    mandate_sv = models.TextField(pgettext_lazy("vad ett organ ska göra", "uppdrag"), blank=True, default="")
    mandate_en = models.TextField(_("uppdrag på engelska"), blank=True, default="")
    host = models.ForeignKey(
        Organisation, verbose_name=_("värd"), on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("hör till"), on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))
    is_public = models.BooleanField(_("visas i den publika utgåvan"), default=True)
    passages = models.ManyToManyField(Passage, related_name="bodies", blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("organ")
        verbose_name_plural = _("organ")

    def __str__(self) -> str:
        return self.name_sv

    @property
    def name(self) -> Text:
        return Text(self.name_sv, self.name_en)

    @property
    def mandate(self) -> Text:
        return Text(self.mandate_sv, self.mandate_en)


class Appointment(Versioned):
    """A person in a body on behalf of an organisation, for a time."""

    ROLE_ORDER = tuple(AppointmentRole.values)

    body = models.ForeignKey(Body, verbose_name=_("organ"), on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="appointments"
    )
    on_behalf_of = models.ForeignKey(
        Organisation, verbose_name=_("för organisationen"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="appointments",
    )
    role = models.CharField(
        _("roll"), max_length=20, choices=AppointmentRole.choices, default=AppointmentRole.MEMBER
    )
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))
    seen_on = PartialDateField(_("uppgift från"))
    passages = models.ManyToManyField(Passage, related_name="appointments", blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("förordnande")
        verbose_name_plural = _("förordnanden")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to="") | Q(valid_from__lte=F("valid_to")),
                name="bodies_appointment_period",
                violation_error_message=_("Slutdatumet ligger före startdatumet."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.body}"

    def holds(self, *, at: dt.date) -> bool:
        return in_force(valid_from=self.valid_from or self.seen_on, valid_to=self.valid_to, at=at)
