"""A suggestion as the desk shows it: what it says, what it would become, and what has to be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting import kind_of, meeting
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.readiness import Readiness
from kraftsamla.reading.accepting.shape import Field, Kind, Slot, Words
from kraftsamla.reading.accepting.slots import slots_of
from kraftsamla.reading.choices import NOTES, SuggestionState, Sureness
from kraftsamla.reading.models import Suggestion
from kraftsamla.ui.templatetags.ui import partial_date

HEADLINES = ("title", "person", "name", "organisation", "date", "from_")

#: What the reader tells beyond the fields of a kind, in words; what says nothing of its own is not mentioned.
UNPLACED: Mapping[str, Words] = {
    "areas_count": _("antal områden"), "objectives_count": _("antal mål"), "members": _("ledamöter"),
    "lead": _("leds av"), "authors": _("författare"), "start": _("från"), "end": _("till"), "partners": _("medverkar"),
    "objective": _("mål"), "date": _("datum"), "role": _("roll"), "organisation": _("organisation"),
}  # fmt: skip
IMPLIED = ("date_kind", "body_type", "area", "partial")


@dataclass(frozen=True, slots=True)
class Line:
    """Something accepting the suggestion made or added a source to."""

    noun: Words
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A slot with what is chosen for it, and what is wrong with that."""

    slot: Slot
    chosen: str
    error: str

    @property
    def is_shown_open(self) -> bool:
        return self.slot.is_open or bool(self.error)


@dataclass(slots=True)
class Card:
    suggestion: Suggestion
    kind: Kind
    headline: str
    facts: list[tuple[Words, str]]
    slots: list[Slot]
    unplaced: list[tuple[Words, str]]
    notes: list[Words]
    sureness: Sureness | None
    made: list[Line] = field(default_factory=list)
    quoted: list[Line] = field(default_factory=list)
    quote: str = ""
    brings: list[Words] = field(default_factory=list)
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    form: Any = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    is_ready: bool = False
    awaits: Words = ""

    @property
    def asks(self) -> list[Ask]:
        return [
            Ask(slot, self.chosen.get(slot.name) or slot.default, self.errors.get(slot.name, ""))
            for slot in self.slots
            if slot.known or len(slot.options) > 1 or not slot.default
        ]

    @property
    def news(self) -> list[Words]:
        """What would be new, where there is nothing to choose."""
        sure = [slot for slot in self.slots if not slot.known and slot.default]
        return [slot.options[0].label for slot in sure if len(slot.options) == 1]

    @property
    def is_waiting(self) -> bool:
        return self.suggestion.is_waiting

    @property
    def is_question(self) -> bool:
        """Something has to be chosen before it can be accepted."""
        return self.is_waiting and any(slot.is_open for slot in self.slots)

    @property
    def is_known(self) -> bool:
        """Everybody it names is known already."""
        return bool(self.slots) and all(slot.known for slot in self.slots)

    @property
    def looks(self) -> tuple[object, ...]:
        """What the card shows that a decision about another suggestion may change."""
        slots = (
            (s.name, s.default, s.known, tuple(o.value for o in s.options), str(s.remark), s.proposal)
            for s in self.slots
        )  # fmt: skip
        return self.suggestion.state, str(self.awaits), *slots


def cards_of(suggestions: Iterable[Suggestion], known: Known) -> list[Card]:
    """All the cards of one reading; which of them may be accepted unseen depends on the others."""
    cards = [card_of(suggestion, known) for suggestion in suggestions]
    waiting = [card for card in cards if card.is_waiting]
    slots = {card.suggestion.pk: card.slots for card in waiting}
    readiness = Readiness(known, [card.suggestion for card in waiting], slots=slots)
    ready = {suggestion.pk for suggestion in readiness.ready}
    for card in waiting:
        card.is_ready, card.awaits = card.suggestion.pk in ready, readiness.awaits(card.suggestion)
    return cards


def card_of(suggestion: Suggestion, known: Known) -> Card:
    kind, values = kind_of(suggestion.kind), suggestion.current
    slots = slots_of(suggestion, kind, known) if suggestion.is_waiting else []
    pointing = {slot.name.split(".")[0] for slot in slots}
    headed = _headed_by(values)
    named = {each.name for each in kind.fields}
    text = known.reading.document.text
    start, end = suggestion.evidence[0] if suggestion.evidence else (0, 0)
    return Card(
        suggestion=suggestion,
        kind=kind,
        headline=_headline(kind, values, headed),
        facts=[
            (each.label, _worded(each, values[each.name]))
            for each in kind.fields
            if each.name not in {*pointing, headed, "number"} and values.get(each.name) not in (None, "", [])
        ],
        slots=slots,
        unplaced=[(UNPLACED.get(n, ""), _plain(v)) for n, v in values.items() if n not in {*named, *IMPLIED} and v],
        notes=[_note(note) for note in suggestion.notes if note.get("code") in NOTES],
        sureness=Sureness.of(suggestion.confidence),
        made=_lines(suggestion, "created"),
        quoted=_lines(suggestion, "quoted"),
        quote=text[start:end],
        brings=[kind_of(each.kind).becomes for each in kind.parents(values, known)] if suggestion.is_waiting else [],
    )


def _headed_by(values: Mapping[str, Any]) -> str:
    return next((name for name in HEADLINES if values.get(name)), "title")


def _headline(kind: Kind, values: Mapping[str, Any], headed: str) -> str:
    number = str(values.get("number") or "")
    field_ = next((each for each in kind.fields if each.name == headed), Field(headed, headed))
    words = _worded(field_, values.get(headed) or "") or str(kind.plural)
    if kind.code == meeting.KIND.code:
        words = meeting.title_of(values)
    return f"{number} {words}".strip()


def _worded(field_: Field, value: Any) -> str:
    if field_.type == "date":
        return partial_date(str(value))
    if field_.type == "choice":
        return str(dict(field_.choices).get(str(value), value))
    return _plain(value)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _note(note: Mapping[str, Any]) -> Words:
    words = {name: partial_date(value) if isinstance(value, str) else value for name, value in note.items()}
    try:
        return str(NOTES[note["code"]]) % words
    except (KeyError, TypeError, ValueError):
        return str(note["code"])


def _lines(suggestion: Suggestion, did: str) -> list[Line]:
    """The records behind the effects of one sort, each once; what was made is not also listed as quoted."""
    if suggestion.state != SuggestionState.ACCEPTED:
        return []
    made = {(each["kind"], each["key"]) for each in suggestion.effects if each["did"] == "created"}
    found = {
        (each["kind"], each["key"]): each
        for each in suggestion.effects
        if each["did"] == did and (did == "created" or (each["kind"], each["key"]) not in made)
    }
    lines = [Line(_noun(each), each["name"], _address(each)) for each in found.values()]
    return [*lines, *_notes_made(suggestion)] if did == "created" else lines


def _notes_made(suggestion: Suggestion) -> list[Line]:
    return [
        Line(_("anmärkning i"), each["name"], f"{_address(each)}#p{each['passage']}")
        for each in suggestion.effects
        if each["did"] == "noted"
    ]


def _noun(effect: Mapping[str, Any]) -> Words:
    return apps.get_model(effect["kind"])._meta.verbose_name or ""


def _address(effect: Mapping[str, Any]) -> str:
    try:
        return reverse(effect["kind"].replace(".", ":"), args=[effect.get("slug") or effect["key"]])
    except NoReverseMatch:
        return ""
