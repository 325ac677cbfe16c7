"""How a letter is worded: plain text and HTML, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from kraftsamla.core.logs import LINK_PREFIX, TOKEN
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.text import Text
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.registry import Attachment, Item

SALT = "kraftsamla.letters.pace"
LINK_LIVES = dt.timedelta(days=400)
LONGEST_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Line:
    """An item as one reader sees it."""

    heading: str
    words: str
    button: str
    address: str
    due: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """``text`` and ``html`` hold the links; ``kept`` is the text without their secrets, for the log."""

    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...]

    @property
    def kept(self) -> str:
        return TOKEN.sub(f"{LINK_PREFIX}…", self.text)


def word(recipient: Recipient, *, news: Sequence[Item], open_still: Sequence[Item], at: dt.datetime) -> Worded:
    """The letter to one person. Addresses are made here: this issues the personal links."""
    with override(recipient.language):
        first = [_line(item, recipient.language, at=at) for item in news]
        shown = {
            "name": recipient.name, "site": settings.SITE_ADDRESS, "news": first, "contact": settings.CONTACT,
            "open_still": [_line(item, recipient.language, at=at) for item in open_still],
            "pace_address": settings.SITE_ADDRESS + pace_address(recipient), "language": recipient.language,
        }  # fmt: skip
        return Worded(
            subject=subject_of([line.heading for line in first]),
            text=render_to_string("letters/letter.txt", shown).strip() + "\n",
            html=render_to_string("letters/letter.html", shown),
            attachments=tuple(each for item in news for each in item.attachments),
        )


def subject_of(headings: Sequence[str]) -> str:
    """What the inbox shows: the first thing, and how many more there are."""
    more = len(headings) - 1
    subject = headings[0]
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[:LONGEST_SUBJECT].rsplit(" ", 1)[0] + " …"
    if more:
        subject = ngettext("%(first)s – och %(number)s sak till", "%(first)s – och %(number)s saker till", more) % {
            "first": subject, "number": more,
        }  # fmt: skip
    return " ".join(subject.split())


def message(recipient: Recipient, worded: Worded) -> EmailMultiAlternatives:
    """The letter as mail, with the standard way to say no (RFC 2369, RFC 8058)."""
    no = settings.SITE_ADDRESS + pace_address(recipient)
    mail = EmailMultiAlternatives(
        subject=worded.subject,
        body=worded.text,
        to=[formataddr((recipient.name, recipient.email))],
        headers={
            "List-Unsubscribe": f"<{no}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            "Content-Language": recipient.language,
        },
    )
    mail.attach_alternative(worded.html, "text/html")
    invitations = [each for each in worded.attachments if each.is_for_calendars]
    if len(invitations) == 1:  # calendars take the last alternative as an invitation; of several they take none
        mail.attach_alternative(invitations[0].content.decode(), invitations[0].mimetype)
    for each in worded.attachments:
        mail.attach(each.name, each.content, "application/ics" if each.is_for_calendars else each.mimetype)
    return mail


def pace_address(recipient: Recipient) -> str:
    """Where this person says how often we may write. Signed: it works for nobody else, and not for ever."""
    signed = signing.dumps(recipient.pk, salt=SALT).replace(":", ".")
    return reverse("letters:pace", args=[f"{LINK_PREFIX}{signed}"])


def recipient_of(token: str) -> Recipient | None:
    """The person behind such an address; None when it is wrong, too old, or the person has been erased."""
    signed = token.removeprefix(LINK_PREFIX).replace(".", ":")
    try:
        key = signing.loads(signed, salt=SALT, max_age=LINK_LIVES)
    except signing.BadSignature:
        return None
    return Recipient.objects.filter(pk=key).first()


def in_language(text: Text, language: str) -> str:
    """The reader's own words, the other language's where there are none."""
    own, other = (text.en, text.sv) if language == "en" else (text.sv, text.en)
    return own or other


def _line(item: Item, language: str, *, at: dt.datetime) -> Line:
    return Line(
        heading=in_language(item.heading, language),
        words=in_language(item.words, language),
        button=in_language(item.button, language),
        address=settings.SITE_ADDRESS + item.address(),
        due=item.due,
        is_late=bool(item.due) and latest(item.due) < at.date(),
    )
