"""Who has access to a body, and how that differs from being a member and from what is shown to everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_access, get_body
from kraftsamla.bodies.forms import AccessForm
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.overviews import access_overview
from kraftsamla.bodies.views.bodies import EDITING, crumbs_to, page_address
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


def _page_of(body: Body) -> str:
    return reverse("bodies:access", args=[body.slug])


@require_http_methods(EDITING)
def access(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has been given access, with a form to give it to one more or to change what somebody has."""
    found = get_body(request.user, slug, to="edit")
    form = AccessForm(typed_in(request))

    def deed() -> str:
        operations.give_access(body=found, user=form.user, right=form.values["right"], by=signed_in(request.user))
        return _page_of(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Vem ser organet och dess möten"), submit=_("Ge tillträde"),
        cancel=page_address(found), crumbs=crumbs_to(found), done=_("Tillträdet är givet."),
        template="bodies/access.html", context={"overview": access_overview(found, at=today()), "body": found},
    )  # fmt: skip


@require_POST
def access_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_access(request.user, slug, pk)
    return do(
        request, back=_page_of(found.body), done=_("Tillträdet är taget tillbaka."),
        deed=lambda: operations.take_back_access(access=found, by=signed_in(request.user)),
    )  # fmt: skip
