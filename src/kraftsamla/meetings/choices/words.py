"""The words for meetings, from invitation to published minutes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingKind(models.TextChoices):
    GROUP_MEETING = "group_meeting", _("gruppmöte")
    WORKING_GROUP_MEETING = "working_group_meeting", _("arbetsgruppsmöte")
    STEERING_GROUP_MEETING = "steering_group_meeting", _("styrgruppsmöte")
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


class ItemPurpose(models.TextChoices):
    """Why a point is on the agenda; what is expected of those who come."""

    INFORM = "inform", _("information")
    PRESENT = "present", _("presentation")
    DISCUSS = "discuss", _("diskussion")
    DECIDE = "decide", _("beslut")
    FOLLOW_UP = "follow_up", _("uppföljning")
    BREAK = "break", _("paus")
    CLOSE = "close", _("avslutning")


class MaterialKind(models.TextChoices):
    PAPER = "paper", pgettext_lazy("ett möte", "underlag")
    PRESENTATION = "presentation", _("presentation")
    FILM = "film", _("film")
    LINK = "link", _("länk")


class Reply(models.TextChoices):
    """What somebody has answered to an invitation. ``NONE`` is not a no."""

    NONE = "none", _("har inte svarat")
    ROOM = "room", _("kommer, på plats")
    REMOTE = "remote", _("kommer, på distans")
    SUBSTITUTE = "substitute", _("ersättaren kommer")
    NO = "no", _("kommer inte")


class SummaryState(models.TextChoices):
    DRAFT = "draft", _("utkast")
    AGREED = "agreed", _("överenskommen")


class MinutesState(models.TextChoices):
    """A draft and a publication are different acts in law; so are the steps between."""

    DRAFT = "draft", _("utkast")
    CIRCULATED = "circulated", _("utsända för synpunkter")
    ADJUSTING = "adjusting", _("hos justerare")
    ADJUSTED = "adjusted", _("justerade")
    PUBLISHED = "published", _("publicerade")
    REPLACED = "replaced", _("ersatta av en rättad version")


class PartKind(models.TextChoices):
    """What a part of the minutes is made of."""

    FACTS = "facts", _("tid, plats och deltagande")
    ITEM = "item", _("punkt")
    DISCUSSION = "discussion", _("gruppdiskussion")
    SUMMARY = "summary", _("sammanfattning")
    DECISIONS = "decisions", _("beslut")
    FOLLOWUPS = "followups", _("uppföljning")
    NEXT = "next", _("nästa möte")
    PARTICIPANTS = "participants", _("deltagare")
    TEXT = "text", _("eget avsnitt")


class CommentState(models.TextChoices):
    OPEN = "open", _("obesvarad")
    TAKEN = "taken", _("införd")
    DECLINED = "declined", _("inte införd")


class Adjusting(models.TextChoices):
    """Where a named adjuster stands."""

    WAITING = "waiting", _("har inte svarat")
    SIGNED = "signed", _("har justerat")
    OBJECTED = "objected", _("vill ändra")


class StepKind(models.TextChoices):
    """What happened to the minutes on their way."""

    DRAFTED = "drafted", _("utkast upprättat")
    CIRCULATED = "circulated", _("sänt för synpunkter")
    TAKEN_BACK = "taken_back", _("taget tillbaka till utkast")
    SENT_TO_ADJUST = "sent_to_adjust", _("sänt till justerare")
    SIGNED = "signed", _("justerat")
    OBJECTED = "objected", _("återsänt av justerare")
    ADJUSTED = "adjusted", _("färdigjusterat")
    PUBLISHED = "published", _("publicerat")
    CORRECTED = "corrected", _("rättat i ny version")
    REGISTERED = "registered", _("hämtat för registrering")


class SignUpState(models.TextChoices):
    """``ASKED``: the address has not been confirmed yet, and the place is not taken."""

    ASKED = "asked", _("väntar på bekräftelse")
    GOING = "going", _("anmäld")
    WAITING = "waiting", _("på väntelistan")
    CANCELLED = "cancelled", _("avanmäld")
