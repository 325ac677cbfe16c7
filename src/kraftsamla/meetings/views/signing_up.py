"""Signing up, open to all: no account, no cookie, no script. Whether an address is known is never told.

Spam is kept out without shutting anybody out: everything that is refused says what to do, and nothing typed is lost.
How many letters an address and how many sign-ups a network may ask for in an hour is counted in each server process's
own memory, under a key that cannot be read back to an address.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.operations import link_account
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_registration
from kraftsamla.meetings.choices import SignUpState
from kraftsamla.meetings.forms.signing import OwnForm, RegistrationForm, is_outdated, new_stamp
from kraftsamla.meetings.models import Registration, SignUp
from kraftsamla.meetings.notices.signing import reference_in, words_kept
from kraftsamla.meetings.overviews.signing import ways_of
from kraftsamla.meetings.rules import may_sign_up, places_of
from kraftsamla.ui.pages import behind_link

LETTERS_AN_HOUR = 4
SIGN_UPS_AN_HOUR = 300
HOUR = 3600


@require_http_methods(["GET", "POST"])
@behind_link
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """What the meeting is, and the form while it is open."""
    found = get_object_or_404(SignUp.objects.select_related("meeting__body"), meeting__slug=slug)
    with translation.override(_language(request, "sv")):
        ways = ways_of(found)
        modes = [way.mode for way in ways if way.places != 0]
        is_open = may_sign_up(found, at=now()) and bool(modes)
        form, status, said = _blank(found, modes), 200, ""
        if request.method == "POST" and is_open:
            form = RegistrationForm(request.POST, modes=modes, offers_list=found.offers_list)
            said, status = _ask(request, found, form) if form.is_valid() else ("", 422)
            if status == 200:
                return _page(request, found, "asked", {"email": form.values["email"], "contact": settings.CONTACT})
            if is_outdated(request.POST.get("stamp", "")):
                form.data = _restamped(request)
        shown = {
            "form": form, "ways": ways, "is_open": is_open, "refusal": said, "words": words_kept(found),
            "opens_later": now().date().isoformat() < found.opens_on[:10],
        }  # fmt: skip
        return _page(request, found, "public", shown, status=status)


def _blank(found: SignUp, modes: list[Any]) -> RegistrationForm:
    return RegistrationForm(modes=modes, offers_list=found.offers_list, initial={"stamp": new_stamp()})


def _restamped(request: HttpRequest) -> Any:
    """The form anew with what was typed and a stamp of today, so that the next press goes through."""
    posted = request.POST.copy()
    posted["stamp"] = new_stamp()
    return posted


def _ask(request: HttpRequest, found: SignUp, form: RegistrationForm) -> tuple[str, int]:
    """Ask for the place; what to say when it did not go, and the status. Nothing: a letter is on its way, or enough
    letters have gone to that address this hour."""
    values = {**form.asked, "language": translation.get_language() or "sv"}
    if _too_many("network", _network(request), most=SIGN_UPS_AN_HOUR):
        told = _("Många har anmält sig från samma nät. Vänta en timme och skicka igen, eller hör av dig till oss.")
        return f"{told} {settings.CONTACT}".strip(), 429
    if _too_many("letter", f"{found.pk}:{values['email'].lower()}", most=LETTERS_AN_HOUR):
        return "", 200
    try:
        if operations.ask_for_place(sign_up=found, values=values, by=link_account()):
            return "", 200
    except ValidationError as error:
        form.take_errors(error)
        return _("Anmälan är inte skickad."), 422
    except Refused as refused:
        return refused.message, 409
    return _("Det går inte att skicka brev just nu. Försök igen om en stund. Det du har skrivit finns kvar."), 503


def by_own_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The holder of a link at their own sign-up."""

    @wraps(view)
    def opened(request: HttpRequest, slug: str, token: str) -> HttpResponse:
        if not (reference := reference_in(token)):
            raise Http404
        registration = get_registration(slug, reference=reference)
        with translation.override(_language(request, registration.language)):
            return view(request, registration, token)

    return behind_link(opened)


@require_http_methods(["GET", "POST"])
@by_own_link
def registration(request: HttpRequest, own: Registration, token: str) -> HttpResponse:
    """Confirm, change, cancel. Opening the link changes nothing: mail scanners open links."""
    found = own.sign_up
    modes = [way.mode for way in ways_of(found) if places_of(found, way.mode) != 0 or way.mode == own.mode]
    deed = request.POST.get("deed", "")
    form = OwnForm(
        request.POST if deed == "andra" else None, record=own, modes=modes, offers_list=found.offers_list
    )
    refusal, status = "", 200
    if request.method == "POST":
        try:
            if _do(deed, own, form):
                return HttpResponseRedirect(f"{_own_address(request, own, token)}#laget")
            status = 422
        except ValidationError as error:
            form.take_errors(error)
            status = 422
        except Refused as refused:
            refusal, status = refused.message, 409
    shown = {
        "own": own, "form": form, "refusal": refusal, "token": token, "here": _own_address(request, own, token),
        "asks": own.state == SignUpState.ASKED, "is_over": own.state == SignUpState.CANCELLED or bool(own.erased_at),
    }  # fmt: skip
    return _page(request, found, "own", shown, status=status)


def _do(deed: str, own: Registration, form: OwnForm) -> bool:
    """Do what a button says; False when the form is wrong or the button unknown."""
    by = link_account()
    if deed == "bekrafta":
        operations.confirm(registration=own, by=by)
    elif deed == "avanmal":
        operations.cancel_place(registration=own, by=by)
    elif deed == "radera":
        operations.erase_registration(registration=own, by=by)
    elif deed == "andra" and form.is_valid():
        operations.change_registration(registration=own, values=form.values, by=by)
    else:
        return False
    return True


@require_safe
@by_own_link
def own_data(request: HttpRequest, own: Registration, token: str) -> HttpResponse:
    """All that is kept of somebody, for a machine to read."""
    names = (
        "reference", "name", "organisation_name", "title", "email", "language", "mode", "state", "on_list", "consent",
        "asked_at", "confirmed_at", "cancelled_at", "moved_up_at", "came", "erased_at",
    )  # fmt: skip
    kept = {"meeting": own.sign_up.meeting.title_sv, **{name: getattr(own, name) for name in names}}
    response = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="anmalan-{own.reference}.json"'
    return response


def _page(
    request: HttpRequest, found: SignUp, name: str, shown: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = {**shown, "sign_up": found, "meeting": found.meeting, "heading": found.meeting.title}
    response = render(request, f"meetings/signing/{name}.html", context, status=status)
    response.headers["Content-Language"] = translation.get_language() or "sv"
    return response


def _language(request: HttpRequest, otherwise: str) -> str:
    chosen = request.GET.get("sprak", "")
    return chosen if chosen in {"sv", "en"} else otherwise


def _own_address(request: HttpRequest, own: Registration, token: str) -> str:
    path = reverse("guest:registration", args=[own.sign_up.meeting.slug, token])
    language = _language(request, own.language)
    return path if language == own.language else f"{path}?sprak={language}"


def _too_many(kind: str, who: str, *, most: int) -> bool:
    """Count one more in this hour."""
    if not who:
        return False
    key = f"sign-up:{kind}:{salted_hmac('kraftsamla.meetings.sign-up.rate', who).hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:
        return False


def _network(request: HttpRequest) -> str:
    """The visitor's network; '' when it cannot be told, for then everybody would be one."""
    nearest = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(nearest)
        if address.is_private or address.is_loopback:
            address = ipaddress.ip_address(request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip())
    except ValueError:
        return ""
    prefix = 24 if address.version == 4 else 56
    return str(ipaddress.ip_network(f"{address}/{prefix}", strict=False))
