"""A line of a list divided into phrases, each with its sort and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docreader.text.names import (
    PERSON,
    Sort,
    is_given_name,
    is_title,
    organisation_score,
    person_score,
    role_score,
    sort_of,
)
from docreader.text.organisation_words import ORGANISATION_ENDS, ORGANISATION_SUFFIXES
from docreader.text.triggers import quick
from docreader.text.units import mark_of

_SEPARATOR = re.compile(
    r"(?P<semicolon>;)|(?P<comma>,)|(?P<colon>:)(?!\w)|(?P<dash>\s[-–]{1,2}\s|–)|(?P<bar>\s?\|\s?)"
    r"|(?P<and>\s(?:och|samt|og|and|&)\s)|(?P<slash>\s?/\s|(?<=[^\W\d_])/(?=[A-ZÅÄÖÆØ]))"
    r"|(?P<dot>\.\s(?=[A-ZÅÄÖÆØ]))|(?P<wide>\s{3,})"
    r"|(?P<from>\s(?:från|fra|from)\s)"
)
_REMARK = re.compile(r"\(([^()]{0,160})\)?|\[([^\[\]]{0,80})\]")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}|(?:\+\d{2}|\b0)[\d\s()-]{6,14}\d\b")
_ADDRESS = quick(r"(?:Dr|Prof|Professor|Docent|Mr|Mrs|Ms|Doktor|Hr|Fru)\.?\s")
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


_SHORTENED = re.compile(r"\s(?:[A-ZÅÄÖÆØ]|Chr|Joh|Th|Fr|Wilh|Aug|Alb|Edv|Gust|Kr|Kn|Fredr|Vilh|Carl-G|St)$")


def _rejoined(text: str, pieces: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Pieces that "och", "från" or a full stop should not have divided are put together again."""
    joined: list[tuple[int, int, str]] = []
    whole: list[tuple[int, int, str]] = []
    for a, b, mark in pieces:
        if whole and mark == "dot" and _SHORTENED.search(text, whole[-1][0], whole[-1][1]):
            whole[-1] = (
                whole[-1][0],
                b,
                whole[-1][2],
            )  # the initial in "Halvor B. Tangen", the "Chr." in "Jens Chr. Ås"
        else:
            whole.append((a, b, mark))
    for a, b, mark in whole:
        if joined and mark in ("and", "dot", "dash", "slash", "from"):
            left, right = text[joined[-1][0] : joined[-1][1]].strip(), text[a:b].strip()
            if left and not _divides(left, right.rstrip(" ."), mark, tight=mark == "slash" and text[a - 1] == "/"):
                joined[-1] = (joined[-1][0], b, joined[-1][2])
                continue
        joined.append((a, b, mark))
    return joined


def _divides(left: str, right: str, mark: str, *, tight: bool) -> bool:
    if tight:
        return person_score(left) >= 0.5
    if mark == "and":
        left, right = _without_role(left), _without_role(right)
        lead = _PERSON_START.match(right)
        if organisation_score(left) >= 0.8 and organisation_score(right) >= 0.8 and left[-1] != "-":
            return True
        named = person_score(right) >= 0.5 or (lead is not None and person_score(lead[0]) >= 0.6)
        return named and (person_score(left) >= 0.5 or sort_of(left) in ("organisation", "role"))
    if mark == "from":
        return sort_of(right) == "organisation" or (person_score(left) >= 0.5 and right[:1].isupper())
    if mark == "dot":
        return len(left) > 3 and (person_score(left) >= 0.5 or len(left.split()) > 1)
    return bool(left and right)


_ROLE_LEAD = re.compile(
    r"(?P<role>[a-zåäöæø][\w.-]*(?: [a-zåäöæø][\w.-]*){0,3}?) "
    r"(?:(?P<at>på|vid|hos|at|ved|i|från|fra|from|for|för) )?(?P<rest>[A-ZÅÄÖÆØ]\S.*)"
)


_ROLE_AFTER = re.compile(rf"(?P<who>{PERSON}) (?P<role>[a-zåäöæø][\w./-]*(?: [a-zåäöæø][\w./-]*){{0,2}})")


def _without_role(text: str) -> str:
    """ "rådmann Kari Ek" is the name alone."""
    lead = _ROLE_LEAD.fullmatch(text)
    return lead["rest"] if lead and not lead["at"] and role_score(lead["role"]) >= 0.85 else text


def role_apart(phrase: str) -> tuple[str, str] | None:
    """ "projektledare Umeå kommun", "vd på Sydvatten", "rådmann Kari Ek", "Styrelseledamot Kari Ek": a role and
    whom or where it belongs to."""
    lead = _ROLE_LEAD.fullmatch(phrase)
    if lead and role_score(lead["role"]) >= 0.85:
        whole = lead["at"] in ("for", "för", "i") and organisation_score(lead["rest"]) < 0.8
        return None if whole else (lead["role"], lead["rest"])
    after = _ROLE_AFTER.fullmatch(phrase)
    if after and role_score(after["role"]) >= 0.85 and person_score(after["who"]) >= 0.5:
        return after["who"], after["role"]
    words = phrase.split()
    for cut in range(1, min(4, len(words) - 1)):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        if (
            not is_given_name(words[0])
            and role_score(left) >= 0.85
            and person_score(right) >= 0.5
            and f"{left} {right}" in phrase
        ):
            return left, right
    return None


_SOMETHING = re.compile(r"[^\W_]")


def _phrase(text: str, start: int, end: int, before: str) -> Iterator[Phrase]:
    raw = text[start:end]
    stripped = raw.strip(" \t*_\"'.")
    address = _ADDRESS.match(stripped)
    if address and person_score(stripped[address.end() :]) >= 0.5:
        stripped = stripped[address.end() :]
    if raw.rstrip().endswith("f.") and stripped.endswith("f"):
        stripped += "."
    if not _SOMETHING.search(stripped) and stripped not in ("-", "X", "x"):
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
    apart = role_apart(phrase) if len(words) > 1 else None
    if apart is not None:
        return apart
    housed = len(words) > 2 and is_given_name(words[1]) and organisation_score(words[0]) >= 0.7
    if len(words) < 2 or (person_score(phrase) >= 0.6 and not housed):
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
    ends = left.casefold().rsplit(" ", 1)[-1]
    sure = organisation_score(left) >= 0.95 or ends.endswith(ORGANISATION_SUFFIXES) or ends in ORGANISATION_ENDS
    if person >= (0.5 if sure else 0.85) and (" " in left or organisation_score(left) >= 0.45):
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


_STREAM = re.compile(r"\s([Xx1–-])(?:\s[Xx1–-]){0,3}\s(?=[A-ZÅÄÖÆØ])")
_PARTY_COLUMN = re.compile(
    r"(?<=[a-zåäöæøé])\s(?=(?:S|M|C|V|L|KD|MP|SD|FP|NYD|FI|Ap|A|H|Sp|SV|FrP|KrF|R|MDG|B|F|K|O|SF|DF"
    r"|LA)\s[A-ZÅÄÖÆØ][a-zåäöæø])"
)


def columns_apart(text: str) -> str:
    """The columns of a table that became one line (name, party, place, mark of attendance) set apart character for
    character."""
    if len(_STREAM.findall(text)) < 2:
        return text

    def apart(match: re.Match[str]) -> str:
        return f";{match[1]};".ljust(len(match[0]))

    text = re.sub(r"\s([Xx1–-])(?:\s[Xx1–-]){0,3}$", apart, _STREAM.sub(apart, text))
    if len(_PARTY_COLUMN.findall(text)) >= 2:
        text = re.sub(r"(?<=,)(\w{1,3})\s", r"\1,", _PARTY_COLUMN.sub(",", text))
    return text


def names_houses(text: str) -> bool:
    """True for a list of organisations alone: three or more, with hardly anything else between."""
    items = [item for item in phrases(text) if not item.remark] if 20 < len(text) < 3000 else []
    houses = [item for item in items if organisation_score(item.text) >= 0.45 and person_score(item.text) < 0.6]
    return len(items) >= 3 and len(houses) >= 0.75 * len(items) and sum(_is_house(item.text) for item in houses) >= 2


def _is_house(text: str) -> bool:
    return organisation_score(text) >= 0.7


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
    items = [item for item in phrases(columns_apart(body.lstrip("| "))) if len(item.text) > 2]
    people = [item for item in items if item.sort == "person" and person_score(item.text) >= 0.5]
    if not people:
        return False
    covered = sum(len(item.text) for item in items if item.sort in ("person", "organisation", "role"))
    return covered >= 0.6 * sum(len(item.text) for item in items)
