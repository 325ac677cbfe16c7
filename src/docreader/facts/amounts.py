"""Money: how much somebody has set aside, granted or may use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.numbers import number_of
from docreader.text.page import Page

_MONEY = re.compile(
    r"\b(?P<clause>(?:får använda|beräknas få använda|avsätter|avsätts|tilldelas|satsar|anslår|bidrar med"
    r"|finansieras med|budget(?:en)? (?:är|på|uppgår till)|kostnad(?:en)? uppgår till|allocates?|bevilgas"
    r"|bevilges|afsætter|setter av)\s(?:högst |upp till |cirka |ca |omkring "
    r"|up to )?(?P<n>\d{1,3}(?:[ .]\d{3}){0,4}|\d+(?:,\d+)?)\s?(?P<unit>miljoner|milj\.?|mkr|miljarder"
    r"|million|mio\.?|mill\.?|tkr)?\s?(?:kronor|kr\.?|euro|SEK|EUR|NOK|DKK)?(?:[^.,;]{0,40}?(?:under|för"
    r"|in|for) (?:19|20)\d\d)?)",
    re.IGNORECASE,
)
#: An amount with its currency, in whatever sentence it stands.
_AMOUNT = re.compile(
    r"(?P<before>(?:€|£|\$|\b(?:SEK|NOK|DKK|EUR|USD))\s?)?(?<![\d.,])(?P<n>\d{1,3}(?:[ .]\d{3}){1,4}"
    r"|\d+(?:[.,]\d+)?)\s?"
    r"(?P<unit>miljoner|milj\.|miljoner|mkr|miljarder|millioner|millions?|mio\.|mill\.|milliarder|billion|tkr)?"
    r"\s?(?P<currency>(?:(?:svenska|norska|danska|svenske|norske|danske|Swedish|Norwegian|Danish)\s)?"
    r"(?:kronor|kroner|kr\b|euros?\b|SEK\b|EUR\b|NOK\b|DKK\b|pounds|dollars?))?",
)
_CLAUSE = re.compile(r"(?:^|,\s|;\s|\s(?:men|och|men|and|but|og)\s)")
_LEAST = 10_000
_TIMES = {
    "milj": 1_000_000,
    "mill": 1_000_000,
    "mio": 1_000_000,
    "mkr": 1_000_000,
    "tkr": 1_000,
    "miljard": 1_000_000_000,
    "milliard": 1_000_000_000,
    "bill": 1_000_000_000,
}


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Each amount as a metric, outside minutes."""
    del found
    if page.is_minutes:
        return
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 600 or not any(character.isdigit() for character in text):
            continue
        taken = False
        for match in _MONEY.finditer(text):
            after = _AMOUNT.match(text, match.start("n"))
            value = _value(match["n"], match["unit"] or "")
            whole = after is None or not after["currency"] or after.end() <= match.end()
            if value is not None and (match["unit"] or value >= 1000) and whole:
                taken = True
                yield suggest(
                    "metric", [sentence.part(*match.span("clause"))], 0.75, title=match["clause"], value=value
                )
        for match in () if taken else _AMOUNT.finditer(text):
            value = _value(match["n"], match["unit"] or "")
            if not (match["currency"] or match["before"] or match["unit"] == "mkr") or value is None or value < _LEAST:
                continue
            start, end = _clause(text, match)
            title = text[start:end].strip(" .,;")
            yield suggest("metric", [sentence.part(start, end)], 0.7, title=title, value=value)


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause with the amount: a short sentence as a whole."""
    if len(text) <= 120:
        return 0, len(text)
    starts = [mark.end() for mark in _CLAUSE.finditer(text, 0, match.start())]
    start = starts[-1] if starts else 0
    stop = re.search(r"[,;]\s|\s(?:som|vilket|which|der|men|but)\s", text[match.end() :])
    end = match.end() + stop.start() if stop else len(text)
    if match.start() - start > 60:
        lead = re.search(
            r"\b(?:får|fick|har|får|can|may|has|kan|skal|ska|will|bidra\w*|avs[äe]t\w*)\b", text[start : match.start()]
        )
        start = start + lead.start() if lead else text.rfind(" ", 0, match.start() - 20) + 1
    return start, end


def _value(figure: str, unit: str) -> int | float | None:
    times = next(
        (
            factor
            for start, factor in sorted(_TIMES.items(), key=lambda i: -len(i[0]))
            if unit.casefold().startswith(start)
        ),
        1,
    )
    if "," in figure or re.fullmatch(r"\d+\.\d{1,2}", figure):
        return float(figure.replace(",", ".")) * times
    number = number_of(figure)
    return number * times if number is not None else None
