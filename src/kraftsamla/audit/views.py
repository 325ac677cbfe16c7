"""The log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kraftsamla.audit.access import get_log
from kraftsamla.audit.forms import LogFilter
from kraftsamla.audit.overviews import kinds, lines
from kraftsamla.ui.pages import page_of


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """All entries, newest first, narrowed to a person or a kind of record."""
    entries = get_log(request.user)
    form = LogFilter(request.GET, kinds=kinds())
    if form.is_valid():
        if form.cleaned_data["av"]:
            entries = entries.filter(actor=form.cleaned_data["av"])
        if form.cleaned_data["slag"]:
            entries = entries.filter(subject_kind=form.cleaned_data["slag"])
    page = page_of(request, entries)
    return render(request, "audit/log.html", {"form": form, "page": page, "lines": lines(page.object_list)})
