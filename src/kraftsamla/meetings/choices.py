"""The words for meetings, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register


class MeetingKind(models.TextChoices):
    GROUP_MEETING = "group_meeting", _("gruppmöte")
    WORKING_GROUP_MEETING = "working_group_meeting", _("arbetsgruppsmöte")
    RELAY_LEG = "relay_leg", _("stafettmöte")
    CONFERENCE = "conference", _("konferens")
    SEMINAR = "seminar", _("seminarium")
    NETWORK_MEETING = "network_meeting", _("nätverksträff")
    INFORMATION_MEETING = "information_meeting", _("informationsmöte")
    SUMMIT = "summit", _("toppmöte")
    EXPO = "expo", _("världsutställning eller mässa")
    OTHER = "other", _("annat möte")


class MeetingForm(models.TextChoices):
    ON_SITE = "on_site", _("på plats")
    REMOTE = "remote", _("digitalt")
    HYBRID = "hybrid", _("hybridmöte")


class Presence(models.TextChoices):
    PRESENT = "present", _("närvarande")
    ABSENT = "absent", _("frånvarande")
    EXCUSED = "excused", _("anmält förhinder")
    UNKNOWN = "unknown", _("uppgift saknas")


class Mode(models.TextChoices):
    ROOM = "room", _("på plats")
    REMOTE = "remote", _("på distans")


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
