"""Money: how much somebody has set aside, granted or may use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.numbers import number_of
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_MONEY = quick(
    r"\b(?P<clause>(?:får använda|beräknas få använda|avsätter|avsätts|tilldelas|satsar|anslår|bidrar med"
    r"|finansieras med|budget(?:en)? (?:är|på|uppgår till)|kostnad(?:en)? uppgår till|allocates?|bevilgas"
    r"|bevilges|afsætter|setter av)\s(?:högst |upp till |cirka |ca |omkring "
    r"|up to )?(?P<n>\d{1,3}(?:[ .]\d{3}){0,4}|\d+(?:,\d+)?)\s?(?P<unit>miljoner|milj\.?|mkr|miljarder"
    r"|million|mio\.?|mill\.?|tkr)?\s?(?:kronor|kr\.?|euro|SEK|EUR|NOK|DKK)?(?:[^.,;]{0,40}?(?:under|för"
    r"|in|for) (?:19|20)\d\d)?)",
    re.IGNORECASE,
)
#: An amount with its currency, in whatever sentence it stands.
_AMOUNT = quick(
    r"(?P<before>(?:€|£|\$|\b(?:SEK|NOK|DKK|EUR|USD))\s?)?(?<![\d.,])(?P<n>\d{1,3}(?:[ .]\d{3}){1,4}"
    r"|\d+(?:[.,]\d+)?)\s?"
    r"(?P<unit>miljoner|miljarder|milj\.|mkr|mnkr|Mkr|MSEK|MNOK|mdkr|mdr\.?|millioner|millions?|mio\.|mill\."
    r"|milliarder|milliard|miljard|billion|tkr|tusen|thousand|tusind)?"
    r"\s?(?P<currency>(?:(?:svenska|norska|danska|svenske|norske|danske|Swedish|Norwegian|Danish)\s)?"
    r"(?:kronor|kroner|kr\b|euros?\b|SEK\b|EUR\b|NOK\b|DKK\b|pounds|dollars?))?",
)
#: Parts of the words and signs without which no figure is an amount.
_SIGN = re.compile(r"kr|euro|SEK|NOK|DKK|EUR|USD|pounds|dollar|[€£$]")
_CURRENCY = quick(r"\b(?:kronor|kroner|kr|euros?|SEK|EUR|NOK|DKK)\b")
_MINUS = re.compile(r"(?:minus |[−–-])$")
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"(?:^|,\s|;\s|\s(?:men|och|men|and|but|og)\s)")
_LEAST = 5_000
_OWN_CURRENCY = frozenset(("mkr", "mnkr", "msek", "mnok", "mdkr", "tkr"))
_YEAR = re.compile(
    r"\s(?:under|för|for|in|i|per)\s(?:19|20)\d\d|\s(?:om året|per år|om året|årligen|årlig|årligt|a year|annually"
    r"|per year)\b"
)
#: What is wished, decided or charged is no figure about the matter.
_WISH = quick(
    r"\b(?:bör|borde|should|bør|burde|föreslår|föreslog|foreslår|foreslog|yrkar|proposes?|proposed|vill|ønsker"
    r"|önskar)\b",
    re.I,
)
#: The same for minutes, where sums are also voted and charged.
_VOTED = quick(
    r"\b(?:högst|høyst|höjst|avgift\w*|kontingent\w*|arvode\w*|pris(?:et)? för|kostar|ersättning\w*|beviljas"
    r"|bevilgas|balanseras)\b",
    re.I,
)
_TIMES = {
    "milj": 1_000_000,
    "mill": 1_000_000,
    "mio": 1_000_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "msek": 1_000_000,
    "mnok": 1_000_000,
    "mdkr": 1_000_000_000,
    "mdr": 1_000_000_000,
    "tkr": 1_000,
    "tus": 1_000,
    "thousand": 1_000,
    "miljard": 1_000_000_000,
    "milliard": 1_000_000_000,
    "bill": 1_000_000_000,
}


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Each amount as a metric; in minutes only what is told, not what is voted or charged."""
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 600 or _DIGIT.search(text) is None:
            continue
        told = list(_MONEY.finditer(text))
        if not told and _SIGN.search(text) is None:
            continue
        if page.is_minutes and (
            _WISH.search(text) or _VOTED.search(text) or found.covers(sentence.tail, "decision", "participant")
        ):
            continue
        taken: list[tuple[int, int]] = []
        priced = _CURRENCY.search(text) is not None
        for match in told:
            after = _AMOUNT.match(text, match.start("n"))
            value = _value(match["n"], match["unit"] or "")
            whole = after is None or not after["currency"] or after.end() <= match.end()
            if value is not None and (match["unit"] or value >= 1000) and whole:
                taken.append(match.span())
                yield suggest(
                    "metric", [sentence.part(*match.span("clause"))], 0.75, title=match["clause"], value=value
                )
        for match in _AMOUNT.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            suggestion = _amount(page, found, sentence, match, priced=priced)
            if suggestion is not None:
                yield suggestion


def _amount(page: Page, found: Found, sentence: Sentence, match: re.Match[str], *, priced: bool) -> Suggestion | None:
    """An amount with its currency, with the clause it stands in as its title."""
    text = sentence.text
    unit = (match["unit"] or "").casefold()
    value = _value(match["n"], unit)
    money = match["currency"] or match["before"] or unit in _OWN_CURRENCY or (unit and priced)
    if not money or value is None or value < _LEAST:
        return None
    if found.covers(sentence.part(*match.span()), "metric", "proposal", "request"):
        return None
    start, end = _clause(text, match)
    title = text[start:end].strip(" .,;")
    if _WISH.search(title):
        return None
    value = -value if _MINUS.search(text, 0, match.start()) else value
    place = match.span() if page.is_minutes else _tight(text, match, start)
    return suggest("metric", [sentence.part(*place)], 0.7, title=title, value=value)


def _tight(text: str, match: re.Match[str], start: int) -> tuple[int, int]:
    """The amount with its verb and year: not what it was for."""
    label = text.rfind(": ", 0, match.start())
    if label >= start and match.start() - label < 4:
        start = label + 2
    year = _YEAR.match(text, match.end())
    return start, year.end() if year else match.end()


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause with the amount: a short sentence as a whole."""
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


#: The longest first: "mdkr" before "md".
_FACTORS = sorted(_TIMES.items(), key=lambda item: -len(item[0]))


_DECIMAL = re.compile(r"\d+\.\d{1,2}")


def _value(figure: str, unit: str) -> int | float | None:
    lowered = unit.casefold()
    times = next((factor for start, factor in _FACTORS if lowered.startswith(start)), 1) if unit else 1
    if "," in figure or _DECIMAL.fullmatch(figure):
        return float(figure.replace(",", ".")) * times
    number = number_of(figure)
    return number * times if number is not None else None
