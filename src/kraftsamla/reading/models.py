"""What the reader proposes, and what people decide about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.models import Versioned
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import Meeting
from kraftsamla.reading.choices import Change, SuggestionState
from kraftsamla.reading.querysets import ReadingQuerySet, SuggestionQuerySet
from kraftsamla.strategy.models import Strategy


class Reading(models.Model):
    """One reading of a document by the reader: what kind of document it took it for, and its suggestions.

    ``strategy`` is the one that the document's areas, objectives and actions belong to, ``meeting`` the one that its
    agenda, participants and presentations belong to. ``is_described`` says that a
    person has looked at title, publisher, date and publicity. ``pages`` are the spans of a paged document's pages.
    ``step`` names the reading of many files at once that it was part of. ``looks_like`` is a document that this one
    seems to be, or to be a new version of, until a person has said; ``likeness`` is how much of the text they share,
    in hundredths, and None when that one has no text. ``turn`` counts how many versions of the document have been read;
    ``vanished`` lists, as [kind, words], what was proposed from the version before and is not in this one.
    """

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="reading")
    strategy = models.ForeignKey(
        Strategy, verbose_name=_("strategi"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("möte"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    found_kind = models.CharField(max_length=30)
    found_title = models.CharField(max_length=500, blank=True, default="")
    found_published = models.CharField(max_length=10, blank=True, default="")
    looks_like = models.ForeignKey(
        Document, verbose_name=_("liknar"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    likeness = models.PositiveSmallIntegerField(null=True, blank=True)
    turn = models.PositiveSmallIntegerField(default=1)
    vanished = models.JSONField(default=list, blank=True)
    is_described = models.BooleanField(default=False)
    pages = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    step = models.CharField(max_length=32, blank=True, default="", db_index=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("läsning")
        verbose_name_plural = _("läsningar")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return str(self.document)

    @property
    def in_question(self) -> bool:
        """Nobody has said yet whether this is a document of its own."""
        return self.looks_like_id is not None


class Suggestion(Versioned):
    """A fact that the reader proposes, with the passages it rests on.

    ``fields`` is what the reader said and never changes; ``edited`` is what a person made of it. ``effects`` lists
    what accepting it did, so that exactly that can be undone. ``batch`` names decisions that were made as one.
    ``times_undone`` counts how often an acceptance was taken back. One that a person made from a passage has no
    ``confidence``. ``together`` says that it was accepted among others and not read on its own. ``change`` says how
    it differs from the earlier version of the document.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="suggestions")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30)
    fields = models.JSONField()
    edited = models.JSONField(null=True, blank=True)
    evidence = models.JSONField()
    confidence = models.FloatField(null=True, blank=True)
    notes = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=SuggestionState.choices, default=SuggestionState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    effects = models.JSONField(default=list, blank=True)
    together = models.BooleanField(default=False)
    change = models.CharField(max_length=4, choices=Change.choices, blank=True, default="")
    times_undone = models.PositiveSmallIntegerField(default=0)
    batch = models.CharField(max_length=32, blank=True, default="", db_index=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("förslag ur dokument")
        verbose_name_plural = _("förslag ur dokument")
        ordering = ["reading", "position"]
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="reading_suggestion_position")]

    def __str__(self) -> str:
        values = self.current
        names = ("title", "person", "name", "organisation", "date")
        return next((str(values[name]) for name in names if values.get(name)), self.kind)

    @property
    def current(self) -> dict[str, Any]:
        """The fields as they stand: edited by a person, or as the reader said."""
        return dict(self.fields if self.edited is None else self.edited)

    @property
    def is_by_hand(self) -> bool:
        return self.confidence is None

    @property
    def is_waiting(self) -> bool:
        return self.state == SuggestionState.WAITING
