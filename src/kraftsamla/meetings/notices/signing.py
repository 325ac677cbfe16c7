"""The letters about signing up: confirm, you are going, you wait, a place came free.

They do not go through the weekly letter's log: an address that somebody has typed may be anybody's, and is not kept
longer than the sign-up itself. Nor do they ask whether the address has said no to letters: they answer what was asked
for from that address a moment ago, and the answer may not tell a stranger what the address has said.

The link is made from the reference and the installation's own key, so that it can be written again in a later letter
although only its digest is kept.
"""

from __future__ import annotations

import enum
import hashlib
import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kraftsamla.core.logs import LINK_PREFIX
from kraftsamla.letters.notices.wording import in_language
from kraftsamla.meetings.models import Registration, SignUp

log = logging.getLogger(__name__)
SALT = "kraftsamla.meetings.sign-up"


class Telling(enum.Enum):
    """What a letter says."""

    CONFIRM = "confirm"
    KNOWN = "known"
    GOING = "going"
    WAITING = "waiting"
    MOVED_UP = "moved_up"
    CANCELLED = "cancelled"


def token_of(reference: str) -> str:
    """The secret in the address of somebody's own page."""
    return f"{LINK_PREFIX}{reference}.{salted_hmac(SALT, reference, algorithm='sha256').hexdigest()[:40]}"


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def reference_in(token: str) -> str:
    """Whose token it is; '' when this installation has not made it. Asked before the database is."""
    reference = token.removeprefix(LINK_PREFIX).partition(".")[0]
    return reference if constant_time_compare(token, token_of(reference)) else ""


def tell(registration: Registration, telling: Telling) -> bool:
    """Send a letter now; False when it could not be sent. Call it outside transactions."""
    meeting = registration.sign_up.meeting
    with override(registration.language):
        title = in_language(meeting.title, registration.language)
        address = reverse("guest:registration", args=[meeting.slug, token_of(registration.reference)])
        shown = {
            "registration": registration, "meeting": meeting, "telling": telling.value, "title": title,
            "address": settings.SITE_ADDRESS + address, "contact": settings.CONTACT,
        }  # fmt: skip
        subject = f"{_subject(telling)}: {title}".replace("\n", " ")[:150]
        mail = EmailMessage(
            subject, render_to_string("meetings/signing/letter.txt", shown).strip() + "\n", to=[registration.email],
            headers={"Auto-Submitted": "auto-generated", "Content-Language": registration.language},
        )  # fmt: skip
    try:
        mail.send()
    except OSError as error:
        log.warning("a letter about a sign-up could not be sent: %s", error)
        return False
    return True


def words_kept(sign_up: SignUp) -> str:
    """What somebody agrees to: what is kept, for how long and by whom. In the language that is spoken now."""
    return _(
        "Vi sparar namn, organisation, titel, e-postadress och hur du deltar för att kunna genomföra mötet. Bara de "
        "som håller i mötet (%(who)s) ser uppgifterna. De raderas %(days)s dagar efter mötet, eller när du vill."
    ) % {"who": _holders(sign_up), "days": sign_up.keep_days}


def _holders(sign_up: SignUp) -> str:
    meeting = sign_up.meeting
    language = get_language() or "sv"
    named = [in_language(each.title, language) for each in meeting.organisers.order_by("sort_key")]
    if not named and meeting.body is not None:
        named = [in_language(meeting.body.name, language)]
    return ", ".join(named) or _("kansliet")


def _subject(telling: Telling) -> str:
    return {
        Telling.CONFIRM: _("Bekräfta din anmälan"), Telling.KNOWN: _("Din anmälan"),
        Telling.GOING: _("Du är anmäld"), Telling.WAITING: _("Du står på väntelistan"),
        Telling.MOVED_UP: _("Du har fått en plats"), Telling.CANCELLED: _("Du är avanmäld"),
    }[telling]  # fmt: skip
