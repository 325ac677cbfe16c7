"""How letters and pages of invitations say when a meeting is."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

from kraftsamla.core.calendars.entries import WHOLE_DAY
from kraftsamla.core.text import Text
from kraftsamla.letters.notices.wording import in_language
from kraftsamla.ui.templatetags.ui import partial_date

register = template.Library()


@register.filter
def weekday_and_date(value: str) -> str:
    """With the day of the week, "torsdag 3 december 2026", when the day is known; else what is known."""
    if len(value) != WHOLE_DAY:
        return partial_date(value)
    return date_format(dt.date.fromisoformat(value), "l j F Y")


@register.filter
def say_plainly(text: Text) -> str:
    """In the active language where there are words in it, without marks: for plain text."""
    return in_language(text, get_language() or "sv")
