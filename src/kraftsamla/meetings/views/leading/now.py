"""What is on now: the page of those who lead and take notes, the screen for everybody, and what is caught."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_item, get_meeting
from kraftsamla.meetings.choices.leading import Capture
from kraftsamla.meetings.forms.leading import NoteForm, capture_form
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.overviews.leading import NoteState, now_overview, screen_of, stamp_of
from kraftsamla.meetings.rules import may_run
from kraftsamla.meetings.views.leading.answers import by_script, refused, told
from kraftsamla.meetings.views.leading.table import sit_down
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import PlainForm
from kraftsamla.ui.pages import confirm_page, do, gone_well


def at_item(item: AgendaItem) -> str:
    return f"{reverse('meetings:now', args=[item.meeting.slug])}?punkt={item.pk}"


def note_form(item: AgendaItem | None, note: NoteState) -> NoteForm:
    """The note as it stands, to go on from; the key makes it kept once however often it is sent."""
    initial = {"text": note.text, "base": note.version, "key": uuid.uuid4()}
    return NoteForm(auto_id=f"anteckning_{item.pk if item else 0}_%s", initial=initial)


def show(
    request: HttpRequest,
    meeting: Meeting,
    *,
    shown: int | None,
    typed: Mapping[str, PlainForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page about one point; ``typed``: the forms that were sent and could not be kept, as they were typed."""
    at = now()
    others = sit_down(meeting, signed_in(request.user), at=at)
    stamp = f"{stamp_of(meeting)}-{'+'.join(others)}"
    overview = now_overview(meeting, shown=shown, at=at)
    context: dict[str, Any] = {
        "overview": overview, "meeting": meeting, "crumbs": trail(meeting), "stamp": stamp, "may_run": True,
        "others": others,
    }  # fmt: skip
    if request.headers.get("HX-Request") and request.resolver_match and request.resolver_match.url_name == "now-state":
        return render(request, "meetings/leading/state.html", context)
    forms = typed or {}
    item = overview.shown.item if overview.shown else None
    context["note_form"] = forms.get("note") or note_form(item, overview.note)
    context["lines"] = [(kind, forms.get(kind) or capture_form(kind)) for kind in Capture]
    return render(request, "meetings/leading/now.html", context, status=status)


def _asked(request: HttpRequest) -> int | None:
    asked = request.GET.get("punkt", "")
    return int(asked) if asked.isdigit() and len(asked) < 19 else None


@require_safe
def now_page(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    return show(request, meeting, shown=_asked(request))


@require_safe
def now_state(request: HttpRequest, slug: str) -> HttpResponse:
    """What has happened since ``?v=``: nothing (204), or the parts of the page anew. With ``?nyckel`` only what the
    script needs to send again after somebody has signed in anew."""
    meeting = get_meeting(request.user, slug, to="edit")
    if "nyckel" in request.GET:
        return render(request, "meetings/leading/token.html")
    others = sit_down(meeting, signed_in(request.user), at=now())
    if request.GET.get("v") == f"{stamp_of(meeting)}-{'+'.join(others)}":
        return HttpResponse(status=204)
    return show(request, meeting, shown=_asked(request))


@require_safe
def now_screen(request: HttpRequest, slug: str) -> HttpResponse:
    """For the room's projector: what is on, large, and nothing to press."""
    meeting = get_meeting(request.user, slug)
    stamp = stamp_of(meeting)
    if request.headers.get("HX-Request") and request.GET.get("v") == stamp:
        return HttpResponse(status=204)
    shown = {"screen": screen_of(meeting, at=now()), "meeting": meeting, "stamp": stamp}
    return render(request, "meetings/leading/screen.html", {**shown, "may_run": may_run(request.user, meeting)})


@require_POST
def open_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    return do(
        request, back=reverse("meetings:now", args=[slug]), done=_("Mötet är öppnat."),
        deed=lambda: operations.open_meeting(meeting=meeting, by=signed_in(request.user)),
    )  # fmt: skip


@require_POST
def open_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    return do(
        request, back=at_item(item), deed=lambda: operations.open_item(item=item, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def close_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")

    def deed() -> str:
        operations.close_meeting(meeting=meeting, by=signed_in(request.user))
        return reverse("meetings:now", args=[slug])

    return confirm_page(
        request, deed=deed, heading=_("Avsluta mötet?"), submit=_("Avsluta mötet"),
        consequences=[
            _("Punkten som är uppe och mötet får sin sluttid nu."),
            _("Det går att skriva vidare i anteckningarna och ändra deltagarlistan efteråt, och att öppna mötet igen."),
        ],
        cancel=reverse("meetings:now", args=[slug]), done=_("Mötet är avslutat."),
        crumbs=[*trail(meeting), (_("Pågår nu"), reverse("meetings:now", args=[slug]))],
    )  # fmt: skip


@require_POST
def capture(request: HttpRequest, slug: str, pk: int, kind: str) -> HttpResponse:
    """One line caught at a point. What is wrong is said at the line, with everything that was typed."""
    item = get_item(request.user, slug, pk, to="edit")
    if kind not in Capture.values:
        raise Http404
    form = capture_form(Capture(kind), request.POST)
    status = 422
    if form.is_valid():
        values = dict(form.values)
        key = values.pop("key")
        try:
            operations.capture(item=item, kind=Capture(kind), values=values, key=key, by=signed_in(request.user))
        except (ValidationError, Refused) as error:
            status = refused(form, error)
        else:
            return _caught(request, item)
    if by_script(request):
        return told(form, status=status)
    return show(request, item.meeting, shown=item.pk, typed={kind: form}, status=status)


def _caught(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    if by_script(request):
        return JsonResponse({"kept": True})
    return gone_well(request, at_item(item), _("Det är sparat."))
