"""The minutes of a meeting as a paper: the records as they stand now, with what people have written to each part.

``parts_for`` says which parts a meeting's records call for. ``assemble`` makes the paper of the parts there are: what
comes from records is taken anew each time, what somebody has written is left as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kraftsamla.bodies.choices import MinutesWord
from kraftsamla.meetings.assembly.people import CHAIRED, WROTE, count, named
from kraftsamla.meetings.assembly.records import Records, records_of
from kraftsamla.meetings.assembly.sections import hours, pick, sections, when
from kraftsamla.meetings.choices import Adjusting, MinutesState, PartKind
from kraftsamla.meetings.models import Adjuster, Meeting, Minutes, MinutesPart, MinutesStep
from kraftsamla.meetings.papers.content import Paper, Section
from kraftsamla.ui.templatetags.ui import partial_date

#: While the words may still be changed. What has been circulated or sent to adjusters is frozen beside them.
OPEN = frozenset({MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.ADJUSTING})
#: When the paper shows who adjusts it.
SIGNED = frozenset({MinutesState.ADJUSTING, MinutesState.ADJUSTED, MinutesState.PUBLISHED, MinutesState.REPLACED})
LAST = (PartKind.SUMMARY, PartKind.DECISIONS, PartKind.FOLLOWUPS, PartKind.NEXT, PartKind.PARTICIPANTS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part that the records call for; ``text`` is what it begins with."""

    kind: PartKind
    item: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A part and what it comes to on paper."""

    part: MinutesPart
    sections: tuple[Section, ...]


def parts_for(records: Records) -> Iterator[Wanted]:
    """The parts in the order of a paper from an office: points, groups, summary, decisions, who does what, who came."""
    yield Wanted(PartKind.FACTS)
    for pk, point in records.points.items():
        yield Wanted(PartKind.ITEM, pk, point.note.text if point.note else "")
        if point.talk is not None:
            yield Wanted(PartKind.DISCUSSION, pk)
    for kind in LAST:
        yield Wanted(kind)


def made_of(parts: Iterable[MinutesPart], records: Records, *, language: str) -> list[Made]:
    """Every part with its sections, also those that are left out."""
    with translation.override(language):
        return [Made(part, sections(part, records, language)) for part in parts]


def paper_of(minutes: Minutes) -> Paper:
    """The paper as the records and the parts stand now."""
    records = records_of(minutes.meeting)
    made = made_of(minutes.parts.all(), records, language=minutes.language)
    return assemble(minutes, made, records, note_taker=drafter_of(minutes))


def drafter_of(minutes: Minutes) -> str:
    """Who began to write; a correction does not change who took the notes."""
    first = MinutesStep.objects.filter(minutes__meeting=minutes.meeting_id).select_related("made_by").first()
    return first.made_by.name if first else ""


def assemble(minutes: Minutes, made: Sequence[Made], records: Records, *, note_taker: str) -> Paper:
    """The whole paper. It says neither how far it has come nor who signs: the same words have the same digest."""
    language = minutes.language
    meeting = records.meeting
    with translation.override(language):
        kept = [each for each in made if not each.part.is_left_out]
        has_facts = any(each.part.kind == PartKind.FACTS for each in kept)
        return Paper(
            language=language, word=word_of(meeting), title=pick(meeting.title, language),
            sender=_sender(records, language), date=when(meeting), reference=minutes.reference,
            note=_correction(minutes),
            facts=_facts(records, language, note_taker=note_taker) if has_facts else (),
            sections=tuple(section for each in kept for section in each.sections),
            foot=pick(meeting.title, language),
        )  # fmt: skip


def dressed(paper: Paper, minutes: Minutes, adjusters: Sequence[Adjuster], *, at: dt.datetime | None = None) -> Paper:
    """The paper with what is no part of its words: how far it has come in law, and who has signed what when."""
    with translation.override(paper.language):
        note = " ".join(filter(None, (standing(minutes, at=at), paper.note)))
        signed = tuple((_signer(each), _signature(each, minutes)) for each in adjusters)
        if minutes.state != MinutesState.ADJUSTING:
            signed = tuple(row for row in signed if row[1])
        seal = f"SHA-256 {minutes.sha256}" if minutes.sha256 else ""
        foot = " ".join(filter(None, (f"{paper.foot}.", standing(minutes, at=at), seal)))
        return replace(paper, note=note, signatures=signed if minutes.state in SIGNED else (), foot=foot)


def standing(minutes: Minutes, *, at: dt.datetime | None = None) -> str:
    """How far the paper has come, in its own words. Called in the paper's language."""
    told = {
        MinutesState.DRAFT: _("Utkast. Inte utsänt och inte justerat."),
        MinutesState.CIRCULATED: _("Utsänt för synpunkter till och med %(date)s. Inte justerat.")
        % {"date": partial_date(minutes.comments_until)},
        MinutesState.ADJUSTING: _("Sänt till justering. Inte färdigjusterat."),
        MinutesState.ADJUSTED: _("Justerat."),
        MinutesState.REPLACED: _("Ersatt av en rättad version."),
    }
    if minutes.state == MinutesState.PUBLISHED:
        on = partial_date(localtime(at).date().isoformat()) if at else ""
        return _("Publicerat %(date)s.") % {"date": on} if on else _("Publicerat.")
    return told[MinutesState(minutes.state)]


def word_of(meeting: Meeting) -> str:
    """What the body calls it, in the language that is spoken now."""
    word = meeting.body.minutes_word if meeting.body else MinutesWord.MEETING_NOTES
    return capfirst(str(MinutesWord(word).label))


def _facts(records: Records, language: str, *, note_taker: str) -> tuple[tuple[str, str], ...]:
    meeting = records.meeting
    body = meeting.body
    chair = meeting.chair.name if meeting.chair else named(records.attendance, CHAIRED)
    form = capfirst(meeting.get_form_display()) if meeting.form else ""
    organisers = ", ".join(pick(each.title, language) for each in records.organisers)
    rows = (
        (pgettext("ett organ", "Organ"), pick(body.name, language) if body else ""),
        (pgettext("på en handling", "Datum"), when(meeting)), (_("Tid"), hours(meeting)),
        (_("Plats"), meeting.place), (_("Form"), form),
        (_("Ordförande"), chair), (_("Antecknat av"), named(records.attendance, WROTE) or note_taker),
        (_("Arrangör"), organisers), (_("Närvarande"), count(records.attendance)),
    )  # fmt: skip
    return tuple((name, value) for name, value in rows if value)


def _sender(records: Records, language: str) -> str:
    body = records.meeting.body
    if body is not None and body.host is not None:
        return pick(body.host.title, language)
    return pick(records.organisers[0].title, language) if records.organisers else ""


def _correction(minutes: Minutes) -> str:
    earlier = minutes.corrects
    if earlier is None:
        return ""
    return _("Rättad version %(new)s, ersätter version %(old)s. Skäl: %(reason)s") % {
        "new": minutes.revision, "old": earlier.revision, "reason": minutes.reason,
    }  # fmt: skip


def _signer(adjuster: Adjuster) -> str:
    parts = (adjuster.name, adjuster.title, str(adjuster.organisation or ""))
    return ", ".join(part for part in parts if part)


def _signature(adjuster: Adjuster, minutes: Minutes) -> str:
    if adjuster.state != Adjusting.SIGNED or adjuster.signed_sha256 != minutes.sha256 or not adjuster.answered_at:
        return ""
    return _("justerat %(date)s, %(how)s") % {
        "date": partial_date(localtime(adjuster.answered_at).date().isoformat()),
        "how": adjuster.get_channel_display(),
    }  # fmt: skip
