"""An agreement between parties: an action of that kind, in which the parties take part."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting import action
from kraftsamla.reading.accepting.shape import Field, Kind

KIND = Kind(
    code="agreement",
    plural=_("Avtal"),
    becomes=_("en insats av slaget avtal"),
    fields=(
        Field("title", _("titel"), required=True),
        Field("parties", _("parter"), "lines", noun="organisation"),
        Field("date", _("datum"), "date"),
        next(field for field in action.FIELDS if field.name == "date_kind"),
        Field("objective", _("mål")),
    ),
    accept=action.accept,
    slots=action.slots,
    placed=action.placed,
    parents=action.parents,
)
