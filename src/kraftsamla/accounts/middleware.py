"""The language a person reads in."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from kraftsamla.accounts.models import User


class ReaderLanguage:
    """Shows the workspace in the language of the signed-in person; before sign-in as ``?sprak=en`` or Swedish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        language = user.language if isinstance(user, User) else request.GET.get("sprak", "sv")
        with translation.override(language if language in {"sv", "en"} else "sv"):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "sv")
            return response
