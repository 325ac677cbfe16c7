"""Who did what when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.functional import Promise

from kraftsamla.audit.querysets import EntryQuerySet
from kraftsamla.audit.registry import event
from kraftsamla.core.clock import now


class Entry(models.Model):
    """One deed. The record is named by kind and key and by the name it had, so that the line outlives it."""

    at = models.DateTimeField(default=now, db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    event = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=80)
    subject_name = models.CharField(max_length=300)
    changes = models.JSONField(default=dict)
    note = models.TextField(default="", blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        # Serves the history on every record's page.
        indexes = [models.Index(fields=["subject_kind", "subject_key", "-at"], name="audit_by_subject")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.subject_name}"

    @property
    def sentence(self) -> str | Promise:
        return event(self.event).sentence
