"""A meeting that the document is the minutes of."""

from __future__ import annotations

import re

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kraftsamla.actors.choices import OrganisationKind
from kraftsamla.meetings.choices import MeetingForm, MeetingKind
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import change_meeting, create_meeting
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, Titled
from kraftsamla.reading.accepting.likeness import title_likeness
from kraftsamla.reading.accepting.shape import NEW, NONE, Field, Kind, Option, Slot, Values
from kraftsamla.ui.templatetags.ui import partial_date

FORMS = {
    "hybrid": MeetingForm.HYBRID.value, "remote": MeetingForm.REMOTE.value, "digital": MeetingForm.REMOTE.value,
    "on_site": MeetingForm.ON_SITE.value, "physical": MeetingForm.ON_SITE.value, "room": MeetingForm.ON_SITE.value,
}

#: "Minnesanteckningar från möte med …" is what the document is; the meeting is the rest.
GENRE = re.compile(
    r"^(?:(?:minnes|mötes|møtes)?(?:anteckningar|notater)|(?:mötes|møte)?(?:protokoll|referat)|minutes|notes)\b"
    r"(?:\s+(?:från|fra|fört vid|vid|of the|from the|of|from)\b)?",
    re.IGNORECASE,
)


def accept(context: Context) -> None:
    chosen = context.answer("meeting")
    if chosen != NEW:
        _take_minutes(context, Meeting.objects.get(slug=chosen))
        return
    publisher = str(context.suggestion.reading.document.publisher or "")
    body, chair = context.body("body"), context.person("chair")
    organiser = context.organisation("organiser", said=publisher)
    working = body is not None and body.kind == "working_group"
    values = {
        "title_sv": title_of(context.values),
        "kind": MeetingKind.WORKING_GROUP_MEETING if working else MeetingKind.GROUP_MEETING,
        "body": body,
        "starts_on": context.text("date"),
        "starts_at": context.text("start") or None,
        "ends_at": context.text("end") or None,
        "form": FORMS.get(context.text("form"), ""),
        "place": context.text("place", length=200),
        "organisers": [organiser] if organiser else [],
        "chair": chair,
        "minutes": context.suggestion.reading.document,
    }
    _is_about(context, context.created(create_meeting(values=values, by=context.by)))


def _take_minutes(context: Context, meeting: Meeting) -> None:
    """The meeting is in the picture already: the document becomes its minutes, if it has none."""
    document = context.suggestion.reading.document
    if meeting.minutes_id is None:
        change_meeting(meeting=meeting, values={"minutes": document}, version=meeting.version, by=context.by)
        context.did("minutes", meeting, document=document.pk)
    _is_about(context, context.quoted(meeting))


def _is_about(context: Context, meeting: Meeting) -> None:
    """From now on agenda, participants and the rest of the document belong to this meeting."""
    reading = context.suggestion.reading
    if reading.meeting_id is None:
        reading.meeting = meeting
        reading.save(update_fields=["meeting"])
        context.did("meeting", reading, meeting=meeting.pk)
    context.known.forget("meeting", "agenda", "meetings")


def title_of(values: Values) -> str:
    """What the meeting is called: the document's title without the word for minutes, or who met, or the day."""
    body = str(values.get("body") or "").strip()
    said = GENRE.sub("", str(values.get("title") or "").strip()).strip(" :–-,")
    # Kept in the record, so in Swedish whoever accepts it.
    with override("sv"):
        day = partial_date(str(values.get("date") or ""))
    title = said or (f"Möte med {body}" if body else f"Möte {day}".strip())
    return capfirst(title)[:300]


def slots(values: Values, known: Known) -> list[Slot]:
    """Which meeting it is, and who arranged it where the document does not say."""
    return [_which(values, known), *_publisher(values, known)]


def _publisher(values: Values, known: Known) -> list[Slot]:
    """An office publishes the minutes of the meetings it arranges."""
    publisher = known.reading.document.publisher
    if values.get("organiser") or publisher is None:
        return []
    option = Option(publisher.slug, publisher.name)
    options, remark = (option, Option(NONE, _("en annan arrangör, eller ingen"))), _("den som gav ut dokumentet")
    return [Slot("organiser", _("arrangör"), "", known=option, options=options, default=option.value, remark=remark)]


def _which(values: Values, known: Known) -> Slot:
    """A meeting of the same day that reads alike is the same; another one that day is asked about.

    A document tells of one meeting: once that is known, what else it says of a meeting is about that one.
    """
    date, said = str(values.get("date") or ""), title_of(values)
    own = known.meeting
    if own is not None:
        option = Option(own.slug, f"{own.title_sv}, {partial_date(own.starts_on)}")
        remark = _("dokumentet anger även %(date)s") % {"date": partial_date(date)} if date != own.starts_on else ""
        both = (option, NEW_MEETING)
        return Slot("meeting", _("möte"), said, known=option, options=both, default=own.slug, remark=remark)
    same_day = [each for each in known.meetings if date and each.date == date]
    for each in same_day:
        if title_likeness(said, each.title) >= 0.6:
            option = Option(each.slug, each.title)
            return Slot("meeting", _("möte"), said, known=option, options=(option, NEW_MEETING), default=each.slug)
    if same_day:
        options = (*(Option(each.slug, _same(each)) for each in same_day), NEW_MEETING)
        return Slot("meeting", _("möte"), said, options=options, remark=_("ett annat möte samma dag är känt"))
    return Slot("meeting", _("möte"), said, options=(NEW_MEETING,), default=NEW)


NEW_MEETING = Option(NEW, _("Ett nytt möte"))


def _same(each: Titled) -> str:
    return _("Samma möte som %(title)s") % {"title": each.title}


KIND = Kind(
    code="meeting",
    plural=_("Möte"),
    becomes=_("ett möte"),
    fields=(
        Field("title", _("titel")),
        Field("date", _("datum"), "date", required=True),
        Field("start", _("börjar kl."), "time"),
        Field("end", _("slutar kl."), "time"),
        Field("body", _("organ"), noun="body"),
        Field(
            "form", _("form"), "choice", aliases=FORMS,
            choices=tuple((str(form.value), form.label) for form in MeetingForm),
        ),
        Field("place", _("plats")),
        Field("chair", _("ordförande"), noun="person"),
        Field("organiser", _("arrangör"), noun="organisation", otherwise=OrganisationKind.OTHER.value),
    ),
    accept=accept,
    slots=slots,
)
