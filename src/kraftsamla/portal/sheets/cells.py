"""Cells as text, one spelling for what means the same, and text as what a deed wants."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from kraftsamla.core.partial_dates import check_partial_date
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Takes
from kraftsamla.ui.forms import read_partial_date

#: What a cell of a spreadsheet can hold.
LONGEST = 32_767
TOO_LONG = "(Texten är för lång för en cell. Den ändras på postens sida.)"
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BETWEEN = "; "


def text_cell(value: Any) -> str:
    """A stored value as the text of a cell."""
    text = UNWRITABLE.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n").strip()
    text = text.replace("x005F_", "")  # how a file says "_x", which the library that reads takes away everywhere
    # Counted as spreadsheet programs do, in UTF-16.
    return TOO_LONG if len(text.encode("utf-16-le")) // 2 > LONGEST else text


def choice_cell(choices: type[models.TextChoices], value: str) -> str:
    return labels(choices).get(value, value)


def many_cell(names: Iterable[str]) -> str:
    return BETWEEN.join(names)


@cache
def labels(choices: type[models.TextChoices], language: str = "sv") -> dict[str, str]:
    """What the values of a choice are called, in a language of its own whatever the reader's."""
    with translation.override(language):
        return {str(value): str(label) for value, label in choices.choices}


def parse(column: Column, text: str, *, known: Known, strategy: models.Model | None, was_number: bool) -> Any:
    """A cell's text as a deed wants it. Raises ValidationError saying what to write instead."""
    if column.required and not text:
        raise ValidationError(_("Cellen är tom. Fyll i den."))
    if text == TOO_LONG:
        raise ValidationError(_("Texten är för lång för en cell. Ändra den här posten på dess egen sida."))
    match column.takes:
        case Takes.DATE:
            return _date(text)
        case Takes.WHOLE:
            return _whole(text)
        case Takes.CHOICE if column.choices is not None:
            return _choice(column.choices, text)
        case Takes.ONE:
            return _one(column, text, known=known)
        case Takes.MANY:
            return _many(column, text, known=known, strategy=strategy, was_number=was_number)
        case _:
            return text


def _date(text: str) -> str:
    if not text:
        return ""
    found = read_partial_date(text)
    check_partial_date(found)
    return found


def _whole(text: str) -> Decimal | None:
    if not text:
        return None
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number != number.to_integral_value():
        raise ValidationError(_("”%(text)s” är inte ett heltal. Skriv bara siffror.") % {"text": text[:60]})
    return number.to_integral_value()


def _choice(choices: type[models.TextChoices], text: str) -> str:
    if not text:
        return ""
    sought = text.casefold()
    for named in (labels(choices), labels(choices, "en")):
        for value, label in named.items():
            if sought in {value.casefold(), label.casefold()}:
                return value
    raise ValidationError(
        _("”%(text)s” går inte. Välj ett av: %(choices)s.")
        % {"text": text[:60], "choices": ", ".join(labels(choices).values())}
    )


def _one(column: Column, text: str, *, known: Known) -> Any:
    return getattr(known, column.register).find(text) if text else None


def _many(
    column: Column, text: str, *, known: Known, strategy: models.Model | None, was_number: bool
) -> list[Any]:
    names = [name.strip() for name in text.replace("\n", ";").split(";") if name.strip()]
    if column.register in {"objectives", "areas"}:
        found = [
            known.numbered(column.register, name, strategy=strategy, was_number=was_number) for name in names
        ]
    else:
        found = [getattr(known, column.register).find(name) for name in names]
    return list({record.pk: record for record in found}.values())


def as_date(text: str) -> dt.date | None:
    """The day, when a text is a whole date that a spreadsheet can hold as one."""
    if not re.fullmatch(r"(?:19|2\d)\d\d-\d\d-\d\d", text):
        return None
    day = dt.date.fromisoformat(text)
    return day if day > dt.date(1900, 3, 1) else None  # spreadsheets believe that 1900 was a leap year
