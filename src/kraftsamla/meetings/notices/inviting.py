"""What is said of an invitation by mail at once: the call, a change, and that a meeting is off."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.operations import issue_link
from kraftsamla.core.calendars import Addressee, Entry, Method, Organiser, Standing, invitation_of, span
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.text import Text
from kraftsamla.letters.notices.wording import in_language
from kraftsamla.letters.registry import Attachment, Item, Urgency
from kraftsamla.meetings.choices import MeetingForm, Reply
from kraftsamla.meetings.choices.inviting import INVITATION_LINK
from kraftsamla.meetings.models import AgendaItem, Invitation, Meeting

#: Where the public edition has the meeting's page; an edition's own addresses lie above this app.
PUBLIC_PAGE = Text("/mote/{slug}/", "/en/meeting/{slug}/")
LINK_LIVES_AFTER = dt.timedelta(days=30)
LONGEST_LIFE = dt.timedelta(days=399)
STANDINGS = {
    Reply.NONE: Standing.UNANSWERED, Reply.ROOM: Standing.COMING, Reply.REMOTE: Standing.COMING,
    Reply.SUBSTITUTE: Standing.NOT_COMING, Reply.NO: Standing.NOT_COMING,
}  # fmt: skip


class News(enum.Enum):
    """What a letter about an invitation says."""

    CALL = "call"
    CHANGE = "change"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"

    @property
    def method(self) -> Method:
        return Method.CANCEL if self in {News.CANCELLED, News.WITHDRAWN} else Method.REQUEST


@dataclass(frozen=True, slots=True)
class Calling:
    """What every letter about a meeting shares."""

    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    at: dt.datetime


def calling(meeting: Meeting, *, at: dt.datetime) -> Calling:
    """In one query."""
    return Calling(meeting, tuple(meeting.agenda.filter(parent=None)), at)


def news_for(invitation: Invitation, meeting: Meeting) -> News:
    """What there is to say to somebody now."""
    if invitation.withdrawn_at is not None:
        return News.WITHDRAWN
    if meeting.is_cancelled:
        return News.CANCELLED
    return News.CALL if invitation.sent_at is None else News.CHANGE


def is_to_be_told(invitation: Invitation, meeting: Meeting) -> bool:
    """Whether a letter can go to somebody: that a thing is off is news only to who has heard of it."""
    if not invitation.email or invitation.is_informed:
        return False
    return invitation.sent_at is not None or news_for(invitation, meeting) is News.CALL


def is_outdated(invitation: Invitation, meeting: Meeting) -> bool:
    """Whether somebody's calendar holds what no longer holds."""
    if invitation.sent_at is None:
        return False
    return invitation.withdrawn_at is not None or (invitation.sent_sequence or 0) < meeting.sequence


def sequence_for(invitation: Invitation, meeting: Meeting, news: News) -> int:
    """The number of the file that goes now: never lower than the last one, and higher when that is to be undone."""
    last = invitation.sent_sequence
    if last is None:
        return meeting.sequence
    undoes = news is News.WITHDRAWN or invitation.sent_at is None
    return max(meeting.sequence, last + 1 if undoes else last)


def letter_of(
    invitation: Invitation, shared: Calling, *, news: News, again: bool = False,
    address: Callable[[], str] | None = None,
) -> Item:  # fmt: skip
    """The letter to one person. ``again``: it is sent although they have had it. ``address``: instead of a link."""
    sequence = sequence_for(invitation, shared.meeting, news)
    key = f"invitation:{invitation.pk}:{news.method.lower()}:{sequence}"
    return Item(
        key=f"{key}:{shared.at:%Y%m%d%H%M%S}" if again else key,
        email=invitation.email, name=invitation.name, language=invitation.language, urgency=Urgency.ASKED,
        since=shared.at, heading=_in_both(lambda: heading_of(invitation, shared.meeting, news)),
        words=_in_both(lambda: _words(invitation, shared, news)), button=_in_both(lambda: _button(news)),
        address=address or link_to(invitation), attachments=_files(invitation, shared, news, sequence),
    )  # fmt: skip


def link_to(invitation: Invitation) -> Callable[[], str]:
    """The personal address of an invitation, made when it is asked for."""

    def address() -> str:
        last = latest(invitation.meeting.ends_on or invitation.meeting.starts_on)
        over = localtime().replace(year=last.year, month=last.month, day=last.day) + LINK_LIVES_AFTER
        issued = issue_link(
            purpose=INVITATION_LINK, subject=invitation, organisation=invitation.organisation, name=invitation.name,
            title=invitation.title, email=invitation.email, by=system_account(),
            expires_at=min(max(over, localtime() + LINK_LIVES_AFTER), localtime() + LONGEST_LIFE),
        )  # fmt: skip
        return reverse("guest:invitation", args=[issued.token])

    return address


def heading_of(invitation: Invitation, meeting: Meeting, news: News) -> str:
    """The subject of the letter, in the active language."""
    is_call = not invitation.is_guest
    words = {
        News.CALL: _("Kallelse: %(title)s, %(when)s") if is_call else _("Inbjudan: %(title)s, %(when)s"),
        News.CHANGE: _("Ändrat: %(title)s, %(when)s"),
        News.CANCELLED: _("Inställt: %(title)s, %(when)s"),
        News.WITHDRAWN: _("Du är inte längre inbjuden: %(title)s, %(when)s"),
    }[news]
    when = render_to_string("meetings/inviting/short_when.txt", {"meeting": meeting}).strip()
    return words % {"title": in_language(meeting.title, get_language() or "sv"), "when": when}


def entry_of(meeting: Meeting, *, sequence: int | None = None) -> Entry | None:
    """The meeting as a calendar sees it; None while its day is not known."""
    when = span(
        starts_on=meeting.starts_on, ends_on=meeting.ends_on, starts_at=meeting.starts_at, ends_at=meeting.ends_at
    )
    if when is None:
        return None
    is_remote = meeting.form == MeetingForm.REMOTE
    page = settings.SITE_ADDRESS if meeting.is_public else ""
    return Entry(
        uid=meeting.uid, sequence=meeting.sequence if sequence is None else sequence, title=meeting.title, span=when,
        changed_at=meeting.changed_at, place="" if is_remote else where(meeting), link=meeting.link,
        words=_in_both(lambda: render_to_string("meetings/inviting/calendar.txt", {"meeting": meeting}).strip()),
        url=Text(*(page and page + each.format(slug=meeting.slug) for each in (PUBLIC_PAGE.sv, PUBLIC_PAGE.en))),
        is_cancelled=meeting.is_cancelled,
    )  # fmt: skip


def where(meeting: Meeting) -> str:
    return ", ".join(part for part in (meeting.place, meeting.room) if part)


def organiser_of(meeting: Meeting) -> Organiser:
    """Letters and calendars name the same sender."""
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return Organiser(email, name or (meeting.body.name_sv if meeting.body else ""))


def is_chair(invitation: Invitation, meeting: Meeting) -> bool:
    return invitation.person_id is not None and invitation.person_id == meeting.chair_id


def _files(invitation: Invitation, shared: Calling, news: News, sequence: int) -> tuple[Attachment, ...]:
    entry = entry_of(shared.meeting, sequence=sequence)
    if entry is None or (news.method is Method.CANCEL and invitation.sent_sequence is None):
        return ()
    addressee = Addressee(
        invitation.email, invitation.name, invitation.language, STANDINGS[Reply(invitation.reply)],
        is_chair=is_chair(invitation, shared.meeting), is_optional=invitation.is_guest,
    )  # fmt: skip
    organiser = organiser_of(shared.meeting)
    content = invitation_of(entry, addressee, organiser=organiser, method=news.method, at=shared.at)
    return (Attachment("mote.ics", content, f"text/calendar; method={news.method.value}"),)


def _words(invitation: Invitation, shared: Calling, news: News) -> str:
    shown = {
        "meeting": shared.meeting, "agenda": shared.agenda, "invitation": invitation, "news": news.value,
        "where": where(shared.meeting),
    }  # fmt: skip
    return render_to_string("meetings/inviting/letter.txt", shown).strip()


def _button(news: News) -> str:
    if news.method is Method.CANCEL:
        return _("Läs mer")
    return _("Svara om du kommer")


def _in_both(write: Callable[[], str]) -> Text:
    with override("sv"):
        swedish = write()
    with override("en"):
        return Text(swedish, write())
