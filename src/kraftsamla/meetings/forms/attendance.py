"""Forms for who took part."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.forms.fields import ORGANISATION, PERSON, TIME
from kraftsamla.meetings.models import Attendance
from kraftsamla.ui.forms import RecordField, RecordForm


class AttendanceForm(RecordForm):
    """A person, an organisation, or both; how the name was written only when it differs."""

    person = RecordField(label=_("Person"), required=False, **PERSON)
    organisation = RecordField(label=_("Organisation"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Attendance
        fields: tuple[str, ...] = (
            "person", "organisation", "role", "presence", "mode", "person_name", "organisation_name",
        )  # fmt: skip
        labels = {"person_name": _("Namnet som det skrevs"), "organisation_name": _("Organisationen som den skrevs")}
        help_texts = {
            "role": _("Som i anteckningarna, till exempel ledamot."),
            "person_name": _("Lämna tomt om det är samma som i registret."),
            "organisation_name": _("Lämna tomt om det är samma som i registret."),
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        names = ("person", "organisation", "person_name", "organisation_name")
        if not self.errors and not any(cleaned.get(name) for name in names):
            self.add_error("person", _("Ange en person eller en organisation."))
        return cleaned


class AttendanceChangeForm(AttendanceForm):
    """Everything a line says, to correct it: also one that was read in or came from an invitation."""

    class Meta(AttendanceForm.Meta):
        fields: tuple[str, ...] = (
            "person_name", "person", "organisation_name", "organisation", "title", "role", "presence", "mode",
            "came_at", "left_at", "substitute_for", "is_guest",
        )  # fmt: skip
        labels = {**AttendanceForm.Meta.labels, "person_name": _("Namn"), "organisation_name": _("Organisation")}
        help_texts = {"role": AttendanceForm.Meta.help_texts["role"]}
        widgets = {"came_at": TIME, "left_at": TIME}
