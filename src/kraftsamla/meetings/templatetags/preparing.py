"""What the pages of a meeting need to know of its kind."""

from __future__ import annotations

from django import template

from kraftsamla.accounts.rules import Visitor
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.presets import Preset, preset_of
from kraftsamla.meetings.rules import may_run

register = template.Library()


@register.filter
def preset(meeting: Meeting) -> Preset:
    """What usually belongs to a meeting of this kind."""
    return preset_of(meeting.kind)


@register.filter
def run_by(meeting: Meeting, visitor: Visitor) -> bool:
    """Whether somebody may prepare, lead and document the meeting."""
    return may_run(visitor, meeting)
