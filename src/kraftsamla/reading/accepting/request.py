"""Something that somebody was asked to do: it is followed up until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from kraftsamla.followup.choices import FollowUpKind
from kraftsamla.followup.operations import create_followup
from kraftsamla.meetings.operations import link_followup
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import Field, Kind


def accepting(kind: FollowUpKind) -> Callable[[Context], None]:
    """A follow-up of this kind, tied to the meeting that the document tells of."""

    def accept(context: Context) -> None:
        values = {
            "kind": kind,
            "what_sv": context.title(length=500),
            "asked_by": context.text("by", length=300),
            "asked_of": context.text("to", length=300),
            "asked_on": context.seen_on,
            "due": context.text("date"),
        }
        followup = context.created(create_followup(values=values, by=context.by))
        meeting = context.known.meeting
        if meeting is not None:
            link_followup(meeting=meeting, followup=followup, by=context.by)
            context.did("followup", meeting, followup=followup.pk)

    return accept


FIELDS = (
    Field("title", _("vad"), required=True),
    Field("by", _("av vem")),
    Field("to", _("till vem")),
    Field("date", _("klart senast"), "date"),
)

KIND = Kind(
    code="request",
    plural=_("Att följa upp"),
    becomes=_("en uppföljningspunkt"),
    fields=FIELDS,
    accept=accepting(FollowUpKind.REQUEST),
)
