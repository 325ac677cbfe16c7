"""The minister's page: to look at and print, as Word and as PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from kraftsamla.actors.access import get_organisation
from kraftsamla.core.clock import today
from kraftsamla.portal.briefs.content import Brief
from kraftsamla.portal.briefs.pdf import WORD_LETTERS, fit_to_page
from kraftsamla.portal.briefs.selecting import area_brief, objective_brief, organisation_brief
from kraftsamla.portal.briefs.word import write_word
from kraftsamla.strategy.access import get_area, get_objective

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Make = Callable[[dt.date], Brief]


@require_safe
def brief_objective(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """An objective on one page."""
    objective = get_objective(request.user, slug, number)
    back = reverse("strategy:objective", args=[slug, number])
    return _page(request, lambda at: objective_brief(objective, at=at), back=back)


@require_safe
def brief_area(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """An area on one page."""
    area = get_area(request.user, slug, number)
    return _page(request, lambda at: area_brief(area, at=at), back=reverse("strategy:area", args=[slug, number]))


@require_safe
def brief_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """An organisation on one page."""
    organisation = get_organisation(request.user, slug)
    back = reverse("actors:organisation", args=[slug])
    return _page(request, lambda at: organisation_brief(organisation, at=at), back=back)


def _page(request: HttpRequest, make: Make, *, back: str) -> HttpResponse:
    """``?sprak=`` is the language of the page, ``?som=`` what it is made as; without them the reader's, on screen."""
    language = request.GET.get("sprak", translation.get_language() or "sv")
    form = request.GET.get("som", "")
    if language not in {"sv", "en"} or form not in {"", "pdf", "docx"}:
        raise Http404
    with translation.override(language):
        whole = make(today())
        if form == "docx":
            brief, _page_of_it = fit_to_page(whole, letters=WORD_LETTERS)
            return _file(write_word(brief), f"{brief.file_name}.docx", WORD)
        brief, pdf = fit_to_page(whole)
        if form == "pdf":
            return _file(pdf, f"{brief.file_name}.pdf", "application/pdf")
        context = {"brief": brief, "crumbs": [(brief.title.text, back)], "language": language}
        response = render(request, "portal/brief.html", context)
    response["Content-Language"] = language
    return response


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
