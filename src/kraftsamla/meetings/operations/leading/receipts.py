"""Receipts: what is sent again after a lost connection is kept once, and answered as the first time.

The one who sends makes the key (a UUID) where the words are typed, and sends them with that key until there is an
answer. A receipt is written in the same transaction as what it is a receipt for, so that one never stands without the
other. Deeds ask for it only once they hold the lock that two sendings of the same key queue for.
"""

from __future__ import annotations

import hashlib
import uuid

from django.utils.translation import gettext as _

from kraftsamla.core.errors import Refused
from kraftsamla.meetings.models import Meeting, Receipt


def kept_before(key: uuid.UUID, *, meeting: Meeting, kind: str, words: str) -> str | None:
    """What the key stands for, when it has been kept; None when it is new. Refused when it stands for other words."""
    found = Receipt.objects.filter(key=key).first()
    if found is None:
        return None
    subject, _at, digest = found.subject.rpartition("#")
    if (found.meeting_id, found.kind, digest) != (meeting.pk, kind, _digest(words)):
        raise Refused(_("Något annat har redan sparats under samma kvittens. Ladda om sidan och spara igen."))
    return subject


def keep(key: uuid.UUID, *, meeting: Meeting, kind: str, subject: str, words: str) -> None:
    """Write the receipt for what has just been kept."""
    kept = Receipt(key=key, meeting=meeting, kind=kind, subject=f"{subject}#{_digest(words)}")
    kept.full_clean(exclude=["meeting"])
    kept.save(force_insert=True)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:16]
