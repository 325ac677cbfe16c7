"""Answering which document it is: the cited one, a new version of one that was read, or one of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.errors import Refused
from kraftsamla.library.models import Document
from kraftsamla.library.operations import moved, take_over_file
from kraftsamla.reading import choices
from kraftsamla.reading.choices import Change, SuggestionState
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.rules import may_decide

#: Positions are unique: while they are dealt anew the old ones stand aside.
ASIDE = 1_000_000


@dataclass(frozen=True, slots=True)
class Joined:
    """``reading`` is what remains. Counted: suggestions as before, new ones, and those no longer in the text."""

    reading: Reading
    same: int = 0
    new: int = 0
    gone: int = 0


@transaction.atomic
def keep_apart(*, reading: Reading, by: User) -> None:
    """Say that it is a document of its own."""
    require(may_decide(by))
    current = _in_question(reading)
    current.looks_like, current.likeness = None, None
    current.save(update_fields=["looks_like", "likeness"])
    record(event=choices.READING_SETTLED, subject=current.document, by=by)


@transaction.atomic
def join(*, reading: Reading, by: User) -> Joined:
    """Say that it is the document it looks like: that one gets the file, keeps its name, address and citations.

    When that one was read before, its decisions stand and their passages move to the new text; only what differs is
    left to decide on. Raises Refused when the question has been answered already.
    """
    require(may_decide(by))
    current = _in_question(reading)
    document, earlier = current.looks_like, Reading.objects.filter(document=current.looks_like).first()
    assert document is not None
    if earlier is None:
        return Joined(_file(current, document, by))
    return _revise(earlier, current, document, by)


def _in_question(reading: Reading) -> Reading:
    current = Reading.objects.select_for_update().get(pk=reading.pk)
    if not current.in_question:
        raise Refused(_("Frågan är redan besvarad."))
    return current


def _file(reading: Reading, document: Document, by: User) -> Reading:
    """The library cites it already: what is said about it there was written by people and stands."""
    filed = reading.document
    reading.document, reading.looks_like, reading.is_described = document, None, True
    reading.save(update_fields=["document", "looks_like", "is_described"])
    take_over_file(document=document, filed=filed, by=by)
    return reading


def _revise(earlier: Reading, later: Reading, document: Document, by: User) -> Joined:
    filed, before = later.document, document.text
    new = list(later.suggestions.all())
    Suggestion.objects.filter(reading=later).update(reading=earlier, position=F("position") + ASIDE)
    facts = {"pages": later.pages, "notes": later.notes, "found_kind": later.found_kind, "turn": earlier.turn + 1}
    later.delete()
    take_over_file(document=document, filed=filed, by=by)
    document.refresh_from_db()
    old = list(earlier.suggestions.exclude(pk__in=[each.pk for each in new]))
    joined = _carry_over(old, new, before=before, after=document.text)
    for name, value in {**facts, "vanished": joined.vanished}.items():
        setattr(earlier, name, value)
    earlier.save(update_fields=[*facts, "vanished"])
    return Joined(earlier, same=joined.same, new=joined.new, gone=joined.gone + len(joined.vanished))


@dataclass(slots=True)
class _Carried:
    same: int
    new: int
    gone: int
    vanished: list[list[str]]


def _carry_over(old: list[Suggestion], new: list[Suggestion], *, before: str, after: str) -> _Carried:
    """Each old suggestion meets the new one that says the same; what is left over on either side differs."""
    waiting_for: dict[str, list[Suggestion]] = defaultdict(list)
    for each in new:
        waiting_for[_said(each)].append(each)
    kept: list[Suggestion] = []
    vanished: list[list[str]] = []
    same = gone = 0
    for each in old:
        twin = next(iter(waiting_for[_said(each)]), None)
        if twin is not None:
            waiting_for[_said(each)].remove(twin)
            new.remove(twin)
            twin.delete()
            each.evidence, each.notes, each.position, each.change = twin.evidence, twin.notes, twin.position, ""
            same += 1
        elif not _stands_alone(each, before=before, after=after):
            vanished.append([each.kind, str(each)])
            each.delete()
            continue
        gone += each.change == Change.GONE
        kept.append(each)
    for each in new:
        each.change = Change.NEW
    _deal_positions([*kept, *new])
    return _Carried(same=same, new=len(new), gone=gone, vanished=vanished)


def _stands_alone(each: Suggestion, *, before: str, after: str) -> bool:
    """Place in the new text one that the reader no longer proposes. False when nothing is lost with it."""
    places = [moved(before[a:b], (a, b), old=before, new=after) for a, b in each.evidence]
    touched = each.state != SuggestionState.WAITING or each.edited is not None or each.is_by_hand
    if not touched:
        return False
    each.evidence = [list(place) for place in places if place]
    each.change = "" if each.evidence else Change.GONE
    each.position += ASIDE * 2  # after those that the text gives an order
    return True


def _said(each: Suggestion) -> str:
    """What the reader said, as something to compare."""
    said = {name: value for name, value in each.fields.items() if value not in (None, "", [])}
    return json.dumps([each.kind, said], sort_keys=True, ensure_ascii=False)


def _deal_positions(suggestions: Iterable[Suggestion]) -> None:
    ordered = sorted(suggestions, key=lambda each: (each.position, each.pk))
    for number, each in enumerate(ordered, start=1):
        each.position = ASIDE * 4 + number
    Suggestion.objects.bulk_update(ordered, ["position", "evidence", "notes", "change"])
    for number, each in enumerate(ordered, start=1):
        each.position = number
    Suggestion.objects.bulk_update(ordered, ["position"])
