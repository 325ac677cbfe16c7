"""Dates and clock times in Swedish, Norwegian, Danish and English, as precise as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from docreader.text.date_patterns import (
    FROM_FIGURES,
    FULL_MONTH,
    MONTHS,
    PATTERNS,
    WITH_MONTH,
    WITH_SIGNS,
    WITH_STEMS,
    WITH_YEAR,
)
from docreader.text.triggers import quick

_DIVIDED = re.compile(r"\d\s?[./-]")


_FULL_YEAR = re.compile(r"(?:19|20)\d\d")


_DIGIT = re.compile(r"\d")


_FIGURES = re.compile(r"\d+")


#: The beginning of each name of a month.
_MONTH_STEMS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "des")


#: What a date without figures has: "in May", "next year".
_HINT = quick(
    rf"\bi (?:år|fjol|fjor)\b|(?:nästa|neste|næste|förra) år|(?:next|this|last) year|\b(?:i|in|under) {FULL_MONTH}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its place in the searched text; parts that are not written are None.

    ``last`` is the final day, month or year of a range, as ISO text, None for a single date.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: tuple[int | None, int | None, int | None] | None = None
    shift: int | None = None
    approximate: bool = False

    @property
    def iso(self) -> str | None:
        """The date as ISO text as precise as written, or None when the year is missing."""
        return iso_text(self.year, self.month, self.day)

    @property
    def last_iso(self) -> str | None:
        """The end of the range likewise."""
        if self.last is None:
            return None
        year, month, day = self.last
        return iso_text(year or self.year, month, day)

    @property
    def lacks_year(self) -> bool:
        """True when day and month are given without a year."""
        return self.year is None and self.month is not None

    def with_year(self, year: int) -> FoundDate:
        """The same date in a given year."""
        last = self.last and (self.last[0] or year, self.last[1], self.last[2])
        return replace(self, year=year, last=last)

    def after(self, base: str) -> FoundDate:
        """The first such date on or after ``base`` (ISO text), for a date without year."""
        year = int(base[:4])
        own = iso_text(year, self.month, self.day) or ""
        return self.with_year(year if own >= base[: len(own)] else year + 1)

    def before(self, base: str) -> FoundDate:
        """The last such date on or before ``base``."""
        year = int(base[:4])
        own = iso_text(year, self.month, self.day) or ""
        return self.with_year(year if own <= base[: len(own)] else year - 1)


def iso_text(year: int | None, month: int | None, day: int | None) -> str | None:
    """ISO text of what is known, from the year downwards."""
    if year is None:
        return None
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def month_number(word: str) -> int | None:
    """1..12 for the name of a month or its abbreviation in any of the languages."""
    return MONTHS.get(word.casefold().rstrip("."))


def find_dates(text: str, *, day_first: bool = False) -> list[FoundDate]:
    """All dates in the text, in order, none overlapping another. ``day_first`` tells how to read 24-10-21."""
    return list(_found(text, day_first=day_first)) if may_hold_date(text) else []


def may_hold_date(text: str) -> bool:
    """False for a text that surely holds no date: a cheap test."""
    return _DIGIT.search(text) is not None or _HINT.search(text) is not None


def _names_month(lowered: str) -> bool:
    return any(stem in lowered for stem in _MONTH_STEMS)


def reads_day_first(text: str, *, swedish: bool) -> bool:
    """How a document writes dates of two-digit numbers: the year first is Swedish, unless the years written out
    elsewhere in the document say otherwise."""
    if not swedish:
        return True
    years = set(re.findall(r"\b20(\d\d)\b", text[:200_000]))
    short = re.findall(r"(?<![\d./:-])(\d\d)-(?:0[1-9]|1[0-2])-(\d\d)(?![\d./:-])", text[:200_000])
    told = len(short) > 1 or any(len(re.findall(rf"\b20{last}\b", text[:200_000])) > 2 for _, last in short)
    return (
        bool(years)
        and bool(short)
        and told
        and all(last in years for _, last in short)
        and not any(first in years for first, _ in short)
    )


@lru_cache(maxsize=2048)
def _found(text: str, *, day_first: bool) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    lowered = text.lower()
    figures = [match.start() for match in _FIGURES.finditer(text)]
    lacking = _lacking(text, lowered, figures)
    for name, pattern in PATTERNS:
        if name in lacking or (name in WITH_STEMS and not any(stem in lowered for stem in WITH_STEMS[name])):
            continue
        for match in _at(pattern, text, figures) if name in FROM_FIGURES else pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            result = _make(name, match, day_first=day_first)
            if result is not None:
                found.append(result)
                taken[start:end] = b"\x01" * (end - start)
    return tuple(sorted(found, key=lambda item: item.start))


_WITH_FIGURES = frozenset(name for name, _ in PATTERNS) - {"relative", "bare"}


def _lacking(text: str, lowered: str, figures: list[int]) -> frozenset[str]:
    """The sorts of dates that a text cannot hold."""
    if not figures:
        return _WITH_FIGURES if _names_month(lowered) else _WITH_FIGURES | WITH_MONTH
    lacking = frozenset() if _names_month(lowered) else WITH_MONTH
    if _DIVIDED.search(text) is None:
        lacking |= WITH_SIGNS
    return lacking if _FULL_YEAR.search(text) else lacking | WITH_YEAR


def _at(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """As ``finditer`` of a pattern that can match only from one of the places."""
    end = 0
    for place in places:
        match = pattern.match(text, place) if place >= end else None
        if match is not None:
            yield match
            end = match.end()


def _make(name: str, match: re.Match[str], *, day_first: bool) -> FoundDate | None:
    groups = match.groupdict()
    start, end = match.span()
    if name == "relative":
        shift = 1 if groups["r"].casefold()[:2] in ("nä", "ne") else 0
        shift = -1 if groups["r"].casefold()[:2] in ("fö", "si", "la") or "fj" in groups["r"].casefold() else shift
        return FoundDate(start, end, shift=shift)
    if name == "short":
        return _short(match, day_first=day_first)
    year = int(groups["y"]) if groups.get("y") else None
    month = _month(groups.get("m"))
    if groups.get("m") and month is None:
        return None
    day = int(groups["d"]) if groups.get("d") else None
    if day is not None and not _exists(year, month, day):
        return None
    last = _last(groups, year, month)
    if last is not None and name == "years" and (last[0] or 0) <= (year or 0):
        return None
    if name == "months" and year is None and last is not None:
        year = last[0]
    return FoundDate(start, end, year, month, day, last, approximate=name in ("season", "halfyear"))


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else month_number(word)


def _last(
    groups: dict[str, str | None], year: int | None, month: int | None
) -> tuple[int | None, int | None, int | None] | None:
    second_year, second_month, second_day = groups.get("y2"), groups.get("m2"), groups.get("d2")
    if second_day:
        last_year = int(second_year) if second_year else year
        return last_year, _month(second_month) if second_month else month, int(second_day)
    if second_year and year:
        return int(second_year) if len(second_year) == 4 else year // 100 * 100 + int(second_year), None, None
    return None


def _short(match: re.Match[str], *, day_first: bool) -> FoundDate | None:
    """Two-digit years: 24-10-21 begins with the year in Swedish, 24.12.06 with the day everywhere."""
    first, month, last = int(match["a"]), int(match["m"]), int(match["b"])
    year_first = match["sep"] == "-" and not day_first and len(match["a"]) == 2 and 1 <= last <= 31
    year, day = (first, last) if year_first else (last, first)
    if not _exists(2000 + year, month, day):
        return None
    return FoundDate(match.start(), match.end(), 2000 + year if year < 60 else 1900 + year, month, day)


def _exists(year: int | None, month: int | None, day: int) -> bool:
    try:
        date(year or 2024, month or 1, day)
    except ValueError:
        return False
    return True
