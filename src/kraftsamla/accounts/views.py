"""Signing in, signing out and choosing a language."""

from __future__ import annotations

from django.contrib.auth import views as django_views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.accounts.forms import LanguageForm, SignInForm
from kraftsamla.accounts.operations import choose_language

sign_in = django_views.LoginView.as_view(
    template_name="accounts/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
)
sign_out = django_views.LogoutView.as_view()


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language somebody wants to read in, and go back to the page they were on."""
    user = signed_in(request.user)
    form = LanguageForm(request.POST)
    if form.is_valid():
        choose_language(user=user, language=InterfaceLanguage(form.cleaned_data["language"]))
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return HttpResponseRedirect(back if back and ours else reverse("portal:my-day"))
