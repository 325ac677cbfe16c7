"""What the pages of a meeting need to know of its kind."""

from __future__ import annotations

from django import template

from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.presets import Preset, preset_of

register = template.Library()


@register.filter
def preset(meeting: Meeting) -> Preset:
    """What usually belongs to a meeting of this kind."""
    return preset_of(meeting.kind)
