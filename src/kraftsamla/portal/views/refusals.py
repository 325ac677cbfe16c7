"""What somebody sees who came to a page that does not exist, or is not theirs. Nothing they typed is lost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kraftsamla.accounts.models import User

#: What belongs to the machinery of a form, not to what somebody wrote.
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "version", "password", "next"})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404. A stranger is told the same whether the page is missing or needs a role."""
    path = request.get_full_path()
    in_workspace = path.startswith(reverse("portal:my-day"))
    anonymous = not isinstance(getattr(request, "user", None), User)
    context = {
        "in_workspace": in_workspace,
        "offer_sign_in": anonymous and in_workspace,
        "next": path if request.method in {"GET", "HEAD"} else reverse("portal:my-day"),
        "typed": typed(request) if in_workspace else [],
    }
    return render(request, "portal/not_found.html", context, status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, for somebody who may look but not do this."""
    return render(request, "portal/forbidden.html", {"typed": typed(request)}, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was in the form that was sent, so that it can be copied."""
    fields = request.POST.lists() if request.method == "POST" else ()
    return [(name, "\n".join(values)) for name, values in fields if name not in NOT_TYPED and any(values)]
