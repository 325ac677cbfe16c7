"""Signing in and choosing a language."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.ui.forms import PlainForm


class SignInForm(PlainForm, AuthenticationForm):
    """E-mail address and password. A failure never says which of them was wrong."""

    error_messages = {
        "invalid_login": _("E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen."),
        "inactive": _("E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen."),
    }
    username = forms.CharField(
        label=_("E-postadress"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Skriv din e-postadress.")},
    )
    password = forms.CharField(
        label=_("Lösenord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Skriv ditt lösenord.")},
    )

    def clean_username(self) -> str:
        """Addresses differ in case only by mistake; failed attempts are counted for one spelling."""
        return str(self.cleaned_data["username"]).strip().casefold()


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=InterfaceLanguage.choices)
