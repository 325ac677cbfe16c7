"""Forms for seats."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.forms import organisation_field
from kraftsamla.bodies.models import Seat
from kraftsamla.ui.forms import RecordForm, Section


class SeatForm(RecordForm):
    nominated_by = organisation_field(
        label=_("Nomineras av"), required=False, help_text=_("Den organisation som föreslår vem som ska sitta.")
    )

    class Meta(RecordForm.Meta):
        model = Seat
        fields = ["label_sv", "label_en", "role", "meant_for", "valid_from", "valid_to"]
        help_texts = {
            "label_sv": _("Till exempel: Ordförande, eller Ledamot för regionerna."),
            "meant_for": _("Vem platsen är till för, till exempel: en patientorganisation."),
        }

    sections = (
        Section(_("Platsen"), ("label_sv", "label_en", "role")),
        Section(_("Vem den är till för"), ("meant_for", "nominated_by")),
        Section(_("När den finns"), ("valid_from", "valid_to")),
    )
