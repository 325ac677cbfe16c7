"""What the page of a conference's programme shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from kraftsamla.library.models import Document
from kraftsamla.meetings.assembly.programme import Clash, Day, clashes, days_of, sessions_of
from kraftsamla.meetings.models import Material, Meeting, Presentation


@dataclass(frozen=True, slots=True)
class Programme:
    days: Sequence[Day]
    clashes: Sequence[Clash]


def programme_of(meeting: Meeting) -> Programme:
    """In the same number of questions however many sessions there are, with films and presentations at theirs."""
    documents = Document.objects.without_text_column()
    materials = Material.objects.order_by("position", "pk").prefetch_related(Prefetch("document", queryset=documents))
    items = meeting.agenda.select_related("area").prefetch_related(
        Prefetch("presentations", queryset=Presentation.objects.select_related("person", "organisation")),
        Prefetch("materials", queryset=materials),
    )  # fmt: skip
    sessions = sessions_of(meeting, list(items.order_by("day", "position", "pk")))
    return Programme(days_of(meeting, sessions), list(clashes(sessions)))
