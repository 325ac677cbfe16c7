"""Dates as people write them: "22 okt 2021", "okt 2021", "22/10 2021", "2021-10", "idag"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.clock import today
from kraftsamla.core.partial_dates import check_partial_date

#: The first three letters name a month in Swedish and English alike; "maj" and "may", "okt" and "oct" differ.
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
DAYS = {"idag": 0, "i dag": 0, "today": 0, "igår": -1, "i går": -1, "yesterday": -1}
WORDED = re.compile(r"(?:(?:den )?(\d{1,2})(?::?[ae]|st|nd|rd|th)?\.? )?([a-zåäö]{3,9})\.?,? (\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[ /.-](\d{4})")
MONTH_FIRST = re.compile(r"(\d{1,2})[/-](\d{4})")
IN_A_ROW = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_partial_date(written: str) -> str:
    """The date in the form it is kept in, or what was written when it is no date we know."""
    text = " ".join(written.replace("–", "-").casefold().split())
    if text in DAYS:
        return (today() + dt.timedelta(days=DAYS[text])).isoformat()
    if match := WORDED.fullmatch(text):
        day, month, year = match.groups()
        number = MONTHS.get(month[:3])
        return _iso(year, number, day) if number else text
    if match := YEAR_FIRST.fullmatch(text) or IN_A_ROW.fullmatch(text):
        return _iso(*match.groups())
    if match := DAY_FIRST.fullmatch(text):
        return _iso(*reversed(match.groups()))
    if match := MONTH_FIRST.fullmatch(text):
        return _iso(*reversed(match.groups()))
    return text


def _iso(year: str, month: str | int, day: str | None = None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


class PartialDateFormField(forms.CharField):
    """A year, a month or a day; "" when nothing was written."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("empty_value", None)
        kwargs["max_length"] = None
        kwargs["help_text"] = kwargs.get("help_text") or _("2021, okt 2021 eller 2021-10-22")
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "date", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        return read_partial_date(super().to_python(value) or "")

    def validate(self, value: object) -> None:
        super().validate(value)
        if value:
            check_partial_date(str(value))
