"""Who else has a meeting's page open: known by the questions their pages ask, and forgotten when they stop asking.

It is kept in the cache of the process. With several processes somebody may be missing from the line; nothing else
rests on it.
"""

from __future__ import annotations

import datetime as dt

from django.core.cache import cache

from kraftsamla.accounts.models import User
from kraftsamla.meetings.models import Meeting

AWAY_AFTER = 15


def sit_down(meeting: Meeting, user: User, *, at: dt.datetime) -> tuple[str, ...]:
    """Say that somebody is at the table; the names of the others."""
    key = f"meetings.table.{meeting.pk}"
    here: dict[int, tuple[str, float]] = cache.get(key, {})
    since = at.timestamp() - AWAY_AFTER
    here = {pk: (name, seen) for pk, (name, seen) in here.items() if seen > since}
    others = tuple(sorted(name for pk, (name, _seen) in here.items() if pk != user.pk))
    here[user.pk] = (user.name, at.timestamp())
    cache.set(key, here, AWAY_AFTER)
    return others
