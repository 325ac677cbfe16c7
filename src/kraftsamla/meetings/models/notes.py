"""What is written at a point while the meeting goes on. Nothing that was saved is ever lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.clock import now
from kraftsamla.meetings.models.agenda import AgendaItem
from kraftsamla.meetings.models.meetings import Meeting


class ItemNote(models.Model):
    """The text at a point as it stands. ``version`` rises with each save; a save names the version it began from."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="note")
    text = models.TextField(_("anteckning"), blank=True, default="", max_length=100_000)
    version = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("anteckning vid en punkt")
        verbose_name_plural = _("anteckningar vid punkter")

    def __str__(self) -> str:
        return f"{self.item}: {self.text[:60]}"


class NoteVersion(models.Model):
    """A text that was saved: rows are only added. ``is_aside``: it met another text, and somebody is to choose."""

    note = models.ForeignKey(ItemNote, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    began_from = models.PositiveIntegerField()
    text = models.TextField(max_length=100_000, blank=True, default="")
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=now)
    is_aside = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sparad anteckning")
        verbose_name_plural = _("sparade anteckningar")
        ordering = ["note", "pk"]

    def __str__(self) -> str:
        return f"{self.note.item} ({self.number})"


class Receipt(models.Model):
    """That something typed has been kept: sent again after a lost connection, it is not kept twice."""

    key = models.UUIDField(primary_key=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="receipts")
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=64, blank=True, default="")
    made_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("kvittens")
        verbose_name_plural = _("kvittenser")

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
