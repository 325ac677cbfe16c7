"""A passage that a person has marked becomes a suggestion like the reader's own, without any confidence."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.reading import choices
from kraftsamla.reading.accepting import KINDS, kind_of
from kraftsamla.reading.accepting.shape import Kind
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations.recognising import refuse_if_in_question
from kraftsamla.reading.rules import may_decide

NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(\S.*)", re.DOTALL)
#: The field that takes the words, the first of these that the kind has.
WORDED = ("title", "person", "name", "organisation", "topic")


@transaction.atomic
def mark_passage(*, reading: Reading, kind: str, start: int, end: int, by: User) -> Suggestion:
    """Make a span of the document a waiting suggestion of a kind, its fields filled with the words.

    Raises ValidationError for a span without words and for a kind that nobody knows.
    """
    require(may_decide(by))
    locked = Reading.objects.select_for_update().select_related("document").get(pk=reading.pk)
    refuse_if_in_question(locked)
    text, found = locked.document.text, kind_of(kind)
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words.strip():
        raise ValidationError({"quote": [_("Markera minst ett ord i dokumentet.")]})
    if kind not in KINDS:
        raise ValidationError({"kind": [_("Välj vad stället handlar om.")]})
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    last = locked.suggestions.aggregate(last=Max("position"))["last"] or 0
    suggestion = Suggestion.objects.create(
        reading=locked, position=last + 1, kind=kind, fields=filled(found, words), evidence=[[start, end]],
        confidence=None,
    )  # fmt: skip
    record(event=choices.SUGGESTION_MARKED, subject=suggestion, by=by)
    return suggestion


def filled(kind: Kind, words: str) -> dict[str, Any]:
    """The words as the fields of a kind: a number before a title, a person before an organisation, else whole."""
    names, said = {field.name for field in kind.fields}, " ".join(words.split()).strip(" ,;:")
    if "number" in names and (match := NUMBERED.fullmatch(said)):
        return {"number": match[1], **_worded(names, match[2])}
    if {"person", "organisation"} <= names and said.count(",") == 1:
        person, organisation = (part.strip() for part in said.split(","))
        return {"person": person, "organisation": organisation}
    return _worded(names, said)


def _worded(names: set[str], said: str) -> dict[str, Any]:
    name = next((each for each in WORDED if each in names), "")
    return {name: said[:500]} if name else {}
