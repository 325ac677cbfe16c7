"""How dates are written in Swedish, Norwegian, Danish and English: the patterns."""

from __future__ import annotations

import re

from docreader.text.triggers import stems_of

_MONTH_NAMES = (
    "januari|january|januar|jan",
    "februari|february|februar|febr|feb",
    "mars|march|marts|mar",
    "april|apr",
    "maj|mai|may",
    "juni|june|jun",
    "juli|july|jul",
    "augusti|august|aug",
    "september|sept|sep",
    "oktober|october|okt|oct",
    "november|nov",
    "december|desember|dec|des",
)


MONTHS = {word: number for number, row in enumerate(_MONTH_NAMES, 1) for word in row.split("|")}


MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"


WEEKDAY = (
    r"(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|tors|lør|søn|mon|tues|wednes|thurs|fri|satur|sun)(?:da[gy])(?:en|s)?"
)


FULL_MONTH = (
    r"(?:"
    + "|".join(
        word for word in MONTHS if len(word) > 4 or word in ("mars", "juni", "juli", "maj", "mai", "july", "june")
    )
    + r")"
)


_DAY = r"(?:[012]?\d|3[01])"


_TO = r"\s{0,2}(?:[-–]|till|til|to|och|og|and|&)\s{0,2}"


_YEAR = r"(?:19|20)\d\d"


_MAYBE_YEAR = rf"(?:,?\s{{1,2}}(?P<y>{_YEAR})\b)?"


_SEASON = (
    r"efterår|forår|sommer|vinter|sommar|våren|sommaren|hösten|vintern|höst|vår|våren|høsten|sommeren|vinteren"
    r"|foråret|efteråret|spring|summer"
    r"|autumn|fall|winter"
)


#: Order matters: the first that matches at a place wins it.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "iso",
            (
                rf"(?<![\d-])(?P<y>{_YEAR})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>{_DAY})(?!\d)"
                rf"(?:\s?[-–]\s?(?P<y2>{_YEAR})-(?P<m2>0[1-9]|1[0-2])-(?P<d2>{_DAY})(?!\d))?"
            ),
        ),
        (
            "months",
            (
                rf"\b(?P<d>{_DAY})(?::e|\.|st|nd|rd|th)?\s?(?P<m>{MONTH}){_MAYBE_YEAR}{_TO}(?:den\s)?"
                rf"(?P<d2>{_DAY})(?::e|\.)?\s?(?P<m2>{MONTH})(?:,?\s{{1,2}}(?P<y2>{_YEAR})\b)?"
            ),
        ),
        (
            "days",
            (
                rf"\b(?P<d>{_DAY})\.?{_TO}(?:den\s)?(?P<d2>{_DAY})(?::e|\.|st|nd|rd"
                rf"|th)?\s?(?P<m>{MONTH}){_MAYBE_YEAR}"
            ),
        ),
        (
            "day",
            (
                rf"(?<![\d.,/])(?P<d>{_DAY})(?::e|\.|st|nd|rd|th)?\s{{0,2}}(?:of\s"
                rf"|i\s)?(?P<m>{MONTH}){_MAYBE_YEAR}"
            ),
        ),
        (
            "english",
            (
                rf"\b(?P<m>(?-i:[A-Z])[a-z]{{2,8}}\b\.?)\s(?P<d>{_DAY})(?:st|nd|rd|th)?(?:{_TO}(?P<d2>{_DAY})"
                rf"(?:st|nd|rd|th)?)?(?![\d:/-]|\.\d)(?:,?\s{{1,2}}(?P<y>{_YEAR})\b)?"
            ),
        ),
        (
            "numbers",
            (
                rf"(?<![\d./-])(?P<d>{_DAY})(?P<sep>[./-])(?P<m>0?[1-9]|1[0-2])(?:(?P=sep)|\s?-\s?"
                rf"|\s)(?P<y>{_YEAR})(?!\d)"
            ),
        ),
        (
            "short",
            (
                r"(?<![\d./:-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<m>0?[1-9]|1[0-2])(?:(?P=sep)"
                r"|-)(?P<b>\d{2})(?![\d./:])"
            ),
        ),
        (
            "yearless",
            (
                rf"(?:\b(?:den|d\.|{WEEKDAY})\s{{1,2}}|(?<=\s)(?=\d{{1,2}}/))(?P<d>{_DAY})/(?P<m>1[0-2]"
                rf"|0?[1-9])(?![\d/.-]|\s?\d)"
            ),
        ),
        (
            "dotted",
            (
                rf"(?<=[\s(|:])(?<!§ )(?P<d>{_DAY})\.(?P<m>1[0-2]|0?[1-9])\.(?=\s*$|[,;)|]|\s(?:kl|kell|from|fra"
                rf"|i|på|at)\b)"
            ),
        ),
        ("yearmonth", rf"(?<![\d.,:/-])(?P<y>{_YEAR}),?\s(?P<m>{FULL_MONTH})\b(?!\.?\s?\d)"),
        ("month", rf"\b(?P<m>(?:{MONTH}))\s(?:månad\s)?(?P<y>{_YEAR})\b"),
        ("bare", rf"\b(?:i|in|under)\s(?P<m>{FULL_MONTH})\b(?!\.?\s?\d)"),
        (
            "halfyear",
            rf"\b(?:första|andra|første|anden|first|second)\s(?:halv[aå]ret|half(?:\sof)?)\s(?P<y>{_YEAR})\b",
        ),
        ("season", rf"\b(?P<s>{_SEASON})\s(?:of\s)?(?P<y>{_YEAR})\b"),
        (
            "years",
            (
                rf"(?<![\d.,:-])(?P<y>{_YEAR})\s?(?:[-–/]|till och med|t\.?o\.?m\.?)\s?(?P<y2>{_YEAR}"
                rf"|\d\d)(?![\d-])"
            ),
        ),
        (
            "relative",
            (
                r"\b(?P<r>nästa år|neste år|næste år|next year|i år|this year|förra året|i fjol|i fjor"
                r"|sidste år|last year)\b"
            ),
        ),
        ("year", rf"(?<![\d.,:/#-])(?P<y>{_YEAR})(?![\d/]|:\d|[.,]\d|-\d)"),
    )
)


WITH_MONTH = frozenset(("months", "days", "day", "english", "yearmonth", "month", "bare"))


#: What each sort of date cannot do without: a sign between figures, a year of four figures, one of some words.
WITH_SIGNS = frozenset(("iso", "numbers", "short", "yearless", "dotted"))


WITH_YEAR = frozenset(("iso", "numbers", "yearmonth", "month", "halfyear", "season", "years", "year"))


#: Those that begin with a figure, the first of its row: they are tried at those places only.
FROM_FIGURES = frozenset(("iso", "months", "days", "day", "numbers", "short", "dotted", "yearmonth", "years", "year"))


WITH_STEMS = {
    name: stems
    for name, pattern in PATTERNS
    if name in ("halfyear", "season", "relative")
    if (stems := stems_of(pattern))
}
