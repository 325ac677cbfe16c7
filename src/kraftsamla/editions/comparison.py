"""What changed between two pictures, as a reader would tell it.

What only follows from another record (an objective's list of actions) or from the passing of time (days since the
last update) is no change of its own, so that each change is told once, where it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

from kraftsamla.core.text import LANGUAGES, Language, Text
from kraftsamla.editions.content import (
    AgendaItem,
    Attendance,
    Change,
    DatedFact,
    Decision,
    Engagement,
    FieldChange,
    Material,
    Milestone,
    Minutes,
    Money,
    OtherName,
    Part,
    Picture,
    Post,
    RecordKind,
    Ref,
    Result,
    Seat,
    Source,
    Status,
)
from kraftsamla.editions.rendering import figures, words
from kraftsamla.editions.rendering.proof import sources_of

LONGEST = 160
AT_MOST = 8

#: The kinds in the order they are told, where the picture keeps them, and the fields whose change is news.
KINDS: Mapping[RecordKind, tuple[str, tuple[str, ...]]] = {
    "action": ("actions", ("title", "kind", "progress", "description", "objectives", "areas", "parts", "dates", "money",
                           "updates", "milestones", "results", "steering_basis", "registry_number", "follows",
                           "sources")),
    "objective": ("objectives", ("title", "plain", "goal_kind", "sources")),
    "area": ("areas", ("title", "summary", "more_objectives", "sources")),
    "meeting": ("meetings", ("title", "kind", "starts_on", "ends_on", "starts_at", "ends_at", "form", "place",
                             "summary", "body", "organisers", "chair", "follows", "minutes", "agenda", "decisions",
                             "attendance", "followups", "sources", "purpose", "partners", "cancelled_on", "materials",
                             "revisions")),
    "question": ("questions", ("number", "wording", "asked_on", "asked_by", "handling", "note", "objectives",
                               "meetings", "sources")),
    "followup": ("followups", ("what", "asked_by", "asked_of", "owner", "verifier", "asked_on", "due", "done_on",
                               "closed_on", "outcome", "sources")),
    "body": ("bodies", ("name", "kind", "mandate", "host", "parent", "objectives", "valid_from", "valid_to", "seats",
                        "posts", "decided_by", "sources")),
    "organisation": ("organisations", ("name", "sector", "kind", "country", "region", "website", "other_names",
                                       "valid_from", "valid_to", "ending", "parent", "successor", "sources")),
    "person": ("people", ("name", "spellings", "engagements", "sources")),
    "document": ("documents", ("title", "kind", "language", "publisher", "published", "url", "text")),
}  # fmt: skip
DATES = frozenset({
    "starts_on", "ends_on", "asked_on", "due", "done_on", "closed_on", "valid_from", "valid_to", "published",
    "cancelled_on",
})  # fmt: skip
#: Fields that hold a code, and the table that words it; ``kind`` is worded by the kind of the record.
CODES = {
    "progress": "progress", "goal_kind": "goal_kind", "steering_basis": "steering_basis", "form": "meeting_form",
    "handling": "handling", "sector": "sector", "ending": "ending", "language": "language",
}  # fmt: skip


def compare(before: Picture, after: Picture) -> tuple[Change, ...]:
    """Every record that is new, changed or gone, by kind; in the order of the picture, what is gone last."""
    changes: list[Change] = []
    for kind, (name, told) in KINDS.items():
        old = {_key(record): record for record in getattr(before, name)}
        new = {_key(record): record for record in getattr(after, name)}
        for key, record in new.items():
            change = _new(kind, record) if key not in old else _changed(kind, old[key], record, told)
            if change is not None:
                changes.append(change)
        changes += [_gone(kind, record) for key, record in old.items() if key not in new]
    return tuple(changes)


def _key(record: Any) -> str:
    return str(record.slug if hasattr(record, "slug") else record.number)


def _ref(kind: RecordKind, record: Any) -> Ref:
    title = next(getattr(record, name) for name in ("title", "name", "wording", "what") if hasattr(record, name))
    if isinstance(title, str):
        # A name is the same in every language; a document's title is in the document's own.
        title = Text(title, title if getattr(record, "language", "en") == "en" else "")
    return Ref(kind, _key(record), title)


def _new(kind: RecordKind, record: Any) -> Change:
    sources = tuple(dict.fromkeys(getattr(record, "sources", ())))
    return Change("new", _ref(kind, record), getattr(record, "progress", ""), (), sources)


def _gone(kind: RecordKind, record: Any) -> Change:
    return Change("gone", _ref(kind, record), "", (), ())


def _changed(kind: RecordKind, old: Any, new: Any, told: Iterable[str]) -> Change | None:
    found = [_field(kind, name, getattr(old, name), getattr(new, name)) for name in told]
    differing = tuple(field for field in found if field is not None)
    if not differing:
        return None
    known = set(sources_of(old))
    sources = tuple(dict.fromkeys(source for source in sources_of(new) if source not in known))
    return Change("changed", _ref(kind, new), getattr(new, "progress", ""), differing, sources)


def _field(kind: RecordKind, name: str, old: Any, new: Any) -> FieldChange | None:
    if isinstance(new, tuple):
        old, new = _only(old, new), _only(new, old)
    if old == new:
        return None
    return FieldChange(name, _both(partial(_said, kind, name, old)), _both(partial(_said, kind, name, new)))


def _only(these: tuple[Any, ...], those: tuple[Any, ...]) -> tuple[Any, ...]:
    """What stands only among ``these``. A thing whose sources alone differ is the same thing: see _bare."""
    others = {_bare(item) for item in those}
    return tuple(item for item in these if _bare(item) not in others)


def _bare(item: Any) -> Any:
    """A thing without its sources, so that a source more is told as a source more and nothing else."""
    if isinstance(item, Source | Ref) or not is_dataclass(item):
        return item
    parts = (getattr(item, field.name) for field in fields(item) if field.name != "sources")
    return tuple(tuple(_bare(each) for each in part) if isinstance(part, tuple) else part for part in parts)


def _both(say: Callable[[Language], str]) -> Text:
    sv, en = (_short(say(language)) for language in LANGUAGES)
    return Text(sv, en)


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"


def _said(kind: RecordKind, name: str, value: Any, language: Language) -> str:
    """A value of a field as short plain words."""
    if isinstance(value, tuple):
        shown = [_thing(item, language) for item in value[:AT_MOST]]
        return "; ".join([*shown, "…"] if len(value) > AT_MOST else shown)
    if name == "more_objectives":
        return words.word("yes_no", "yes" if value else "no", language)
    if name == "text":
        return words.word("yes_no", "yes", language) if value else ""
    if name == "kind":
        return words.word(f"{kind}_kind", value, language)
    if name in CODES and (value or name == "progress"):
        return words.word(CODES[name], value, language)
    if name in DATES:
        return figures.day(value, language)
    if name == "country":
        return figures.country(value, language)
    return _thing(value, language)


def _thing(item: Any, language: Language) -> str:
    if item is None or isinstance(item, str):
        return item or ""
    if isinstance(item, Text):
        return getattr(item, language) or item.sv or item.en
    return THINGS[type(item)](item, language)


def _dated(fact: DatedFact, language: Language) -> str:
    return f"{words.word('date_kind', fact.kind, language)} {figures.day(fact.date, language)}"


def _money(sum_: Money, language: Language) -> str:
    return f"{figures.money(sum_.amount, sum_.currency, language)} {sum_.period}".strip()


def _part(part: Part, language: Language) -> str:
    role, state = (words.word("assignment_role", part.role, language),
                   words.word("assignment_state", part.state, language))  # fmt: skip
    terms = (part.agreement.theirs or part.agreement.ours) if part.agreement else None
    due = f", {words.word('field', 'due', language)} {figures.day(terms.due, language)}" if terms and terms.due else ""
    return f"{_thing(part.organisation.title, language)} ({role}, {state}{due})"


def _milestone(milestone: Milestone, language: Language) -> str:
    said = _thing(milestone.title, language)
    return f"{figures.day(milestone.reached_on, language)}: {said}" if milestone.reached_on else said


def _result(result: Result, language: Language) -> str:
    proof = words.word("verification", result.verification, language)
    return f"{_thing(result.what, language)} ({_thing(result.claimed_by.title, language)}, {proof})"


def _status(status: Status, language: Language) -> str:
    said = _thing(status.words, language)
    stands = f"{figures.day(status.on, language)}: {words.word('progress', status.progress, language)}"
    return f"{stands} – {said}" if said else stands


def _engagement(engagement: Engagement, language: Language) -> str:
    said = (_thing(engagement.title, language), _thing(engagement.organisation.title, language))
    return ", ".join(filter(None, said))


def _seat(seat: Seat, language: Language) -> str:
    return f"{_thing(seat.person.title, language)} ({words.word('seat_role', seat.role, language)})"


def _item(item: AgendaItem, language: Language) -> str:
    return f"{item.number} {_thing(item.title, language)}".strip()


def _minutes(revision: Minutes, language: Language) -> str:
    word = words.word("minutes_word", revision.word, language)
    return f"{word} {figures.day(revision.published_on, language)} ({revision.revision})"


def _post(post: Post, language: Language) -> str:
    state = "past" if not post.exists else "open" if post.is_open else "held"
    return f"{_thing(post.label, language)} ({words.word('post', state, language)})"


def _attended(row: Attendance, _language: Language) -> str:
    return ", ".join(filter(None, (row.name, row.organisation_name)))


def _other_name(other: OtherName, language: Language) -> str:
    return f"{other.name} ({words.word('name_kind', other.kind, language)})"


THINGS: Mapping[type, Callable[[Any, Language], str]] = {
    Ref: lambda ref, language: _thing(ref.title, language),
    Source: lambda source, language: source.title,
    DatedFact: _dated,
    Money: _money,
    Part: _part,
    Status: _status,
    Milestone: _milestone,
    Result: _result,
    Engagement: _engagement,
    Seat: _seat,
    AgendaItem: _item,
    Attendance: _attended,
    Decision: lambda decision, language: _thing(decision.text, language),
    Material: lambda material, language: _thing(material.document, language),
    Minutes: _minutes,
    Post: _post,
    OtherName: _other_name,
}
