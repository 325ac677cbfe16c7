"""What the log calls the deeds on papers from a meeting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

PACKAGE_FETCHED = register("minutes.registered", _("hämtade diariepaketet för anteckningarna från"))
