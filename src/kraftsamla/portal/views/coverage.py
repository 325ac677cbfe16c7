"""Coverage and balance: what is missing, who is asked too often, and where each chain of proof is weakest."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kraftsamla.accounts.access import admit
from kraftsamla.core.clock import today
from kraftsamla.portal.forms import WeakLinkFilter
from kraftsamla.portal.overviews.coverage import coverage, weak_chains


@require_safe
def coverage_page(request: HttpRequest) -> HttpResponse:
    """The numbers; ``?visa=`` names the objectives behind one of them."""
    admit(request.user, to="view")
    found = coverage(request.user, shown=request.GET.get("visa", ""), at=today())
    return render(request, "portal/coverage.html", {"coverage": found})


@require_safe
def weak_link_list(request: HttpRequest) -> HttpResponse:
    """Every action whose chain of proof has a weak link, with which."""
    admit(request.user, to="view")
    form = WeakLinkFilter(request.GET)
    page = request.GET.get("sida", "")
    rows = weak_chains(request.user, **form.asked(), page=page, at=today())
    return render(request, "portal/weak_links.html", {"form": form, "rows": rows})
