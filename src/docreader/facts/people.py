"""Who is meant by a name in running text: full names as they are, first names through the list of participants."""

from __future__ import annotations

import re
from collections import defaultdict

from docreader.facts.found import Found
from docreader.model import Note, note
from docreader.text.names import is_given_name, person_score, title_of
from docreader.text.page import Page
from docreader.text.triggers import quick

_CHAIR = "chair"
_LEADS = quick(
    r"^(?:mötes|møte|møde)?(?:ordförande|leder|ledare|formand|ordstyrer|chair|chairman|chairperson|chairwoman|ordf)\b"
)
_DEPUTY = re.compile(r"\bvice\b|\bv\.|\bnest|\bnæst|\bco-|ersättare|suppleant|\bvara")


class People:
    """The people listed in the document, to be found by any of their names."""

    def __init__(self, found: Found, page: Page | None = None) -> None:
        self._organisation: dict[str, str | None] = {}
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._by_last: dict[str, list[str]] = defaultdict(list)
        self._by_initials: dict[str, list[str]] = defaultdict(list)
        self._titled: dict[str, str | None] = {}
        self._by_title: dict[str, list[str]] = defaultdict(list)
        self._employers: set[str] = set()
        self._mentioned: dict[str, set[str]] = defaultdict(set)
        self._role: dict[str, str] = {}
        for item in found.of("participant", "member"):
            name = item.fields.get("person")
            if isinstance(name, str):
                organisation = item.fields.get("organisation")
                self._employers.add(str(organisation).casefold())
                self._organisation.setdefault(name, organisation if isinstance(organisation, str) else None)
                self._by_first[name.split()[0].casefold()].append(name)
                self._by_last[name.split()[-1].casefold()].append(name)
                role = str(item.fields.get("role") or "").casefold()
                if role:
                    self._role.setdefault(name, str(item.fields["role"]))
                if item.fields.get("attendance") != "absent" and not _DEPUTY.search(role):
                    for word in dict.fromkeys((role, *role.replace("/", " ").split())):
                        self._by_title[word.strip(".,()")].append(name)
                    if _LEADS.search(role):
                        self._by_title[_CHAIR].append(name)

        self._add_initials()
        for name in page.full_names if page is not None else ():
            # Whoever is named in full somewhere may be meant by the first name further down.
            if name not in self._organisation and not self._by_first.get(name.split()[0].casefold()):
                self._mentioned[name.split()[0].casefold()].add(name)

    def _add_initials(self) -> None:
        for name in self._organisation:
            for sign in initials_of(name):
                self._by_initials[sign].append(name)

    def knows(self, word: str) -> bool:
        """True for the first name, the last name or the full name of somebody listed."""
        initials = word.isupper() and len(self._by_initials.get(word, ())) == 1
        lowered = word.casefold()
        return word in self._organisation or lowered in self._by_first or lowered in self._by_last or initials

    def knows_organisation(self, words: str) -> bool:
        """True for the employer of somebody listed."""
        return words.casefold() in self._employers

    def role_of(self, person: str | None) -> str | None:
        """The role or title that the list gives somebody."""
        return self._role.get(person) if person else None

    def employer_of(self, person: str | None) -> str | None:
        """The organisation that the list gives somebody."""
        return self._organisation.get(person) if person else None

    def titled(self, word: str) -> str | None:
        """Who is meant by "the treasurer": the one listed who has that title, or one that ends with it."""
        title = word.casefold() if word.casefold() in self._by_title else title_of(word)
        if title is None:
            return None
        named = (
            self._by_title.get(title)
            or (self._by_title.get(_CHAIR) if _LEADS.search(title) else None)
            or [
                name
                for held, names in self._by_title.items()
                if held.endswith(title) and len(title) > 3
                for name in names
            ]
        )
        named = list(dict.fromkeys(named))
        return named[0] if len(named) == 1 else None

    def is_name(self, word: str) -> bool:
        """True for a common given name, listed or not."""
        return is_given_name(word)

    def resolve(self, words: str) -> tuple[str | None, list[Note], str | None]:
        """The full name, notes, and the organisation in the list; None for what is no person."""
        if words in self._organisation:
            return words, [], self._organisation[words]
        first, _, rest = words.partition(" ")
        if rest and not is_given_name(first) and title_of(first) and person_score(rest) >= 0.5:
            # "Kassören Doris Ek": the title is no part of the name.
            return self.resolve(rest)
        return self._in_full(words) if " " in words else self._by_word(words)

    def _in_full(self, words: str) -> tuple[str | None, list[Note], str | None]:
        """Somebody named with several words."""
        similar = self._similar(words)
        parts = words.split()
        inner = [name for at in range(1, len(parts) - 1) if (name := " ".join(parts[at:])) in self._organisation]
        if inner:
            return inner[0], [], self._organisation[inner[0]]
        longer = [name for name in self._by_first.get(parts[0].casefold(), []) if name.startswith(words + " ")]
        if len(longer) == 1:
            return longer[0], [], self._organisation[longer[0]]
        if similar is not None:
            return similar, [note("spelling_differs", other=words)], self._organisation[similar]
        return (words, [], None) if person_score(words) >= 0.6 else (None, [], None)

    def _by_word(self, words: str) -> tuple[str | None, list[Note], str | None]:
        """Somebody named with one word: a first name, a surname, initials or a title."""
        named = self._by_first.get(words.casefold(), []) or self._by_last.get(words.casefold(), [])
        if len(named) == 1:
            return named[0], [], self._organisation[named[0]]
        if words.isupper() and not named and len(self._by_initials.get(words, ())) == 1:
            name = self._by_initials[words][0]
            return name, [], self._organisation[name]
        mentioned = self._mentioned.get(words.casefold(), ())
        if not named and len(mentioned) == 1:
            return next(iter(mentioned)), [], None
        if named or is_given_name(words):
            return words, [note("unresolved_first_name", name=words)], None
        titled = self.titled(words)
        return (titled, [], self._organisation[titled]) if titled else (None, [], None)

    def _similar(self, words: str) -> str | None:
        """A listed person whose name differs in one letter of one word, or by an initial for the surname."""
        parts = words.casefold().split()
        if re.fullmatch(r"(?:\w\.?[- ]?){1,3}", " ".join(parts[:-1])):
            # "N-E Bro", "K. Munkholm"
            namesakes = [n for n in self._by_last.get(parts[-1], []) if n[0].casefold() == parts[0][0]]
            return namesakes[0] if len(namesakes) == 1 else None
        for name in self._by_first.get(parts[0], []):
            other = name.casefold().split()
            initials = [piece for part in parts[1:] for piece in part.rstrip(".").split("-")]
            if all(len(part) == 1 for part in initials) and _fits(
                initials, [piece for part in other[1:] for piece in part.split("-")]
            ):
                return name
            if (parts[0], parts[-1]) == (other[0], other[-1]):
                return name
            if len(other) == len(parts) and sum(a != b for a, b in zip(parts, other, strict=True)) == 1:
                a, b = next((a, b) for a, b in zip(parts, other, strict=True) if a != b)
                if one_letter(a, b):
                    return name
        return None


def initials_of(name: str) -> set[str]:
    """ "Astri Kvam" is AK; all letters of a longer name, or the first and the last."""
    letters = [part[0].upper() for part in re.findall(r"[^\W\d_]+", name)]
    return {"".join(letters), letters[0] + letters[-1]} if len(letters) > 1 else set()


def _fits(initials: list[str], words: list[str]) -> bool:
    """Each initial stands for a word, in their order; the last word may carry the last initial alone."""
    joined = "".join(word[0] for word in words)
    return (
        "".join(initials) == joined
        or (len(initials) == 1 and joined.endswith(initials[0]))
        or (joined.startswith(initials[0]) and len(initials) == 2)
    )


def one_letter(a: str, b: str) -> bool:
    """One letter more, less or other."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]
