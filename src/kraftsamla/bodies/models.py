"""Bodies that gather people, their seats, and who is appointed to them on behalf of whom.

A body is never deleted: it ends. Three things are kept apart. *Membership* is an appointment. *Access* is what somebody
with an account may do in the body. *Publicity* is what the public edition shows of it.
"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.choices import AppointmentRole, BodyKind, BodyRight, MinutesWord, NominationState
from kraftsamla.bodies.querysets import AppointmentQuerySet, BodyQuerySet, SeatQuerySet
from kraftsamla.core.clock import now
from kraftsamla.core.models import Named, Versioned
from kraftsamla.core.partial_dates import PartialDateField, in_force
from kraftsamla.core.text import Text
from kraftsamla.library.models import Document, Passage


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
    decided_by = models.ForeignKey(
        Document, verbose_name=_("inrättat genom"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="bodies_set_up",
    )
    minutes_word = models.CharField(
        _("ordet för anteckningar"), max_length=20, choices=MinutesWord.choices, default=MinutesWord.MEETING_NOTES
    )
    is_public = models.BooleanField(_("visas i den publika utgåvan"), default=True)
    shows_members = models.BooleanField(_("den publika sidan visar vilka som ingår"), default=True)
    is_closed = models.BooleanField(_("bara den som har fått tillträde ser organets möten"), default=False)
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


class Seat(Versioned):
    """A place in a body, whoever sits there: whom it is ``meant_for``, and ``nominated_by`` whom."""

    body = models.ForeignKey(Body, verbose_name=_("organ"), on_delete=models.PROTECT, related_name="seats")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    label_sv = models.CharField(pgettext_lazy("i ett organ", "plats"), max_length=200)
    label_en = models.CharField(_("plats på engelska"), max_length=200, blank=True, default="")
    role = models.CharField(
        _("roll"), max_length=20, choices=AppointmentRole.choices, default=AppointmentRole.MEMBER
    )
    meant_for = models.CharField(_("avsedd för"), max_length=200, blank=True, default="")
    nominated_by = models.ForeignKey(
        Organisation, verbose_name=_("nomineras av"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="seats_to_nominate",
    )
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("i ett organ", "plats")
        verbose_name_plural = _("platser")
        ordering = ["body", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to="") | Q(valid_from__lte=F("valid_to")), name="bodies_seat_period",
                violation_error_message=_("Slutdatumet ligger före startdatumet."),
            )
        ]

    def __str__(self) -> str:
        return self.label_sv

    @property
    def label(self) -> Text:
        return Text(self.label_sv, self.label_en)

    def exists(self, *, at: dt.date) -> bool:
        return in_force(valid_from=self.valid_from, valid_to=self.valid_to, at=at)


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
    seat = models.ForeignKey(
        Seat, verbose_name=pgettext_lazy("i ett organ", "plats"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="appointments",
    )
    substitute_for = models.ForeignKey(
        "self", verbose_name=_("ersättare för"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="substitutes",
    )
    decided_by = models.ForeignKey(
        Document, verbose_name=_("beslutat genom"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="appointments",
    )
    email = models.EmailField(_("e-postadress för kallelser"), blank=True, default="")
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


class Interest(models.Model):
    """An interest that somebody appointed has declared. It is never published; it ends, it is not rewritten."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="interests")
    words = models.CharField(_("intresse eller bindning"), max_length=500)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("i organisationen"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )
    declared_on = PartialDateField(_("anmält"), blank=False)
    ended_on = PartialDateField(_("upphört"))

    class Meta:
        verbose_name = _("anmält intresse")
        verbose_name_plural = _("anmälda intressen")
        ordering = ["appointment", "declared_on", "pk"]

    def __str__(self) -> str:
        return self.words


class Nomination(Versioned):
    """Somebody proposed for a seat, by whom, and what became of it."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="nominations")
    name = models.CharField(_("namn"), max_length=200)
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("företräder"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )
    nominated_by = models.ForeignKey(
        Organisation, verbose_name=_("nominerad av"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="nominations",
    )
    approved_by = models.CharField(_("chef som har godkänt"), max_length=200, blank=True, default="")
    words = models.TextField(_("motivering"), max_length=2000, blank=True, default="")
    interests = models.TextField(_("intressen och bindningar"), max_length=2000, blank=True, default="")
    received_on = PartialDateField(_("mottagen"), blank=False)
    state = models.CharField(
        _("läge"), max_length=10, choices=NominationState.choices, default=NominationState.RECEIVED, editable=False
    )
    reason = models.TextField(_("skäl"), max_length=2000, blank=True, default="", editable=False)
    decided_on = PartialDateField(_("avgjord"), editable=False)
    appointment = models.OneToOneField(
        Appointment, on_delete=models.SET_NULL, null=True, blank=True, related_name="nomination", editable=False
    )

    class Meta:
        verbose_name = _("nominering")
        verbose_name_plural = _("nomineringar")
        ordering = ["seat", "received_on", "pk"]

    def __str__(self) -> str:
        return self.name


class Access(models.Model):
    """What somebody with an account may do in a body: given by hand, and taken back."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="access")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("konto"), on_delete=models.CASCADE, related_name="body_access"
    )
    right = models.CharField(_("rätt"), max_length=10, choices=BodyRight.choices, default=BodyRight.READ)
    given_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("tillträde")
        verbose_name_plural = _("tillträden")
        ordering = ["body", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "user"], name="bodies_access_once",
                violation_error_message=_("Personen har redan tillträde."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_right_display()}"
