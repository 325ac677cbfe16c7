"""Personal links: a door for one person without an account, to one subject, for one purpose, until a day.

How an app uses them::

    # choices.py: once
    ROUND = register_purpose("round", _("en uppdateringsrunda"), days=30, per_hour=1200)

    # a deed of the coordinator's; ``secret`` is shown or mailed now and never again: only its digest is kept
    link, token = issue_link(
        purpose=ROUND, subject=answer, organisation=answer.organisation, name="Elsa Ek", title="enhetschef",
        email="elsa@example.org", expires_at=None, by=alva,
    )
    address = settings.SITE_ADDRESS + reverse("round-answer", args=[token])    # path("runda/<str:token>/", …)

    # views.py of the page behind it; no session is read or made
    @csrf_exempt                      # the secret in the address is the proof; works with cookies turned off
    @never_cache
    @require_http_methods(["GET", "POST"])
    def answer(request, token):
        link = use_link(token=token, purpose=ROUND)                            # Http404 for anything wrong
        subject = get_object_or_404(Answer, pk=link.subject)
        voice = voice_by_link(link)                                            # actors.rules: who speaks
        ...deed(…, voice=voice, by=link_account())                             # accounts.operations

    # the deed's first line
    require(may_speak(by, voice))                                              # actors.rules

* *Signed*: a token that this installation has not signed for this purpose is refused before the database is asked.
* *Hashed*: the table holds a digest; who reads the database or a backup cannot open a link.
* *Expiring, revocable*: ``expires_at``, ``revoke_links``. A reminder issues a new link; earlier ones work on until they
  expire or are revoked, so that no mail already sent goes dead.
* *Rate-limited*: more openings in an hour than the purpose allows, and the link is 404 for the rest of that hour.
* *No rights leak*: deeds are done by ``link_account()``, which has no role; rules ask the link, not the account. A page
  behind a link must not look at ``request.user``.
* *Never logged*: ``core.logs.WithoutLinks`` blots tokens out of what the program logs; the audit log holds who the link
  was for. Send ``Referrer-Policy: no-referrer`` with the page (``ui/by_link.html`` and ``linked_page`` do).
* Opening by GET changes nothing but ``opened_at``: mail scanners open links.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.http import Http404
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors import choices
from kraftsamla.actors.models import Organisation, PersonalLink
from kraftsamla.actors.registry import purpose_named
from kraftsamla.actors.signals import holder_forgotten
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.logs import LINK_PREFIX
from kraftsamla.core.records import append

SIGNATURE = 16
LONGEST_LIFE_DAYS = 400


class Issued(NamedTuple):
    """``token`` is what stands in the address. It is not kept: who loses it gets a new link."""

    link: PersonalLink
    token: str


@transaction.atomic
def issue_link(
    *, purpose: str, subject: models.Model, organisation: Organisation | None, name: str, title: str = "",
    email: str = "", expires_at: dt.datetime | None = None, by: User,
) -> Issued:  # fmt: skip
    """Make a personal link. ``organisation`` is None for who acts for nobody and so speaks for none.

    ValidationError by field; LookupError for a purpose that no app has registered.
    """
    require(may_edit(by))
    known = purpose_named(purpose)
    if not name.strip():
        raise ValidationError({"name": _("Skriv vem länken är till.")})
    until = expires_at or now() + dt.timedelta(days=known.days)
    if not now() < until <= now() + dt.timedelta(days=LONGEST_LIFE_DAYS):
        raise ValidationError({"expires_at": _("Länken ska sluta gälla efter i dag och inom ett år.")})
    secret = secrets.token_urlsafe(32)
    values = {
        "purpose": purpose, "subject": str(subject.pk), "digest": _digest(purpose, secret), "name": name.strip(),
        "title": title.strip(), "email": email.strip(), "organisation": organisation, "issued_by": by,
        "expires_at": until,
    }  # fmt: skip
    link = append(PersonalLink, values)
    record(event=choices.LINK_ISSUED, subject=subject, by=by, note=f"{link} → {until:%Y-%m-%d}")
    return Issued(link, f"{LINK_PREFIX}{secret}.{_signature(purpose, secret)}")


def use_link(*, token: str, purpose: str) -> PersonalLink:
    """The open link of a token, with one more opening counted. Http404 for anything wrong, whatever it is."""
    secret, _dot, signature = token.removeprefix(LINK_PREFIX).rpartition(".")
    if not token.startswith(LINK_PREFIX) or not constant_time_compare(signature, _signature(purpose, secret)):
        raise Http404
    at = now()
    with transaction.atomic():
        links = PersonalLink.objects.open(at=at).select_related("organisation")
        link = links.filter(purpose=purpose, digest=_digest(purpose, secret)).first()
        if link is None or not _count(link, at=at):
            raise Http404
    return link


@transaction.atomic
def revoke_links(*, purpose: str, subject: models.Model, by: User, link: PersonalLink | None = None) -> int:
    """Close every open link to a record, or one of them. Returns how many were closed."""
    require(may_edit(by))
    links = PersonalLink.objects.about(purpose, subject).open(at=now())
    if link is not None:
        links = links.filter(pk=link.pk)
    names = [str(each) for each in links]
    links.update(revoked_at=now())
    if names:
        record(event=choices.LINK_REVOKED, subject=subject, by=by, note="; ".join(names))
    return len(names)


@transaction.atomic
def forget_holder(*, email: str, by: User) -> int:
    """Close every link to an address and erase whom it was for. Returns how many there were."""
    require(may_edit(by))
    holder_forgotten.send(sender=PersonalLink, email=email)
    links = PersonalLink.objects.filter(email__iexact=email)
    links.open(at=now()).update(revoked_at=now())
    return links.update(name="–", title="", email="")


def _count(link: PersonalLink, *, at: dt.datetime) -> bool:
    """Count an opening in this hour; False when there have been too many."""
    rows = PersonalLink.objects.filter(pk=link.pk)
    hour = at.replace(minute=0, second=0, microsecond=0)
    if link.hour != hour:
        rows.update(hour=hour, openings=1, opened_at=link.opened_at or at)
        return True
    most = purpose_named(link.purpose).per_hour
    return bool(rows.filter(openings__lt=most).update(openings=F("openings") + 1, opened_at=link.opened_at or at))


def _digest(purpose: str, secret: str) -> str:
    return hashlib.sha256(f"{purpose}:{secret}".encode()).hexdigest()


def _signature(purpose: str, secret: str) -> str:
    return salted_hmac(f"kraftsamla.links.{purpose}", secret, algorithm="sha256").hexdigest()[:SIGNATURE]
