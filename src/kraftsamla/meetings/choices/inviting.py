"""The purpose of an invitation's link, and what the log calls the deeds on invitations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.registry import register_purpose
from kraftsamla.audit.registry import register

INVITATION_LINK = register_purpose("invitation", _("en inbjudan till ett möte"), days=90, per_hour=300)

INVITED = register("meeting.invited", _("bjöd in till mötet"))
INVITATION_CHANGED = register("invitation.changed", _("ändrade en inbjudan till mötet"))
INVITATION_WITHDRAWN = register("invitation.withdrawn", _("tog tillbaka en inbjudan till mötet"))
INVITATION_RESTORED = register("invitation.restored", _("bjöd in på nytt till mötet"))
INVITATION_ANSWERED = register("invitation.answered", _("svarade på en inbjudan till mötet"))
ANSWER_RECORDED = register("invitation.answer_recorded", _("antecknade ett svar på en inbjudan till mötet"))
SUBSTITUTE_NAMED = register("invitation.substitute_named", _("namngav sin ersättare på mötet"))
INVITEE_ERASED = register("invitation.erased", _("raderade adressen i en inbjudan till mötet"))
CALLS_SENT = register("meeting.called", _("skickade kallelser till mötet"))
MEETING_CANCELLED = register("meeting.cancelled", _("ställde in mötet"))
MEETING_REINSTATED = register("meeting.reinstated", _("satte upp det inställda mötet igen"))
