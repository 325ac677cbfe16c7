"""Which suggestions may be accepted without anybody looking at each, and what the others wait for.

The desk's count and the deed ask the same question here, so that the button does what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting import kind_of
from kraftsamla.reading.accepting.known import Entry, Known, Names
from kraftsamla.reading.accepting.shape import NEW, Kind, Parent, Slot, Words
from kraftsamla.reading.accepting.slots import slots_of
from kraftsamla.reading.choices import CERTAIN
from kraftsamla.reading.models import Suggestion

UNSURE = _("osäkert")
IN_PERSON = _("tas bara med av den som har läst det")
TWO_SPELLINGS = _("två stavningar i dokumentet")
#: What is missing when what a suggestion belongs to is not in the picture and not among the suggestions either.
MISSING: Mapping[str, Words] = {
    "strategy": _("val av strategi under Om dokumentet"), "meeting": _("mötet som det hör till"),
    "area": _("området som det hör till"), "objective": _("målet som det hör till"),
    "agenda_item": _("punkten på dagordningen"),
}  # fmt: skip


class Readiness:
    """Weighs the waiting suggestions of one reading, in their order. ``slots`` may be given where they are known."""

    def __init__(
        self, known: Known, waiting: Iterable[Suggestion], *, least: float = CERTAIN,
        slots: Mapping[int, list[Slot]] | None = None,
    ) -> None:  # fmt: skip
        self.known = known
        self.least = least
        self.waiting = sorted(waiting, key=lambda each: each.position)
        self._slots = dict(slots or {})
        self._why: dict[int, Words] = {}
        self._asked: dict[int, bool] = {}
        self._promised: dict[str, Names] = {}
        self.ready = [each for each in self.waiting if not self.why_not(each)]

    def why_not(self, suggestion: Suggestion) -> Words:
        """What a suggestion waits for, in words that go with a number: "svar om strategi"; "" when nothing is."""
        if suggestion.pk not in self._why:
            self._why[suggestion.pk] = UNSURE  # whatever belongs to itself is never certain
            self._why[suggestion.pk] = self._weigh(suggestion)
        return self._why[suggestion.pk]

    def awaits(self, suggestion: Suggestion) -> Words:
        """What has to be settled elsewhere first, however sure the suggestion itself is; "" when nothing has."""
        if self.known.reading.in_question:
            return ""
        return _first(self._unsettled(each) for each in self._parents(suggestion))

    def left(self) -> list[tuple[Suggestion, Words]]:
        """Those that are certain enough and yet wait, with what for."""
        sure = [each for each in self.waiting if each.confidence is not None and each.confidence >= self.least]
        return [(each, why) for each in sure if (why := self.why_not(each)) and why is not IN_PERSON]

    def _weigh(self, suggestion: Suggestion) -> Words:
        kind = kind_of(suggestion.kind)
        if (suggestion.confidence or 0.0) < self.least:
            return UNSURE
        if not kind.is_for_all or suggestion.is_by_hand:
            return IN_PERSON
        if self.known.reading.in_question:
            return _("svar om vilket dokument det är")
        own = self._lacks(suggestion, kind) or self._asks(suggestion) or self._spelled_twice(suggestion, kind)
        return own or _first(self._of_parent(each) for each in self._parents(suggestion))

    def _parents(self, suggestion: Suggestion) -> list[Parent]:
        return kind_of(suggestion.kind).parents(suggestion.current, self.known)

    def _of_parent(self, parent: Parent) -> Words:
        found = self._found(parent)
        return self._unsettled(parent) or (self.why_not(found) if found else "")

    def _unsettled(self, parent: Parent) -> Words:
        found = self._found(parent)
        return (self._asks(found) or self.awaits(found)) if found else MISSING[parent.kind]

    def _found(self, parent: Parent) -> Suggestion | None:
        same = (each for each in self.waiting if each.kind == parent.kind)
        return next((s for s in same if not parent.number or str(s.current.get("number")) == parent.number), None)

    def _lacks(self, suggestion: Suggestion, kind: Kind) -> Words:
        values = suggestion.current
        empty = next((each.label for each in kind.fields if each.required and not values.get(each.name)), "")
        if empty:
            return _worded(_("uppgift om %(what)s"), empty)
        return kind.lacks(values)

    def _asks(self, suggestion: Suggestion) -> Words:
        open_ = next((slot for slot in self._slots_of(suggestion) if slot.is_open), None)
        return _worded(_("svar om %(what)s"), open_.label) if open_ else ""

    def _slots_of(self, suggestion: Suggestion) -> list[Slot]:
        if suggestion.pk not in self._slots:
            kind = kind_of(suggestion.kind)
            self._slots[suggestion.pk] = slots_of(suggestion, kind, self.known)
        return self._slots[suggestion.pk]

    def _spelled_twice(self, suggestion: Suggestion, kind: Kind) -> Words:
        """A new name that is nearly another new one of the same document is asked about once that one is known."""
        nouns = {field.name: field.noun for field in kind.fields}
        new = [
            (nouns.get(slot.name.split(".")[0], ""), slot.said)
            for slot in self._slots_of(suggestion)
            if slot.said and slot.default.startswith(NEW)
        ]
        for noun, said in new:
            names = self._promised.setdefault(noun, Names())
            if noun and not names.called(said) and names.nearly_called(said):
                return TWO_SPELLINGS
        for noun, said in new:
            self._promised[noun].add(Entry(len(self._promised[noun].by_name), said, said), said)
        return ""


def _first(reasons: Iterable[Words]) -> Words:
    for each in reasons:
        if each:
            return each
    return ""


def _worded(sentence: Words, what: Words) -> Words:
    return str(sentence) % {"what": what}
