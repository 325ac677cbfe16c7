"""One edition, looked up in every way the pages need; made once an edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from kraftsamla.editions.content import Action, Area, Decision, Edition, Meeting, Objective, Part, Ref


class Index:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.picture = picture = edition.picture
        self.areas = {area.number: area for area in picture.areas}
        self.objectives = {objective.number: objective for objective in picture.objectives}
        self.actions = {action.slug: action for action in picture.actions}
        self.organisations = {organisation.slug: organisation for organisation in picture.organisations}
        self.meetings = {meeting.slug: meeting for meeting in picture.meetings}
        self.followups = {followup.slug: followup for followup in picture.followups}
        self.anchors = {
            document.slug: frozenset(passage.anchor for passage in document.passages)
            for document in picture.documents
        }
        self._known: dict[str, frozenset[str]] = {
            "area": frozenset(self.areas),
            "objective": frozenset(self.objectives),
            "action": frozenset(self.actions),
            "organisation": frozenset(self.organisations),
            "person": frozenset(person.slug for person in picture.people),
            "body": frozenset(body.slug for body in picture.bodies),
            "meeting": frozenset(self.meetings),
            "document": frozenset(self.anchors),
            "question": frozenset(question.slug for question in picture.questions),
            "followup": frozenset(self.followups),
        }

    def holds(self, kind: str, slug: str) -> bool:
        """Whether the edition has a page (or a place on one) for this record."""
        return slug in self._known[kind]

    def objectives_in(self, area: Area) -> list[Objective]:
        return [self.objectives[number] for number in area.objectives if number in self.objectives]

    @cached_property
    def area_numbers(self) -> dict[str, tuple[str, ...]]:
        """The areas each action belongs to: its own, and those of its objectives."""
        return {action.slug: self._areas_of(action) for action in self.picture.actions}

    def _areas_of(self, action: Action) -> tuple[str, ...]:
        numbers = {ref.slug for ref in action.areas}
        numbers |= {self.objectives[ref.slug].area.slug for ref in action.objectives if ref.slug in self.objectives}
        return tuple(number for number in self.areas if number in numbers)

    @cached_property
    def by_facet(self) -> dict[tuple[str | None, str | None], list[Action]]:
        """The actions of each (area, progress), where None stands for all of them."""
        found: dict[tuple[str | None, str | None], list[Action]] = defaultdict(list)
        for action in self.picture.actions:
            for area in (None, *self.area_numbers[action.slug]):
                found[area, None].append(action)
                found[area, action.progress].append(action)
        return found

    @cached_property
    def decided(self) -> dict[tuple[str, str], list[tuple[Meeting, Decision]]]:
        """What meetings have decided about each objective and action, the newest meeting first."""
        found: dict[tuple[str, str], list[tuple[Meeting, Decision]]] = defaultdict(list)
        for meeting in sorted(self.picture.meetings, key=lambda each: each.starts_on, reverse=True):
            for decision in meeting.decisions:
                for ref in (*decision.objectives, *decision.actions):
                    found[ref.kind, ref.slug].append((meeting, decision))
        return found

    @cached_property
    def in_series(self) -> dict[str, list[Meeting]]:
        """The meetings of each series, in the order they are held."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in sorted(self.picture.meetings, key=lambda each: (each.starts_on, each.slug)):
            if meeting.series is not None:
                found[meeting.series.slug].append(meeting)
        return found

    def actions_of(self, refs: tuple[Ref, ...]) -> list[Action]:
        return [self.actions[ref.slug] for ref in refs if ref.slug in self.actions]

    def responsible(self, action: Action) -> list[Part]:
        """Who is named, asked or has answered for it; not who has handed it on or whose part has ended."""
        return [part for part in action.parts if part.role == "responsible" and not part.is_past]

    def answerable(self, actions: list[Action]) -> list[tuple[Ref, int, int]]:
        """Who is named as responsible for some actions: organisation, for how many, and how many it has accepted."""
        named: Counter[str] = Counter()
        accepted: Counter[str] = Counter()
        refs: dict[str, Ref] = {}
        for action in actions:
            for part in self.responsible(action):
                refs.setdefault(part.organisation.slug, part.organisation)
                named[part.organisation.slug] += 1
                accepted[part.organisation.slug] += part.accepted
        return [(refs[slug], number, accepted[slug]) for slug, number in named.most_common()]
