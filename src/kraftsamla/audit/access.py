"""To read the log is to be allowed to."""

from __future__ import annotations

from kraftsamla.accounts.access import admit_to_log
from kraftsamla.accounts.rules import Visitor
from kraftsamla.audit.models import Entry
from kraftsamla.audit.querysets import EntryQuerySet


def get_log(visitor: Visitor) -> EntryQuerySet:
    """The whole log, newest first."""
    admit_to_log(visitor)
    return Entry.objects.newest_first()
