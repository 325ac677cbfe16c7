"""A few words that name one or several people, with what is said of each: "Bo Ek, vd Sweco, och Anna (SGI)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docreader.facts.people import People
from docreader.facts.phrases import Phrase, phrases
from docreader.model import Note
from docreader.text.names import organisation_score, person_score, role_score, title_of

_AND = re.compile(r"\s(?:och|og|and|samt|&)\s|\s?/\s?|\s\+\s")
_LEAD = re.compile(r"(?:v/|ved|by|av|af|v\.|v:|föredragande:?)\s?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:Dr|Prof|Professor|Docent|Mr|Mrs|Ms|Doktor|Hr|Fru)\.?\s")
_ADDRESSED = re.compile(r"\b(?:(?:Dr|Prof|Mr|Mrs|Ms|Frau|Herr|Hr|Fru|Doktor)\.?\s)+(?=[A-ZÅÄÖÆØ])")
_AT = re.compile(r"\s(?:från|fra|from|of|på|vid|hos|i|ved|at|in)\s(?:the )?")
_LEFT_OUT = re.compile(
    r"\(?(?:deltog|deltok|digitalt|via|på (?:distans|länk|plats|teams)|med på|joined|remote|online|på skjerm"
    r"|under punkt|på (?:engelsk|engelska|norsk|svensk|dansk)|in english|aflyst|inställt|avlyst)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One of the people."""

    person: str
    organisation: str | None = None
    role: str | None = None
    notes: tuple[Note, ...] = ()


def group_of(text: str, people: People, *, whole: bool = False) -> Iterator[Named]:
    """The people named, in order. With ``whole`` only when the words name people and nothing else."""
    lead = _LEAD.match(text)
    words = _ADDRESSED.sub("", text[lead.end() if lead else 0 :]).strip(" *_.")
    if not words or not any(character.isupper() for character in words):
        return
    group: list[Named] = []
    before: str | None = None
    titled = False
    for phrase, sort in _sorted(words, people):
        if sort == "person" and titled and group and group[-1].organisation is None and person_score(phrase) < 0.65:
            sort = "organisation"  # "vd Arctic Falls"
        titled = sort == "role"
        if sort == "person":
            named = _resolved(phrase, people)
            group += [replace(named, role=before or named.role)] if named else []
            before = None if named else before
        elif group and sort in ("role", "organisation"):
            group[-1] = _told(group[-1], phrase, sort)
        elif sort == "role":
            before = phrase
        elif whole:
            return
    yield from group


def _told(named: Named, words: str, sort: str) -> Named:
    """The same person with the title or the employer that stands behind the name."""
    if sort == "organisation":
        return replace(named, organisation=words)
    return replace(named, role=words) if named.role is None else named


def _sorted(words: str, people: People) -> Iterator[tuple[str, str]]:
    """The phrases, those of first names taken apart."""
    for phrase in phrases(words):
        if _LEFT_OUT.match(phrase.text):
            continue
        pieces = [piece.strip(" .") for piece in _AND.split(phrase.text)]
        behind = phrase.before in ("comma", "bracket", "after") and not people.knows(phrase.text)
        if behind and phrase.sort == "person" and person_score(phrase.text) < 0.65:
            yield phrase.text, "organisation"  # "Ole Lund, Esbjerg Havn"
        elif len(pieces) > 1 and all(_is_somebody(piece, people) for piece in pieces):
            yield from ((piece, "person") for piece in pieces)
        else:
            yield from _whole(phrase, people)


def _whole(phrase: Phrase, people: People) -> Iterator[tuple[str, str]]:
    text = phrase.text
    if phrase.sort == "person" or _is_somebody(text, people):
        yield text, "person"
        return
    first, _, rest = text.partition(" ")
    if rest and title_of(first) and _is_somebody(rest, people):
        yield first, "role"
        yield rest, "person"
        return
    at = _AT.search(text)
    if at and _is_somebody(text[: at.start()], people):
        yield text[: at.start()], "person"
        yield text[at.end() :], "organisation"
        return
    if (
        at
        and phrase.sort in ("role", "other")
        and role_score(text[: at.start()]) >= 0.4
        and text[at.end() : at.end() + 1].isupper()
    ):
        yield text[: at.start()], "role"
        yield text[at.end() :], "organisation"
        return
    yield text, phrase.sort


def _is_somebody(words: str, people: People) -> bool:
    """A full name, or the first name of somebody listed."""
    if not words or not words[0].isupper():
        return False
    return people.knows(words) or (" " in words and person_score(words) >= 0.6 and organisation_score(words) < 0.8)


def _resolved(words: str, people: People) -> Named | None:
    address = _ADDRESS.match(words)
    words = words[address.end() :] if address else words
    person, notes, organisation = people.resolve(words)
    if person is None and " " in words and person_score(words) >= 0.5:
        person = words
    return Named(person, organisation, people.role_of(person), tuple(notes)) if person else None
