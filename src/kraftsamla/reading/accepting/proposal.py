"""Something that somebody proposed: a follow-up, until it has been answered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.followup.choices import FollowUpKind
from kraftsamla.reading.accepting import request
from kraftsamla.reading.accepting.shape import Kind

KIND = Kind(
    code="proposal",
    plural=_("Förslag som lades fram"),
    becomes=_("en uppföljningspunkt att ta ställning till"),
    fields=request.FIELDS,
    accept=request.accepting(FollowUpKind.PROPOSAL),
)
