"""A line of a list divided into phrases, each with its sort and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docreader.text.names import PERSON, Sort, is_title, organisation_score, person_score, role_score, sort_of
from docreader.text.units import mark_of

_SEPARATOR = re.compile(
    r"(?P<semicolon>;)|(?P<comma>,)|(?P<colon>:)(?!\w)|(?P<dash>\s[-–]{1,2}\s|–)|(?P<bar>\s?\|\s?)"
    r"|(?P<and>\s(?:och|samt|og|and|&)\s)|(?P<slash>\s?/\s)|(?P<dot>\.\s(?=[A-ZÅÄÖÆØ]))|(?P<wide>\s{3,})"
    r"|(?P<from>\s(?:från|fra|from)\s)"
)
_REMARK = re.compile(r"\(([^()]{0,160})\)?|\[([^\[\]]{0,80})\]")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}|(?:\+\d{2}|\b0)[\d\s()-]{6,14}\d\b")
_ADDRESS = re.compile(r"(?:Dr|Prof|Professor|Docent|Mr|Mrs|Ms|Doktor|Hr|Fru)\.?\s")
_PERSON_START = re.compile(PERSON)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words between two separators. ``before`` names the separator in front ("" at the start)."""

    text: str
    start: int
    end: int
    sort: Sort
    before: str
    remark: bool = False


@lru_cache(maxsize=5000)
def _without_contacts(text: str) -> str:
    """Addresses and telephone numbers blanked, character for character."""
    return _CONTACT.sub(lambda match: " " * len(match[0]), text)


def phrases(text: str) -> list[Phrase]:
    """The phrases of a text. ``och`` divides only between two people."""
    return list(_phrases(text))


@lru_cache(maxsize=2000)
def _phrases(text: str) -> tuple[Phrase, ...]:
    clean = _without_contacts(text)
    result: list[Phrase] = []
    position, before = 0, ""
    for remark in [*_REMARK.finditer(clean), None]:
        end = remark.start() if remark else len(clean)
        chunk_end_before = before
        for phrase in _divide(clean, position, end, chunk_end_before):
            result.append(phrase)
        if remark is None:
            break
        inside = remark[1] or remark[2] or ""
        if inside.strip():
            result.append(Phrase(inside.strip(), remark.start(), remark.end(), sort_of(inside), "bracket", True))
        position, before = remark.end(), "after"
    return tuple(result)


def _divide(text: str, start: int, end: int, before: str) -> Iterator[Phrase]:
    pieces: list[tuple[int, int, str]] = []
    position, mark = start, before
    for separator in _SEPARATOR.finditer(text, start, end):
        pieces.append((position, separator.start(), mark))
        position, mark = separator.end(), separator.lastgroup or ""
    pieces.append((position, end, mark))
    for a, b, sep in _rejoined(text, pieces):
        yield from _phrase(text, a, b, sep)


def _rejoined(text: str, pieces: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Pieces that "och", "från" or a full stop should not have divided are put together again."""
    joined: list[tuple[int, int, str]] = []
    for a, b, mark in pieces:
        if joined and mark in ("and", "dot", "dash", "slash", "from"):
            left, right = text[joined[-1][0] : joined[-1][1]].strip(), text[a:b].strip()
            if left and not _divides(left, right, mark):
                joined[-1] = (joined[-1][0], b, joined[-1][2])
                continue
        joined.append((a, b, mark))
    return joined


def _divides(left: str, right: str, mark: str) -> bool:
    if mark == "and":
        lead = _PERSON_START.match(right)
        named = person_score(right) >= 0.5 or (lead is not None and person_score(lead[0]) >= 0.6)
        return named and (person_score(left) >= 0.5 or sort_of(left) in ("organisation", "role"))
    if mark == "from":
        return sort_of(right) == "organisation"
    if mark == "dot":
        return len(left) > 3 and (person_score(left) >= 0.5 or len(left.split()) > 1)
    return bool(left and right)


def _phrase(text: str, start: int, end: int, before: str) -> Iterator[Phrase]:
    raw = text[start:end]
    stripped = raw.strip(" \t*_\"'.")
    address = _ADDRESS.match(stripped)
    if address and person_score(stripped[address.end() :]) >= 0.5:
        stripped = stripped[address.end() :]
    if raw.rstrip().endswith("f.") and stripped.endswith("f"):
        stripped += "."
    if not re.search(r"[^\W_]", stripped) and stripped not in ("-", "X", "x"):
        return
    begin = start + raw.index(stripped)
    parts = _unglued(stripped)
    for number, part in enumerate(parts):
        at = text.index(part, begin)
        yield Phrase(part, at, at + len(part), sort_of(part), before if number == 0 else "glue")
        begin = at + len(part)


@lru_cache(maxsize=5000)
def _unglued(phrase: str) -> tuple[str, ...]:
    """ "Vinnova Anna Ek" (one line of a PDF) is an organisation and the next person; "konsult Digg" a role and an
    organisation; anything else stays whole."""
    words = phrase.split()
    if len(words) < 2 or person_score(phrase) >= 0.6:
        return (phrase,)
    best: tuple[float, tuple[str, ...]] = (1.3, (phrase,))
    for cut in range(1, len(words)):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        if left not in phrase or right not in phrase:
            break
        score = _cut_score(left, right)
        # Of equal cuts the first is right: it leaves the longer name.
        if score > best[0]:
            best = (score, (left, right))
    return best[1]


def _cut_score(left: str, right: str) -> float:
    """How well two neighbours read as organisation and person, role and person, role and organisation, or person
    and organisation."""
    person, organisation, role = person_score(right), organisation_score(right), role_score(left)
    score = 0.0
    sure = organisation_score(left) >= 0.95
    if person >= (0.6 if sure else 0.85) and (" " in left or organisation_score(left) >= 0.45):
        score = person + max(organisation_score(left), role)
    if role >= 0.85 and organisation >= 0.7 and right[0].isupper():
        score = max(score, role + organisation - 0.1)
    if role >= 0.85 and person >= 0.5 and left[-1] != ",":
        score = max(
            score,
            role + person + 0.15 if all(w[0].islower() or is_title(w) for w in left.split()) else role + person - 0.1,
        )
    if person_score(left) >= 0.9 and organisation >= 0.95 and right[0].isupper():
        score = max(score, person_score(left) + organisation - 0.2)
    return score


def person_density(texts: Sequence[str]) -> float:
    """The share of lines that name a person (or, bulleted, an organisation) at their start or after a colon."""
    if not texts:
        return 0.0
    return sum(_names_somebody(text) for text in texts) / len(texts)


@lru_cache(maxsize=5000)
def _names_somebody(text: str) -> bool:
    body = text[mark_of(text).length :] if mark_of(text).length < len(text) else text
    if len(body) > 3000:
        body = body[:3000]
    items = phrases(body.lstrip("| "))
    people = [item for item in items if item.sort == "person" and person_score(item.text) >= 0.5]
    if not people:
        return False
    covered = sum(len(item.text) for item in items if item.sort in ("person", "organisation", "role"))
    return covered >= 0.6 * sum(len(item.text) for item in items)
