"""Two copies of the text to search in, both with the way back to the original offsets.

The *flat* copy has exactly one character for each of the original: only look-alikes are unified, so its offsets
are the original's. A *shadow* covers one passage: words divided at line ends are joined, space is collapsed and
mark-up removed, and a map leads back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from docreader.model import Span

_UNIFIED = (
    dict.fromkeys("\xa0\u2002\u2003\u2007\u2009\u200a\u202f\t\x0b\u200b\u200e\u200f\ufeff", " ")
    | dict.fromkeys("‐‑⁃", "-")
    | dict.fromkeys("‒—―−", "–")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("●▪◦‣\uf0b7·■○\uf0a7", "•")
    | dict.fromkeys("\r\x0c\u2028\u2029\x85", "\n")
)
_FOREIGN = frozenset(_UNIFIED)

_CONJUNCTIONS = r"och|eller|samt|respektive|og|eller|and|or"
#: What differs between the flat text and a shadow, each alternative a named group.
_JOINTS = re.compile(
    rf"(?P<divided>(?<=[^\W\d_]{{2}})-[ ]{{0,3}}\n\s{{0,40}}(?=[a-zåäöæøéü])(?!(?:{_CONJUNCTIONS})\b))"
    r"|(?P<kept>(?<=[^\W\d_])-[ ]{0,3}\n\s{0,40}(?=[^\W\d_])(?!(?:och|eller|samt|og|and)\b))"
    r"|(?P<soft>\u00ad\s{0,3}\n?\s{0,20})|(?P<filler>\u2060{1,3000})"
    r"|(?P<space>[ \n]{2,}|\n)"
    r"|(?P<mark>\*\*|__|(?<![^\s(*_])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![^\s.,;:!?)*_])"
    r"|!?\[(?=[^\[\]\n]{0,300}\]\()"
    r"|\]\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)|<br ?/?>|\\(?=[\[\]()*_#|.!-]))"
)
#: Without one of these there is no joint at all.
_JOINT_SIGN = re.compile(r"[\n\u00ad\u2060*_\[\]\\<]")
_PIECE = {"divided": "", "kept": "-", "soft": "", "filler": "", "space": " ", "mark": ""}


#: The tab comes first in the pattern, so that nothing else of a long text is looked at.
_COLUMN = re.compile(r"\t(?:(?<=[^\s\d.):•*–-]\t)(?=[\t ]{0,20}[^\s\t])|(?<=\t[\d–-]\t)(?=\S))")


def flatten(text: str) -> str:
    """The text with look-alike characters unified, character for character. A tab between two words divides the
    cells of a row and becomes a bar."""
    flat = _COLUMN.sub("|", text) if "\t" in text else text
    # A text has a few of the look-alikes, and replacing those is faster than asking for each of its characters.
    for character in _FOREIGN.intersection(flat):
        flat = flat.replace(character, _UNIFIED[character])
    return flat


def lowered(text: str) -> str:
    """The text in lower case, as long as it was: the one letter that becomes two is put back as one."""
    lower = text.lower()
    return lower if len(lower) == len(text) else lower.replace("i\u0307", "i")


_FROM_START = (0,)


@dataclass(frozen=True, slots=True, eq=False)
class Shadow:
    """A passage made easy to search. ``text[i]`` came from ``origin(i)`` of the original."""

    text: str
    _at: Sequence[int]
    _origins: Sequence[int]

    def origin(self, position: int) -> int:
        """The original offset of one character of the shadow."""
        if len(self._at) == 1:
            return self._origins[0] + position
        stretch = bisect_right(self._at, position) - 1
        return self._origins[stretch] + position - self._at[stretch]

    def span(self, start: int, end: int) -> Span:
        """The original span of a stretch of at least one character."""
        return self.origin(start), self.origin(end - 1) + 1

    def cut(self, start: int, end: int) -> Shadow:
        """The shadow of a part of this one."""
        if len(self._at) == 1:
            return Shadow(self.text[start:end], _FROM_START, (self._origins[0] + start,))
        first = bisect_right(self._at, start) - 1
        last = bisect_right(self._at, max(start, end - 1))
        at = [max(0, p - start) for p in self._at[first:last]]
        origins = list(self._origins[first:last])
        origins[0] += start - self._at[first]
        return Shadow(self.text[start:end], at, origins)


def shadow_of(flat: str, spans: Sequence[Span]) -> Shadow:
    """The shadow of some spans of the flat text, put together with a space between them."""
    if len(spans) == 1:
        start, end = spans[0]
        piece = flat[start:end]
        if piece and "  " not in piece and _JOINT_SIGN.search(piece) is None:
            return Shadow(piece, _FROM_START, (start,))
    pieces: list[str] = []
    at: list[int] = []
    origins: list[int] = []
    length = 0

    def add(piece: str, origin: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            at.append(length)
            origins.append(origin)
            length += len(piece)

    for number, (start, end) in enumerate(spans):
        if number and length and pieces[-1][-1:] != " ":
            add(" ", spans[number - 1][1] - 1)
        position = start
        piece = flat[start:end]
        if "  " not in piece and _JOINT_SIGN.search(piece) is None:
            add(piece, start)
            continue
        for joint in _JOINTS.finditer(flat, start, end):
            add(flat[position : joint.start()], position)
            add(_PIECE[joint.lastgroup or "space"], joint.start())
            position = joint.end()
        add(flat[position:end], position)
    return Shadow("".join(pieces), at or [0], origins or [spans[0][0] if spans else 0])
