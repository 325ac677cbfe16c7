"""What the log calls the deeds on a meeting, its points and who took part."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

MEETING_CREATED = register("meeting.created", _("lade till mötet"))
MEETING_CHANGED = register("meeting.changed", _("ändrade mötet"))
MEETING_WITHDRAWN = register("meeting.withdrawn", _("tog bort mötet"))
ITEM_CREATED = register("agenda_item.created", _("lade till en punkt på mötet"))
ITEM_CHANGED = register("agenda_item.changed", _("ändrade en punkt på mötet"))
ITEM_WITHDRAWN = register("agenda_item.withdrawn", _("tog bort punkten"))
DECISION_CREATED = register("decision.created", _("antecknade ett beslut på mötet"))
DECISION_WITHDRAWN = register("decision.withdrawn", _("tog bort beslutet"))
PRESENTATION_CREATED = register("presentation.created", _("lade till en presentation på mötet"))
PRESENTATION_WITHDRAWN = register("presentation.withdrawn", _("tog bort presentationen"))
ATTENDANCE_CREATED = register("attendance.created", _("antecknade en deltagare på mötet"))
ATTENDANCE_WITHDRAWN = register("attendance.withdrawn", _("tog bort deltagaren"))
