"""Moved to ``kraftsamla.core.calendars``, where the public edition can use it too."""
