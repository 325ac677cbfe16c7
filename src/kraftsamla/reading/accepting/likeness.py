"""When two names or two titles may mean the same. Pure: no database."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kraftsamla.core.collation import fold

# Words too common to say that two titles are alike.
COMMON = frozenset({
    "att", "av", "de", "den", "det", "där", "en", "ett", "för", "från", "i", "inom", "med", "men", "mot", "och", "om",
    "på", "samt", "som", "till", "under", "ur", "vid", "via", "åt", "över", "the", "of", "and", "for", "in", "to", "on",
    "a", "an",
})  # fmt: skip
ALIKE = 0.6
SAME = 0.95
#: In names shorter than this, one letter off is as often another name as another spelling: Ulf and Olf, SND and SNS.
LEAST_LETTERS = 6


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """A name as it is compared: folded, without full stops, commas and hyphens."""
    return " ".join(re.sub(r"[.,’'\-–]", " ", fold(name)).split())


def one_letter_off(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed, or two that changed places, makes one name of the other."""
    if abs(len(one) - len(other)) > 1 or one == other or min(len(one), len(other)) < LEAST_LETTERS:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) == len(b) and len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b or a == b[1:] or a[1:] == b[1:]


def words_moved(one: str, other: str) -> bool:
    """The same words in another order: Ek Gunvor and Gunvor Ek."""
    return one != other and " " in one and sorted(one.split()) == sorted(other.split())


def title_likeness(one: str, other: str) -> float:
    """How alike two titles read, 0–1: the share of words that both have (F1), common words left out."""
    a, b = _words(one), _words(other)
    shared = sum((a & b).values())
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def in_common(one: str, other: str) -> list[str]:
    """The words that two titles share, in the order of the first; common words left out unless there are no others."""
    shared = _words(one) & _words(other)
    return [word for word in dict.fromkeys(re.findall(r"\w+", fold(one))) if word in shared]


def _words(title: str) -> Counter[str]:
    words = re.findall(r"\w+", fold(title))
    return Counter([word for word in words if word not in COMMON] or words)
