"""Forms for who has access to a body."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.models import User
from kraftsamla.bodies.choices import BodyRight
from kraftsamla.ui.forms import PlainForm


class AccessForm(PlainForm):
    email = forms.EmailField(label=_("Kontots e-postadress"))
    right = forms.ChoiceField(label=_("Rätt"), choices=BodyRight.choices, initial=BodyRight.READ)

    def clean_email(self) -> str:
        """The address must be that of an account. Only coordinators meet this form."""
        written = str(self.cleaned_data["email"]).strip()
        if not User.objects.filter(email__iexact=written, is_active=True).exists():
            raise ValidationError(
                _("Det finns inget konto med den adressen. Den som driver tjänsten kan lägga till det.")
            )
        return written

    @property
    def user(self) -> User:
        return User.objects.get(email__iexact=self.cleaned_data["email"])
