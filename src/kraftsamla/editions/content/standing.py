"""The codes of how something stands, and of why its proof is weak."""

from __future__ import annotations

from typing import Literal

#: Why a record's proof is weak, strongest objection first. Every page shows the first that holds.
WeakLink = Literal[
    "not_read", "no_action", "no_source", "no_responsible", "declined", "not_accepted", "changes_proposed",
    "no_status", "stale", "disputed", "no_evidence", "no_result", "not_verified", "",
]  # fmt: skip
#: How an objective stands, for its cell in the weave.
ObjectiveState = Literal["no_action", "not_read", "proposed", "decided", "under_way", "done", "stopped"]

STALE_AFTER_DAYS = 180
#: Progress that a later day may have changed; what is done or stopped does not grow old.
LIVING = frozenset({"proposed", "decided", "under_way"})
#: A part that the organisation no longer has.
PAST_PARTS = frozenset({"handed_over", "ended"})
