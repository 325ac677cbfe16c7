"""A PDF's pages as pictures, for those who may read the document."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kraftsamla.library.extraction import Unreadable, draw_page
from kraftsamla.reading.access import get_reading
from kraftsamla.reading.models import Reading
from kraftsamla.reading.overviews import Panel, has_pages, page_with, panel_of

AN_HOUR = 3600


@require_safe
def page_panel(request: HttpRequest, slug: str) -> HttpResponse:
    """One page with its passages: ``?sida=3``, or ``?forslag=12`` for the page that suggestion stands on."""
    reading = get_reading(request.user, slug)
    if not has_pages(reading):
        raise Http404
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(f"{reverse('reading:desk', args=[slug])}?som=sidor&{request.GET.urlencode()}")
    shown = {"panel": asked_panel(request, reading), "asked": request.GET.get("forslag", "")}
    return render(request, "reading/page.html", {"document": reading.document, **shown})


def asked_panel(request: HttpRequest, reading: Reading) -> Panel:
    suggestions = list(reading.suggestions.all())
    asked = request.GET.get("forslag", "")
    found = next((each for each in suggestions if str(each.pk) == asked and each.evidence), None)
    number = request.GET.get("sida", "")
    page = page_with(reading, found.evidence[0][0]) if found else int(number) if number.isdecimal() else 1
    return panel_of(reading, suggestions, number=page)


@require_safe
def page_picture(request: HttpRequest, slug: str, number: int) -> HttpResponse | FileResponse:
    """The picture itself."""
    reading = get_reading(request.user, slug)
    if not has_pages(reading) or not 1 <= number <= len(reading.pages):
        raise Http404
    start, end = reading.pages[number - 1]
    try:
        drawn = draw_page(reading.document, number=number, span=(start, end))
    except Unreadable as error:
        raise Http404 from error
    answer = FileResponse(reading.document.file.storage.open(drawn.picture), content_type="image/png")
    answer["Cache-Control"] = f"private, max-age={AN_HOUR}"
    return answer
