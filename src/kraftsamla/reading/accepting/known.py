"""What is in the picture already, loaded once with a fixed number of questions to the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import ngettext

from kraftsamla.actors.models import Engagement, Organisation, OtherName, Person, Spelling
from kraftsamla.bodies.models import Body
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.reading.accepting import fitting
from kraftsamla.reading.accepting.likeness import in_common, one_letter_off, plain, title_likeness, words_moved
from kraftsamla.reading.accepting.shape import Words
from kraftsamla.reading.choices import SuggestionState
from kraftsamla.reading.models import Reading
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy


@dataclass(frozen=True, slots=True)
class Entry:
    key: int
    slug: str
    name: str


@dataclass(slots=True)
class Names:
    """Records of one sort by every name they go under."""

    by_name: dict[str, dict[int, Entry]] = field(default_factory=dict)
    by_slug: dict[str, Entry] = field(default_factory=dict)
    #: Names by how they begin, by how they end and by their words: where one nearly the same can be.
    by_edge: dict[str, set[str]] = field(default_factory=dict)
    _near: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry, *names: str) -> None:
        self.by_slug[entry.slug] = entry
        self._near.clear()
        for name in filter(None, map(plain, names)):
            self.by_name.setdefault(name, {})[entry.key] = entry
            for edge in _edges(name):
                self.by_edge.setdefault(edge, set()).add(name)

    def called(self, name: str) -> list[Entry]:
        """Those with exactly that name, spelling or abbreviation."""
        return list(self.by_name.get(plain(name), {}).values())

    def nearly_called(self, name: str) -> list[Entry]:
        """Those with a name one letter off, or with the same words in another order."""
        sought = plain(name)
        if sought not in self._near:
            found: dict[int, Entry] = {}
            for known in sorted(set().union(*(self.by_edge.get(edge, ()) for edge in _edges(sought)))):
                if one_letter_off(sought, known) or words_moved(sought, known):
                    found.update(self.by_name[known])
            self._near[sought] = sorted(found.values(), key=lambda entry: entry.key)
        return self._near[sought]


def _edges(name: str) -> tuple[str, str, str]:
    """One letter off leaves the first two letters or the last two as they were; other word order leaves the words."""
    return f"{name[:2]}…", f"…{name[-2:]}", " ".join(sorted(name.split()))


@dataclass(frozen=True, slots=True)
class Titled:
    key: int
    slug: str
    title: str
    date: str = ""


class Known:
    """Everything that suggestions of one reading may point at."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def forget(self, *names: str) -> None:
        """Load these anew when they are asked for next."""
        for name in names:
            self.__dict__.pop(name, None)

    @cached_property
    def people(self) -> Names:
        names = Names()
        rows = Person.objects.values_list("pk", "slug", "name", "merged_into")
        moved = {pk: kept for pk, _, _, kept in rows if kept}
        entries = {pk: Entry(pk, slug, name) for pk, slug, name, _ in rows}
        for pk, entry in entries.items():
            names.add(entries[moved.get(pk, pk)], entry.name)
        for pk, name in Spelling.objects.values_list("person", "name"):
            names.add(entries[moved.get(pk, pk)], name)
        return names

    @cached_property
    def employers(self) -> dict[int, list[Entry]]:
        """The organisations that each person is known to be at, the newest first."""
        found: dict[int, list[Entry]] = {}
        rows = Engagement.objects.order_by("-pk").values_list(
            "person", "organisation", "organisation__slug", "organisation__name"
        )
        for person, pk, slug, name in rows:
            found.setdefault(person, []).append(Entry(pk, slug, name))
        return found

    @cached_property
    def organisations(self) -> Names:
        names = Names()
        rows = list(Organisation.objects.values_list("pk", "slug", "name", "name_en", "ending", "successor"))
        entries = {pk: Entry(pk, slug, name) for pk, slug, name, *_ in rows}
        moved = {pk: kept for pk, _, _, _, ending, kept in rows if ending == "duplicate" and kept}
        for pk, _, name, name_en, *_ in rows:
            names.add(entries[moved.get(pk, pk)], name, name_en)
        for pk, name in OtherName.objects.values_list("organisation", "name"):
            names.add(entries[moved.get(pk, pk)], name)
        return names

    @cached_property
    def bodies(self) -> Names:
        names = Names()
        for pk, slug, name, name_en in Body.objects.values_list("pk", "slug", "name_sv", "name_en"):
            names.add(Entry(pk, slug, name), name, name_en)
        return names

    @cached_property
    def strategies(self) -> Names:
        names = Names()
        for pk, slug, title, title_en in Strategy.objects.values_list("pk", "slug", "title_sv", "title_en"):
            names.add(Entry(pk, slug, title), title, title_en)
        return names

    @cached_property
    def areas(self) -> dict[str, Area]:
        found = Area.objects.filter(strategy=self.reading.strategy_id) if self.reading.strategy_id else []
        return {area.number: area for area in found}

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        if not self.reading.strategy_id:
            return {}
        found = Objective.objects.filter(strategy=self.reading.strategy_id).prefetch_related("wordings")
        return {objective.number: objective for objective in found}

    @cached_property
    def coming(self) -> set[str]:
        """Numbers of objectives that wait to be accepted from the same document."""
        waiting = self.reading.suggestions.waiting().filter(kind="objective")
        return {str(each.current.get("number") or "") for each in waiting} - {""}

    @cached_property
    def actions(self) -> list[Titled]:
        rows = Action.objects.in_picture().filter(strategy=self.reading.strategy_id) if self.reading.strategy_id else []
        return [Titled(row.pk, row.slug, row.title_sv) for row in rows]

    @cached_property
    def objective_words(self) -> list[fitting.Words]:
        """The words of each objective and of the actions under it."""
        if not self.objectives:
            return []
        rows = Action.objects.in_picture().filter(strategy=self.reading.strategy_id, objectives__isnull=False)
        return fitting.words_of(self.objectives, rows.values_list("objectives__number", "title_sv"))

    @cached_property
    def headings(self) -> list[tuple[int, int, str]]:
        return fitting.headings_of(self.reading.document)

    @cached_property
    def questions(self) -> list[Titled]:
        return [Titled(*row) for row in Question.objects.values_list("pk", "slug", "wording_sv", "asked_on")]

    @cached_property
    def documents(self) -> list[Titled]:
        return [Titled(*row) for row in Document.objects.values_list("pk", "slug", "title", "published")]

    @cached_property
    def meetings(self) -> list[Titled]:
        return [Titled(*row) for row in Meeting.objects.values_list("pk", "slug", "title_sv", "starts_on")]

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting that the document tells of."""
        if self.reading.meeting_id:
            return Meeting.objects.select_related("body").get(pk=self.reading.meeting_id)
        found = Meeting.objects.filter(minutes=self.reading.document_id).select_related("body")
        return found.order_by("starts_on", "pk").first()

    @cached_property
    def listed(self) -> dict[str, str]:
        """Where each participant comes from, as the document's list of them says."""
        rows = self.reading.suggestions.filter(kind="participant").exclude(state=SuggestionState.REJECTED)
        lines = [each.current for each in rows]
        said = ((plain(str(line.get("person") or "")), str(line.get("organisation") or "")) for line in lines)
        return {person: organisation for person, organisation in said if person and organisation}

    @cached_property
    def agenda(self) -> list[AgendaItem]:
        return list(self.meeting.agenda.all()) if self.meeting else []


def why_alike(title: str, near: Sequence[tuple[float, Titled]]) -> Words:
    """Why the likest is asked about: the words that it shares with the title."""
    words = in_common(title, near[0][1].title)
    shared = ngettext("ordet %(words)s är gemensamt", "orden %(words)s är gemensamma", len(words))
    return shared % {"words": ", ".join(words)}


def alike(title: str, among: Iterable[Titled], *, at_least: float) -> list[tuple[float, Titled]]:
    """Those whose titles read much like ``title``, the likest first."""
    scored = [(title_likeness(title, each.title), each) for each in among]
    return sorted((pair for pair in scored if pair[0] >= at_least), key=lambda pair: (-pair[0], pair[1].title))
