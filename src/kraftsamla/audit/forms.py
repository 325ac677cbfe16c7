"""What the log can be narrowed to."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.models import User


class LogFilter(forms.Form):
    av = forms.ModelChoiceField(
        label=_("Vem"), queryset=User.objects.order_by("name", "email"), required=False, empty_label=_("alla")
    )
    slag = forms.ChoiceField(label=_("Slag av post"), required=False)

    def __init__(self, data: QueryDict, *, kinds: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["slag"] = forms.ChoiceField(
            label=_("Slag av post"), required=False, choices=[("", _("alla")), *kinds]
        )
