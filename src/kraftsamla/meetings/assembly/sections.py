"""One part of the minutes as sections of a paper: what the records say, and what somebody has written to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kraftsamla.bodies.choices import BodyKind
from kraftsamla.core.text import Text
from kraftsamla.meetings.assembly.people import clock, people
from kraftsamla.meetings.assembly.records import Point, Records
from kraftsamla.meetings.choices import PartKind
from kraftsamla.meetings.models import Meeting, MinutesPart
from kraftsamla.meetings.papers.content import Block, Facts, Points, Prose, Section, Table
from kraftsamla.ui.templatetags.ui import partial_date, period

#: Bodies that give advice: their papers say so where nothing was decided.
ADVISORY = frozenset({BodyKind.COLLABORATION_GROUP, BodyKind.REFERENCE_GROUP, BodyKind.NETWORK})


def pick(text: Text, language: str) -> str:
    """The words in the paper's language; in the other one where nobody has written them."""
    return (text.en or text.sv) if language == "en" else (text.sv or text.en)


def sections(part: MinutesPart, records: Records, language: str) -> tuple[Section, ...]:
    """What a part comes to on paper; nothing when there is nothing to say."""
    point = records.points.get(part.item_id or 0)
    if part.kind == PartKind.DISCUSSION:
        return _discussion(part, point, language)
    blocks = (*_said(part, records, point, language), *_written(part))
    if part.kind == PartKind.ITEM and point:
        blocks = (*_written(part), *_at_point(point, language))
    elif not blocks:
        return ()
    return (
        Section(
            kind=part.kind, heading=part.heading or _heading(part, point, language), blocks=blocks,
            number=point.number if point else "", level=point.level if point else 1, anchor=anchor(part),
        ),
    )  # fmt: skip


def anchor(part: MinutesPart) -> str:
    return f"avsnitt-{part.pk}"


def when(meeting: Meeting) -> str:
    return period(meeting.starts_on, meeting.ends_on) if meeting.ends_on else partial_date(meeting.starts_on)


def hours(meeting: Meeting) -> str:
    """"09.00–12.00", "09.00" when nobody knows when it ended."""
    return "–".join(clock(each) for each in (meeting.starts_at, meeting.ends_at) if each)


def _heading(part: MinutesPart, point: Point | None, language: str) -> str:
    if point is not None and part.kind == PartKind.ITEM:
        return pick(point.item.title, language)
    words = {
        PartKind.FACTS: _("Inledning"), PartKind.SUMMARY: _("Sammanfattning"), PartKind.DECISIONS: _("Beslut"),
        PartKind.FOLLOWUPS: _("Uppföljning"), PartKind.NEXT: _("Nästa möte"), PartKind.PARTICIPANTS: _("Deltagare"),
        PartKind.TEXT: _("Övrigt"), PartKind.ITEM: _("Punkt"), PartKind.DISCUSSION: _("Gruppdiskussion"),
    }  # fmt: skip
    return words[PartKind(part.kind)]


def _written(part: MinutesPart) -> tuple[Block, ...]:
    return (Prose(part.text.strip()),) if part.text.strip() else ()


def _said(part: MinutesPart, records: Records, point: Point | None, language: str) -> tuple[Block, ...]:
    """The blocks that come from the records."""
    kinds: dict[str, Callable[[Records, str], tuple[Block, ...]]] = {
        PartKind.SUMMARY: _summary, PartKind.DECISIONS: _decisions, PartKind.FOLLOWUPS: _followups,
        PartKind.NEXT: _next_meeting, PartKind.PARTICIPANTS: _participants,
    }  # fmt: skip
    made = kinds.get(part.kind)
    return made(records, language) if made else ()


def _at_point(point: Point, language: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if point.presentations:
        rows = []
        for each in point.presentations:
            who = ", ".join(filter(None, (each.person.name, _named(each.organisation, language))))
            topic = pick(each.topic, language)
            rows.append((topic, who) if topic else (_("Presentation"), who))
        blocks.append(Points(tuple(rows)))
    if point.questions and point.talk is None:
        blocks.append(_listed(_("Frågor som togs upp:"), (pick(each.wording, language) for each in point.questions)))
    if point.decisions:
        blocks.append(Facts(tuple((_("Beslut"), pick(each.text, language)) for each in point.decisions)))
    return tuple(blocks)


def _discussion(part: MinutesPart, point: Point | None, language: str) -> tuple[Section, ...]:
    """The questions, then a section for each agreed summary; that a group has not reported is said, never hidden."""
    if point is None or point.talk is None:
        blocks = _written(part)
        heading = part.heading or _("Gruppdiskussion")
        return (Section(part.kind, heading, blocks, level=2, anchor=anchor(part)),) if blocks else ()
    talk = point.talk
    asked = ngettext(
        "Deltagarna diskuterade i %(number)s grupp kring:", "Deltagarna diskuterade i %(number)s grupper kring:",
        talk.groups,
    ) % {"number": talk.groups}  # fmt: skip
    blocks = (_listed(asked, (pick(each.wording, language) for each in talk.questions)),) if talk.questions else ()
    if talk.silent:
        told = ngettext(
            "Alla grupper har inte redovisat: %(silent)s av %(number)s saknas.",
            "Alla grupper har inte redovisat: %(silent)s av %(number)s saknas.", talk.silent,
        ) % {"silent": talk.silent, "number": talk.groups}  # fmt: skip
        blocks = (*blocks, Prose(told))
    first = Section(
        part.kind, part.heading or _("Gruppdiskussion"), (*blocks, *_written(part)), level=2, anchor=anchor(part)
    )
    rest = tuple(
        Section(
            part.kind, pick(each.wording, language),
            (Prose(pick(talk.summaries[each.pk].text, language).strip() or _("Ingen sammanfattning är skriven.")),),
            level=2, anchor=anchor(part),
        )
        for each in talk.questions if each.pk in talk.summaries
    )  # fmt: skip
    return (first, *rest)


def _summary(records: Records, language: str) -> tuple[Block, ...]:
    words = pick(records.meeting.summary, language).strip()
    return (Prose(words),) if words else ()


def _decisions(records: Records, language: str) -> tuple[Block, ...]:
    """An advisory body says plainly that it decided nothing."""
    if records.decisions:
        numbers = {pk: point.number for pk, point in records.points.items()}
        rows = tuple((pick(each.text, language), _at(numbers.get(each.item_id or 0))) for each in records.decisions)
        return (Points(rows, numbered=True),)
    body = records.meeting.body
    if body is not None and body.kind in ADVISORY:
        return (Prose(_("%(body)s är rådgivande. Mötet fattade inga beslut.") % {"body": pick(body.name, language)}),)
    return (Prose(_("Mötet fattade inga beslut.")),)


def _at(number: str | None) -> str:
    return _("punkt %(number)s") % {"number": number} if number else ""


def _followups(records: Records, language: str) -> tuple[Block, ...]:
    if not records.followups:
        return ()
    rows = tuple(
        (
            pick(each.what, language),
            _named(each.owner, language) or each.asked_of,
            _("avslutad %(date)s") % {"date": partial_date(each.closed_on)} if each.closed_on
            else partial_date(each.due),
        )
        for each in records.followups
    )  # fmt: skip
    return (Table(_("Att följa upp"), (_("Vad"), _("Vem"), _("När")), rows),)


def _next_meeting(records: Records, language: str) -> tuple[Block, ...]:
    coming = records.next_meeting
    if coming is None:
        return ()
    told = (pick(coming.title, language), when(coming), hours(coming), coming.place)
    return (Prose(", ".join(each for each in told if each) + "."),)


def _participants(records: Records, language: str) -> tuple[Block, ...]:
    found = people(records.meeting, records.attendance)
    return (found,) if found.groups else ()


def _named(organisation: object, language: str) -> str:
    title = getattr(organisation, "title", None)
    return pick(title, language) if isinstance(title, Text) else ""


def _listed(lead: str, lines: Iterable[str]) -> Prose:
    return Prose("\n".join([lead, *(f"- {' '.join(line.split())}" for line in lines)]))
