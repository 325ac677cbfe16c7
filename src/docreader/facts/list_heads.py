"""The headings of lists of people, and what they say about all in the list.

A heading is read word by word: it may hold only words that such headings are made of, so "Vid mötet deltog" and
"Following members were present" need no pattern of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docreader.facts.phrases import person_density
from docreader.text.list_words import ABSENT, FILLER, MODE, NOT, PART, PRESENT, ROLES
from docreader.text.names import person_score
from docreader.text.triggers import quick

_PREFIX = re.compile(r"(?:[#>*_\s|•–-]|\d{1,2}[.)]\s){0,8}")
_TOKEN = re.compile(
    r"(?P<space>[\s*_/,&–-]+)|(?P<colon>:)|(?P<bar>\|)|(?P<bracket>\([^()]{0,60}\))|(?P<count>\d{1,3}(?![\d.]|:\d))"
    r"|(?P<word>[^\W\d_]+(?:[-/][^\W\d_]+)*\.?)"
)
_PHYSICAL = quick(r"\b(?:fysisk\w*|plats|on ?site|in person|personally|room|rummet|salen|rommet|lokalet)\b")
_DIGITAL = quick(
    r"\b(?:digital\w*|distans|länk|teams|zoom|skype|webex|online|remote\w*|virtual\w*|videolänk|telefon|nett\w*"
    r"|skjerm|skærm)\b"
)
_SOURCE = re.compile(r"(?:från|fra|from|för)\s(?P<source>[A-ZÅÄÖÆØ][^:]{1,60}?)[\s:*_]*$", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(?:del av|delar av|deler av|dele af|part of|(?:under|på|til|till|for|for item) (?:pkt|punkt\w*|sak\w*|item))\b"
)
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of a list says about all in it."""

    attendance: str = "present"
    mode: str | None = None
    role: str | None = None
    organisation: str | None = None
    partial: bool | None = None
    #: False for a list without a heading that says what it lists
    sure: bool = True


@dataclass(slots=True)
class _Walk:
    """The words of a possible heading: their sorts, where they end, and what closed them."""

    end: int
    sorts: set[str] = field(default_factory=set)
    names: int = 0
    #: where a run of unknown capitalised words at the end began: perhaps the first name of the list
    tail: int | None = None
    closed: str = "end"


def _sort(word: str) -> str | None:
    lowered = word.casefold().rstrip(".")
    for sort, listed in (
        ("not", NOT),
        ("absent", ABSENT),
        ("present", PRESENT),
        ("part", PART),
        ("mode", MODE),
        ("role", ROLES),
        ("filler", FILLER),
    ):
        if lowered in listed:
            return sort
    if lowered.endswith(
        ("gruppen", "gruppens", "rådets", "nämndens", "utskottets", "styrelsens", "utvalget", "nemnda")
    ):
        return "filler"
    return None


def _walk(text: str, start: int) -> _Walk:
    """Take in words as long as they can belong to a heading."""
    walk = _Walk(start)
    position = start
    for _ in range(4 * _LONGEST):
        token = _TOKEN.match(text, position)
        if token is None:
            walk.closed = "end" if position >= len(text) else "other"
            break
        kind = token.lastgroup
        if kind in ("colon", "bar"):
            walk.closed = kind
            walk.end = token.end() if kind == "colon" else position
            return walk
        if kind == "bracket" and (not walk.sorts or walk.tail is not None):
            walk.closed = "other"
            break
        if kind == "word" and not _take_word(walk, token):
            walk.closed = "other"
            break
        position = token.end()
        if kind != "space" and walk.tail is None:
            walk.end = position
    else:
        walk.closed = "other"
    return walk


def _take_word(walk: _Walk, token: re.Match[str]) -> bool:
    sort = _sort(token[0])
    if sort is None:
        walk.names += 1
        if not token[0][0].isupper() or walk.names > 5 or not walk.sorts:
            return False
        walk.tail = token.start() if walk.tail is None else walk.tail
        return True
    walk.sorts.add(sort)
    if walk.tail is not None and sort in ("present", "absent"):
        walk.tail = None
    return True


def head_of(text: str, *, opening: bool) -> tuple[Head, int] | None:
    """The meaning of a heading at the start of a line, and where the words after it begin.

    ``opening`` demands a word that can open a list by itself ("Deltagare"); inside a list lesser words do
    ("Övriga", "Digitalt").
    """
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    if start >= len(text):
        return None
    walk = _walk(text, start)
    if not _opens(walk.sorts, opening=opening, colon=walk.closed == "colon" and text[start].isupper()):
        return None
    end = _head_end(text, start, walk)
    if end is None or (text[start].islower() and walk.closed != "colon"):
        return None
    rest = text[end:].lstrip("*_ :").rstrip("*_ ")
    stop = len(text.rstrip("*_ ")) - len(rest) if rest else len(text)
    return _meaning(text[start:end], walk.sorts), stop


def _opens(sorts: set[str], *, opening: bool, colon: bool) -> bool:
    if sorts & {"present", "absent"} or (colon and sorts == {"not", "filler"}):
        return True
    if opening:
        return False
    return bool(sorts & {"part", "mode"}) or ("role" in sorts and colon) or (colon and sorts == {"filler"})


def _head_end(text: str, start: int, walk: _Walk) -> int | None:
    """Where the heading ends: at its colon, at the end of its line, or where the first name begins."""
    if walk.closed in ("colon", "bar"):
        named = walk.tail is not None and person_score(text[walk.tail : walk.end].strip(" :|*")) >= 0.6
        return None if named else walk.end
    rest = text[walk.tail :] if walk.tail is not None else text[walk.end :]
    rest = rest.strip(" *_.")
    if not rest:
        return len(text)
    if walk.closed == "end" and walk.tail is not None and not person_density([rest]):
        return len(text)
    told = re.findall(r"[^\W\d_]+", rest)
    if sum(_sort(word) is not None for word in told) >= 0.8 * len(told):
        return len(text)  # the legend of a table: "1 = present, - = absent, name, party"
    return walk.end if person_density([rest]) else None


def _meaning(head: str, sorts: set[str]) -> Head:
    words = head.casefold()
    mode = "digital" if _DIGITAL.search(words) else "physical" if _PHYSICAL.search(words) else None
    if _DIGITAL.search(words) and _PHYSICAL.search(words):
        mode = None
    absent = "absent" in sorts or ("not" in sorts and "tjänstgörande" not in words)
    source = _SOURCE.search(head)
    return Head(
        "absent" if absent else "present",
        mode,
        _role(words, sorts),
        source["source"].strip() if source and source["source"][0].isupper() else None,
        True if _PARTLY.search(words) else None,
    )


_LIST_ROLES = (
    (re.compile(r"ersättare|suppleant"), "ersättare"),
    (re.compile(r"varamed|varamedlem|\bvara\b"), "varamedlem"),
    (re.compile(r"adjungera"), "adjungerad"),
    (re.compile(r"föredragande"), "föredragande"),
    (re.compile(r"observatør"), "observatør"),
    (re.compile(r"observatör"), "observatör"),
)


def _role(words: str, sorts: set[str]) -> str | None:
    if "role" in sorts and not sorts & {"present", "absent"}:
        return words.strip(" :*_")
    return next((role for pattern, role in _LIST_ROLES if pattern.search(words)), None)
