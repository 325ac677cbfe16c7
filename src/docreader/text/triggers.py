r"""Which words a sentence must hold for a pattern to be worth trying: a cheap test before a dear one.

:func:`stems_of` reads them out of the pattern itself, so that they can never say anything else than it does; a rule
hands them to :meth:`docreader.text.page.Page.sentences_with`::

    _SIGNED = re.compile(r"\b(?:undertecknade|signed|underskrev)\s(?P<what>...)", re.IGNORECASE)
    _SIGNED_STEMS = stems_of(_SIGNED)

    for sentence in page.sentences_with(*_SIGNED_STEMS):      # only sentences in which it can match
        match = _SIGNED.search(sentence.text)

The shortest way is :func:`quick` instead of ``re.compile``, which looks for the stems by itself before it tries.

A rule that tries several patterns on every sentence asks beforehand where each can match, and then costs nothing::

    signed = page.holding(*_SIGNED_STEMS)
    ...
        match = _SIGNED.search(sentence.text) if sentence in signed else None
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]  # how the pattern was understood: nowhere else to ask
from re import _parser as parser  # type: ignore[attr-defined]  # the same: nowhere else to ask
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"\(\?[!=<][^()]*\)|\(\?:|\[[^\]]+\]|[^\W\d_]|\W|[\d_]")


def first_words(alternation: str) -> frozenset[str]:
    """The first words of all alternatives of a simple pattern: letters, ``[ab]``, ``(?:a|b)`` and ``?``.

    Raises ValueError for a pattern that is not that simple, so that none is silently left out.
    """
    signs = _SIGN.findall(alternation)
    found, position = _alternatives(signs, 0)
    if position != len(signs):
        raise ValueError(alternation[:40])
    return frozenset(re.split(r"[ -]", word, maxsplit=1)[0].casefold() for word in found)


def _alternatives(signs: list[str], position: int) -> tuple[list[str], int]:
    """The strings that an alternation can begin with, up to the bracket that closes it."""
    found: list[str] = []
    current = [""]
    while position < len(signs) and signs[position] != ")":
        sign = signs[position]
        if sign == "|":
            found += current
            current, position = [""], position + 1
            continue
        pieces, position = _piece(signs, position)
        current = [start if " " in start else start + piece for start in current for piece in pieces]
        current = list(dict.fromkeys(current))
    return [*found, *current], position


def _piece(signs: list[str], position: int) -> tuple[list[str], int]:
    """What one sign can stand for; an optional one also for nothing."""
    sign = signs[position]
    if sign == "(?:":
        pieces, position = _alternatives(signs, position + 1)
    elif sign.startswith("(?"):
        pieces = [""]
    elif sign.startswith("["):
        pieces = list(sign[1:-1])
    elif sign.isalpha() or sign in " -":
        pieces = [sign]
    else:
        raise ValueError(sign)
    position += 1
    if position < len(signs) and signs[position] == "?":
        pieces, position = [*pieces, ""], position + 1
    return pieces, position


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(_WORD.findall(text.lower()))


#: Strings of which a text must hold one for a pattern to match; None when nothing can be said.
Needed = frozenset[str] | None
_MOST, _LETTERS_ENOUGH = 64, 4
_ANYTHING = ("",)


@lru_cache(maxsize=1024)
def stems_of(*patterns: re.Pattern[str] | Quick) -> tuple[str, ...]:
    """Stems in lower case of which a text must hold at least one for one of the patterns to match; the empty stem,
    which everything holds, when a pattern demands no letters."""
    found: set[str] = set()
    for pattern in patterns:
        words = stems_in(parser.parse(pattern.pattern, pattern.flags))
        if "" in words:
            return _ANYTHING
        found.update(words)
    return _fewest(found)


def stems_in(tree: Iterable[Any]) -> tuple[str, ...]:
    """The same for a pattern, or the beginning of one, as the parser understood it."""
    exact, needed = _sequence(tree)
    words = {max(_WORD.findall(text), key=len, default="") for text in _better(needed, exact) or _ANYTHING}
    return _fewest(words) if min(map(len, words)) >= 2 else _ANYTHING


def _fewest(stems: set[str]) -> tuple[str, ...]:
    """A stem that holds another one adds nothing."""
    return tuple(sorted(stem for stem in stems if not any(other in stem for other in stems - {stem})))


def _sequence(tree: Iterable[Any]) -> tuple[Needed, Needed]:
    """What a sequence matches exactly, when that is a few strings, and what it needs."""
    run: frozenset[str] = frozenset(("",))
    best: Needed = None
    whole = True
    for code, argument in tree:
        exact, needed = _one(code, argument)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(start + end for start in run for end in exact)
            continue
        whole = False
        best = _better(_better(best, needed), run)
        run = exact if exact is not None else frozenset(("",))
    return run if whole else None, _better(best, run)


def _one(code: Any, argument: Any) -> tuple[Needed, Needed]:
    """The same for one element."""
    if code is codes.LITERAL:
        letter = frozenset((chr(argument).lower(),))
        return letter, letter
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return frozenset(("",)), None
    if code is codes.SUBPATTERN:
        return _sequence(argument[-1])
    if code is codes.BRANCH:
        return _branch([_sequence(option) for option in argument[1]])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        least, most, body = argument
        exact, needed = _sequence(body)
        if most == 1 and exact is not None:
            return (exact if least else exact | {""}), (needed if least else None)
        return None, (_better(needed, exact) if least else None)
    if code is codes.IN and all(kind is codes.LITERAL for kind, _ in argument):
        letters = frozenset(chr(value).lower() for _, value in argument)
        return (letters, letters) if len(letters) <= 4 else (None, None)
    return None, None


def _branch(options: list[tuple[Needed, Needed]]) -> tuple[Needed, Needed]:
    exact: frozenset[str] | None = frozenset()
    needed: frozenset[str] | None = frozenset()
    for own, own_needed in options:
        exact = None if exact is None or own is None else exact | own
        best = _better(own_needed, own)
        needed = None if needed is None or best is None else needed | best
    return exact if exact is not None and len(exact) <= _MOST else None, needed


def _better(one: Needed, other: Needed) -> Needed:
    """The one that tells more: longer strings, then fewer of them."""
    return max((one, other), key=_weight)


def _weight(needed: Needed) -> tuple[int, int]:
    if needed is None:
        return -1, 0
    letters = min((max(map(len, _WORD.findall(text)), default=0) for text in needed), default=0)
    return min(letters, _LETTERS_ENOUGH), -len(needed)


#: Which quick patterns a word, and which a text may match: one bit a pattern.
_words: dict[str, int] = {}
_texts: dict[str, int] = {}
_MOST_WORDS, _MOST_TEXTS, _LONGEST = 50_000, 20_000, 2_000
#: The stems of all quick patterns by their first two letters, each with the bits of its patterns.
_stems: dict[str, dict[str, int]] = {}
_bits = 0


class Quick:
    """A pattern that looks for its stems first, with the methods of a compiled pattern."""

    __slots__ = ("_bit", "compiled", "flags", "pattern")

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled
        self.pattern, self.flags = compiled.pattern, compiled.flags
        self._bit = _bit_for(stems_of(compiled))

    def may_match(self, text: str) -> bool:
        """False for a text that holds none of the stems."""
        if not self._bit:
            return True
        bits = _texts.get(text)
        if bits is None:
            bits = _bits_of(text)
        return bits & self._bit != 0

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        bits = _texts.get(text)  # asked most of all: not by way of may_match
        may = bits & self._bit if bits is not None and self._bit else self.may_match(text)
        return self.compiled.search(text, start, end) if may else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        bits = _texts.get(text)  # asked most of all: not by way of may_match
        may = bits & self._bit if bits is not None and self._bit else self.may_match(text)
        return self.compiled.match(text, start, end) if may else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        return self.compiled.fullmatch(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of a pattern."""
        return self.compiled.finditer(text, start, end) if self.may_match(text) else iter(())

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """As of a pattern."""
        return self.compiled.findall(text, start, end) if self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As of a pattern."""
        return self.compiled.split(text, maxsplit) if self.may_match(text) else [text]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As of a pattern."""
        return self.compiled.sub(replacement, text, count) if self.may_match(text) else text


def quick(pattern: str, flags: int = 0) -> Quick:
    """``re.compile`` for a pattern that seldom matches: worth it for one that begins with anything but a letter of its
    own (``\\b``, alternatives, classes) and is tried on every sentence."""
    return Quick(re.compile(pattern, flags))


def _bit_for(stems: tuple[str, ...]) -> int:
    """A bit for one more pattern; none for a pattern that may match anything."""
    global _bits
    if "" in stems:
        return 0
    bit = 1 << _bits
    _bits += 1
    for stem in stems:
        known = _stems.setdefault(stem[:2], {})
        known[stem] = known.get(stem, 0) | bit
    _words.clear()
    _texts.clear()
    return bit


def _bits_of(text: str) -> int:
    """The patterns that a text may match, by the stems in its words. Every word is looked at once for all patterns,
    and every sentence once for all rules."""
    bits = 0
    for word in _WORD.findall(text.lower()):
        own = _words.get(word)
        if own is None:
            own = 0
            for place in range(len(word) - 1):
                stems = _stems.get(word[place : place + 2])
                if stems is not None:
                    for stem, bit in stems.items():
                        if word.startswith(stem, place):
                            own |= bit
            if len(_words) >= _MOST_WORDS:
                _words.clear()
            _words[word] = own
        bits |= own
    if len(text) <= _LONGEST:
        if len(_texts) >= _MOST_TEXTS:
            _texts.clear()
        _texts[text] = bits
    return bits
