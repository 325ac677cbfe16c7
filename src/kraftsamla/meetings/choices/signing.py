"""What the log calls the deeds on signing up. The log never names who signed up: only how many, and the reference."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

SIGN_UP_OPENED = register("sign_up.created", _("lade upp anmälan till mötet"))
SIGN_UP_CHANGED = register("sign_up.changed", _("ändrade anmälan till mötet"))
SIGN_UPS_READ = register("sign_up.read", _("läste listan över anmälda till mötet"))
SIGN_UPS_TAKEN_OUT = register("sign_up.exported", _("hämtade en fil med anmälda till mötet"))
REGISTRATION_CANCELLED = register("registration.cancelled", _("avanmälde någon från mötet"))
REGISTRATION_ERASED = register("registration.erased", _("raderade en anmäld persons uppgifter på mötet"))
REGISTRATIONS_ERASED = register("sign_up.erased", _("raderade de anmäldas uppgifter när tiden var ute på mötet"))
