"""Letters: what was sent, what waits, who gets them; and the page where their reader says how often."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import now, today
from kraftsamla.letters import operations
from kraftsamla.letters.access import admit_to_letters, get_letter, get_recipient
from kraftsamla.letters.choices import NOT_GONE, Pace
from kraftsamla.letters.forms import NOT_ME, LetterFilter, OfficePaceForm, PaceForm
from kraftsamla.letters.notices.wording import recipient_of
from kraftsamla.letters.overviews import LettersWanted, letters_for, recipients_for, what_waits
from kraftsamla.letters.rules import may_send_letters
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page, page_of


def _trail() -> Crumbs:
    return [(_("Brev"), reverse("letters:letter-list"))]


@require_safe
def letter_list(request: HttpRequest) -> HttpResponse:
    admit_to_letters(request.user)
    form = LetterFilter(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    wanted = LettersWanted(asked.get("sok") or "", asked.get("fran"), asked.get("till"))
    rows = page_of(request, letters_for(request.user, wanted))
    return render(request, "letters/letter_list.html", {"form": form, "rows": rows, "not_gone": NOT_GONE})


@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_letter(request.user, pk)
    return render(request, "letters/letter_page.html", {"letter": found, "crumbs": _trail(), "heading": found.subject})


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    admit_to_letters(request.user)
    shown = {"waits": what_waits(now(), on=today()), "crumbs": _trail(), "may_send": may_send_letters(request.user)}
    return render(request, "letters/waiting.html", shown)


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    admit_to_letters(request.user)
    if not may_send_letters(request.user):
        raise PermissionDenied
    count = len(what_waits(now(), on=today()).now)

    def deed() -> str:
        operations.send_letters(by=signed_in(request.user))
        return reverse("letters:letter-list")

    return confirm_page(
        request, deed=deed, heading=_("Skicka breven nu?"), submit=_("Skicka"),
        consequences=[
            ngettext("%(number)s person får ett brev.", "%(number)s personer får var sitt brev.", count)
            % {"number": count},
            _("Ingen får fler än ett brev i veckan. Ett skickat brev kan inte tas tillbaka."),
        ],
        cancel=reverse("letters:waiting"), done=_("Breven är skickade. Här syns hur det gick."), crumbs=_trail(),
    )  # fmt: skip


@require_safe
def recipient_list(request: HttpRequest) -> HttpResponse:
    admit_to_letters(request.user)
    rows = page_of(request, recipients_for(request.user))
    return render(request, "letters/recipient_list.html", {"rows": rows, "crumbs": _trail()})


@require_http_methods(["GET", "POST"])
def recipient(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_recipient(request.user, pk)
    form = OfficePaceForm(typed_in(request), initial={"pace": found.pace})
    back = reverse("letters:recipient-list")

    def deed() -> str:
        operations.change_pace(recipient=found, pace=Pace(form.values["pace"]), by=signed_in(request.user))
        return back

    return edit_page(
        request, form=form, deed=deed, heading=found.name or found.email, cancel=back, done=_("Takten är sparad."),
        crumbs=[*_trail(), (_("Mottagare"), back)], template="letters/recipient.html", context={"recipient": found},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_recipient(request.user, pk)
    back = reverse("letters:recipient-list")

    def deed() -> str:
        operations.erase_recipient(recipient=found, by=signed_in(request.user))
        return back

    count = found.letters.count()
    return confirm_page(
        request, deed=deed, heading=_("Radera uppgifterna om mottagaren?"), submit=_("Radera"), cancel=back,
        consequences=[
            _("Adressen %(email)s raderas.") % {"email": found.email},
            ngettext("%(number)s brev raderas.", "%(number)s brev raderas.", count) % {"number": count},
            _("Det kan inte ångras."),
        ],
        done=_("Uppgifterna är raderade."), crumbs=[*_trail(), (_("Mottagare"), back)],
    )  # fmt: skip


@csrf_exempt  # the signed address is the proof, and mail programs post to it by themselves (RFC 8058)
@never_cache
@require_http_methods(["GET", "POST"])
def pace(request: HttpRequest, token: str) -> HttpResponse:
    """Where the reader of a letter says how often; nothing is changed by opening it."""
    found = recipient_of(token)
    if found is None:
        raise Http404
    form = PaceForm(typed_in(request), initial={"pace": NOT_ME if found.says_not_me else found.pace})
    saved = False
    if request.POST.get("List-Unsubscribe") == "One-Click":
        operations.choose_pace(recipient=found, pace=Pace.NEVER)
        saved = True
    elif form.is_valid():
        if form.values["pace"] == NOT_ME:
            operations.say_not_me(recipient=found)
        else:
            operations.choose_pace(recipient=found, pace=Pace(form.values["pace"]))
        saved = True
    shown = {"form": form, "heading": _("Brev till dig"), "submit": _("Spara"), "recipient": found, "saved": saved}
    response = render(request, "letters/pace.html", shown, status=422 if form.is_bound and not saved else 200)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
