"""Forms for what is said about an action in a row of its own: a date, an amount, an organisation's part."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.strategy.models import Assignment, DatedFact, Money
from kraftsamla.ui.forms import RecordField, RecordForm

ORGANISATION: dict[str, Any] = {
    "records": lambda: Organisation.objects.current(),
    "source": "actors:organisation-choices",
    "known_by": ("folded", "other_names__folded"),
}


class DateForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = DatedFact
        fields = ("kind", "date", "note_sv", "note_en")


class MoneyForm(RecordForm):
    funder = RecordField(label=_("Finansiär"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Money
        fields = ("amount", "currency", "period", "funder", "note_sv", "note_en")


class PartForm(RecordForm):
    organisation = RecordField(label=_("Organisation"), **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Assignment
        fields = ("organisation", "role", "valid_from", "valid_to")
