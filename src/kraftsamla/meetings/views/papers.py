"""Papers to take away: the materials as one PDF, and the registrar's package."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.materials import materials_paper
from kraftsamla.meetings.choices import StepKind
from kraftsamla.meetings.models import Meeting, Minutes
from kraftsamla.meetings.operations.registering import contents_of, fetch_package
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.views.meetings import trail


@require_safe
def materials_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything to read before the meeting as one PDF, in the reader's language or that of ``?sprak=``."""
    meeting = get_meeting(request.user, slug)
    language = request.GET.get("sprak", translation.get_language() or "sv")
    if language not in {"sv", "en"}:
        raise Http404
    response = HttpResponse(write_pdf(materials_paper(meeting, language=language)), content_type="application/pdf")
    response["Content-Language"] = language
    name = f"{meeting.slug}-{'papers' if language == 'en' else 'handlingar'}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@require_http_methods(["GET", "POST"])
def registrar_package(request: HttpRequest, slug: str, revision: int) -> HttpResponseBase:
    """What the package holds; the button fetches it, and that is logged."""
    meeting = get_meeting(request.user, slug, to="edit")
    minutes = _revision(meeting, revision)
    back = reverse("meetings:minutes", args=[meeting.slug])
    by = signed_in(request.user)
    try:
        if request.method == "POST":
            fetched = fetch_package(minutes=minutes, by=by)
            return FileResponse(fetched.file, as_attachment=True, filename=fetched.name, content_type="application/zip")
        contents = contents_of(minutes, by=by)
    except Refused as refused:
        messages.error(request, refused.message)
        return HttpResponseRedirect(back)
    shown = {
        "meeting": meeting, "minutes": minutes, "contents": contents, "back": back,
        "fetched": minutes.steps.filter(kind=StepKind.REGISTERED).select_related("made_by").order_by("-pk"),
        "crumbs": [*trail(meeting), (contents.paper.word, back)], "heading": _("Till registrator"),
    }  # fmt: skip
    return render(request, "meetings/papers/package.html", shown)


def _revision(meeting: Meeting, revision: int) -> Minutes:
    found = Minutes.objects.filter(meeting=meeting, revision=revision).select_related("meeting__body__host", "document")
    minutes = found.first()
    if minutes is None:
        raise Http404
    return minutes
