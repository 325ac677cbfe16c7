"""Organisations and people, and who works where. Neither is ever deleted once something is said about them."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.choices import Channel, Ending, NameKind, OrganisationKind, Sector
from kraftsamla.actors.querysets import (
    EngagementQuerySet,
    OrganisationQuerySet,
    PersonalLinkQuerySet,
    PersonQuerySet,
    RepresentationQuerySet,
)
from kraftsamla.core.clock import now, today
from kraftsamla.core.models import Named, Versioned
from kraftsamla.core.partial_dates import PartialDateField, in_force
from kraftsamla.core.text import Text


class Organisation(Named):
    name = models.CharField(_("namn"), max_length=300)
    name_en = models.CharField(_("engelskt namn"), max_length=300, blank=True, default="")
    sector = models.CharField(_("sektor"), max_length=20, choices=Sector.choices)
    kind = models.CharField(_("slag"), max_length=30, choices=OrganisationKind.choices)
    country = models.CharField(
        _("land"),
        max_length=2,
        default="SE",
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Skriv landet med två stora bokstäver, till exempel SE."))],
    )
    region = models.CharField(_("region"), max_length=100, blank=True, default="")
    parent = models.ForeignKey(
        "self", verbose_name=_("del av"), on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    website = models.URLField(_("webbplats"), max_length=500, blank=True, default="")
    valid_from = PartialDateField(_("finns från"))
    valid_to = PartialDateField(_("fanns till"))
    ending = models.CharField(_("upphörde som"), max_length=20, choices=Ending.choices, blank=True, default="")
    successor = models.ForeignKey(
        "self", verbose_name=_("efterträdare"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="predecessors",
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> Text:
        return Text(self.name, self.name_en or self.name)


class OtherName(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("namn"), max_length=300)
    kind = models.CharField(_("slag"), max_length=20, choices=NameKind.choices, default=NameKind.OTHER)
    folded = models.CharField(max_length=300, editable=False)

    class Meta:
        verbose_name = _("annat namn")
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="actors_othername_once")]

    def __str__(self) -> str:
        return self.name


class Person(Named):
    """Somebody in a public role. Only the name is kept here; roles are engagements and appointments."""

    name = models.CharField(_("namn"), max_length=200)
    merged_into = models.ForeignKey(
        "self", verbose_name=_("samma person som"), on_delete=models.PROTECT, null=True, blank=True, editable=False,
        related_name="duplicates",
    )

    objects = PersonQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("personer")

    def __str__(self) -> str:
        return self.name


class Spelling(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="spellings")
    name = models.CharField(_("stavning"), max_length=200)
    folded = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("annan stavning")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="actors_spelling_once")]

    def __str__(self) -> str:
        return self.name


class Engagement(Versioned):
    """A person at an organisation, with a title, for a time. ``seen_on``: a day a source shows it to be so."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="engagements"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="engagements"
    )
    title_sv = models.CharField(_("titel"), max_length=200, blank=True, default="")
    title_en = models.CharField(_("titel på engelska"), max_length=200, blank=True, default="")
    valid_from = PartialDateField(_("från"))
    valid_to = PartialDateField(_("till"))
    seen_on = PartialDateField(_("uppgift från"))

    objects = EngagementQuerySet.as_manager()

    class Meta:
        verbose_name = _("anställning eller uppdrag")
        verbose_name_plural = _("anställningar och uppdrag")
        ordering = ["person__sort_key", "valid_from", "seen_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to="") | Q(valid_from__lte=models.F("valid_to")),
                name="actors_engagement_period",
                violation_error_message=_("Slutdatumet ligger före startdatumet."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.title_sv + ', ' if self.title_sv else ''}{self.organisation}"

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    def holds(self, *, at: dt.date) -> bool:
        return in_force(valid_from=self.valid_from or self.seen_on, valid_to=self.valid_to, at=at)


class Representation(Versioned):
    """An account that may answer for an organisation, with the title the mandate rests on.

    The first day is inside, the last is not: who is taken off today can do nothing more today.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("konto"), on_delete=models.PROTECT, related_name="representations"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="representations"
    )
    title = models.CharField(_("titel"), max_length=200)
    valid_from = models.DateField(_("från"), default=today)
    valid_to = models.DateField(_("till"), null=True, blank=True)

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        verbose_name = _("företrädare")
        verbose_name_plural = _("företrädare")
        ordering = ["organisation", "valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], condition=Q(valid_to=None), name="actors_representation_once",
                violation_error_message=_("Kontot företräder redan organisationen."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.title}, {self.organisation}"

    def holds(self, *, at: dt.date) -> bool:
        return self.valid_from <= at and (self.valid_to is None or at < self.valid_to)


class Spoken(models.Model):
    """A row that stays, in somebody's words: whose (``Voice.columns`` in ``rules``), and who wrote them down when."""

    said_by = models.CharField(_("namn"), max_length=200, blank=True, default="")
    said_by_title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True


class PersonalLink(models.Model):
    """A door for one person, to one subject, for one purpose. Its secret is known to its holder alone.

    ``subject`` is the key of the record that the purpose's app fetches. ``organisation`` is whom the person acts for;
    who is invited as themselves acts for nobody. How links are made, opened and closed is told in ``operations.links``.
    """

    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="links"
    )
    name = models.CharField(_("namn"), max_length=200)
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    hour = models.DateTimeField(null=True, blank=True)
    openings = models.PositiveIntegerField(default=0)

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("personlig länk")
        verbose_name_plural = _("personliga länkar")
        ordering = ["-issued_at", "-pk"]
        # Serves "the links of this record".
        indexes = [models.Index(fields=["purpose", "subject"], name="actors_links_of_a_record")]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}" if self.organisation else self.name

    def is_open(self, *, at: dt.datetime) -> bool:
        return self.revoked_at is None and at < self.expires_at
