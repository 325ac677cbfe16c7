"""What the log calls the deeds on minutes, and what personal links to them are for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.registry import register_purpose
from kraftsamla.audit.registry import register

COMMENT_LINK = register_purpose("minutes_comment", _("synpunkter på mötesanteckningar"), days=120)
ADJUST_LINK = register_purpose("minutes_adjust", _("justering av mötesanteckningar"), days=90)

MINUTES_DRAFTED = register("minutes.drafted", _("upprättade ett utkast till anteckningar från"))
MINUTES_CHANGED = register("minutes.changed", _("ändrade utkastet till anteckningar från"))
MINUTES_ASSEMBLED = register("minutes.assembled", _("hämtade nya uppgifter till anteckningarna från"))
MINUTES_DISCARDED = register("minutes.discarded", _("tog bort utkastet till anteckningar från"))
MINUTES_CIRCULATED = register("minutes.circulated", _("sände ut anteckningar för synpunkter från"))
MINUTES_TAKEN_BACK = register("minutes.taken_back", _("tog tillbaka anteckningarna till utkast från"))
MINUTES_TO_ADJUST = register("minutes.sent_to_adjust", _("sände anteckningar till justering från"))
MINUTES_SIGNED = register("minutes.signed", _("antecknade en justering av anteckningarna från"))
MINUTES_OBJECTED = register("minutes.objected", _("antecknade att en justerare vill ändra anteckningarna från"))
MINUTES_ADJUSTED = register("minutes.adjusted", _("antecknade att anteckningarna är färdigjusterade från"))
MINUTES_PUBLISHED = register("minutes.published", _("publicerade anteckningarna från"))
MINUTES_CORRECTED = register("minutes.corrected", _("började rätta anteckningarna från"))
MINUTES_COMMENTED = register("minutes.commented", _("lämnade en synpunkt på anteckningarna från"))
COMMENT_ANSWERED = register("minutes.comment_answered", _("besvarade en synpunkt på anteckningarna från"))
ADJUSTER_NAMED = register("minutes.adjuster_named", _("utsåg en justerare för anteckningarna från"))
ADJUSTER_REMOVED = register("minutes.adjuster_removed", _("tog bort en justerare för anteckningarna från"))
