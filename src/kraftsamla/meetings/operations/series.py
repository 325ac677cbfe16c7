"""Deeds on which series a meeting belongs to."""

from __future__ import annotations

from django.db import transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.records import create
from kraftsamla.core.text import Text
from kraftsamla.meetings.choices import preparing as events
from kraftsamla.meetings.models import Meeting, MeetingSeries
from kraftsamla.meetings.rules import may_run


@transaction.atomic
def join_series(*, meeting: Meeting, slug: str, name: Text, by: User) -> None:
    """Put a meeting in the series with this address name, which is made when there is none: it is then the body's."""
    require(may_run(by, meeting))
    series = MeetingSeries.objects.filter(slug=slug).first() or create(
        MeetingSeries, {"slug": slug, "name_sv": name.sv, "name_en": name.en, "body": meeting.body},
        fields=("slug", "name_sv", "name_en", "body"), named_by="name_sv",
    )  # fmt: skip
    if meeting.series_id == series.pk:
        return
    before = meeting.series.slug if meeting.series else None
    Meeting.objects.filter(pk=meeting.pk).update(series=series)
    meeting.series = series
    record(event=events.SERIES_MADE, subject=meeting, by=by, changes={"series": [before, slug]})
