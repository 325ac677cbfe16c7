"""Traits that records share."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.clock import now
from kraftsamla.core.slugs import SLUG


class Versioned(models.Model):
    """A record people edit: each deed raises its version, and a form names the version it was opened with."""

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    changed_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True


class Named(Versioned):
    """A record with a permanent name in addresses and, beside its own name, keys to sort and find it by."""

    slug = models.CharField(
        _("adressnamn"),
        max_length=80,
        unique=True,
        validators=[
            RegexValidator(
                rf"^{SLUG.pattern}$",
                _("Adressnamnet får innehålla små bokstäver a–z, siffror och bindestreck, till exempel region-skane."),
            )
        ],
        error_messages={"unique": _("Adressnamnet används redan. Välj ett annat.")},
    )
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        abstract = True
        ordering = ["sort_key", "slug"]
