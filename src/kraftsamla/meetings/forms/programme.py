"""When and where a session is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kraftsamla.meetings.forms.fields import TIME
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.ui.forms import RecordForm


class SessionForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = AgendaItem
        fields = ("day", "starts_at", "ends_at", "room", "area", "parent")
        widgets = {"starts_at": TIME, "ends_at": TIME}

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = self.fields["parent"]
        assert isinstance(above, forms.ModelChoiceField)
        above.queryset = meeting.agenda.filter(parent=None).exclude(pk=kwargs["record"].pk)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Slutet ska ligga efter början."))
        return cleaned
