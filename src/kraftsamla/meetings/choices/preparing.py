"""What the log calls the deeds that prepare a meeting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

MEETING_COPIED = register("meeting.copied", _("gjorde ett nytt möte av"))
SERIES_MADE = register("meeting_series.created", _("gjorde mötesserien"))
AGENDA_ORDERED = register("agenda.ordered", _("ändrade ordningen på dagordningen för"))
AGENDA_FILLED = register("agenda.filled", _("förde upp öppna ärenden på dagordningen för"))
MATERIAL_ADDED = register("material.added", _("lade till en handling till mötet"))
MATERIAL_CHANGED = register("material.changed", _("ändrade en handling till mötet"))
MATERIAL_WITHDRAWN = register("material.withdrawn", _("tog bort en handling från mötet"))
DECISION_CHANGED = register("decision.changed", _("ändrade ett beslut på mötet"))
