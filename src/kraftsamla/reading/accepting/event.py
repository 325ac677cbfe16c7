"""A conference, seminar or other event that the document tells of."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.errors import Refused
from kraftsamla.meetings.choices import MeetingForm
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import create_meeting
from kraftsamla.reading.accepting import guesses
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known, Titled, alike
from kraftsamla.reading.accepting.meeting import FORMS
from kraftsamla.reading.accepting.shape import NEW, Field, Kind, Option, Slot, Values


def accept(context: Context) -> None:
    if not context.text("date"):
        raise Refused(_now("Datum saknas. Ändra förslaget och skriv åtminstone året, till exempel 2022."))
    chosen = context.answer("event")
    if chosen != NEW:
        context.quoted(Meeting.objects.get(slug=chosen))
        return
    theme = context.text("theme")
    values = {
        "title_sv": context.title(length=300),
        "kind": guesses.event_kind(context.text("title")),
        "starts_on": context.text("date"),
        "ends_on": context.text("end_date"),
        "form": FORMS.get(context.text("form"), ""),
        "place": context.text("place", length=200),
        "summary_sv": f"Tema: {theme}" if theme else "",
        "organisers": context.organisations("organisers"),
    }
    made = context.created(create_meeting(values=values, by=context.by))
    context.known.meetings.append(Titled(made.pk, made.slug, made.title_sv, made.starts_on))


def slots(values: Values, known: Known) -> list[Slot]:
    """The same title the same day is the same event; the same title another day is a question."""
    title, date = str(values.get("title") or ""), str(values.get("date") or "")
    near = [each for _score, each in alike(title, known.meetings, at_least=0.6)]
    same = next((each for each in near if date and (each.date == date or each.date.startswith(date))), None)
    new = Option(NEW, _("Ett nytt evenemang"))
    if same is not None:
        option = Option(same.slug, same.title)
        return [Slot("event", _("evenemang"), title, known=option, options=(option, new), default=same.slug)]
    if near:
        options = (*(Option(each.slug, _same(each)) for each in near[:3]), new)
        return [Slot("event", _("evenemang"), title, options=options, remark=_("liknar ett känt, med annat datum"))]
    return [Slot("event", _("evenemang"), title, options=(new,), default=NEW)]


def _same(each: Titled) -> str:
    return _("Samma som %(title)s, %(date)s") % {"title": each.title, "date": each.date}


KIND = Kind(
    code="event",
    plural=_("Evenemang"),
    becomes=_("ett möte eller evenemang"),
    fields=(
        Field("title", _("titel"), required=True),
        Field("date", _("datum"), "date", required=True),
        Field("end_date", _("slutdatum"), "date"),
        Field("place", _("plats")),
        Field(
            "form", _("form"), "choice", aliases=FORMS,
            choices=tuple((str(form.value), form.label) for form in MeetingForm),
        ),
        Field("organisers", _("arrangörer"), "lines", noun="organisation"),
        Field("theme", _("tema")),
    ),
    accept=accept,
    slots=slots,
)
