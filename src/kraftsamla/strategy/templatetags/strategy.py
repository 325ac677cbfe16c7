"""Words for what lists of actions only hold the code of."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.functional import Promise

from kraftsamla.strategy.choices import Progress

register = template.Library()


@register.filter
def progress_label(value: str | None) -> str | Promise:
    return Progress(value).label if value else ""


@register.filter
def grouped(amount: Decimal) -> str:
    """1000000 as "1 000 000", with spaces that do not break."""
    return f"{int(amount):,}".replace(",", "\N{NO-BREAK SPACE}")
