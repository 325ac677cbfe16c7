"""Which words a sentence must hold for a pattern to be worth trying: a cheap test before a dear one."""

from __future__ import annotations

import re

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
    return frozenset(_WORD.findall(text.casefold()))
