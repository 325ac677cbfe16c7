"""Fields that the forms of meetings share."""

from __future__ import annotations

from typing import Any

from django import forms

from kraftsamla.actors.models import Organisation, Person

SHORT = forms.Textarea(attrs={"rows": 4})
TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
ORGANISATION: dict[str, Any] = {
    "records": lambda: Organisation.objects.current(),
    "source": "actors:organisation-choices",
    "known_by": ("folded", "other_names__folded"),
}
PERSON: dict[str, Any] = {
    "records": lambda: Person.objects.current(),
    "source": "actors:person-choices",
    "known_by": ("folded", "spellings__folded"),
}
