"""Whether a document that was read in is one the library has: cited without a file, or an earlier version of it.

It is only ever proposed. Until a person has answered, nothing of the reading is decided on, so that either answer is
simple: the new one takes the old one's place, or they stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.db.models import Q
from django.utils.translation import gettext as _

from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.library.models import Document
from kraftsamla.library.querysets import DocumentQuerySet
from kraftsamla.reading.models import Reading, Suggestion

#: From this much of the text in common, in hundredths, it is taken for another version.
SAME_TEXT = 60
#: At the same address less is enough: pages are rewritten.
SAME_PLACE = 25
#: So many candidates are compared by their texts.
AT_MOST = 10


def refuse_if_in_question(reading: Reading) -> None:
    """Raise Refused while nobody has said which document it is."""
    if reading.in_question:
        raise Refused(_("Svara först på frågan överst på sidan: är det ett dokument som redan finns?"))


def recognise(reading: Reading) -> None:
    """Note on the reading which document it seems to be, if any."""
    document = reading.document
    others = Document.objects.exclude(pk=document.pk)
    cited = _cited(others.filter(text="", sha256=""), document)
    found: tuple[Document, int | None] | None = (cited, None) if cited else _version(reading)
    if found:
        reading.looks_like, reading.likeness = found
        reading.save(update_fields=["looks_like", "likeness"])


def likeness(one: str, other: str) -> int:
    """How much two texts have in common, in hundredths: the share of runs of three words that both have."""
    a, b = _runs(one), _runs(other)
    total = a.total() + b.total()
    return 200 * (a & b).total() // total if total else 0


def _cited(without_file: DocumentQuerySet, document: Document) -> Document | None:
    """At the same address, or of the same name and the same day."""
    same = Q(pk__in=without_file.at_address(document.url).values("pk"))
    if document.published:
        same |= Q(folded=document.folded, published=document.published)
    return without_file.filter(same).first()


def _version(reading: Reading) -> tuple[Document, int] | None:
    document = reading.document
    filed = Document.objects.exclude(pk=document.pk).exclude(text="").filter(reading__looks_like=None)
    here = {each.pk for each in filed.at_address(document.url)[:AT_MOST]}
    named = Q(folded=fold(document.title), kind=document.kind)
    alike = filed.filter(named | Q(pk__in=here) | Q(pk__in=_same_day(reading)))
    found = [(likeness(each.text, document.text), each) for each in alike.order_by("-pk")[:AT_MOST]]
    near = [
        (score, each) for score, each in found
        if score >= (SAME_PLACE if each.pk in here else SAME_TEXT) and not _another_day(reading, each)
    ]  # fmt: skip
    best = max(near, key=lambda pair: pair[0], default=None)
    return (best[1], best[0]) if best else None


def _same_day(reading: Reading) -> list[int]:
    """Documents that tell of a meeting on the same day."""
    days = _days(reading.document_id)
    told = Suggestion.objects.filter(kind="meeting", fields__date__in=sorted(days)).exclude(reading=reading)
    return list(told.values_list("reading__document", flat=True)[:AT_MOST]) if days else []


def _another_day(reading: Reading, document: Document) -> bool:
    """Minutes follow a form: two meetings' are alike, and yet not the same."""
    own, theirs = _days(reading.document_id), _days(document.pk)
    return bool(own and theirs and not own & theirs)


def _days(document: int) -> set[str]:
    rows = Suggestion.objects.filter(kind="meeting", reading__document=document)
    return {str(day) for day in rows.values_list("fields__date", flat=True) if day}


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = fold(text).split()
    return Counter(_threes(words)) if len(words) >= 3 else Counter([tuple(words)])


def _threes(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, islice(words, 1, None), islice(words, 2, None), strict=False)
