"""What the log calls the deeds done while a meeting goes on, and the words of its pages."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

MEETING_OPENED = register("meeting.opened", _("öppnade mötet"))
MEETING_CLOSED = register("meeting.closed", _("avslutade mötet"))
MEETING_REOPENED = register("meeting.reopened", _("öppnade det avslutade mötet igen"))
ITEM_OPENED = register("agenda_item.opened", _("tog upp en punkt på mötet"))
NOTES_SETTLED = register("agenda_item.notes_settled", _("valde bland två anteckningar vid en punkt på mötet"))
ATTENDANCE_CHANGED = register("attendance.changed", _("ändrade en deltagare på mötet"))


class Mark(models.TextChoices):
    """What is said of somebody by one key at the table."""

    ROOM = "room", _("på plats")
    REMOTE = "remote", _("på distans")
    ABSENT = "absent", _("inte här")
    EXCUSED = "excused", _("anmält förhinder")
    CAME = "came", _("kom nu")
    LEFT = "left", _("gick nu")
    BACK = "back", _("tillbaka")
    CLEAR = "clear", _("ångra")


class Capture(models.TextChoices):
    """What is caught in one line at a point."""

    FOLLOWUP = "followup", _("att följa upp")
    DECISION = "decision", _("beslut")
    PROPOSAL = "proposal", _("förslag")
