"""The purpose of a group's link, where people to put in groups come from, and what the log calls the deeds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.registry import register_purpose
from kraftsamla.audit.registry import register

GROUP_LINK = register_purpose("group", _("en grupps anteckningar"), days=30, per_hour=6000)

DISCUSSION_STARTED = register("discussion.created", _("förberedde en gruppdiskussion på mötet"))
DISCUSSION_CHANGED = register("discussion.changed", _("ändrade en gruppdiskussion på mötet"))
DISCUSSION_CLOSED = register("discussion.closed", _("avslutade en gruppdiskussion på mötet"))
DISCUSSION_REOPENED = register("discussion.reopened", _("öppnade en gruppdiskussion på mötet igen"))
DISCUSSION_WITHDRAWN = register("discussion.withdrawn", _("tog bort en gruppdiskussion från mötet"))
GROUPS_MADE = register("discussion.groups_made", _("satte samman grupper på mötet"))
GROUP_CHANGED = register("discussion.group_changed", _("ändrade en grupp på mötet"))
GROUP_OPENED = register("discussion.links_made", _("gjorde länkar till grupperna på mötet"))
GROUP_REPORTED = register("discussion.reported", _("lämnade en grupps svar på mötet"))
SUMMARY_WRITTEN = register("summary.written", _("skrev en sammanfattning av gruppernas svar på mötet"))
SUMMARY_AGREED = register("summary.agreed", _("antecknade att mötet enades om en sammanfattning på"))
SUMMARY_REOPENED = register("summary.reopened", _("tog upp en överenskommen sammanfattning igen på mötet"))


class Gathered(models.TextChoices):
    """Who is put in groups."""

    HERE = "here", _("de som är här")
    COMING = "coming", _("de som har svarat att de kommer")
