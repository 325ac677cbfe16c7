"""Documents and the passages in them that show what is claimed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Engagement, Organisation, Person
from kraftsamla.core.clock import now
from kraftsamla.core.models import Named
from kraftsamla.core.partial_dates import PartialDateField
from kraftsamla.library.choices import DocumentKind, DocumentLanguage, Publicity
from kraftsamla.library.querysets import DocumentQuerySet, PassageQuerySet


class Document(Named):
    """Something that can be cited. ``text`` is what the reader took out of the file; passages count in it."""

    title = models.CharField(_("titel"), max_length=300)
    kind = models.CharField(_("slag"), max_length=20, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    language = models.CharField(
        _("språk"), max_length=2, choices=DocumentLanguage.choices, default=DocumentLanguage.SWEDISH
    )
    publisher = models.ForeignKey(
        Organisation, verbose_name=_("utgivare"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="documents",
    )
    published = PartialDateField(_("publicerad"))
    url = models.URLField(_("adress"), max_length=1000, blank=True, default="")
    publicity = models.CharField(
        _("publicitet"), max_length=10, choices=Publicity.choices, default=Publicity.QUOTES,
        help_text=_("Hela texten får bara visas om ni har rätt att publicera den."),
    )
    file = models.FileField(_("fil"), upload_to="documents/", max_length=200, blank=True, default="", editable=False)
    file_name = models.CharField(_("filens namn"), max_length=200, blank=True, default="", editable=False)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False, db_index=True)
    text = models.TextField(_("text"), blank=True, default="", editable=False)
    layout = models.JSONField(default=list, blank=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokument")
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=~Q(sha256=""), name="library_document_file_once",
                violation_error_message=_("Samma fil är redan inläst."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class EarlierFile(models.Model):
    """What a document was before a new version of it was read in."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="earlier_files")
    file = models.FileField(_("fil"), upload_to="documents/", max_length=200)
    file_name = models.CharField(_("filens namn"), max_length=200, blank=True, default="")
    sha256 = models.CharField(max_length=64, db_index=True)
    text = models.TextField(_("text"), blank=True, default="")
    replaced_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("tidigare version")
        verbose_name_plural = _("tidigare versioner")
        ordering = ["document", "-pk"]

    def __str__(self) -> str:
        return self.file_name


class Passage(models.Model):
    """A span of a document's text, in code points; without ``start`` and ``end`` the document as a whole.

    It never changes: its ``quote`` is frozen, so that it reads the same even if the document is read anew.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True, default="")
    note_sv = models.TextField(_("vad det visar"), blank=True, default="")
    organisations = models.ManyToManyField(Organisation, related_name="passages", blank=True)
    people = models.ManyToManyField(Person, related_name="passages", blank=True)
    engagements = models.ManyToManyField(Engagement, related_name="passages", blank=True)

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("textställe")
        verbose_name_plural = _("textställen")
        ordering = ["document", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lt=F("end")), name="library_passage_span"
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:80] or str(self.document)
