"""Dates, times, amounts and numbers as they are written in each language."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

from kraftsamla.core.text import Language

CURRENCIES = {
    "sv": {"SEK": "kronor", "EUR": "euro", "NOK": "norska kronor", "DKK": "danska kronor", "USD": "amerikanska dollar",
           "GBP": "brittiska pund", "ISK": "isländska kronor"},
    "en": {},
}  # fmt: skip
LARGE = {
    "sv": ((10**9, "miljard", "miljarder"), (10**6, "miljon", "miljoner")),
    "en": ((10**9, "billion", "billion"), (10**6, "million", "million")),
}
WORDS = {
    "sv": "noll ett två tre fyra fem sex sju åtta nio tio elva tolv",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
}
TENS = {
    "sv": {20: "tjugo", 30: "trettio", 40: "fyrtio", 50: "femtio", 60: "sextio", 100: "hundra"},
    "en": {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 100: "a hundred"},
}
#: Days in a unit, and from how many days it is used.
UNITS = ((365, 730, "year"), (30, 60, "month"), (1, 0, "day"))
SPANS = {
    "sv": {"day": ("dag", "dagar"), "month": ("månad", "månader"), "year": ("år", "år")},
    "en": {"day": ("day", "days"), "month": ("month", "months"), "year": ("year", "years")},
}
SINCE = {"sv": "från", "en": "from"}
UNTIL = {"sv": "till", "en": "until"}


@cache
def _locale(language: Language) -> Locale:
    return Locale(language) if language == "sv" else Locale("en", "GB")


@cache
def _months(language: Language) -> tuple[str, ...]:
    names = _locale(language).months["format"]["wide"]
    return tuple(names[number] for number in range(1, 13))


@cache
def _short_months(language: Language) -> tuple[str, ...]:
    names = _locale(language).months["format"]["abbreviated"]
    return tuple(names[number].rstrip(".") for number in range(1, 13))


@lru_cache(maxsize=20_000)
def day(value: str, language: Language) -> str:
    """"2021-10-22" as "22 oktober 2021"; a month or a year as far as it is known; "" stays "".

    A time of day after the date is left out.
    """
    return _written(value, _months(language))


@lru_cache(maxsize=20_000)
def short_day(value: str, language: Language) -> str:
    """"2021-10-22" as "22 okt 2021", for narrow columns."""
    return _written(value, _short_months(language))


def _written(value: str, months: tuple[str, ...]) -> str:
    parts = value[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    month = months[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def period(start: str, end: str, language: Language) -> str:
    """From–to, said shortly: "22–25 mars 2021", "juni–december 2018", "från februari 2020", "till 2022"."""
    if not (start and end):
        half = SINCE[language] if start else UNTIL[language]
        return f"{half} {day(start or end, language)}" if start or end else ""
    if start == end:
        return day(start, language)
    a, b = start[:10].split("-"), end[:10].split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return f"{int(a[2])}–{day(end, language)}"
    if len(a) == len(b) == 2 and a[0] == b[0]:
        return f"{_months(language)[int(a[1]) - 1]}–{day(end, language)}"
    if len(a) == len(b) == 1:
        return f"{start}–{end}"
    return f"{day(start, language)} – {day(end, language)}"


def age(days: int, language: Language) -> str:
    """How long ago, as one says it: in days for two months, then in months, then in years."""
    count, unit = next((days // size, unit) for size, least, unit in UNITS if days >= least)
    one, many = SPANS[language][unit]
    return f"{count} {one if count == 1 else many}"


def clock(start: str, end: str, language: Language) -> str:
    """"12:00" and "16:15" as "kl. 12.00–16.15" (Swedish) or "12:00–16:15" (English)."""
    said = "–".join(time[:5] for time in (start, end) if time)
    return (f"kl. {said.replace(':', '.')}" if language == "sv" else said) if said else ""


def number(value: int, language: Language) -> str:
    return format_decimal(value, locale=_locale(language))


def in_words(value: int, language: Language) -> str:
    """Small and round numbers in letters, others in figures."""
    words = WORDS[language].split()
    return words[value] if 0 <= value < len(words) else TENS[language].get(value, number(value, language))


def money(amount: int, currency: str, language: Language) -> str:
    """21 000 000 SEK as "21 miljoner kronor" or "SEK 21 million"; what is not even is written out in full."""
    figure, scale = _scaled(amount, language)
    said = f"{figure} {scale}".strip()
    if language == "en":
        return f"{currency}\N{NO-BREAK SPACE}{said}"
    return f"{said} {CURRENCIES['sv'].get(currency, currency)}"


def _scaled(amount: int, language: Language) -> tuple[str, str]:
    for size, one, many in LARGE[language]:
        if amount >= size and amount % (size // 100) == 0:
            return format_decimal(amount / size, locale=_locale(language)), one if amount == size else many
    return number(amount, language), ""


@cache
def country(code: str, language: Language) -> str:
    return str(_locale(language).territories.get(code, code))
