"""The words for documents, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register


class DocumentKind(models.TextChoices):
    MINUTES = "minutes", _("mötesanteckningar")
    STRATEGY = "strategy", _("strategi")
    STRATEGY_PAGE = "strategy_page", _("sida om strategin")
    PROGRAMME_PAGE = "programme_page", _("sida om ett program")
    ASSIGNMENT_PAGE = "assignment_page", _("sida om ett uppdrag")
    AGREEMENT_PAGE = "agreement_page", _("sida om ett avtal")
    EVENT_PAGE = "event_page", _("sida om ett evenemang")
    PROJECT_PAGE = "project_page", _("sida om ett projekt")
    PRESS_RELEASE = "press_release", _("pressmeddelande")
    REPORT = "report", _("rapport")
    ARTICLE = "article", _("artikel")
    INQUIRY = "inquiry", _("utredning")
    FILM = "film", _("film")
    PODCAST = "podcast", _("podd")
    PRESENTATION = "presentation", _("presentation")
    OTHER = "other", _("annat dokument")


class DocumentLanguage(models.TextChoices):
    SWEDISH = "sv", _("svenska")
    ENGLISH = "en", _("engelska")
    BOKMAL = "nb", _("norska (bokmål)")
    DANISH = "da", _("danska")


class Publicity(models.TextChoices):
    """How much of a document the public edition shows."""

    PRIVATE = "private", _("visas inte")
    QUOTES = "quotes", _("bara de textställen som åberopas")
    FULL = "full", _("hela texten")


DOCUMENT_CREATED = register("document.created", _("lade in dokumentet"))
DOCUMENT_FILED = register("document.filed", _("lade en fil till dokumentet"))
DOCUMENT_REVISED = register("document.revised", _("läste in en ny version av"))
DOCUMENT_CHANGED = register("document.changed", _("ändrade uppgifterna om dokumentet"))
DOCUMENT_WITHDRAWN = register("document.withdrawn", _("tog bort dokumentet"))
PASSAGE_MARKED = register("passage.marked", _("markerade ett textställe i"))
NOTE_REMOVED = register("passage.note_removed", _("tog bort en anmärkning i"))
EVIDENCE_ADDED = register("evidence.added", _("lade till en källa till"))
EVIDENCE_REMOVED = register("evidence.removed", _("tog bort en källa till"))
