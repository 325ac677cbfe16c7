"""A meeting's papers in one: cover, agenda with times, backgrounds, who presents, and what there is to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kraftsamla.core.partial_dates import SHAPE, earliest
from kraftsamla.core.text import Text
from kraftsamla.library.models import Document
from kraftsamla.meetings.assembly.timetable import Row, Timetable, timetable
from kraftsamla.meetings.choices import PartKind
from kraftsamla.meetings.models import AgendaItem, Material, Meeting, Presentation
from kraftsamla.meetings.papers.content import Block, Facts, Paper, Points, Prose, Section, Table


@dataclass(frozen=True, slots=True)
class Folder:
    """What is handed out before a meeting. ``common``: materials of the meeting as a whole."""

    meeting: Meeting
    times: Timetable
    common: Sequence[Material]


def folder_of(meeting: Meeting) -> Folder:
    """The same number of questions to the database for one point and for thirty."""
    documents = Document.objects.without_text_column().select_related("publisher")
    materials = Material.objects.order_by("position", "pk").prefetch_related(Prefetch("document", queryset=documents))
    presentations = Presentation.objects.select_related("person", "organisation")
    items = meeting.agenda.select_related("area").prefetch_related(
        Prefetch("presentations", queryset=presentations), Prefetch("materials", queryset=materials), "questions",
        "followups__owner", "actions",
    )  # fmt: skip
    return Folder(meeting, timetable(meeting, list(items)), list(materials.filter(meeting=meeting, item=None)))


def materials_paper(meeting: Meeting, *, language: str) -> Paper:
    """The folder as frozen content, in one language; words that exist only in the other are kept as they are."""
    with translation.override(language):
        folder = folder_of(meeting)
        return Paper(
            language=language,
            word=_("Handlingar"),
            title=_in(meeting.title, language),
            sender=str(meeting.body.host or meeting.body) if meeting.body else "",
            date=_day(meeting.starts_on),
            reference="",
            note="",
            facts=tuple(_facts(meeting, language)),
            sections=tuple(_sections(folder, language)),
            foot=f"{_in(meeting.title, language)}, {_day(meeting.starts_on)}",
        )


def _facts(meeting: Meeting, language: str) -> Iterator[tuple[str, str]]:
    when = _day(meeting.starts_on) + (f"–{_day(meeting.ends_on)}" if meeting.ends_on else "")
    if meeting.starts_at:
        until = f"–{meeting.ends_at:%H.%M}" if meeting.ends_at else ""
        when += f" {_('kl.')} {meeting.starts_at:%H.%M}{until}"
    yield _("När"), when
    pairs = (
        (_("Form"), meeting.get_form_display() if meeting.form else ""), (_("Plats"), meeting.place),
        (_("Lokal"), meeting.room), (_("Länk"), meeting.link),
        (_("Ordförande"), str(meeting.chair) if meeting.chair else ""), (_("Syfte"), _in(meeting.purpose, language)),
    )  # fmt: skip
    yield from ((label, value) for label, value in pairs if value)


def _sections(folder: Folder, language: str) -> Iterator[Section]:
    rows = list(folder.times.flat())
    if rows:
        heads = (_("Tid"), _("Punkt"), _("Syfte"), _("Minuter"))
        lines = tuple(_line(row, language) for row in rows)
        yield Section(PartKind.FACTS, _("Dagordning"), (Table(_("Dagordning med tider"), heads, lines),))
    for row in rows:
        if blocks := tuple(_blocks(row.item, language)):
            level = 2 if row.item.parent_id else 1
            yield Section(PartKind.ITEM, _in(row.item.title, language), blocks, row.item.number, level)
    if folder.common:
        yield Section(PartKind.TEXT, _("Handlingar till hela mötet"), (_papers(folder.common),))


def _line(row: Row, language: str) -> tuple[str, str, str, str]:
    time = f"{row.starts:%H.%M}" if row.starts else ""
    title = f"{row.item.number} {_in(row.item.title, language)}".strip()
    return time, title, row.item.get_purpose_display() if row.item.purpose else "", str(row.minutes or "")


def _blocks(item: AgendaItem, language: str) -> Iterator[Block]:
    if words := _in(item.intro, language):
        yield Prose(words)
    if people := tuple(_presented(each, language) for each in item.presentations.all()):
        yield Facts(tuple((_("Presenterar"), each) for each in people))
    if asked := tuple((_in(each.wording, language), "") for each in item.questions.all()):
        yield Points(asked, numbered=True)
    waiting = [(each.what, str(each.owner or each.asked_of)) for each in item.followups.all()]
    waiting += [(each.title, "") for each in item.actions.all()]
    if waiting:
        yield Points(tuple((_in(what, language), who) for what, who in waiting))
    if item.materials.all():
        yield _papers(list(item.materials.all()))


def _presented(each: Presentation, language: str) -> str:
    parts = (str(each.person), str(each.organisation or ""), _in(each.topic, language))
    return ", ".join(part for part in parts if part)


def _papers(materials: Sequence[Material]) -> Points:
    return Points(tuple((each.document.title, each.document.url or each.get_kind_display()) for each in materials))


def _in(text: Text, language: str) -> str:
    return (text.en or text.sv) if language == "en" else (text.sv or text.en)


def _day(value: str) -> str:
    match = SHAPE.fullmatch(value)
    if match is None or match.group(2) is None:
        return value
    return date_format(earliest(value), "j F Y" if match.group(3) else "F Y")
