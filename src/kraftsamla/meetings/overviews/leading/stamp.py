"""Whether anything has happened since a page was shown: one small question, asked every few seconds by every page."""

from __future__ import annotations

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Sum

from kraftsamla.audit.models import Entry
from kraftsamla.meetings.models import ItemNote, Meeting, NoteVersion


def stamp_of(meeting: Meeting) -> str:
    """Changes with every deed in the log and every note that is saved; the same as long as nothing has happened."""
    notes = ItemNote.objects.filter(item__meeting=OuterRef("pk")).order_by().values("item__meeting")
    texts = NoteVersion.objects.filter(note__item__meeting=OuterRef("pk")).order_by().values("note__item__meeting")
    waiting = texts.filter(is_aside=True, settled_at=None)
    entries: QuerySet[Entry] = Entry.objects.order_by("-pk")
    row = Meeting.objects.filter(pk=meeting.pk).values_list(
        Subquery(entries.values("pk")[:1]),
        Subquery(notes.annotate(n=Sum("version")).values("n")),
        Subquery(texts.annotate(n=Max("pk")).values("n")),
        Subquery(waiting.annotate(n=Count("pk")).values("n")),
    )
    return "-".join(str(each or 0) for each in row.get())
