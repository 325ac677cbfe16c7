"""Deeds on what is caught in one line at a point: something to follow up, a decision, a proposal."""

from __future__ import annotations

import json
import uuid

from django.db import models, transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.core.records import Values, plain
from kraftsamla.followup.choices import FollowUpKind
from kraftsamla.meetings.choices.leading import Capture
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations.agenda import add_decision
from kraftsamla.meetings.operations.leading import receipts
from kraftsamla.meetings.operations.meetings import ask_for
from kraftsamla.meetings.rules import may_run


@transaction.atomic
def capture(*, item: AgendaItem, kind: Capture, values: Values, key: uuid.UUID, by: User) -> int:
    """Keep what was caught at a point, once for each key; the key of the record it became. ValidationError by field.

    A decision belongs to the point. A follow-up and a proposal belong to the meeting they came out of; its receipt
    (``"point:record"``) says at which point. ``item.followups`` is for what the point has come to treat.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=item.meeting_id)
    require(may_run(by, meeting))
    words = json.dumps([kind, item.pk, {name: plain(value) for name, value in sorted(values.items())}])
    if (known := receipts.kept_before(key, meeting=meeting, kind=kind, words=words)) is not None:
        return int(known.partition(":")[2])
    record: models.Model
    if kind == Capture.DECISION:
        record = add_decision(meeting=meeting, values={**values, "item": item}, by=by)
    else:
        asked = FollowUpKind.PROPOSAL if kind == Capture.PROPOSAL else FollowUpKind.TASK
        record = ask_for(meeting=meeting, values={**values, "kind": asked}, by=by)
    receipts.keep(key, meeting=meeting, kind=kind, subject=f"{item.pk}:{record.pk}", words=words)
    return int(record.pk)
