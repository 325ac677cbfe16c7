"""The one place that asks what time it is, so that every rule about time takes it as an argument."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone


def now() -> dt.datetime:
    return timezone.now()


def today() -> dt.date:
    """Today where the office is (the time zone of the settings)."""
    return timezone.localdate()
