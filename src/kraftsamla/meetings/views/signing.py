"""Signing up, as the office sees it: how many, the list of people (each look at it is logged), and who came."""

from __future__ import annotations

import csv
import io

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import today
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.choices import SignUpState
from kraftsamla.meetings.forms.signing import SignUpForm
from kraftsamla.meetings.models import Meeting, Registration, SignUp
from kraftsamla.meetings.overviews.signing import people_of, sign_up_overview
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page, gone_well, page_of

#: A cell that begins so would be taken for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
CAME = {"kom": True, "uteblev": False, "angra": None}


def page_of_sign_up(meeting: Meeting, name: str = "sign-up") -> str:
    return reverse(f"meetings:{name}", args=[meeting.slug])


def _crumbs(meeting: Meeting) -> Crumbs:
    return [*trail(meeting), (_("Anmälan"), page_of_sign_up(meeting))]


@require_safe
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """How many have signed up. Nobody's name stands here."""
    meeting = get_meeting(request.user, slug, to="edit")
    found = SignUp.objects.filter(meeting=meeting).first()
    if found is not None:
        found.meeting = meeting
    shown = {
        "meeting": meeting, "crumbs": trail(meeting), "may_run": True,
        "overview": sign_up_overview(found) if found else None,
        "address": settings.SITE_ADDRESS + reverse("guest:sign-up", args=[slug]),
    }  # fmt: skip
    return render(request, "meetings/signing/sign_up.html", shown)


@require_http_methods(["GET", "POST"])
def edit_sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    known = SignUp.objects.filter(meeting=meeting).first()
    proposed = {"opens_on": today().isoformat(), "closes_on": meeting.starts_on}
    form = SignUpForm(typed_in(request), record=known, initial=None if known else proposed)

    def deed() -> str:
        operations.set_up(meeting=meeting, values=form.values, version=form.version_seen, by=signed_in(request.user))
        return page_of_sign_up(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Anmälan till mötet"), cancel=page_of_sign_up(meeting),
        done=_("Anmälan är sparad."), crumbs=_crumbs(meeting),
    )  # fmt: skip


@never_cache
@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has signed up; that it was looked at is logged."""
    found = _sign_up(request, slug)
    operations.read_list(meeting=found.meeting, by=signed_in(request.user))
    words = request.GET.get("sok", "")[:100]
    shown = {
        "meeting": found.meeting, "crumbs": _crumbs(found.meeting), "words": words, "may_run": True,
        "rows": page_of(request, people_of(found, words=words)), "sign_up": found,
    }  # fmt: skip
    return render(request, "meetings/signing/people.html", shown)


@require_POST
def mark_came(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One press at the door; the script gets the line anew."""
    registration = _registration(request, slug, pk)
    mark = request.POST.get("came", "")
    if mark not in CAME:
        raise Http404
    operations.mark_came(registration=registration, came=CAME[mark], by=signed_in(request.user))
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(f"{page_of_sign_up(registration.sign_up.meeting, 'sign-up-people')}#r{pk}")
    registration.refresh_from_db()
    shown = {"row": registration, "meeting": registration.sign_up.meeting}
    return render(request, "meetings/signing/person.html", shown)


@require_http_methods(["GET", "POST"])
def cancel_for(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Cancel for somebody who telephones."""
    registration = _registration(request, slug, pk)
    meeting = registration.sign_up.meeting

    def deed() -> str:
        operations.cancel_place(registration=registration, by=signed_in(request.user))
        return page_of_sign_up(meeting)

    return confirm_page(
        request, deed=deed, heading=_("Avanmäla %(name)s?") % {"name": registration.name}, submit=_("Avanmäl"),
        consequences=[_("Personen får ett brev om det."), _("Den som står först på väntelistan får platsen.")],
        cancel=page_of_sign_up(meeting, "sign-up-people"), done=_("Personen är avanmäld."), crumbs=_crumbs(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def erase_for(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Erase what somebody wrote, on their request."""
    registration = _registration(request, slug, pk)
    meeting = registration.sign_up.meeting

    def deed() -> str:
        operations.erase_registration(registration=registration, by=signed_in(request.user))
        return page_of_sign_up(meeting)

    return confirm_page(
        request, deed=deed, heading=_("Radera %(name)s?") % {"name": registration.name}, submit=_("Radera"),
        consequences=[
            _("Namn, organisation, titel och e-postadress försvinner. Det går inte att ångra."),
            _("Har personen en plats som inte är använd går den till väntelistan."),
        ],
        cancel=page_of_sign_up(meeting, "sign-up-people"), done=_("Uppgifterna är raderade."), crumbs=_crumbs(meeting),
    )  # fmt: skip


@never_cache
@require_POST
def people_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """``namnskyltar``: everybody with a place. ``deltagarlista``: those who want to stand on the list given out."""
    found = _sign_up(request, slug)
    if kind not in {"namnskyltar", "deltagarlista"}:
        raise Http404
    operations.read_list(meeting=found.meeting, by=signed_in(request.user), as_file=True)
    rows = people_of(found).filter(state=SignUpState.GOING).order_by("name", "pk")
    if kind == "deltagarlista":
        rows = rows.filter(on_list=True)
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow([_("Namn"), _("Titel"), _("Organisation"), _("Hur")])
    for each in rows:
        cells = (each.name, each.title, each.organisation_name, each.get_mode_display())
        table.writerow([_text(value) for value in cells])
    response = HttpResponse(written.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{kind}-{slug}.csv"'
    return response


@require_POST
def send_link_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For who has lost their letter."""
    registration = _registration(request, slug, pk)
    sent = operations.send_own_link(registration=registration, by=signed_in(request.user))
    told = _("Länken är skickad.") if sent else _("Brevet gick inte att skicka. Försök igen om en stund.")
    return gone_well(request, page_of_sign_up(registration.sign_up.meeting), told)


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def _sign_up(request: HttpRequest, slug: str) -> SignUp:
    meeting = get_meeting(request.user, slug, to="edit")
    found = get_object_or_404(SignUp, meeting=meeting)
    found.meeting = meeting
    return found


def _registration(request: HttpRequest, slug: str, pk: int) -> Registration:
    found = _sign_up(request, slug)
    registration = get_object_or_404(Registration, sign_up=found, pk=pk, erased_at=None)
    registration.sign_up = found
    return registration
