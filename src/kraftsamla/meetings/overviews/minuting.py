"""What the pages of minutes show: the paper with its parts, how it differs from the records, what can be done next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import PersonalLink
from kraftsamla.core.partial_dates import latest
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.assembly.law import meaning_of_state, needs_adjusting
from kraftsamla.meetings.assembly.minutes import OPEN, Made, assemble, drafter_of, dressed, made_of
from kraftsamla.meetings.assembly.records import Records, records_of
from kraftsamla.meetings.choices import Adjusting, CommentState, MinutesState, PartKind, StepKind
from kraftsamla.meetings.models import Adjuster, Comment, Meeting, Minutes, MinutesPart, MinutesStep
from kraftsamla.meetings.notices.minuting import Reader, readers_of
from kraftsamla.meetings.papers.content import Paper, Section, digest, from_json


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part as it is edited. ``newer`` is the point's note where it differs and is newer than the part."""

    part: MinutesPart
    sections: tuple[Section, ...]
    source: str
    address: str
    newer: str
    open_comments: int


@dataclass(frozen=True, slots=True)
class Circle:
    """Who gets what is sent out, and who cannot be reached by mail."""

    readers: Sequence[Reader]

    @property
    def reached(self) -> int:
        return sum(1 for each in self.readers if each.email)

    @property
    def unreached(self) -> list[Reader]:
        return [each for each in self.readers if not each.email]


@dataclass(frozen=True, slots=True)
class MinutesOverview:
    """``paper`` is the words as they stand, ``frozen`` what was last sent out. ``drifted``: the two differ."""

    meeting: Meeting
    minutes: Minutes
    revisions: Sequence[Minutes]
    meaning: str
    paper: Paper
    rows: tuple[PartRow, ...]
    steps: Sequence[MinutesStep]
    adjusters: Sequence[Adjuster]
    comments: Sequence[Comment]
    before: Sequence[FollowUp]
    circle: Circle
    lacks_english: int
    drifted: bool

    @property
    def is_open(self) -> bool:
        return self.minutes.state in OPEN

    @property
    def open_comments(self) -> int:
        return sum(1 for each in self.comments if each.state == CommentState.OPEN)

    @property
    def objections(self) -> list[Adjuster]:
        return [each for each in self.adjusters if each.state == Adjusting.OBJECTED]

    @property
    def has_unasked(self) -> bool:
        """Somebody was named while others adjust already."""
        adjusting = self.minutes.state == MinutesState.ADJUSTING
        return adjusting and any(each.asked_at is None for each in self.adjusters)

    @property
    def may_publish(self) -> bool:
        """Adjusted, or of a kind that may go without."""
        state = self.minutes.state
        skips = state in {MinutesState.DRAFT, MinutesState.CIRCULATED} and not needs_adjusting(self.meeting)
        return state == MinutesState.ADJUSTED or skips

    @property
    def may_discard(self) -> bool:
        return self.minutes.state == MinutesState.DRAFT and all(each.kind == StepKind.DRAFTED for each in self.steps)

    @property
    def may_correct(self) -> bool:
        newest = self.revisions[0].pk == self.minutes.pk
        return newest and self.minutes.state in {MinutesState.ADJUSTED, MinutesState.PUBLISHED}


def minutes_overview(minutes: Minutes, *, revisions: Sequence[Minutes]) -> MinutesOverview:
    """Everything about one revision, in a fixed number of questions."""
    meeting = minutes.meeting
    records = records_of(meeting)
    adjusters = list(minutes.adjusters.select_related("organisation"))
    steps = list(minutes.steps.select_related("made_by").order_by("pk"))
    comments = list(minutes.comments.select_related("organisation", "part").order_by("pk"))
    parts = list(minutes.parts.select_related("item__note"))
    made = made_of(parts, records, language=minutes.language)
    live = assemble(minutes, made, records, note_taker=drafter_of(minutes))
    frozen = from_json(minutes.content) if minutes.content else None
    shown = live if frozen is None or minutes.state in OPEN else frozen
    return MinutesOverview(
        meeting=meeting, minutes=minutes, revisions=revisions, meaning=meaning_of_state(minutes.state),
        paper=dressed(shown, minutes, adjusters, at=_published_at(steps)),
        rows=tuple(_row(each, records, meeting, comments) for each in made), steps=steps, adjusters=adjusters,
        comments=comments, before=open_before(meeting), circle=Circle(readers_of(meeting)),
        lacks_english=records.lacks_english if minutes.language == "en" else 0,
        drifted=frozen is not None and minutes.state in OPEN and digest(frozen) != digest(live),
    )  # fmt: skip


def open_before(meeting: Meeting) -> Sequence[FollowUp]:
    """What came out of the meeting before and is still open."""
    if meeting.follows_id is None:
        return []
    points = FollowUp.objects.open().filter(meetings=meeting.follows_id).select_related("owner")
    return list(points.oldest_promise_first())


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody who got the minutes reads: the frozen paper and what they have said themselves.

    ``paper`` is None while there is nothing that they have been sent.
    """

    minutes: Minutes
    paper: Paper | None
    comments: Sequence[Comment]
    may_comment: bool
    parts: tuple[tuple[int, str], ...]


def reading_by_link(minutes: Minutes, link: PersonalLink, *, at: dt.date) -> Reading:
    """For the holder of a link. Their comments are those of every link to the same address."""
    own = minutes.comments.filter(link__email__iexact=link.email) if link.email else minutes.comments.filter(link=link)
    return _reading(minutes, list(own.select_related("part").order_by("pk")), at=at, outside=True)


def reading_signed_in(minutes: Minutes, user: User, *, at: dt.date) -> Reading:
    return _reading(minutes, list(minutes.comments.filter(user=user).select_related("part").order_by("pk")), at=at)


def _reading(minutes: Minutes, own: Sequence[Comment], *, at: dt.date, outside: bool = False) -> Reading:
    """Outside the workspace the words are only shown while they are out for comments, or once they are published."""
    out = {MinutesState.CIRCULATED, MinutesState.PUBLISHED, MinutesState.REPLACED}
    shown = minutes.content and minutes.state != MinutesState.DRAFT and (not outside or minutes.state in out)
    paper = frozen_paper(minutes) if shown else None
    asked = minutes.state == MinutesState.CIRCULATED and latest(minutes.comments_until) >= at
    return Reading(minutes, paper, own, asked, sections_to_choose(paper) if paper and asked else ())


def frozen_paper(minutes: Minutes) -> Paper:
    """What was sent out, signed or published, with how far it has come."""
    adjusters = list(minutes.adjusters.select_related("organisation"))
    steps = list(minutes.steps.filter(kind=StepKind.PUBLISHED))
    return dressed(from_json(minutes.content or {}), minutes, adjusters, at=_published_at(steps))


def sections_to_choose(paper: Paper) -> tuple[tuple[int, str], ...]:
    """The parts that can be commented on, by key, with a heading each."""
    found: dict[int, str] = {}
    for section in paper.sections:
        key = section.anchor.rpartition("-")[2]
        if key.isdecimal():
            found.setdefault(int(key), f"{section.number} {section.heading}".strip())
    return tuple(found.items())


def revisions_of(meeting: Meeting) -> list[Minutes]:
    """The newest first."""
    rows = meeting.revisions.select_related("meeting__body__host", "meeting__chair", "corrects", "document")
    return list(rows.order_by("-revision"))


def candidates(meeting: Meeting, named: Sequence[Adjuster]) -> list[tuple[str, str]]:
    """Those who were present and may be named to adjust, by the key of their attendance."""
    taken = {each.name for each in named}
    rows = meeting.attendance.filter(presence="present").exclude(person_name="").select_related("invitation")
    return [(str(each.pk), str(each)) for each in rows if each.person_name not in taken]


def _published_at(steps: Sequence[MinutesStep]) -> dt.datetime | None:
    return next((each.made_at for each in steps if each.kind == StepKind.PUBLISHED), None)


def _row(made: Made, records: Records, meeting: Meeting, comments: Sequence[Comment]) -> PartRow:
    part = made.part
    note = getattr(part.item, "note", None) if part.item else None
    differs = part.kind == PartKind.ITEM and note is not None and note.text != part.text
    newer = note.text if differs and note is not None and note.changed_at > part.changed_at else ""
    source, address = _source(part, meeting)
    waiting = sum(1 for each in comments if each.part_id == part.pk and each.state == CommentState.OPEN)
    return PartRow(part, made.sections, source, address, newer, waiting)


def _source(part: MinutesPart, meeting: Meeting) -> tuple[str, str]:
    """Where what comes from the records is changed."""
    page = reverse("meetings:meeting", args=[meeting.slug])
    edit = reverse("meetings:meeting-edit", args=[meeting.slug])
    groups = _page("discussions", meeting) or page
    point = f"{page}#punkt-{part.item_id}"
    told = {
        PartKind.FACTS: (_("Tid, plats och deltagande kommer från mötets sida"), page),
        PartKind.ITEM: (_("Rubrik, presentationer, frågor och beslut kommer från punkten"), point),
        PartKind.DISCUSSION: (_("Frågor och sammanfattningar kommer från grupperna"), groups),
        PartKind.SUMMARY: (_("Sammanfattningen kommer från mötets sida"), edit),
        PartKind.DECISIONS: (_("Besluten kommer från mötets sida"), f"{page}#beslut"),
        PartKind.FOLLOWUPS: (_("Det som ska följas upp kommer från mötets sida"), f"{page}#uppfoljning"),
        PartKind.NEXT: (_("Nästa möte kommer från kalendern"), reverse("meetings:meeting-list")),
        PartKind.PARTICIPANTS: (_("Deltagarna kommer från närvaron"), f"{page}#deltagare"),
    }  # fmt: skip
    return told.get(PartKind(part.kind), ("", ""))


def _page(name: str, meeting: Meeting) -> str:
    try:
        return reverse(f"meetings:{name}", args=[meeting.slug])
    except NoReverseMatch:
        return ""

