"""Signing in, signing out and choosing a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axes.utils import reset
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User

Browse = Callable[[User], Client]
SIGN_IN = "/konto/logga-in/"
WRONG = "E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen."


def _try(client: Client, email: str, password: str, **more: str) -> Any:
    return client.post(SIGN_IN, {"username": email, "password": password, **more})


def test_alva_signs_in_with_her_address_in_any_case(alva: User, client: Client) -> None:
    response = _try(client, " Alva@Example.org ", "a-long-enough-password")
    assert (response.status_code, response["Location"]) == (302, reverse("portal:my-day"))
    assert client.get(reverse("portal:my-day")).status_code == 200


def test_signing_in_leads_back_to_the_page_one_came_for(alva: User, client: Client) -> None:
    response = _try(client, "alva@example.org", "a-long-enough-password", next="/arbetsyta/organ/")
    assert response["Location"] == "/arbetsyta/organ/"


@pytest.mark.parametrize("elsewhere", ["https://example.com/x", "//example.com/x", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(alva: User, client: Client, elsewhere: str) -> None:
    response = _try(client, "alva@example.org", "a-long-enough-password", next=elsewhere)
    assert response["Location"] == reverse("portal:my-day")


@pytest.mark.parametrize(
    ("email", "password"), [("alva@example.org", "wrong"), ("nobody@example.org", "a-long-enough-password")]
)
def test_a_failure_does_not_tell_which_was_wrong(alva: User, client: Client, email: str, password: str) -> None:
    response = _try(client, email, password)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [WRONG]
    assert response.context["form"]["username"].value() == email


def test_both_fields_are_asked_for(client: Client, db: None) -> None:
    form = _try(client, "", "").context["form"]
    assert form.errors == {"username": ["Skriv din e-postadress."], "password": ["Skriv ditt lösenord."]}


def test_an_account_that_is_closed_gets_the_same_words(bo: User, client: Client) -> None:
    User.objects.filter(pk=bo.pk).update(is_active=False)
    response = _try(client, "bo@example.org", "a-long-enough-password")
    assert response.context["form"].non_field_errors() == [WRONG]


def test_too_many_attempts_lock_the_address_for_a_while(alva: User, client: Client, settings: Any) -> None:
    settings.AXES_ENABLED = True
    reset()
    statuses = [_try(client, "alva@example.org", "wrong").status_code for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert statuses == [200] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    locked = _try(client, "ALVA@example.org", "a-long-enough-password")
    assert locked.status_code == 429
    assert "<h1>Vänta en stund</h1>" in locked.content.decode()


def test_alva_signs_out_by_post_only(alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert client.get("/konto/logga-ut/").status_code == 405
    assert client.get(reverse("portal:my-day")).status_code == 200
    assert client.post("/konto/logga-ut/").status_code == 302
    assert client.get(reverse("portal:my-day")).status_code == 404


def test_the_language_is_kept_on_the_account(bo: User, browse: Browse) -> None:
    response = browse(bo).post("/konto/sprak/", {"language": "en", "next": "/arbetsyta/organ/"})
    bo.refresh_from_db()
    assert (response["Location"], bo.language) == ("/arbetsyta/organ/", "en")
    page = browse(bo).get("/arbetsyta/organ/")
    assert page["Content-Language"] == "en"
    assert '<html lang="en">' in page.content.decode()


@pytest.mark.parametrize(("language", "back"), [("fi", "/arbetsyta/organ/"), ("en", "//example.com")])
def test_another_language_or_site_is_not_followed(bo: User, browse: Browse, language: str, back: str) -> None:
    response = browse(bo).post("/konto/sprak/", {"language": language, "next": back})
    bo.refresh_from_db()
    assert bo.language == ("sv" if language == "fi" else "en")
    assert response["Location"] == ("/arbetsyta/organ/" if language == "fi" else reverse("portal:my-day"))


def test_a_stranger_cannot_choose_a_language_for_anybody(client: Client, db: None) -> None:
    assert client.post("/konto/sprak/", {"language": "en"}).status_code == 404
    assert client.get("/konto/sprak/").status_code == 405


def test_the_sign_in_page_is_read_in_english_when_asked_for(client: Client, db: None) -> None:
    page = client.get(SIGN_IN + "?sprak=en").content.decode()
    assert ("<h1>Sign in</h1>" in page, "Logga in" in page) == (True, False)
