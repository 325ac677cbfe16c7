"""Who is appointed: added, changed, ended and taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_appointment, get_body
from kraftsamla.bodies.forms import AppointmentForm, EndForm
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.views.bodies import EDITING, crumbs_to, page_address
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import confirm_page, edit_page


@require_http_methods(EDITING)
def appointment_new(request: HttpRequest, slug: str) -> HttpResponse:
    """``?plats=``: the seat somebody is to sit on; ``?ersatter=``: whom a substitute stands in for."""
    found = get_body(request.user, slug, to="edit")
    form = AppointmentForm(typed_in(request), body=found, initial=_begun(request, found))

    def deed() -> str:
        operations.appoint(values={**form.values, "body": found}, by=signed_in(request.user))
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt förordnande"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Förordnandet är tillagt."),
    )  # fmt: skip


def _begun(request: HttpRequest, body: Body) -> dict[str, Any]:
    """What the form begins with, for the seat or the member that a link on the body's page was at."""
    seat, above = request.GET.get("plats", ""), request.GET.get("ersatter", "")
    if seat.isdigit() and (chosen := body.seats.filter(pk=seat).first()):
        return {"seat": chosen.pk, "role": chosen.role}
    if above.isdigit() and (stands := body.appointments.filter(pk=above).first()):
        return {"substitute_for": stands.pk, "role": "substitute", "on_behalf_of": stands.on_behalf_of_id}
    return {}


@require_http_methods(EDITING)
def appointment_edit(request: HttpRequest, key: int) -> HttpResponse:
    found = get_appointment(request.user, key, to="edit")
    form = AppointmentForm(typed_in(request), record=found, body=found.body)

    def deed() -> str:
        operations.change_appointment(
            appointment=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_address(found.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra förordnandet"), cancel=page_address(found.body),
        crumbs=crumbs_to(found.body), done=_("Ändringen är sparad."), template="bodies/appointment_form.html",
        context={"appointment": found},
    )  # fmt: skip


@require_http_methods(EDITING)
def appointment_end(request: HttpRequest, key: int) -> HttpResponse:
    found = get_appointment(request.user, key, to="edit")
    form = EndForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.end_appointment(
            appointment=found, on=form.values["valid_to"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_address(found.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta förordnandet"), submit=_("Avsluta"),
        cancel=page_address(found.body), crumbs=crumbs_to(found.body), done=_("Förordnandet är avslutat."),
        template="bodies/end.html", context={"consequences": [str(found)]},
    )  # fmt: skip


@require_http_methods(EDITING)
def appointment_withdraw(request: HttpRequest, key: int) -> HttpResponse:
    found = get_appointment(request.user, key, to="edit")

    def deed() -> str:
        operations.withdraw_appointment(appointment=found, by=signed_in(request.user))
        return page_address(found.body)

    return confirm_page(
        request, deed=deed, heading=_("Ta bort förordnandet"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Har förordnandet löpt ut ska det i stället få ett slutdatum.") % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=page_address(found.body), crumbs=crumbs_to(found.body), done=_("Förordnandet är borttaget."),
    )  # fmt: skip
