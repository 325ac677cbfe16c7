"""What the log calls the deeds on follow-ups."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

FOLLOWUP_CREATED = register("followup.created", _("lade till uppföljningspunkten"))
FOLLOWUP_CHANGED = register("followup.changed", _("ändrade uppföljningspunkten"))
FOLLOWUP_CLOSED = register("followup.closed", _("avslutade uppföljningspunkten"))
FOLLOWUP_WITHDRAWN = register("followup.withdrawn", _("tog bort uppföljningspunkten"))
