"""Dates at the precision that is known: "2021", "2021-10" or "2021-10-22" (ISO 8601, EDTF level 0).

They are kept as strings: two of them compare as text by the start of their period, and nothing is filled in that
nobody said.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_partial_date(value: str) -> None:
    """Raise ValidationError, naming the remedy, unless ``value`` is a year, a month or a day that exists."""
    match = SHAPE.fullmatch(value)
    if match is None:
        raise ValidationError(
            _("%(value)s är inte ett datum. Skriv år, år-månad eller år-månad-dag, till exempel 2021-10-22."),
            params={"value": value},
            code="not_a_date",
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        raise ValidationError(
            _("%(value)s finns inte. Månaden ska vara 01–12 och året större än 0000."),
            params={"value": value},
            code="no_such_date",
        )
    if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValidationError(
            _("%(value)s finns inte. Den månaden har %(days)s dagar."),
            params={"value": value, "days": calendar.monthrange(year, month)[1]},
            code="no_such_date",
        )


def earliest(value: str) -> dt.date:
    """The first day that ``value`` may mean."""
    parts = [int(part) for part in value.split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def latest(value: str) -> dt.date:
    """The last day that ``value`` may mean."""
    parts = [int(part) for part in value.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)


def in_force(*, valid_from: str, valid_to: str, at: dt.date) -> bool:
    """Whether a period with unknown ("") or partial ends holds on a day; both ends count as inside."""
    return (not valid_from or earliest(valid_from) <= at) and (not valid_to or at <= latest(valid_to))


if TYPE_CHECKING:
    Column = models.CharField[str, str]
else:  # Django's own fields cannot be subscripted when the program runs
    Column = models.CharField


class PartialDateField(Column):
    """A column for a partial date; "" is not known."""

    default_validators = [check_partial_date]

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["max_length"] = 10
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "" if kwargs["blank"] else models.NOT_PROVIDED)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on untouched
