"""What the log calls the deeds on editions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

EDITION_PUBLISHED = register("edition.published", _("gav ut"))
