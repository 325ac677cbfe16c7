"""What the weekly letter says of invitations: one reminder, the meeting that comes, and that a substitute is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.timezone import localtime, make_aware
from django.utils.translation import override

from kraftsamla.core.calendars.entries import WHOLE_DAY
from kraftsamla.core.text import Text
from kraftsamla.letters.notices.wording import in_language
from kraftsamla.letters.registry import Item, Urgency
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.models import Invitation
from kraftsamla.meetings.notices.inviting import link_to

#: How long before a meeting who has not answered is reminded, and how long after the call at the earliest.
SOON = dt.timedelta(days=14)
TIME_TO_ANSWER = dt.timedelta(days=2)
NEXT_WEEK = dt.timedelta(days=7)
COMING = (Reply.ROOM, Reply.REMOTE)
ANSWER = Text("Svara om du kommer", "Say whether you are coming")


def collect(at: dt.datetime) -> Iterable[Item]:
    """In one query. A meeting whose day is not known is left alone: nobody can say whether it is soon."""
    today = localtime(at).date()
    soon = Invitation.objects.filter(
        withdrawn_at=None, is_informed=False, meeting__cancelled_at=None, meeting__closed_at=None,
        meeting__opened_at=None, meeting__starts_on__gte=today.isoformat(),
        meeting__starts_on__lte=(today + SOON).isoformat(),
    ).exclude(email="")  # fmt: skip
    for invitation in soon.select_related("meeting", "organisation", "substitute_for"):
        if len(invitation.meeting.starts_on) != WHOLE_DAY:
            continue
        starts = make_aware(dt.datetime.combine(dt.date.fromisoformat(invitation.meeting.starts_on), dt.time.min))
        if invitation.sent_at is None:
            yield from _substitute(invitation)
        elif invitation.reply == Reply.NONE:
            since = max(invitation.sent_at + TIME_TO_ANSWER, starts - SOON)
            heading = Text("Kommer du till {0}?", "Are you coming to {0}?")
            words = Text("Du har inte svarat på inbjudan än.", "You have not answered the invitation yet.")
            yield from _said(invitation, "reminder", Urgency.ASKED, heading, words, ANSWER, since=since, at=at)
        elif invitation.reply in COMING:
            heading = Text("Snart möte: {0}", "Meeting soon: {0}")
            words = Text("Du har svarat att du kommer.", "You have answered that you are coming.")
            button = Text("Dagordning och handlingar", "Agenda and papers")
            yield from _said(
                invitation, "coming", Urgency.SOON, heading, words, button, since=starts - NEXT_WEEK, at=at
            )


def _substitute(invitation: Invitation) -> Iterable[Item]:
    """A substitute who is appointed is asked here if the office has not sent the call before.

    An address that somebody has typed on a reply page is written to only when an officer has looked at it.
    """
    stands_in = invitation.substitute_for
    if stands_in is None or invitation.appointment_id is None or stands_in.reply != Reply.SUBSTITUTE:
        return
    heading = Text("Kan du ersätta {1}? {0}", "Can you stand in for {1}? {0}")
    since = stands_in.replied_at or invitation.created_at
    yield from _said(invitation, "substitute", Urgency.ASKED, heading, Text(), ANSWER, since=since, at=None)


def _said(
    invitation: Invitation, what: str, urgency: Urgency, heading: Text, words: Text, button: Text, *,
    since: dt.datetime, at: dt.datetime | None,
) -> Iterable[Item]:  # fmt: skip
    """One thing to say, from ``since`` on; the key is said once."""
    if at is not None and since > at:
        return
    stands_in = invitation.substitute_for.name if invitation.substitute_for else ""
    told = []
    for language, sentence in (("sv", heading.sv), ("en", heading.en)):
        with override(language):
            when = render_to_string("meetings/inviting/short_when.txt", {"meeting": invitation.meeting}).strip()
        told.append(sentence.format(f"{in_language(invitation.meeting.title, language)}, {when}", stands_in))
    yield Item(
        key=f"invitation:{invitation.pk}:{what}", email=invitation.email, name=invitation.name,
        language=invitation.language, urgency=urgency, since=since, heading=Text(*told), words=words, button=button,
        address=link_to(invitation),
    )  # fmt: skip
