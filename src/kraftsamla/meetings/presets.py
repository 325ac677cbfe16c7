"""Kinds of meetings with what usually belongs to them, so that a new meeting starts from a sensible draft.

A preset only proposes: everything it fills in can be changed afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.text import Text
from kraftsamla.meetings.choices import ItemPurpose, MeetingForm, MeetingKind


@dataclass(frozen=True, slots=True)
class Point:
    """A point that usually stands on the agenda."""

    title: Text
    purpose: ItemPurpose
    minutes: int


@dataclass(frozen=True, slots=True)
class Preset:
    """``by_appointment``: those appointed to the body are invited. ``groups``: questions are discussed in groups.
    ``sign_up``: whoever wants to come signs up. ``adjusters``: somebody adjusts the minutes.
    """

    kind: MeetingKind
    title: Text
    about: str | Promise
    form: MeetingForm
    points: tuple[Point, ...]
    by_appointment: bool = True
    groups: bool = False
    sign_up: bool = False
    adjusters: bool = False
    is_public: bool = True
    shows_attendance: bool = True

    @property
    def length(self) -> int:
        """Minutes from start to end."""
        return sum(point.minutes for point in self.points)


_OPENING = Text("Inledning och presentation", "Opening and introductions")
_BACK = Text("Uppföljning från förra mötet", "Follow-up from the last meeting")
_NEWS = Text("Aktuellt från deltagarna", "News from the participants")
_OTHER = Text("Övriga frågor", "Other matters")
_NEXT = Text("Sammanfattning och nästa möte", "Summary and next meeting")
_PAUSE = Text("Paus", "Break")
_DISCUSSION = Text("Diskussion", "Discussion")
_WELCOME = Text("Välkomna", "Welcome")
_END = Text("Avslutning", "Closing")

PRESETS: tuple[Preset, ...] = (
    Preset(
        MeetingKind.GROUP_MEETING, Text("Möte i samverkansgrupp", "Collaboration group meeting"),
        _("Presentationer och diskussion i grupper. De som är förordnade bjuds in."),
        MeetingForm.HYBRID,
        (
            Point(_OPENING, ItemPurpose.INFORM, 10),
            Point(_BACK, ItemPurpose.FOLLOW_UP, 20),
            Point(Text("Presentationer", "Presentations"), ItemPurpose.PRESENT, 45),
            Point(_PAUSE, ItemPurpose.BREAK, 15),
            Point(Text("Diskussion i grupper", "Group discussions"), ItemPurpose.DISCUSS, 60),
            Point(_OTHER, ItemPurpose.INFORM, 15),
            Point(_NEXT, ItemPurpose.CLOSE, 15),
        ),
        groups=True, adjusters=True,
    ),
    Preset(
        MeetingKind.WORKING_GROUP_MEETING, Text("Möte i arbetsgrupp", "Working group meeting"),
        _("Kort arbetsmöte: vad som är gjort, vad som återstår och vem som gör det."),
        MeetingForm.REMOTE,
        (
            Point(_BACK, ItemPurpose.FOLLOW_UP, 15),
            Point(Text("Läget i arbetet", "Progress of the work"), ItemPurpose.INFORM, 20),
            Point(_DISCUSSION, ItemPurpose.DISCUSS, 40),
            Point(_NEXT, ItemPurpose.CLOSE, 15),
        ),
        shows_attendance=False,
    ),
    Preset(
        MeetingKind.STEERING_GROUP_MEETING, Text("Möte i styrgrupp", "Steering group meeting"),
        _("Beslut med underlag. Anteckningarna justeras."),
        MeetingForm.ON_SITE,
        (
            Point(Text("Dagordning och justerare", "Agenda and adjusters"), ItemPurpose.DECIDE, 5),
            Point(_BACK, ItemPurpose.FOLLOW_UP, 15),
            Point(Text("Läget i strategins genomförande", "How the strategy is going"), ItemPurpose.INFORM, 30),
            Point(Text("Beslutspunkter", "Matters to decide"), ItemPurpose.DECIDE, 45),
            Point(_OTHER, ItemPurpose.INFORM, 10),
            Point(_NEXT, ItemPurpose.CLOSE, 15),
        ),
        adjusters=True,
    ),
    Preset(
        MeetingKind.SEMINAR, Text("Seminarium", "Seminar"),
        _("Öppet för den som anmäler sig. Presentationer och samtal om ett ämne."),
        MeetingForm.HYBRID,
        (
            Point(_WELCOME, ItemPurpose.INFORM, 10),
            Point(Text("Presentationer", "Presentations"), ItemPurpose.PRESENT, 50),
            Point(Text("Frågor och samtal", "Questions and conversation"), ItemPurpose.DISCUSS, 50),
            Point(_END, ItemPurpose.CLOSE, 10),
        ),
        by_appointment=False, sign_up=True, shows_attendance=False,
    ),
    Preset(
        MeetingKind.INFORMATION_MEETING, Text("Informationsmöte", "Information meeting"),
        _("Många lyssnar, några berättar. Öppet för den som anmäler sig."),
        MeetingForm.REMOTE,
        (
            Point(_WELCOME, ItemPurpose.INFORM, 5),
            Point(Text("Information", "Information"), ItemPurpose.INFORM, 30),
            Point(Text("Frågor", "Questions"), ItemPurpose.DISCUSS, 20),
            Point(_END, ItemPurpose.CLOSE, 5),
        ),
        by_appointment=False, sign_up=True, shows_attendance=False,
    ),
    Preset(
        MeetingKind.CONFERENCE, Text("Konferens", "Conference"),
        _("Program med flera pass, anmälan och medarrangörer."),
        MeetingForm.HYBRID,
        (
            Point(Text("Registrering och kaffe", "Registration and coffee"), ItemPurpose.BREAK, 30),
            Point(_WELCOME, ItemPurpose.INFORM, 20),
            Point(Text("Föredrag", "Keynotes"), ItemPurpose.PRESENT, 70),
            Point(Text("Lunch", "Lunch"), ItemPurpose.BREAK, 60),
            Point(Text("Parallella pass", "Parallel sessions"), ItemPurpose.DISCUSS, 90),
            Point(_PAUSE, ItemPurpose.BREAK, 20),
            Point(Text("Samtal med panel", "Panel discussion"), ItemPurpose.DISCUSS, 50),
            Point(_END, ItemPurpose.CLOSE, 20),
        ),
        by_appointment=False, sign_up=True, shows_attendance=False,
    ),
    Preset(
        MeetingKind.RELAY_LEG, Text("Stafettmöte", "Relay meeting"),
        _("En sträcka i en stafett: problem, diskussion i grupper och vad som lämnas vidare."),
        MeetingForm.ON_SITE,
        (
            Point(_WELCOME, ItemPurpose.INFORM, 10),
            Point(Text("Vad förra mötet lämnade vidare", "What the last meeting handed on"), ItemPurpose.FOLLOW_UP, 20),
            Point(Text("Frågan för dagen", "The question of the day"), ItemPurpose.PRESENT, 30),
            Point(Text("Diskussion i grupper", "Group discussions"), ItemPurpose.DISCUSS, 75),
            Point(_PAUSE, ItemPurpose.BREAK, 15),
            Point(Text("Grupperna berättar", "The groups report"), ItemPurpose.DISCUSS, 30),
            Point(Text("Vad vi lämnar vidare", "What we hand on"), ItemPurpose.CLOSE, 15),
        ),
        by_appointment=False, groups=True, sign_up=True,
    ),
    Preset(
        MeetingKind.NETWORK_MEETING, Text("Nätverksträff", "Network meeting"),
        _("Kontakter och erfarenheter, med en kort gemensam del."),
        MeetingForm.ON_SITE,
        (
            Point(_WELCOME, ItemPurpose.INFORM, 10),
            Point(_NEWS, ItemPurpose.INFORM, 30),
            Point(_DISCUSSION, ItemPurpose.DISCUSS, 40),
            Point(_END, ItemPurpose.CLOSE, 10),
        ),
        sign_up=True, shows_attendance=False,
    ),
    Preset(
        MeetingKind.OTHER, Text("Annat möte", "Other meeting"),
        _("En tom dagordning. Passar också ett möte som redan har hållits."),
        MeetingForm.ON_SITE, (),
    ),
)  # fmt: skip

_BY_KIND = {preset.kind: preset for preset in PRESETS}


def preset_of(kind: str) -> Preset:
    """What usually belongs to a kind of meeting; a kind without a preset of its own has that of other meetings."""
    known = MeetingKind(kind) if kind in MeetingKind.values else MeetingKind.OTHER
    return _BY_KIND.get(known, _BY_KIND[MeetingKind.OTHER])
