"""What somebody appointed has declared: for those who work in the body, and for nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_declaring, get_interest
from kraftsamla.bodies.forms import InterestEndForm, InterestForm
from kraftsamla.bodies.models import Appointment
from kraftsamla.bodies.views.bodies import EDITING, crumbs_to, page_address
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page


def _page_of(appointment: Appointment) -> str:
    return reverse("bodies:interests", args=[appointment.pk])


@require_http_methods(EDITING)
def interests(request: HttpRequest, key: int) -> HttpResponse:
    """What has been declared, with a form for one more."""
    found = get_declaring(request.user, key)
    form = InterestForm(typed_in(request), initial={"declared_on": today().isoformat()})

    def deed() -> str:
        operations.declare_interest(appointment=found, values=form.values, by=signed_in(request.user))
        return _page_of(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Anmälda intressen: %(name)s") % {"name": found.person},
        submit=_("Lägg till intresset"), cancel=page_address(found.body), crumbs=crumbs_to(found.body),
        done=_("Intresset är antecknat."), template="bodies/interests.html",
        context={"appointment": found, "declared": found.interests.select_related("organisation")},
    )  # fmt: skip


@require_http_methods(EDITING)
def interest_end(request: HttpRequest, key: int, pk: int) -> HttpResponse:
    found = get_interest(request.user, key, pk)
    form = InterestEndForm(typed_in(request))

    def deed() -> str:
        operations.end_interest(interest=found, on=form.values["ended_on"], by=signed_in(request.user))
        return _page_of(found.appointment)

    return edit_page(
        request, form=form, deed=deed, heading=_("Intresset har upphört"), cancel=_page_of(found.appointment),
        crumbs=crumbs_to(found.appointment.body), done=_("Det är antecknat att intresset har upphört."),
        template="bodies/end.html", context={"consequences": [found.words]},
    )  # fmt: skip
