"""Who is meant by a name in running text: full names as they are, first names through the list of participants."""

from __future__ import annotations

from collections import defaultdict

from docreader.facts.found import Found
from docreader.model import Note, note
from docreader.text.names import is_given_name, person_score


class People:
    """The people listed in the document, to be found by any of their names."""

    def __init__(self, found: Found) -> None:
        self._organisation: dict[str, str | None] = {}
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._by_last: dict[str, list[str]] = defaultdict(list)
        for item in found.of("participant", "member"):
            name = item.fields.get("person")
            if isinstance(name, str):
                organisation = item.fields.get("organisation")
                self._organisation.setdefault(name, organisation if isinstance(organisation, str) else None)
                self._by_first[name.split()[0].casefold()].append(name)
                self._by_last[name.split()[-1].casefold()].append(name)

    def knows(self, word: str) -> bool:
        """True for the first name, the last name or the full name of somebody listed."""
        return word in self._organisation or word.casefold() in self._by_first or word.casefold() in self._by_last

    def is_name(self, word: str) -> bool:
        """True for a common given name, listed or not."""
        return is_given_name(word)

    def resolve(self, words: str) -> tuple[str | None, list[Note], str | None]:
        """The full name, notes, and the organisation in the list; None for what is no person."""
        if words in self._organisation:
            return words, [], self._organisation[words]
        if " " in words:
            similar = self._similar(words)
            longer = [name for name in self._organisation if name.startswith(words + " ")]
            if len(longer) == 1:
                return longer[0], [], self._organisation[longer[0]]
            if similar is not None:
                return similar, [note("spelling_differs", other=words)], self._organisation[similar]
            return (words, [], None) if person_score(words) >= 0.6 else (None, [], None)
        named = self._by_first.get(words.casefold(), []) or self._by_last.get(words.casefold(), [])
        if len(named) == 1:
            return named[0], [], self._organisation[named[0]]
        if named or is_given_name(words):
            return words, [note("unresolved_first_name", name=words)], None
        return None, [], None

    def _similar(self, words: str) -> str | None:
        """A listed person whose name differs in one letter of one word, or by an initial for the surname."""
        parts = words.casefold().split()
        for name in self._by_first.get(parts[0], []):
            other = name.casefold().split()
            initials = [part.rstrip(".") for part in parts[1:]]
            if all(len(part) == 1 for part in initials) and _fits(initials, other[1:]):
                return name
            if (parts[0], parts[-1]) == (other[0], other[-1]):
                return name
            if len(other) == len(parts) and sum(a != b for a, b in zip(parts, other, strict=True)) == 1:
                a, b = next((a, b) for a, b in zip(parts, other, strict=True) if a != b)
                if _one_letter(a, b):
                    return name
        return None


def _fits(initials: list[str], words: list[str]) -> bool:
    """Each initial stands for a word, in their order; the last word may carry the last initial alone."""
    joined = "".join(word[0] for word in words)
    return (
        "".join(initials) == joined
        or (len(initials) == 1 and joined.endswith(initials[0]))
        or (joined.startswith(initials[0]) and len(initials) == 2)
    )


def _one_letter(a: str, b: str) -> bool:
    """One letter more, less or other."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]
