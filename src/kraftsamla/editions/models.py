"""The list of editions. What an edition says lies in its files, which are never altered."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kraftsamla.editions.querysets import EditionQuerySet
from kraftsamla.strategy.models import Strategy


class Edition(models.Model):
    number = models.PositiveIntegerField(_("nummer"), unique=True)
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="editions")
    as_of = models.DateField(_("läget den"))
    published_at = models.DateTimeField(_("utgiven"))
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    content_sha256 = models.CharField(max_length=64)
    manifest_sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(_("antal sidor"))
    note_sv = models.TextField(_("anmärkning"), blank=True, default="")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("utgåva")
        verbose_name_plural = _("utgåvor")
        ordering = ["-number"]

    def __str__(self) -> str:
        return _t("Utgåva %(number)s") % {"number": self.number}
