"""The language a person reads in, pages for that person alone, and addresses that no person writes."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
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


class ForOneReader:
    """No cache between here and the reader keeps a page, unless the page itself says that it may be kept.

    The browser may still go back to it: what was typed there is then not lost.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


class WrittenAddresses:
    """An address with the character NUL, which databases refuse to look for, leads nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or any("\x00" in word for words in request.GET.lists() for word in words[1]):
            raise Http404
        return self.get_response(request)
