"""Where a day at work begins."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kraftsamla.accounts.access import admit
from kraftsamla.core.clock import today
from kraftsamla.portal.overviews import day_of


@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """What waits for the person, oldest promise first."""
    admit(request.user, to="view")
    return render(request, "portal/my_day.html", {"day": day_of(request.user, at=today())})
