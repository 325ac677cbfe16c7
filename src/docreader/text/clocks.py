"""Clock times, single and from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?:\b(?:kl(?:ockan)?|at)\b\.?\s{0,2}|(?<![\d.,:/-]))(?P<h>[01]?\d"
    r"|2[0-3])(?:[.:]?(?P<m>[0-5]\d))?(?:\s?h)?"
    r"(?:\s{0,2}(?:[-–]|till|til|to)\s{0,2}(?:kl\.?\s?)?(?P<h2>[01]?\d"
    r"|2[0-4])(?:[.:]?(?P<m2>[0-5]\d))?)?(?![\d/]|[.:,]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Clock times "HH:MM" with their place; ``until`` is None for a single time."""

    start: int
    end: int
    begins: str
    until: str | None


def find_clocks(text: str) -> Iterator[Clock]:
    """Clock times: with "kl" before them, with minutes, or as a span of hours after "kl"."""
    for match in _CLOCK.finditer(text):
        named = bool(re.match(r"kl|at", match[0], re.IGNORECASE))
        if not named and not (match["m"] and match["m2"]):
            continue
        if not named and not re.search(r"\d[.:]\d\d", match[0]):
            continue
        begins = f"{int(match['h']):02}:{match['m'] or '00'}"
        until = f"{int(match['h2']):02}:{match['m2'] or '00'}" if match["h2"] else None
        yield Clock(match.start(), match.end(), begins, until)
