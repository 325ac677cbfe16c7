"""Tags that every template may use; they are loaded for all of them by the settings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from babel import Locale
from django import template
from django.db import models
from django.forms import BoundField, CheckboxInput, Select, Textarea
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kraftsamla.core.partial_dates import SHAPE
from kraftsamla.core.text import Text
from kraftsamla.core.text import readable as as_read

register = template.Library()


@register.filter
def say(text: Text | str | Promise | None) -> str | SafeString:
    """Words in the reader's language; words that exist only in the other one are marked with theirs."""
    if not text:
        return ""
    if not isinstance(text, Text):
        return str(text)
    language = "en" if (get_language() or "sv").startswith("en") else "sv"
    own, other = (text.en, text.sv) if language == "en" else (text.sv, text.en)
    if own:
        return own
    return format_html('<span lang="{}">{}</span>', "sv" if language == "en" else "en", other)


@register.filter
def partial_date(value: str | None) -> str:
    """"2021-10-22" as "22 oktober 2021", "2021-10" as "oktober 2021", "2021" as it is."""
    match = SHAPE.fullmatch(value or "")
    if match is None:
        return value or ""
    year, month, day = match.groups()
    if month is None:
        return year
    if day is None:
        return date_format(dt.date(int(year), int(month), 1), "F Y")
    return date_format(dt.date(int(year), int(month), int(day)), "j F Y")


@register.filter
def readable(quote: str) -> str:
    """A quotation without the signs its file had for lists, headings and bold."""
    return as_read(quote)


@register.filter
def country(code: str) -> str:
    """"SE" as "Sverige" or "Sweden"; what is no country's code as it is."""
    return str(Locale.parse("en" if (get_language() or "sv").startswith("en") else "sv").territories.get(code, code))


@register.filter
def moment(at: dt.datetime | None) -> str:
    """A time of day and date, as a log writes it: "22 nov 2021 13:05"."""
    if at is None:
        return ""
    month = "M" if (get_language() or "sv").startswith("en") else "b"
    return date_format(localtime(at), f"j {month} Y H:i")


@register.simple_tag
def period(valid_from: str, valid_to: str, seen_on: str = "") -> str:
    """A time in words: "maj 2019 – oktober 2021", "från 2019", "till 2021", "uppgift från 10 november 2021"."""
    start, end = partial_date(valid_from), partial_date(valid_to)
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return _("från %(date)s") % {"date": start}
    if end:
        return _("till %(date)s") % {"date": end}
    if seen_on:
        return pgettext("när en källa visar det", "uppgift från %(date)s") % {"date": partial_date(seen_on)}
    return ""


@register.filter
def kind(record: models.Model) -> str:
    """What sort of record it is, as the log and addresses call it: "actors.organisation"."""
    return record._meta.label_lower


@register.filter
def control(field: BoundField) -> str:
    """The shape of a field's control, for its style: "checkbox", "select", "date", "textarea" or "text"."""
    widget = field.field.widget
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    if isinstance(widget, Textarea):
        return "textarea"
    if "date" in str(widget.attrs.get("class", "")).split():
        return "date"
    return "select" if type(widget) is Select else "text"


@register.filter
def standing(form: Any, name: str) -> str:
    """What stands in a field now, when somebody else has changed it while the form was open."""
    return str(getattr(form, "standing", {}).get(name, ""))


@register.filter
def taken(form: Any, name: str) -> bool:
    """Whether a field now holds what somebody else wrote while the form was open."""
    return name in getattr(form, "taken", ())
