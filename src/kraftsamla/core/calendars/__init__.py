"""Meetings as calendars read them (RFC 5545, 5546 and 7986): an invitation to one person, and feeds for all.

Pure functions over frozen records, so that whoever shows meetings can use them::

    from kraftsamla.core.calendars import Addressee, Entry, Method, calendar_of, invitation_of, span
"""

from kraftsamla.core.calendars.entries import Addressee, Entry, Method, Organiser, Span, Standing, span
from kraftsamla.core.calendars.writing import calendar_of, invitation_of, own_copy_of

__all__ = [
    "Addressee", "Entry", "Method", "Organiser", "Span", "Standing", "calendar_of", "invitation_of", "own_copy_of",
    "span",
]  # fmt: skip
